/** Rows of cells of a CSV text (RFC 4180: quoted cells may hold commas, quotes and line breaks). */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at <= text.length) {
    if (cells.length === 0 && text[at] === "\n") {
      at += 1;
      continue;
    }
    const cell = cellAt(text, at);
    cells.push(cell.value);
    at = cell.end + 1;
    if (text[cell.end] === ",") continue;
    if (text[cell.end] === "\r") at += 1;
    if (cells.length > 1 || cells[0] !== "") rows.push(cells);
    cells = [];
  }
  return rows;
}

type Cell = { readonly value: string; readonly end: number };

/** The cell that begins here, and the place of the comma or the line break that ends it. */
function cellAt(text: string, start: number): Cell {
  const quote = text[start] === '"' ? closingQuote(text, start) : -1;
  if (quote >= 0 && isEnd(text, quote + 1))
    return { value: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
  let end = start;
  while (!isEnd(text, end)) end += 1;
  return { value: text.slice(start, end), end };
}

/** The first quote that is not doubled, or -1. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

const isEnd = (text: string, at: number): boolean =>
  at >= text.length ||
  text[at] === "," ||
  text[at] === "\n" ||
  (text[at] === "\r" && text[at + 1] === "\n");
