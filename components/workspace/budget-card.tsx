"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useRef } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { useTableChoice } from "@/components/charts/use-table-choice";
import { budgetYears, hasBudget } from "@/lib/views/budget";
import { budgetChart } from "@/lib/views/budget-chart";
import { budgetSentences } from "@/lib/views/budget-sentences";
import { OptionSelect, shownOption } from "./option-select";
import { useLiveChart } from "./use-live-chart";
import { useLiveState } from "./use-live-state";
import { useOpenFigure } from "./use-open-figure";
import { ViewSwitch } from "./view-switch";
import { useWorkspaceValue } from "./workspace-context";
import type { WorkspaceState } from "./workspace-store";

/** One option by fiscal year under its budgets, with what sets them apart said in words. */
export function BudgetCard() {
  const isBudgeted = useWorkspaceValue(hasBudget);
  return isBudgeted ? <Comparison /> : <NoBudget />;
}

function NoBudget() {
  const canEdit = useWorkspaceValue((state) => state.stored.canEdit);
  return (
    <section aria-labelledby="no-budget" className="card px-4 py-5 md:px-5">
      <h2 id="no-budget" className="text-lg leading-[1.375rem]">
        No budget yet
      </h2>
      <p className="mt-1 max-w-[64ch] text-ink-2 text-sm">
        {canEdit
          ? "Enter what each fiscal year may cost below, or paste a column from a spreadsheet. Then this page says which year is over, by how much, and because of what."
          : "Once an editor has entered what each fiscal year may cost, this page says which year is over, by how much, and because of what."}
      </p>
    </section>
  );
}

function Comparison() {
  const place = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useQueryState("option", parseAsString);
  const shownAs = useTableChoice("budget");
  const make = useCallback(
    (state: WorkspaceState) => {
      const optionId = shownOption(state, chosen);
      const years = optionId === undefined ? null : budgetYears(state, optionId);
      return optionId === undefined || !years ? null : budgetChart(state, optionId, years);
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
          height={260}
          shownAs={shownAs}
          onOpen={open}
          controls={
            <>
              <OptionSelect chosen={chosen} onChoose={(id) => void setChosen(id)} />
              <ViewSwitch />
            </>
          }
        >
          <Sentences chosen={chosen} />
        </ChartCard>
      )}
    </div>
  );
}

function Sentences({ chosen }: { readonly chosen: string | null }) {
  const place = useRef<HTMLUListElement>(null);
  const state = useLiveState(place);
  const optionId = shownOption(state, chosen);
  const years = optionId === undefined ? null : budgetYears(state, optionId);
  return (
    <ul
      ref={place}
      aria-label="Each fiscal year in words"
      className="mt-3 grid gap-1.5 border-line border-t pt-3 text-sm"
    >
      {years &&
        budgetSentences(state, years).map(({ id, text }) => (
          <li key={id} className="max-w-[120ch] text-pretty">
            {text}
          </li>
        ))}
    </ul>
  );
}
