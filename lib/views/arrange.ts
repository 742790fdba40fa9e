import type { Arrangement } from "@/lib/schemas/saved-view";
import type { Column, TableView } from "./types";

/** A column and whether it is shown, in the order it has now; the first one names the rows and stays. */
export type ArrangedColumn = { readonly column: Column; readonly shown: boolean };

type Wanted = Pick<Arrangement, "hidden" | "order">;

/** The columns that can be moved and hidden: all but the first. Ids that the table lacks say nothing. */
export function arrangedColumns(
  columns: readonly Column[],
  { hidden, order }: Wanted,
): readonly ArrangedColumn[] {
  const movable = columns.slice(1);
  const first = order.flatMap((id) => movable.filter((column) => column.id === id));
  const rest = movable.filter((column) => !first.includes(column));
  return [...new Set([...first, ...rest])].map((column) => ({
    column,
    shown: !hidden.includes(column.id),
  }));
}

/** The table as its reader wants it: columns shown and in order, rows whose name has the words. */
export function arrangedTable(
  view: TableView,
  wanted: Wanted & Pick<Arrangement, "find">,
): TableView {
  const [naming, ...others] = view.columns;
  if (!naming) return view;
  const shown = arrangedColumns([naming, ...others], wanted)
    .filter((column) => column.shown)
    .map(({ column }) => column);
  const columns = [naming, ...shown];
  const places = columns.map((column) => view.columns.indexOf(column));
  const pick = <T>(cells: readonly T[]) => places.map((place) => cells[place] as T);
  const find = wanted.find.trim().toLowerCase();
  const isFound = (text: string | undefined) => text?.toLowerCase().includes(find) ?? false;
  return {
    ...view,
    columns,
    rows: view.rows
      .filter(({ cells }) => find === "" || isFound(cells[0]?.text))
      .map(({ id, cells }) => ({ id, cells: pick(cells) })),
    ...(view.totals && { totals: pick(view.totals) }),
  };
}

/** Moves a column among those that can be moved; the whole order is then said. */
export function withColumnMoved(
  columns: readonly Column[],
  wanted: Wanted,
  { id, by }: { readonly id: string; readonly by: -1 | 1 },
): readonly string[] {
  const ids = arrangedColumns(columns, wanted).map(({ column }) => column.id);
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  const moved = ids.filter((other) => other !== id);
  return [...moved.slice(0, to), id, ...moved.slice(to)];
}

/** Whether two arrangements show the same. */
export const isSameArrangement = (a: Arrangement, b: Arrangement): boolean =>
  JSON.stringify(inOneOrder(a)) === JSON.stringify(inOneOrder(b));

const inOneOrder = ({ hidden, order, sort, find, show, group, pinned, where }: Arrangement) => [
  [...hidden].sort(),
  order,
  sort.map(({ id, desc }) => [id, desc]),
  find.trim(),
  show ?? null,
  group ?? null,
  pinned ?? null,
  ...[where?.category, where?.supplier, where?.status].map((value) => value ?? null),
];
