"use client";

import { useRef } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { tokenCostChart } from "@/lib/views/token-cost";
import { useLiveChart } from "./use-live-chart";
import { useOpenFigure } from "./use-open-figure";
import { useWorkspaceValue } from "./workspace-context";

/** Dollars per million tokens over time. */
export function TokenCostCard() {
  const place = useRef<HTMLDivElement>(null);
  const shownAs = useTableChoice("token-cost");
  const { chart, source } = useLiveChart(place, tokenCostChart, {
    asTable: shownAs[0] === "table",
  });
  const planName = useWorkspaceValue((state) => state.stored.plan.name);
  const open = useOpenFigure();
  return (
    <div ref={place} className="grid min-w-0 grid-cols-1">
      {chart && (
        <ChartCard
          view={chart}
          source={source}
          planName={planName}
          height={206}
          shownAs={shownAs}
          small
          onOpen={open}
        />
      )}
    </div>
  );
}
