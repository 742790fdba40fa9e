import { type Cell, cellText, isBlank, type Merge, type Row, type Table } from "./cells";
import { headerScore } from "./propose-mapping";

export type Header = {
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
};

/** A letter's head, an address and terms may stand above the lines. */
const looked = 60;
const tallest = 3;
const fewestFields = 2;

/** The rows that name the columns; null where none does. */
export function findHeader(table: Table, asked: number | null): Header | null {
  if (asked === 0) return null;
  const rows = table.rows.slice(0, looked);
  const last = asked === null ? rows : table.rows.filter(({ at }) => at === asked);
  const found = last.flatMap((row) => spansEndingAt(table, row));
  const best = found.toSorted(
    (a, b) => b.score - a.score || a.last - a.first - (b.last - b.first) || a.last - b.last,
  )[0];
  if (best && (asked !== null || best.score >= fewestFields)) return best;
  return asked === null ? firstWordedRow(table) : null;
}

function spansEndingAt(table: Table, { at }: Row) {
  const index = table.rows.findIndex((row) => row.at === at);
  return Array.from({ length: tallest }, (_, above) =>
    table.rows.slice(Math.max(0, index - above), index + 1),
  )
    .filter((rows, above) => rows.length === above + 1 && at - (rows[0]?.at ?? 0) === above)
    .map((rows) => {
      const names = namesOf(rows, table.merges);
      const numbers = rows.flatMap(({ cells }) => cells).filter(isNumber).length;
      return { first: rows[0]?.at ?? at, last: at, names, score: headerScore(names) - numbers };
    });
}

const isNumber = (cell: Cell) =>
  typeof cell === "number" || (typeof cell === "object" && cell !== null);

/** "Price" over "Unit" and "Total" names two columns: "Price Unit" and "Price Total". */
function namesOf(rows: readonly Row[], merges: readonly Merge[]): readonly string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length), ...widthsOf(rows, merges));
  return Array.from({ length: width }, (_, column) => {
    const texts = rows
      .map((row) => headerText(row, column, rows, merges))
      .filter((text) => text !== "");
    return [...new Set(texts)].join(" ");
  });
}

const widthsOf = (rows: readonly Row[], merges: readonly Merge[]) =>
  merges
    .filter(({ top }) => rows.some(({ at }) => at - 1 === top))
    .map(({ right }) => Math.min(right, 511) + 1);

/** A merged header holds for all that it lies over. */
function headerText(
  row: Row,
  column: number,
  rows: readonly Row[],
  merges: readonly Merge[],
): string {
  const own = cellText(row.cells[column]).replaceAll(/\s+/g, " ");
  if (own !== "") return own;
  const over = merges.find(
    ({ top, bottom, left, right }) =>
      top < row.at && row.at - 1 <= bottom && left <= column && column <= right,
  );
  const from = over && rows.find(({ at }) => at - 1 === over.top);
  return from ? cellText(from.cells[over.left]).replaceAll(/\s+/g, " ") : "";
}

/** Headers in words that nobody foresaw: the first row of two words or more and no number. */
function firstWordedRow({ rows, merges }: Table): Header | null {
  const row = rows.slice(0, looked).find(({ cells }) => {
    const filled = cells.filter((cell) => !isBlank(cell));
    return (
      filled.length >= 2 &&
      filled.every((cell) => typeof cell === "string" && !/^[-+\d.,\s%]+$/.test(cell))
    );
  });
  return row ? { first: row.at, last: row.at, names: namesOf([row], merges) } : null;
}
