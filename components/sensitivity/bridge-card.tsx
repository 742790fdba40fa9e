"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { memo, useMemo } from "react";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { shownOption } from "@/components/workspace/option-select";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { bridgeChoices, bridgeEnd } from "@/lib/views/bridge-ends";
import { bridgeView } from "@/lib/views/cost-bridge";
import { optionName } from "@/lib/views/names";
import { AnalysisCard } from "./analysis-card";
import { BridgeChart } from "./bridge-chart";

const kinds = ["options", "scenarios"] as const;
const parsers = {
  bridge: parseAsStringLiteral(kinds).withDefault("options"),
  from: parseAsString,
  to: parseAsString,
  bridged: parseAsString,
};

/** From one option to another, or from one scenario to another, line by line. */
export const BridgeCard = memo(function BridgeCard({ state }: { readonly state: WorkspaceState }) {
  const [chosen, choose] = useQueryStates(parsers);
  const { plan, projection } = state;
  const optionId = shownOption(state, chosen.bridged);
  const choices = useMemo(() => bridgeChoices(state, chosen.bridge), [state, chosen.bridge]);
  const ids = choices.map(({ value }) => value);
  const to = ids.find((id) => id === chosen.to) ?? ids[0];
  const from = ids.find((id) => id === chosen.from && id !== to) ?? ids.find((id) => id !== to);
  const view = useMemo(() => {
    if (from === undefined || to === undefined || optionId === undefined) return null;
    const of = { kind: chosen.bridge, optionId };
    const [first, last] = [bridgeEnd(state, of, from), bridgeEnd(state, of, to)];
    return first && last && bridgeView(first, last);
  }, [state, chosen.bridge, from, to, optionId]);
  const controls = (
    <>
      <Segmented
        label="Bridge between"
        value={chosen.bridge}
        onValueChange={(bridge) => void choose({ bridge, from: null, to: null })}
        options={[
          { value: "options", label: "Options" },
          { value: "scenarios", label: "Scenarios" },
        ]}
      />
      {chosen.bridge === "scenarios" && (
        <Select
          aria-label="Option of the bridge"
          small
          value={optionId ?? ""}
          onValueChange={(bridged) => void choose({ bridged })}
          options={projection.ranking.map((id) => ({ value: id, label: optionName(plan, id) }))}
        />
      )}
      {choices.length > 1 && (
        <>
          <Select
            aria-label="From"
            small
            value={from ?? ""}
            onValueChange={(id) => void choose({ from: id })}
            options={choices
              .filter(({ value }) => value !== to)
              .map(({ value, label }) => ({ value, label: `from ${label}` }))}
          />
          <Select
            aria-label="To"
            small
            value={to ?? ""}
            onValueChange={(id) =>
              void choose({ to: id, ...(id === from && { from: to ?? null }) })
            }
            options={choices.map(({ value, label }) => ({ value, label: `to ${label}` }))}
          />
        </>
      )}
    </>
  );
  if (!view) {
    return (
      <section aria-label="Cost bridge" className="card grid gap-3 px-4 py-4 md:px-5">
        <h2 className="text-lg leading-[1.375rem]">From one cost to another</h2>
        <div className="flex flex-wrap items-center gap-2">{controls}</div>
        <p className="text-ink-2 text-sm">
          {chosen.bridge === "scenarios"
            ? "A bridge between scenarios needs a scenario, or a what-if on screen, in which this option is ranked."
            : "A bridge needs two options that are ranked."}
        </p>
      </section>
    );
  }
  return (
    <AnalysisCard
      id={view.id}
      planName={plan.name}
      title={view.title}
      basis={view.basis}
      note={view.note}
      table={view.table}
      controls={controls}
    >
      <BridgeChart view={view} />
    </AnalysisCard>
  );
});
