"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useMemo, useRef } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { Select } from "@/components/ui/select";
import { optionName } from "@/lib/views/names";
import { quarterlySpendChart } from "@/lib/views/quarterly-spend";
import { useLiveState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";

/** What one option costs by quarter, inference against training. */
export function SpendCard() {
  const place = useRef<HTMLDivElement>(null);
  const state = useLiveState(place);
  const open = useOpenFigure();
  const [chosen, setChosen] = useQueryState("option", parseAsString);
  const { ranking } = state.projection;
  const optionId = chosen && ranking.includes(chosen) ? chosen : ranking[0];
  const chart = useMemo(
    () => (optionId === undefined ? null : quarterlySpendChart(state, optionId)),
    [state, optionId],
  );
  return (
    <div ref={place} className="grid min-w-0">
      {chart && optionId !== undefined && (
        <ChartCard
          view={chart}
          planName={state.plan.name}
          height={206}
          small
          onOpen={open}
          controls={
            <Select
              aria-label="Option"
              small
              value={optionId}
              onValueChange={(id) => void setChosen(id)}
              options={[...ranking].map((id) => ({ value: id, label: optionName(state.plan, id) }))}
            />
          }
        />
      )}
    </div>
  );
}
