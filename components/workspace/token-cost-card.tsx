"use client";

import { useMemo, useRef } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { type TableChoice, useTableChoice } from "@/components/charts/use-table-choice";
import { tokenCostChart } from "@/lib/views/token-cost";
import { useLiveState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";

/** Dollars per million tokens over time. */
export function TokenCostCard() {
  return <LiveCard shownAs={useTableChoice("token-cost")} />;
}

function LiveCard({ shownAs }: { readonly shownAs: TableChoice }) {
  const place = useRef<HTMLDivElement>(null);
  const state = useLiveState(place);
  const open = useOpenFigure();
  const chart = useMemo(() => tokenCostChart(state), [state]);
  return (
    <div ref={place} className="grid min-w-0">
      {chart && (
        <ChartCard
          view={chart}
          planName={state.plan.name}
          height={206}
          shownAs={shownAs}
          small
          onOpen={open}
        />
      )}
    </div>
  );
}
