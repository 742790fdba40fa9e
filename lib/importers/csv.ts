import { afterBreak, cellAt, plainCellAt } from "./delimited-cell";

/** Rows of cells of a CSV text (RFC 4180: quoted cells may hold commas, quotes and line breaks). */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at <= text.length) {
    const { value, end } = cellAt(text, at, ",") ?? plainCellAt(text, at, ",");
    cells.push(value);
    at = afterBreak(text, end);
    if (text[end] === ",") continue;
    if (cells.length > 1 || cells[0] !== "") rows.push(cells);
    cells = [];
  }
  return rows;
}
