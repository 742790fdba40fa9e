import { csvCell, tsvCell, withoutFormula } from "@/lib/format";
import type { Cell, Column, TableRow, TableView } from "./types";

/** More digits than any input has, and enough that rows add up to their total. */
const significantDigits = 10;

/** A table as CSV: numbers in full, words as shown, each unit in its column's head. */
export function tableToCsv(view: TableView, digits = significantDigits): string {
  return [...csvLines(view, digits)].join("");
}

/** A table whose rows may be made as they are read: there may be more than memory should hold. */
export type LongTable = Omit<TableView, "rows"> & { readonly rows: Iterable<TableRow> };

/** The same line by line, each with its end. */
export function* csvLines(view: LongTable, digits = significantDigits): Generator<string> {
  for (const line of linesOf(view, { separator: ",", encode: csvCell, digits }))
    yield `${line}\r\n`;
}

/** The same for the clipboard, which a spreadsheet pastes into cells. */
export function tableToTsv(view: TableView): string {
  const how = { separator: "\t", encode: tsvCell, digits: significantDigits };
  return [...linesOf(view, how)].join("\n");
}

type How = {
  readonly separator: string;
  readonly encode: (text: string) => string;
  readonly digits: number;
};

function* linesOf(view: LongTable, { separator, encode, digits }: How): Generator<string> {
  const line = (cells: readonly Cell[]) =>
    cells
      .flatMap((cell, index) => exportedTexts(cell, view.columns[index], digits))
      .map(encode)
      .join(separator);
  yield view.columns.flatMap(headsOf).map(withoutFormula).map(encode).join(separator);
  for (const { cells } of view.rows) yield line(cells);
  if (view.totals) yield line(view.totals);
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
