"use client";

import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { ListedLine } from "@/lib/schemas/quote-lines";
import type { Arrangement } from "@/lib/schemas/saved-view";
import type { Column } from "@/lib/views/types";

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

const widths: Readonly<Record<string, number>> = {
  ...{ description: 240, partNumber: 110, category: 110, supplier: 160, quote: 190, status: 180 },
  ...{ quantity: 90, unitPrice: 140, discount: 90, paid: 150, amount: 150, converted: 130 },
};

export type GridColumn = {
  readonly column: Column;
  readonly width: number;
  /** How far from the left it stays; undefined where it scrolls. */
  readonly pinnedAt: number | undefined;
  readonly sorted: "asc" | "desc" | false;
  readonly toggleSort: () => void;
};

const noRows: ListedLine[] = [];

/** The columns as arranged. Postgres orders and filters, so that the table holds no rows of its own. */
export function useGridColumns(
  columns: readonly Column[],
  arrangement: Arrangement,
  onSort: (sort: SortingState) => void,
): readonly GridColumn[] {
  const definitions = useMemo(
    () => columns.map(({ id }) => ({ id, size: widths[id] ?? 140, sortDescFirst: false })),
    [columns],
  );
  const [naming] = columns;
  const first = naming ? [naming.id] : [];
  const { hidden, order, sort, pinned = [] } = arrangement;
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    manualSorting: true,
    enableMultiSort: false,
    state: {
      sorting: sort.filter(({ id }) => columns.some((column) => column.id === id)),
      columnOrder: [...first, ...order],
      columnVisibility: Object.fromEntries(
        hidden.filter((id) => !first.includes(id)).map((id) => [id, false]),
      ),
      columnPinning: { start: [...first, ...pinned.filter((id) => !first.includes(id))], end: [] },
    },
    onSortingChange: (next) => onSort(typeof next === "function" ? next([...sort]) : next),
  });
  const start = table.getStartVisibleLeafColumns();
  const all = [...start, ...table.getCenterVisibleLeafColumns()];
  let left = 0;
  return all.flatMap((one, index) => {
    const column = columns.find(({ id }) => id === one.id);
    if (!column) return [];
    const width = one.getSize();
    const pinnedAt = index < start.length ? left : undefined;
    left += width;
    return [
      { column, width, pinnedAt, sorted: one.getIsSorted(), toggleSort: () => one.toggleSorting() },
    ];
  });
}
