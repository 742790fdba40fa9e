import type { Metadata } from "next";
import { CatalogComparison } from "@/components/catalog/catalog-comparison";
import { CatalogFilters } from "@/components/catalog/catalog-filters";
import { PriceHistoryCard } from "@/components/catalog/price-history-card";
import { PageHead } from "@/components/shell/page-head";
import { DataTable } from "@/components/tables/data-table";
import { requireContext } from "@/lib/auth/session";
import { priceHistory } from "@/lib/catalog/price-history";
import { catalogAddressOf, catalogChoices, filteredRecords } from "@/lib/views/catalog-filter";
import { catalogTable, comparisonTable } from "@/lib/views/catalog-table";
import { foundText, nothingFits } from "@/lib/views/catalog-words";

export const metadata: Metadata = { title: "Catalog" };

export default async function CatalogPage({ searchParams }: PageProps<"/catalog">) {
  await requireContext();
  const { filter, compared, seriesId } = catalogAddressOf(await searchParams);
  const today = new Date().toISOString().slice(0, 10);
  const found = filteredRecords(filter);
  const series = priceHistory.find(({ id }) => id === seriesId);
  const choices = catalogChoices();
  const choiceOf = ({ id, label }: { id: string; label: string }) => ({ value: id, label });
  return (
    <>
      <PageHead title="Catalog" />
      <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 gap-4 px-4 py-5 md:px-7">
        <CatalogFilters choices={choices} />
        <p className="text-ink-3 text-xs">{foundText(found.length)}</p>
        {found.length > 0 ? (
          <DataTable view={catalogTable(found, today)} maxHeight={520} />
        ) : (
          <p className="text-ink-2">{nothingFits}</p>
        )}
        <CatalogComparison
          chosen={compared.map(choiceOf)}
          others={found.filter((record) => !compared.includes(record)).map(choiceOf)}
          table={comparisonTable(compared, today)}
        />
        {series && <PriceHistoryCard series={series} choices={choices.series} />}
      </div>
    </>
  );
}
