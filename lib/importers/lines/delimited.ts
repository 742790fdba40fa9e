import { afterBreak, cellAt } from "../delimited-cell";
import type { Row, Source } from "./cells";
import { decodeText } from "./decode-text";
import { most } from "./limits";
import { refuse } from "./refuse";
import { tooLong } from "./shared-strings";
import { tooManyColumns, tooManyRows } from "./sheet";

const delimiters = [";", ",", "\t", "|"] as const;
const tried = 100;
/** A quotation mark that never closes takes all that follows into one cell. */
const triedCharacters = 256 * 1024;

/** Rows of a text whose cells are set apart by a sign (RFC 4180, whatever the sign). */
export function openDelimited(bytes: Uint8Array): Source {
  const whole = decodeText(bytes);
  const [, said] = /^sep=(.)\r?\n/.exec(whole) ?? [];
  const text = said ? whole.slice(whole.indexOf("\n") + 1) : whole;
  const delimiter = said ?? delimiterOf(text);
  return {
    format: "csv",
    delimiter,
    sheetNames: ["Lines"],
    read: () => ({
      rows: rowsOf(text, delimiter, { first: said ? 2 : 1, limit: most.rows + 1 }),
      merges: [],
    }),
  };
}

/** The sign that most rows have equally often. */
function delimiterOf(text: string): string {
  const head = text.slice(0, triedCharacters);
  const scored = delimiters.map((delimiter) => ({
    delimiter,
    score: evenness(widthsOf(head, delimiter)),
  }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ",";
}

/** The share of rows that have the commonest number of cells, more for more cells. */
function evenness(widths: readonly number[]): number {
  const shares = [...new Set(widths)]
    .filter((width) => width > 1)
    .map((width) => ({ width, count: widths.filter((one) => one === width).length }));
  const [most] = shares.toSorted((a, b) => b.count - a.count);
  return most ? (most.count / widths.length) * Math.min(most.width, 8) : 0;
}

function widthsOf(head: string, delimiter: string): readonly number[] {
  try {
    return rowsOf(head, delimiter, { first: 1, limit: tried, isCut: true }).map(
      ({ cells }) => cells.length,
    );
  } catch {
    return [];
  }
}

type Asked = { readonly first: number; readonly limit: number; readonly isCut?: boolean };

function rowsOf(text: string, delimiter: string, { first, limit, isCut }: Asked): readonly Row[] {
  const rows: Row[] = [];
  let at = 0;
  let place = first;
  while (at < text.length && rows.length < limit) {
    const cells: (string | null)[] = [];
    let end = at;
    for (;;) {
      const cell = cellAt(text, end, delimiter);
      if (cell === null) {
        if (isCut) return rows;
        return refuse(
          `Row ${place} opens a quotation mark that never closes. Close it, or delete it, and import the file again.`,
        );
      }
      if (cell.value.length > most.cellCharacters && !isCut) tooLong(`A cell of row ${place}`);
      cells.push(cell.value === "" ? null : cell.value);
      end = cell.end;
      if (text[end] !== delimiter) break;
      if (cells.length > most.columns && !isCut) tooManyColumns();
      end += 1;
    }
    at = afterBreak(text, end);
    if (cells.some((cell) => cell !== null)) rows.push({ at: place, cells });
    place += 1;
  }
  if (!isCut && rows.length >= limit) tooManyRows();
  return rows;
}
