"use client";

import { useMemo } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { Select } from "@/components/ui/select";
import type { PriceSeries } from "@/lib/catalog/price-history";
import type { Choice } from "@/lib/views/catalog-filter";
import { priceHistoryChart } from "@/lib/views/price-history";
import { useCatalogAddress } from "./use-catalog-address";

type PriceHistoryCardProps = {
  readonly series: PriceSeries;
  readonly choices: readonly Choice[];
};

const noFigure = () => {};

/** Past prices of one thing and the change fitted to them. */
export function PriceHistoryCard({ series, choices }: PriceHistoryCardProps) {
  const [, ask] = useCatalogAddress();
  const shownAs = useTableChoice("price-history");
  const view = useMemo(() => priceHistoryChart(series), [series]);
  return (
    <ChartCard
      view={view}
      planName="Catalog"
      height={260}
      shownAs={shownAs}
      stacked
      onOpen={noFigure}
      controls={
        <Select
          aria-label="Price history of"
          value={series.id}
          onValueChange={(value) => void ask({ series: value })}
          options={choices}
          className="max-w-80"
        />
      }
    />
  );
}
