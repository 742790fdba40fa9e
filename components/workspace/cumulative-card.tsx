"use client";

import { useMemo, useRef } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { cumulativeCostChart } from "@/lib/views/cumulative-cost";
import { CrossingList } from "./crossing-list";
import { useLiveState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";
import { ViewSwitch } from "./view-switch";

/** Cumulative cost by option with the crossings marked and named. */
export function CumulativeCard() {
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
          controls={<ViewSwitch />}
          onOpen={open}
        >
          <CrossingList marks={chart.marks} onOpen={open} />
        </ChartCard>
      )}
    </div>
  );
}
