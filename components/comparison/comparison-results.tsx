"use client";

import { useMemo } from "react";
import { SaveMenu } from "@/components/charts/save-menu";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { Problems } from "@/components/workspace/problems";
import { ResultsGate } from "@/components/workspace/results-gate";
import { useRestedState } from "@/components/workspace/use-live-state";
import { useOpenFigure } from "@/components/workspace/use-open-figure";
import { ViewSwitch } from "@/components/workspace/view-switch";
import type { PlanQuotes } from "@/lib/schemas/plan-quotes";
import { comparisonTable } from "@/lib/views/comparison/comparison-table";
import { comparisonView } from "@/lib/views/comparison/comparison-view";
import { ComparisonGrid } from "./comparison-grid";
import { PairPicker, shownPair } from "./pair-picker";
import { RowsButton } from "./rows-button";
import { ScoreCard } from "./score-card";
import { useComparisonAddress } from "./use-comparison-address";

export type ComparisonResultsProps = {
  readonly found: PlanQuotes;
  readonly today: string;
};

const restMs = 30;

/** The plan's quotes side by side with what they are measured against. */
export function ComparisonResults({ found, today }: ComparisonResultsProps) {
  const { state, current } = useRestedState(restMs);
  const open = useOpenFigure();
  const [{ hide, against, pair: chosen }, choose] = useComparisonAddress();
  const view = useMemo(
    () => comparisonView(state, { ...found, today, referenceId: against }),
    [state, found, today, against],
  );
  const pair = shownPair(view.columns, chosen);
  const offers = view.columns.filter(({ isOffer }) => isOffer).length;
  return (
    <ResultsGate>
      <div className="mx-auto grid w-full max-w-[1680px] gap-3.5 px-4 py-5 md:px-7">
        {offers === 0 ? (
          <NoOffers />
        ) : (
          <>
            <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
              <div className="min-w-0 flex-1 basis-80">
                <h2 className="text-xl">{view.headline}</h2>
                <p className="mt-0.5 text-ink-3 text-sm">{view.basis}</p>
              </div>
              <div className="flex flex-wrap items-center gap-2">
                {view.references.length > 1 && (
                  <Select
                    aria-label="Measured against"
                    value={view.referenceId ?? ""}
                    onValueChange={(value) => void choose({ against: value })}
                    options={view.references.map(({ value, label }) => ({
                      value,
                      label: `against ${label}`,
                    }))}
                  />
                )}
                <ViewSwitch />
                <RowsButton
                  groups={view.groups}
                  hidden={hide}
                  onChange={(hidden) => void choose({ hide: hidden })}
                />
                <ButtonLink href={`/reviews/${state.stored.id}`}>Hide prices</ButtonLink>
                <SaveMenu planName={state.plan.name} table={() => comparisonTable(view)} />
              </div>
            </header>
            <Problems />
            <PairPicker
              columns={view.columns}
              pair={pair}
              onChange={(next) => void choose({ pair: next })}
            />
            <div className={current ? undefined : "opacity-60"}>
              <ComparisonGrid view={view} hidden={hide} pair={pair} onOpen={open} />
            </div>
            {view.footnotes.map((note) => (
              <p key={note} className="text-ink-3 text-xs">
                {note}
              </p>
            ))}
            <ScoreCard planId={state.stored.id} view={view.score} found={found} />
          </>
        )}
      </div>
    </ResultsGate>
  );
}

function NoOffers() {
  return (
    <EmptyState
      title="Compare what suppliers offer"
      actions={
        <ButtonLink variant="primary" href="/quotes">
          Open the quotes
        </ButtonLink>
      }
    >
      No option of this plan comes from a quote yet. Open a quote and choose <i>Use in a plan</i>:
      it becomes a column here, beside the plan&rsquo;s cloud and API.
    </EmptyState>
  );
}
