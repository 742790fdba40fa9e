"use client";

import type { SortingState } from "@tanstack/react-table";
import { TableTools } from "@/components/tables/table-tools";
import { useArrangement } from "@/components/tables/use-arrangement";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { counted } from "@/lib/format";
import { quoteStatuses } from "@/lib/schemas/quote";
import type { RateNote } from "@/lib/views/quote-rates";
import type { QuoteRow } from "@/lib/views/quotes";
import { QuotesTable, quoteColumns } from "./quotes-table";
import { RateNotes } from "./rate-notes";

const byDate: SortingState = [{ id: "validity", desc: false }];

const isClosed = ({ status }: QuoteRow) => status === "awarded" || status === "declined";
const isExpired = ({ validity }: QuoteRow) => validity.state === "expired";
const shows = {
  all: { label: "All", has: () => true },
  open: { label: "Open", has: (row: QuoteRow) => !isClosed(row) && !isExpired(row) },
  expiring: {
    label: "Expiring",
    has: (row: QuoteRow) => !isClosed(row) && row.validity.state === "soon",
  },
  expired: { label: "Expired", has: (row: QuoteRow) => !isClosed(row) && isExpired(row) },
  decided: { label: "Decided", has: isClosed },
};
type Show = keyof typeof shows;
const isShow = (show: string | undefined): show is Show =>
  show !== undefined && Object.hasOwn(shows, show);

const matches = (row: QuoteRow, find: string) =>
  `${row.number} ${row.supplier} ${row.what} ${row.status}`
    .toLowerCase()
    .includes(find.trim().toLowerCase());

/** What is shown, found, sorted and hidden stands in the address. */
export function QuotesList({
  rows,
  currency,
  rateNotes,
}: {
  readonly rows: readonly QuoteRow[];
  readonly currency: string;
  readonly rateNotes: readonly RateNote[];
}) {
  const state = useArrangement();
  const { arrangement, arrange } = state;
  const show: Show = isShow(arrangement.show) ? arrangement.show : "all";
  const columns = quoteColumns(currency);
  const { where = {} } = arrangement;
  const suppliers = new Map(rows.map((row) => [row.supplierId, row.supplier]));
  const filter = (part: typeof where) => arrange({ where: { ...where, ...part } });
  const found = rows.filter(
    (row) =>
      shows[show].has(row) &&
      (!where.status || row.status === where.status) &&
      (!where.supplier || row.supplierId === where.supplier) &&
      matches(row, arrangement.find),
  );
  const sorting = arrangement.sort.filter(({ id }) => columns.some((column) => column.id === id));
  const options = (Object.keys(shows) as Show[]).flatMap((value) => {
    const count = rows.filter(shows[value].has).length;
    return count > 0 || value === show ? [{ value, label: `${shows[value].label} ${count}` }] : [];
  });
  return (
    <section aria-label="Quotes" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Segmented
          label="Which quotes"
          value={show}
          onValueChange={(next) => arrange({ show: next })}
          options={options}
        />
        <TableTools
          tableId="quotes"
          columns={columns}
          state={state}
          findLabel="Find in quotes"
          canReorder={false}
        />
        <Select
          aria-label="Status"
          value={where.status ?? ""}
          onValueChange={(status) => filter({ status })}
          options={[
            { value: "", label: "Any status" },
            ...quoteStatuses.map((value) => ({ value: value as string, label: value })),
          ]}
        />
        <Select
          aria-label="Supplier"
          value={where.supplier ?? ""}
          onValueChange={(supplier) => filter({ supplier })}
          options={[
            { value: "", label: "Any supplier" },
            ...[...suppliers].map(([value, label]) => ({ value, label })),
          ]}
          className="max-w-48"
        />
      </div>
      {found.length > 0 ? (
        <>
          <QuotesTable
            rows={found}
            currency={currency}
            rateNotes={rateNotes}
            hidden={arrangement.hidden}
            sorting={sorting.length > 0 ? sorting : byDate}
            onSortingChange={(sort) => arrange({ sort })}
          />
          <p className="text-ink-3 text-xs">{counted(found.length, "quote")}</p>
          <RateNotes notes={rateNotes} />
        </>
      ) : (
        <p className="py-7 text-center text-ink-2 text-sm">
          No quote is like that.{" "}
          <button
            type="button"
            className="link min-h-6"
            onClick={() => arrange({ show: "all", find: "", where: {} })}
          >
            Show all quotes
          </button>
        </p>
      )}
    </section>
  );
}
