import type { LeftOutRow } from "@/lib/schemas/lines-import";
import { cellText, isBlank, type Row } from "./cells";
import type { Header } from "./find-header";
import { isSum } from "./meanings";
import type { LineManner } from "./to-line";

/** Why a row is meant to be no line; null where it is one. */
export function whyNoLine(
  { cells }: Row,
  header: Header | null,
  { mapping }: Pick<LineManner, "mapping">,
): LeftOutRow["reason"] | null {
  const filled = cells.filter((cell) => !isBlank(cell));
  const [first] = filled;
  if (filled.length === 1 && typeof first === "string" && isNoNumber(first))
    return isSum(first) ? "total" : "heading";
  const isEmpty = (column: number | undefined) => column === undefined || isBlank(cells[column]);
  const label = filled.find((cell) => typeof cell === "string");
  const lacksFigure = isEmpty(mapping.quantity) || isEmpty(mapping.unitPrice);
  if (typeof label === "string" && lacksFigure && isSum(label)) return "total";
  const isRepeated =
    header !== null &&
    filled.length >= 2 &&
    cells.every((cell, at) => isBlank(cell) || cellText(cell) === header.names[at]);
  return isRepeated ? "repeated-header" : null;
}

const isNoNumber = (text: string) => /\p{L}/u.test(text);
