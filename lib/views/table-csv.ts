import { csvCell, tsvCell, withoutFormula } from "@/lib/format";
import type { Cell, Column, TableView } from "./types";

/** More digits than any input has, and enough that rows add up to their total. */
const significantDigits = 10;

/** A table as CSV: numbers in full, words as shown, each unit in its column's head. */
export function tableToCsv(view: TableView, digits = significantDigits): string {
  return `${linesOf(view, { separator: ",", encode: csvCell, digits }).join("\r\n")}\r\n`;
}

/** The same for the clipboard, which a spreadsheet pastes into cells. */
export function tableToTsv(view: TableView): string {
  const how = { separator: "\t", encode: tsvCell, digits: significantDigits };
  return linesOf(view, how).join("\n");
}

type How = {
  readonly separator: string;
  readonly encode: (text: string) => string;
  readonly digits: number;
};

function linesOf(view: TableView, { separator, encode, digits }: How) {
  const line = (cells: readonly Cell[]) =>
    cells
      .flatMap((cell, index) => exportedTexts(cell, view.columns[index], digits))
      .map(encode)
      .join(separator);
  return [
    view.columns.flatMap(headsOf).map(withoutFormula).map(encode).join(separator),
    ...view.rows.map(({ cells }) => line(cells)),
    ...(view.totals ? [line(view.totals)] : []),
  ];
}

function headsOf({ label, unit, apart }: Column): readonly string[] {
  return apart ?? [unit ? `${label} (${unit})` : label];
}

/** One text for each of the column's heads; what has no parts stands in the first. */
function exportedTexts(
  { text, sort, apart }: Cell,
  column: Column | undefined,
  digits: number,
): readonly string[] {
  const heads = column?.apart?.length ?? 1;
  if (heads > 1) {
    const parts = apart ?? [text];
    return Array.from({ length: heads }, (_, index) => withoutFormula(String(parts[index] ?? "")));
  }
  return column?.align === "right" && typeof sort === "number" && Number.isFinite(sort)
    ? [String(Number(sort.toPrecision(digits)))]
    : [withoutFormula(text)];
}
