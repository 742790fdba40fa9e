"use client";

import { X } from "lucide-react";
import { DataTable } from "@/components/tables/data-table";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Choice } from "@/lib/views/catalog-filter";
import { comparedWith, comparisonHelp, mostCompared } from "@/lib/views/catalog-words";
import type { TableView } from "@/lib/views/types";
import { useCatalogAddress } from "./use-catalog-address";

type CatalogComparisonProps = {
  readonly chosen: readonly Choice[];
  /** What may be added: the entries that are found and not yet compared. */
  readonly others: readonly Choice[];
  readonly table: TableView;
};

/** Up to four entries beside each other. */
export function CatalogComparison({ chosen, others, table }: CatalogComparisonProps) {
  const [, ask] = useCatalogAddress();
  // From the address as it is asked by now: the server may not have answered the press before.
  const change = (next: (ids: readonly string[]) => string[]) =>
    void ask(({ compare }) => ({ compare: next(compare) }));
  return (
    <section aria-labelledby="comparison" className="card min-w-0 px-4 py-4 md:px-5">
      <h2 id="comparison" className="text-base">
        Compare entries
      </h2>
      <p className="mt-0.5 text-ink-3 text-xs">{comparisonHelp}</p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {chosen.length < mostCompared && (
          <Select
            aria-label="Add an entry to compare"
            value=""
            onValueChange={(value) => value && change((ids) => comparedWith(ids, value))}
            options={[{ value: "", label: "Add an entry" }, ...others]}
            className="max-w-72"
          />
        )}
        {chosen.map(({ value, label }) => (
          <Button
            key={value}
            icon={<X aria-hidden size={14} />}
            aria-label={`Remove ${label}`}
            onClick={() => change((ids) => ids.filter((id) => id !== value))}
          >
            {label}
          </Button>
        ))}
      </div>
      {chosen.length > 0 && (
        <div className="mt-3">
          <DataTable view={table} />
        </div>
      )}
    </section>
  );
}
