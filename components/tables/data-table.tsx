"use client";

import {
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Cell, Column, FigureRef, TableView } from "@/lib/views/types";
import { BodyCell, firstColumn } from "./body-cell";
import { useTableOrder } from "./use-table-order";

type Row = TableView["rows"][number];

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const byValue: SortFn<typeof features, Row> = (a, b, columnId) => {
  const [one, other] = [a.getValue(columnId), b.getValue(columnId)];
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "en", { numeric: true });
};

export type DataTableProps = {
  readonly view: TableView;
  readonly onOpen?: ((ref: FigureRef) => void) | undefined;
  /** Height at which it scrolls under its head; null where it never does. */
  readonly maxHeight?: number | null;
  /** The order of the rows, where someone else keeps it. */
  readonly sorting?: SortingState;
  readonly onSortingChange?: (sorting: SortingState) => void;
};

/** Draws any TableView: sorts by value, shows text, keeps head and first column in sight. */
export function DataTable(props: DataTableProps) {
  const { view, onOpen, maxHeight = 420 } = props;
  const own = useTableOrder(view.id);
  const { sorting = own.sorting, onSortingChange = own.onSortingChange } = props;
  const ids = view.columns.map(({ id }) => id).join(" ");
  const columns = useMemo(
    () =>
      ids.split(" ").map((id, index) => ({
        id,
        accessorFn: (row: Row) => row.cells[index]?.sort ?? undefined,
        sortFn: byValue,
        sortUndefined: "last" as const,
        sortDescFirst: false,
      })),
    [ids],
  );
  const table = useTable({
    features,
    columns,
    data: view.rows,
    getRowId: (row: Row) => row.id,
    state: { sorting: sorting.filter(({ id }) => columns.some((column) => column.id === id)) },
    onSortingChange: (next) => onSortingChange(typeof next === "function" ? next(sorting) : next),
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];

  return (
    <ScrollRegion
      label={view.caption}
      className="scrolls-x overflow-y-auto rounded-md border border-line bg-surface"
      style={maxHeight === null ? undefined : { maxHeight }}
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{view.caption}</caption>
        <thead>
          <tr>
            {headers.map((header, index) => (
              <HeadCell
                key={header.id}
                column={view.columns[index]}
                first={index === 0}
                sorted={header.column.getIsSorted()}
                onSort={(event) => header.column.getToggleSortingHandler()?.(event)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className="group">
              {row.original.cells.map((cell, index) => (
                <BodyCell
                  key={view.columns[index]?.id ?? index}
                  cell={cell}
                  align={view.columns[index]?.align}
                  first={index === 0}
                  onOpen={onOpen}
                />
              ))}
            </tr>
          ))}
        </tbody>
        {view.totals && <Totals cells={view.totals} columns={view.columns} />}
      </table>
    </ScrollRegion>
  );
}

function HeadCell({
  column,
  first,
  sorted,
  onSort,
}: {
  readonly column: Column | undefined;
  readonly first: boolean;
  readonly sorted: false | "asc" | "desc";
  readonly onSort: (event: unknown) => void;
}) {
  const Arrow = sorted === "desc" ? ArrowDown : ArrowUp;
  const ariaSort = sorted === false ? "none" : sorted === "asc" ? "ascending" : "descending";
  return (
    <th
      scope="col"
      aria-sort={ariaSort}
      className={clsx(
        "sticky top-0 z-10 border-line-strong border-b bg-sunken p-0 align-bottom",
        first && `${firstColumn} z-20`,
      )}
    >
      <button
        type="button"
        onClick={onSort}
        title="Sort. Shift adds to the order."
        className={clsx(
          "flex min-h-[34px] w-full items-end gap-1 px-3 py-2 font-label text-ink-3 text-xs -outline-offset-2 hover:text-ink",
          column?.align === "right" ? "flex-row-reverse text-right" : "text-left",
        )}
      >
        <span>
          {column?.label}
          {column?.unit && <span className="block font-text text-2xs">{column.unit}</span>}
        </span>
        <Arrow
          aria-hidden
          size={12}
          className={clsx("mb-0.5 shrink-0", sorted === false && "invisible")}
        />
      </button>
    </th>
  );
}

function Totals({
  cells,
  columns,
}: {
  readonly cells: readonly Cell[];
  readonly columns: readonly Column[];
}) {
  return (
    <tfoot>
      <tr>
        {cells.map((cell, index) => (
          <td
            key={columns[index]?.id ?? index}
            className={clsx(
              "sticky bottom-0 z-10 h-[34px] whitespace-nowrap border-line-strong border-t bg-surface px-3 py-1.5 font-title",
              columns[index]?.align === "right" ? "text-right" : "text-left",
              index === 0 && `${firstColumn} z-20`,
            )}
          >
            {cell.text}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
