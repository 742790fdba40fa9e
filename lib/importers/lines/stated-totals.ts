import type { StatedTotal } from "@/lib/schemas/lines-import";
import type { LineManner } from "./cell-reader";
import { type Cell, heldIn, type Row } from "./cells";
import { saysTax, sumKind } from "./meanings";
import { readDecimal } from "./read-cell";

const longestLabel = 80;
const isMoney = /^\d{1,14}(\.\d{1,4})?$/;

/** The total that a row states, "tax" for a row of tax alone, null for a part or what has no amount. */
export function totalIn(
  { at, cells }: Row,
  manner: Pick<LineManner, "mapping" | "decimal" | "currency">,
  isBelowTax: boolean,
): StatedTotal | "tax" | null {
  const text = cells.map(heldIn).find((cell) => typeof cell === "string" && sumKind(cell) !== null);
  if (typeof text !== "string") return null;
  const kind = sumKind(text);
  if (kind !== "total") return kind === "tax" ? "tax" : null;
  const amount = amountIn(cells, manner);
  if (amount === null) return null;
  const label = text.trim().slice(0, longestLabel);
  return { row: at, text: label, amount, hasTax: saysTax(text) ?? isBelowTax };
}

/** In the column of line totals, else the last number of the row. */
function amountIn(
  cells: readonly Cell[],
  manner: Pick<LineManner, "mapping" | "decimal" | "currency">,
): string | null {
  const { lineTotal } = manner.mapping;
  const own = lineTotal === undefined ? undefined : cells[lineTotal];
  for (const cell of [own, ...cells.toReversed()]) {
    const read = readDecimal(cell, manner, 4);
    if ("value" in read && read.value !== null && isMoney.test(read.value)) return read.value;
  }
  return null;
}
