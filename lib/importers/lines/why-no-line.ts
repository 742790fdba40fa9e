import type { LeftOutRow } from "@/lib/schemas/lines-import";
import type { LineManner } from "./cell-reader";
import { type Cell, cellText, isBlank, type Row } from "./cells";
import type { Header } from "./find-header";
import { isSum } from "./meanings";

/** What makes a row one that is meant to be no line; null for a line. */
export function whyNoLine(
  { cells }: Row,
  header: Header | null,
  { mapping }: LineManner,
): LeftOutRow["reason"] | null {
  const { count, first, label } = filledIn(cells);
  if (count === 1 && typeof first === "string" && isNoNumber(first))
    return isSum(first) ? "total" : "heading";
  const lacksFigure = isEmpty(cells, mapping.quantity) || isEmpty(cells, mapping.unitPrice);
  if (label !== undefined && lacksFigure && isSum(label)) return "total";
  return header !== null && count >= 2 && repeats(cells, header) ? "repeated-header" : null;
}

const isEmpty = (cells: readonly Cell[], column: number | undefined) =>
  column === undefined || isBlank(cells[column]);

/** How many cells say something, the first of them, and the first that is text. */
function filledIn(cells: readonly Cell[]) {
  let count = 0;
  let first: Cell = null;
  let label: string | undefined;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (count === 0) first = cell;
    if (label === undefined && typeof cell === "string") label = cell;
    count += 1;
  }
  return { count, first, label };
}

function repeats(cells: readonly Cell[], { names }: Header): boolean {
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (!isBlank(cell) && cellText(cell) !== names[at]) return false;
  }
  return true;
}

const isNoNumber = (text: string) => /\p{L}/u.test(text);
