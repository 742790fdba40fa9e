/** Rows of cells of a CSV text (RFC 4180: quoted cells may hold commas, quotes and line breaks). */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain = "", end = ""] of text.replace(/^\uFEFF/, "").matchAll(cell)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (cells.length > 1 || cells[0] !== "") rows.push(cells);
    cells = [];
  }
  return rows;
}

const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g;
