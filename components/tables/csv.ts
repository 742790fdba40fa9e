import type { Cell, Column, TableView } from "@/lib/views/types";

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
const startsFormula = /^[=+\-@\t\r]/;

/** A table as CSV: numbers as they are, words as shown, each unit in its column's head. */
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
    cells.map((cell, index) => encode(exportedText(cell, view.columns[index]))).join(separator);
  return [
    view.columns.map((column) => encode(guarded(headOf(column)))).join(separator),
    ...view.rows.map(({ cells }) => line(cells)),
    ...(view.totals ? [line(view.totals)] : []),
  ];
}

function headOf({ label, unit }: Column): string {
  return unit ? `${label} (${unit})` : label;
}

function exportedText({ text, sort }: Cell, column: Column | undefined): string {
  return column?.align === "right" && typeof sort === "number" && Number.isFinite(sort)
    ? String(sort)
    : guarded(text);
}

function guarded(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
