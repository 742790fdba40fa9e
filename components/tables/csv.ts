import type { Cell, Column, TableView } from "@/lib/views/types";

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
const startsFormula = /^[=+\-@\t\r]/;

/** More digits than any input has, and enough that rows add up to their total. */
const significantDigits = 10;

/** A table as CSV: numbers in full, words as shown, each unit in its column's head. */
export function tableToCsv(view: TableView): string {
  return `${linesOf(view, ",", quoted).join("\r\n")}\r\n`;
}

/** The same for the clipboard, which a spreadsheet pastes into cells. */
export function tableToTsv(view: TableView): string {
  const flat = (text: string) => text.replace(/[\t\r\n]+/g, " ");
  return linesOf(view, "\t", flat).join("\n");
}

function linesOf(view: TableView, separator: string, encode: (text: string) => string) {
  const line = (cells: readonly Cell[]) =>
    cells
      .flatMap((cell, index) => exportedTexts(cell, view.columns[index]))
      .map(encode)
      .join(separator);
  return [
    view.columns.flatMap(headsOf).map(guarded).map(encode).join(separator),
    ...view.rows.map(({ cells }) => line(cells)),
    ...(view.totals ? [line(view.totals)] : []),
  ];
}

function headsOf({ label, unit, apart }: Column): readonly string[] {
  return apart ?? [unit ? `${label} (${unit})` : label];
}

/** One text for each of the column's heads; what has no parts stands in the first. */
function exportedTexts({ text, sort, apart }: Cell, column: Column | undefined): readonly string[] {
  const heads = column?.apart?.length ?? 1;
  if (heads > 1) {
    const parts = apart ?? [text];
    return Array.from({ length: heads }, (_, index) => guarded(String(parts[index] ?? "")));
  }
  return column?.align === "right" && typeof sort === "number" && Number.isFinite(sort)
    ? [String(Number(sort.toPrecision(significantDigits)))]
    : [guarded(text)];
}

function guarded(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
