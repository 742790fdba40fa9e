import type { ColumnMapping, ImportField } from "@/lib/schemas/lines-import";
import type { Cell, Merge, Row } from "./cells";
import { most } from "./limits";
import { refuse } from "./refuse";

/** A word merged over several rows holds for each of them; an amount cannot be shared out. */
const words: readonly ImportField[] = [
  "category",
  "description",
  "partNumber",
  "unit",
  "recurrence",
  "months",
  "currency",
  "startsOn",
  "endsOn",
];
const amounts: readonly ImportField[] = [
  "quantity",
  "unitPrice",
  "discount",
  "tax",
  "lineTotal",
  "freight",
];
const shared: Cell = { kind: "unreadable", text: "merged with the row above" };

/** The rows of the lines as if nothing were merged downwards. */
export function withoutMerges(
  rows: readonly Row[],
  merges: readonly Merge[],
  mapping: ColumnMapping,
): readonly Row[] {
  const columns = (fields: readonly ImportField[]) =>
    new Set(fields.map((field) => mapping[field]).filter((at) => at !== undefined));
  const [wordColumns, amountColumns] = [columns(words), columns(amounts)];
  const tall = merges.filter(
    ({ top, bottom, left }) => bottom > top && (wordColumns.has(left) || amountColumns.has(left)),
  );
  if (tall.length === 0) return rows;
  const places = new Map(rows.map(({ at }, index) => [at - 1, index]));
  const changed = rows.map(({ at, cells }) => ({ at, cells: [...cells] }));
  let count = 0;
  for (const { top, bottom, left } of tall) {
    const value = changed[places.get(top) ?? -1]?.cells[left] ?? null;
    if (value === null) continue;
    for (const index of rowsWithin(changed, places, top, bottom)) {
      count += 1;
      if (count > most.mergedCells)
        refuse(
          "The sheet merges far more cells than a list of lines has. Unmerge them, and import the file again.",
        );
      const cells = changed[index]?.cells ?? [];
      while (cells.length <= left) cells.push(null);
      cells[left] = wordColumns.has(left) ? value : shared;
    }
  }
  return changed;
}

function rowsWithin(
  rows: readonly Row[],
  places: ReadonlyMap<number, number>,
  top: number,
  bottom: number,
): readonly number[] {
  const first = (places.get(top) ?? 0) + 1;
  const found: number[] = [];
  for (let index = first; index < rows.length && (rows[index]?.at ?? 0) - 1 <= bottom; index += 1)
    found.push(index);
  return found;
}
