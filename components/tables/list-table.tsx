"use client";

import {
  type Column,
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortingState,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import type { Column as TableColumn } from "@/lib/views/types";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text, basic: sortFn_basic },
});
export type ListFeatures = typeof features;
export type ListColumn<Row extends RowData> = ColumnDef<ListFeatures, Row>;

/** The columns as a list to choose from. */
export const toChoices = <Row extends RowData>(
  columns: readonly ListColumn<Row>[],
): readonly TableColumn[] =>
  columns.map(({ id = "", header }) => ({ id, label: String(header), align: "left" }));

export type ListTableProps<Row extends { readonly id: string }> = {
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  /** A column of which this is false is not drawn. */
  readonly isShown: (columnId: string) => boolean;
  readonly sorting: SortingState;
  readonly onSortingChange: (sorting: SortingState) => void;
  readonly headClass: (columnId: string) => string | false;
  readonly children: (row: Row) => ReactNode;
  /** The rows come in their order already. */
  readonly isOrdered?: boolean;
  /** Heads a last column of row menus. */
  readonly hasMenus?: boolean;
};

/** Things one opens, a row each. On a phone a row becomes a small card, and the head the choice of an order. */
export function ListTable<Row extends { readonly id: string }>(props: ListTableProps<Row>) {
  const { columns, rows, isShown, sorting, onSortingChange, headClass, children, hasMenus } = props;
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(() => [...columns], [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: (row) => row.id,
    enableSortingRemoval: false,
    manualSorting: props.isOrdered ?? false,
    state: { sorting },
    onSortingChange: (next) => onSortingChange(typeof next === "function" ? next(sorting) : next),
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <div className="card scrolls-x">
      <table className="w-full text-left text-sm max-lg:block">
        <thead className="bg-sunken text-ink-3 text-xs max-lg:block">
          <tr className="max-lg:flex max-lg:flex-wrap max-lg:gap-x-4 max-lg:px-4">
            {headers
              .filter(({ column }) => isShown(column.id))
              .map(({ column }) => (
                <HeadCell key={column.id} column={column} className={headClass(column.id)} />
              ))}
            {hasMenus && (
              <th scope="col" className="w-12 px-2 max-lg:hidden">
                <span className="sr-only">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {table.getRowModel().rows.map(({ original }) => children(original))}
        </tbody>
      </table>
    </div>
  );
}

function HeadCell<Row extends RowData>({
  column,
  className,
}: {
  readonly column: Column<ListFeatures, Row>;
  readonly className: string | false;
}) {
  const sorted = column.getIsSorted();
  const Arrow = sorted === "desc" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none"}
      className={clsx("whitespace-nowrap font-label lg:px-3 lg:first:pl-4", className)}
    >
      <button
        type="button"
        onClick={column.getToggleSortingHandler()}
        className="inline-flex min-h-8 items-center gap-1 rounded-sm hover:text-ink pointer-coarse:min-h-11"
      >
        {String(column.columnDef.header)}
        {sorted && <Arrow aria-hidden size={12} />}
      </button>
    </th>
  );
}
