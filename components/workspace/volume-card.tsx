"use client";

import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { Select } from "@/components/ui/select";
import { volumeChart } from "@/lib/views/break-even-volume";
import { volumeMonths, volumePairs } from "@/lib/views/volume-pairs";
import { useRestedState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";

const restMs = 30;

/** What a month costs at every volume, for a chosen pair and month. It follows when the hand rests. */
export function VolumeCard() {
  const { state, current } = useRestedState(restMs);
  const open = useOpenFigure();
  const shownAs = useTableChoice("break-even-volume");
  const [chosen, choose] = useQueryStates({
    pair: parseAsString,
    month: parseAsInteger.withDefault(1),
  });
  const pairs = useMemo(() => volumePairs(state), [state]);
  const months = useMemo(() => volumeMonths(state), [state]);
  const pair = pairs.find(({ id }) => id === chosen.pair) ?? pairs[0];
  const month = months.find(({ value }) => value === String(chosen.month)) ?? months[0];
  const chart = useMemo(
    () => (pair && month ? volumeChart(state, { ...pair, month: Number(month.value) - 1 }) : null),
    [state, pair, month],
  );
  if (!chart || !pair || !month) return null;
  return (
    <div className={current ? "min-w-0" : "min-w-0 opacity-60"}>
      <ChartCard
        view={chart}
        planName={state.plan.name}
        height={300}
        shownAs={shownAs}
        stacked
        onOpen={open}
        controls={
          <>
            <Select
              aria-label="Pair of options"
              small
              className="max-w-56"
              value={pair.id}
              onValueChange={(id) => void choose({ pair: id })}
              options={pairs.map(({ id, label }) => ({ value: id, label }))}
            />
            <Select
              aria-label="Month"
              small
              value={month.value}
              onValueChange={(value) => void choose({ month: Number(value) })}
              options={months}
            />
          </>
        }
      />
    </div>
  );
}
