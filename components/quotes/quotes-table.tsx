"use client";

import type { SortingState } from "@tanstack/react-table";
import { useMemo } from "react";
import { type ListColumn, ListTable, toChoices } from "@/components/tables/list-table";
import type { RateNote } from "@/lib/views/quote-rates";
import type { QuoteRow } from "@/lib/views/quotes";
import { QuoteTableRow } from "./quote-table-row";

const columnsIn = (currency: string): ListColumn<QuoteRow>[] => [
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

export const quoteColumns = (currency: string) => toChoices(columnsIn(currency));

export type QuotesTableProps = {
  readonly rows: readonly QuoteRow[];
  readonly currency: string;
  readonly rateNotes: readonly RateNote[];
  readonly hidden: readonly string[];
  readonly sorting: SortingState;
  readonly onSortingChange: (sorting: SortingState) => void;
};

/** Figures and days, in a table that has room. */
export const rightColumns = ["total", "converted", "lead", "validity"];

export function QuotesTable({ rows, currency, rateNotes, hidden, ...order }: QuotesTableProps) {
  const columns = useMemo(() => columnsIn(currency), [currency]);
  const isShown = (id: string) => id === "number" || !hidden.includes(id);
  return (
    <ListTable
      columns={columns}
      rows={rows}
      isOrdered
      isShown={isShown}
      headClass={(id) => rightColumns.includes(id) && "lg:text-right"}
      {...order}
    >
      {(row) => (
        <QuoteTableRow
          key={row.id}
          row={row}
          isShown={isShown}
          setRate={rateNotes.find(({ from }) => from === row.currency)?.link ?? null}
        />
      )}
    </ListTable>
  );
}
