"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useRef } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { quarterlySpendChart } from "@/lib/views/quarterly-spend";
import { OptionSelect, shownOption } from "./option-select";
import { useLiveChart } from "./use-live-chart";
import { useOpenFigure } from "./use-open-figure";
import { useWorkspaceValue } from "./workspace-context";
import type { WorkspaceState } from "./workspace-store";

/** What one option costs by quarter, inference against training. */
export function SpendCard() {
  const place = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useQueryState("option", parseAsString);
  const shownAs = useTableChoice("quarterly-spend");
  const make = useCallback(
    (state: WorkspaceState) => {
      const optionId = shownOption(state, chosen);
      return optionId === undefined ? null : quarterlySpendChart(state, optionId);
    },
    [chosen],
  );
  const { chart, source } = useLiveChart(place, make, { asTable: shownAs[0] === "table" });
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
          controls={<OptionSelect chosen={chosen} onChoose={(id) => void setChosen(id)} />}
        />
      )}
    </div>
  );
}
