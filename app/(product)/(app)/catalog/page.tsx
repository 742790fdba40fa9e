import { FileUp } from "lucide-react";
import type { Metadata } from "next";
import { CatalogComparison } from "@/components/catalog/catalog-comparison";
import { CatalogFilters } from "@/components/catalog/catalog-filters";
import { CatalogPager } from "@/components/catalog/catalog-pager";
import { NewRecordButton } from "@/components/catalog/new-record-button";
import { PriceHistoryCard } from "@/components/catalog/price-history-card";
import { PageHead } from "@/components/shell/page-head";
import { DataTable } from "@/components/tables/data-table";
import { ButtonLink } from "@/components/ui/button-link";
import type { Context } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { type PriceSeries, priceHistory } from "@/lib/catalog/price-history";
import {
  findImportedRecords,
  getCatalogRecord,
  listOwnRecords,
  listRecordsNamed,
} from "@/lib/services/catalog-entries";
import { findPriceSpreads } from "@/lib/services/price-spreads";
import {
  asListed,
  type Choice,
  catalogAddressOf,
  catalogChoices,
  filteredRecords,
  type ListedRecord,
  sharedBeside,
  wordsOf,
} from "@/lib/views/catalog-filter";
import { pageCount, planPage } from "@/lib/views/catalog-page";
import { catalogTable, comparisonTable } from "@/lib/views/catalog-table";
import { foundText, nothingFits } from "@/lib/views/catalog-words";
import { ownPriceSeries } from "@/lib/views/own-price-series";
import { spreadHelp, spreadsShown, spreadTable, spreadTitle } from "@/lib/views/price-spreads";
import { OpenedRecord, orNull } from "./opened-record";

export const metadata: Metadata = { title: "Catalog" };

export default async function CatalogPage({ searchParams }: PageProps<"/catalog">) {
  const [ctx, asked] = [await requireContext(), await searchParams];
  const { filter, page, comparedIds, seriesId, entryId } = catalogAddressOf(asked);
  const today = new Date().toISOString().slice(0, 10);
  const own = await listOwnRecords(ctx);
  const shared = sharedBeside(own);
  const { whose } = filter;
  const plan = planPage<ListedRecord>({
    entered: filteredRecords(filter, own.map(asListed)),
    shared: filteredRecords(filter, shared),
    ...{ whose, page },
  });
  const { kind, vendor, provider, find } = filter;
  const query = { words: wordsOf(find), kind, vendor, provider };
  const imported = await findImportedRecords(ctx, { ...query, ...plan.imported });
  const rows = [...plan.first, ...imported.records.map(asListed)];
  const isImportedAsked = whose === null || whose === "imported";
  const found = plan.before + (isImportedAsked ? imported.count : 0);
  const compared = await comparedRecords(comparedIds, [...own.map(asListed), ...shared]);
  const choices = catalogChoices(
    own.map(({ record }) => record),
    imported.providers,
  );
  const series = priceHistory.find(({ id }) => id === seriesId) ?? (await ownSeries(ctx, seriesId));
  const spreads = await findPriceSpreads(ctx, { limit: spreadsShown });

  /** What else is asked stays asked. */
  function hrefOf(entry: string): string {
    const address = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...asked, entry }))
      if (typeof value === "string") address.set(name, value);
    return `/catalog?${address}`;
  }

  async function comparedRecords(ids: readonly string[], known: readonly ListedRecord[]) {
    const recordIds = ids.filter((id) => !known.some(({ record }) => record.id === id));
    const others = (await listRecordsNamed(ctx, { recordIds })).map(asListed);
    const all = [...known, ...others];
    return ids.flatMap((id) => all.find(({ record }) => record.id === id)?.record ?? []);
  }

  const choiceOf = ({ id, label }: { id: string; label: string }) => ({ value: id, label });
  return (
    <>
      <PageHead
        title="Catalog"
        actions={
          can(ctx.role, "catalog:write") && (
            <>
              <ButtonLink href="/catalog/import" icon={<FileUp aria-hidden size={14} />}>
                Import prices
              </ButtonLink>
              <NewRecordButton />
            </>
          )
        }
      />
      <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 gap-4 px-4 py-5 md:px-7">
        <CatalogFilters choices={choices} />
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-ink-3 text-xs">{foundText(found)}</p>
          <CatalogPager page={page} pages={pageCount(found)} />
        </div>
        {rows.length > 0 ? (
          <DataTable view={catalogTable(rows, { today, hrefOf })} maxHeight={520} />
        ) : (
          <p className="text-ink-2">{nothingFits}</p>
        )}
        <CatalogComparison
          chosen={compared.map(choiceOf)}
          others={rows
            .map(({ record }) => record)
            .filter(({ id }) => !comparedIds.includes(id))
            .map(choiceOf)}
          table={comparisonTable(compared, today)}
        />
        {series && (
          <PriceHistoryCard series={series} choices={withChoice(choices.series, series)} />
        )}
        {spreads.count > 0 && (
          <section aria-labelledby="spreads" className="card min-w-0 px-4 py-4 md:px-5">
            <h2 id="spreads" className="text-base">
              {spreadTitle(spreads.count)}
            </h2>
            <p className="mt-0.5 mb-3 text-ink-3 text-xs">{spreadHelp(spreads.count)}</p>
            <DataTable view={spreadTable(spreads.widest)} />
          </section>
        )}
      </div>
      {entryId && <OpenedRecord ctx={ctx} entryId={entryId} today={today} />}
    </>
  );
}

/** What an own entry has cost, by the days on which it was seen. */
async function ownSeries(ctx: Context, recordId: string): Promise<PriceSeries | null> {
  const opened = await orNull(getCatalogRecord(ctx, { recordId }));
  return opened && ownPriceSeries(opened.versions.map(({ record }) => record));
}

const withChoice = (choices: readonly Choice[], { id, label }: PriceSeries): readonly Choice[] =>
  choices.some(({ value }) => value === id) ? choices : [...choices, { value: id, label }];
