"use client";

import type { SortingState } from "@tanstack/react-table";
import { parseAsInteger, useQueryState } from "nuqs";
import { TableTools } from "@/components/tables/table-tools";
import { useArrangement } from "@/components/tables/use-arrangement";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { numberFixed } from "@/lib/format";
import { quoteStatuses } from "@/lib/schemas/quote";
import { type QuoteShow, type QuotesPage, quoteShows } from "@/lib/schemas/quote-list";
import type { Arrangement } from "@/lib/schemas/saved-view";
import type { RateNote } from "@/lib/views/quote-rates";
import type { QuoteRow } from "@/lib/views/quotes";
import { QuotePages } from "./quote-pages";
import { QuotesTable, quoteColumns } from "./quotes-table";
import { RateNotes } from "./rate-notes";

const byDate: SortingState = [{ id: "validity", desc: false }];

const showNames: Readonly<Record<QuoteShow, string>> = {
  all: "All",
  open: "Open",
  expiring: "Expiring",
  expired: "Expired",
  decided: "Decided",
};

export type QuoteSupplier = {
  readonly id: string;
  readonly name: string;
  /** How many there are of theirs. */
  readonly quotes: number;
};

type QuotesListProps = Omit<QuotesPage, "quotes" | "currencies"> & {
  readonly rows: readonly QuoteRow[];
  readonly suppliers: readonly QuoteSupplier[];
  readonly currency: string;
  readonly rateNotes: readonly RateNote[];
};

/** What is shown, found, sorted and hidden stands in the address, which the server reads. */
export function QuotesList(props: QuotesListProps) {
  const { rows, shows, count, page, suppliers, currency, rateNotes } = props;
  const arranged = useArrangement({ byServer: true });
  const [, setPage] = useQueryState("page", parseAsInteger.withOptions({ shallow: false }));
  const arrange = (change: Partial<Arrangement>) => {
    void setPage(null);
    arranged.arrange(change);
  };
  const state = { ...arranged, arrange };
  const { arrangement } = arranged;
  const show: QuoteShow = quoteShows.find((one) => one === arrangement.show) ?? "all";
  const columns = quoteColumns(currency);
  const { where = {} } = arrangement;
  const filter = (part: typeof where) => arrange({ where: { ...where, ...part } });
  const sorting = arrangement.sort.filter(({ id }) => columns.some((column) => column.id === id));
  const options = quoteShows.flatMap((value) =>
    shows[value] > 0 || value === show
      ? [{ value, label: `${showNames[value]} ${numberFixed(shows[value], 0)}` }]
      : [],
  );
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
            ...suppliers
              .filter(({ quotes }) => quotes > 0)
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          className="max-w-48"
        />
      </div>
      {rows.length > 0 ? (
        <>
          <QuotesTable
            rows={rows}
            currency={currency}
            rateNotes={rateNotes}
            hidden={arrangement.hidden}
            sorting={sorting.length > 0 ? sorting : byDate}
            onSortingChange={(sort) => arrange({ sort })}
          />
          <QuotePages
            {...{ page, count }}
            onPage={(next) => void setPage(next > 1 ? next : null)}
          />
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
