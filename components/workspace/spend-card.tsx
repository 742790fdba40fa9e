"use client";

import { parseAsString, useQueryState } from "nuqs";
import { memo, useMemo, useRef } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { type TableChoice, useTableChoice } from "@/components/charts/use-table-choice";
import { Select } from "@/components/ui/select";
import { optionName } from "@/lib/views/names";
import { quarterlySpendChart } from "@/lib/views/quarterly-spend";
import { useLiveState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";
import { useWorkspaceValue } from "./workspace-context";

type Chosen = {
  readonly chosen: string | null;
  readonly onChoose: (optionId: string) => void;
};

/** What one option costs by quarter, inference against training. */
export function SpendCard() {
  const [chosen, setChosen] = useQueryState("option", parseAsString);
  const shownAs = useTableChoice("quarterly-spend");
  return <LiveCard shownAs={shownAs} chosen={chosen} onChoose={setChosen} />;
}

function LiveCard({ shownAs, chosen, onChoose }: Chosen & { readonly shownAs: TableChoice }) {
  const place = useRef<HTMLDivElement>(null);
  const state = useLiveState(place);
  const open = useOpenFigure();
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
          shownAs={shownAs}
          small
          onOpen={open}
          controls={<OptionSelect chosen={optionId} onChoose={onChoose} />}
        />
      )}
    </div>
  );
}

const OptionSelect = memo(function OptionSelect({ chosen, onChoose }: Chosen) {
  const plan = useWorkspaceValue((state) => state.stored.plan);
  const ranked = useWorkspaceValue((state) => state.projection.ranking.join(" "));
  const ids = plan.options.map(({ id }) => id).filter((id) => ranked.split(" ").includes(id));
  return (
    <Select
      aria-label="Option"
      small
      value={chosen ?? ""}
      onValueChange={onChoose}
      options={ids.map((id) => ({ value: id, label: optionName(plan, id) }))}
    />
  );
});
