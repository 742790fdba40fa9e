"use client";

import {
  type Column,
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo } from "react";
import type { QuoteRow } from "@/lib/views/quotes";
import type { Column as TableColumn } from "@/lib/views/types";
import { QuoteTableRow } from "./quote-table-row";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text, basic: sortFn_basic },
});
type Features = typeof features;

const definitions = (currency: string): ColumnDef<Features, QuoteRow>[] => [
  { id: "number", accessorKey: "number", header: "Quote", sortFn: "text" },
  { id: "supplier", accessorKey: "supplier", header: "Supplier", sortFn: "text" },
  { id: "what", accessorKey: "what", header: "What", sortFn: "text" },
  { id: "status", accessorKey: "status", header: "Status", sortFn: "text" },
  {
    id: "total",
    accessorFn: ({ currency: own, total }) => `${own} ${total}`,
    header: "Total, as quoted",
    sortFn: "text",
  },
  {
    id: "converted",
    accessorFn: ({ converted }) => converted?.sort,
    header: `Total, ${currency}`,
    sortFn: "basic",
    sortUndefined: "last",
  },
  { id: "missing", accessorKey: "missing", header: "Complete", sortFn: "text" },
  {
    id: "lead",
    accessorFn: ({ leadTimeWeeks }) => leadTimeWeeks ?? undefined,
    header: "Lead time",
    sortFn: "basic",
    sortUndefined: "last",
  },
  {
    id: "validity",
    accessorFn: ({ validUntil }) => validUntil ?? undefined,
    header: "Valid until",
    sortFn: "text",
    sortUndefined: "last",
  },
];

export const quoteColumns = (currency: string): readonly TableColumn[] =>
  definitions(currency).map(({ id = "", header }) => ({
    id,
    label: String(header),
    align: "left",
  }));

export type QuotesTableProps = {
  readonly rows: readonly QuoteRow[];
  readonly currency: string;
  readonly hidden: readonly string[];
  readonly sorting: SortingState;
  readonly onSortingChange: (sorting: SortingState) => void;
};

/** On a phone a row becomes a small card, and the head the choice of an order. */
export function QuotesTable({
  rows,
  currency,
  hidden,
  sorting,
  onSortingChange,
}: QuotesTableProps) {
  const data = useMemo(() => [...rows], [rows]);
  const columns = useMemo(() => definitions(currency), [currency]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.id,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (next) => onSortingChange(typeof next === "function" ? next(sorting) : next),
  });
  const isShown = (id: string) => id === "number" || !hidden.includes(id);
  return (
    <div className="card overflow-x-auto">
      <table className="w-full text-left text-sm max-lg:block">
        <thead className="bg-sunken text-ink-3 text-xs max-lg:block">
          <tr className="max-lg:flex max-lg:flex-wrap max-lg:gap-x-4 max-lg:px-4">
            {table
              .getHeaderGroups()[0]
              ?.headers.filter(({ column }) => isShown(column.id))
              .map(({ column }) => (
                <HeadCell key={column.id} column={column} />
              ))}
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {table.getRowModel().rows.map(({ original }) => (
            <QuoteTableRow key={original.id} row={original} isShown={isShown} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const right = ["total", "converted", "lead", "validity"];

function HeadCell({ column }: { readonly column: Column<Features, QuoteRow> }) {
  const sorted = column.getIsSorted();
  const Arrow = sorted === "desc" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none"}
      className={clsx(
        "whitespace-nowrap font-label lg:px-3 lg:first:pl-4",
        right.includes(column.id) && "lg:text-right",
      )}
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
