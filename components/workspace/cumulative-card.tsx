"use client";

import { useRef } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { cumulativeCostChart } from "@/lib/views/cumulative-cost";
import { CrossingList } from "./crossing-list";
import { useLiveChart } from "./use-live-chart";
import { useOpenFigure } from "./use-open-figure";
import { ViewSwitch } from "./view-switch";
import { useWorkspaceValue } from "./workspace-context";

/** Cumulative cost by option with the crossings marked and named. */
export function CumulativeCard() {
  const place = useRef<HTMLDivElement>(null);
  const shownAs = useTableChoice("cumulative-cost");
  const { chart, source } = useLiveChart(place, cumulativeCostChart, {
    asTable: shownAs[0] === "table",
  });
  const planName = useWorkspaceValue((state) => state.stored.plan.name);
  const open = useOpenFigure();
  return (
    <div ref={place} className="min-w-0">
      {chart && (
        <ChartCard
          view={chart}
          source={source}
          planName={planName}
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
