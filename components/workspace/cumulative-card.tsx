"use client";

import { useMemo, useRef } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { type TableChoice, useTableChoice } from "@/components/charts/use-table-choice";
import { cumulativeCostChart } from "@/lib/views/cumulative-cost";
import { CrossingList } from "./crossing-list";
import { useLiveState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";
import { ViewSwitch } from "./view-switch";

/** Cumulative cost by option with the crossings marked and named. */
export function CumulativeCard() {
  return <LiveCard shownAs={useTableChoice("cumulative-cost")} />;
}

/** What follows a slider reads no address: that costs as much as drawing. */
function LiveCard({ shownAs }: { readonly shownAs: TableChoice }) {
  const place = useRef<HTMLDivElement>(null);
  const state = useLiveState(place);
  const open = useOpenFigure();
  const chart = useMemo(() => cumulativeCostChart(state), [state]);
  return (
    <div ref={place} className="min-w-0">
      {chart && (
        <ChartCard
          view={chart}
          planName={state.plan.name}
          height={372}
          shownAs={shownAs}
          controls={<ViewSwitch />}
          onOpen={open}
        >
          <CrossingList marks={chart.marks} onOpen={open} />
        </ChartCard>
      )}
    </div>
  );
}
