"use client";

import { useMemo, useState } from "react";
import { SaveMenu } from "@/components/charts/save-menu";
import { NewerRevisions } from "@/components/forms/options/newer-revisions";
import { Button, buttonClass } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { Problems } from "@/components/workspace/problems";
import { ResultsGate } from "@/components/workspace/results-gate";
import { useRestedState } from "@/components/workspace/use-live-state";
import { useOpenFigure } from "@/components/workspace/use-open-figure";
import { ViewSwitch } from "@/components/workspace/view-switch";
import type { PlanQuotes } from "@/lib/schemas/plan-quotes";
import type { NewerRevision } from "@/lib/schemas/quote-in-plan";
import { awardMemo } from "@/lib/views/comparison/award-memo";
import { awardLines } from "@/lib/views/comparison/award-words";
import { comparisonTable } from "@/lib/views/comparison/comparison-table";
import { comparedOf, comparisonView } from "@/lib/views/comparison/comparison-view";
import { newerThanAward } from "@/lib/views/quote-award";
import { AwardCard } from "./award-card";
import { AwardDialog } from "./award-dialog";
import { ComparisonGrid } from "./comparison-grid";
import { HidePricesLink } from "./hide-prices-link";
import { MemoCard } from "./memo-card";
import { PairPicker, shownPair } from "./pair-picker";
import { RowsButton } from "./rows-button";
import { ScoreCard } from "./score-card";
import { useComparisonAddress } from "./use-comparison-address";
import { WaitingQuotes } from "./waiting-quotes";

export type ComparisonResultsProps = {
  readonly found: PlanQuotes;
  /** Options that a newer revision of their quote, or another rate, waits for. */
  readonly newer: readonly NewerRevision[];
  readonly today: string;
};

const restMs = 30;

/** The plan's quotes side by side with what they are measured against. */
export function ComparisonResults({ found, newer, today }: ComparisonResultsProps) {
  const { state, current } = useRestedState(restMs);
  const open = useOpenFigure();
  const [{ hide, against, pair: chosen }, choose] = useComparisonAddress();
  const [awarding, setAwarding] = useState(false);
  const compared = useMemo(
    () => comparedOf(state, { ...found, today, referenceId: against }),
    [state, found, today, against],
  );
  const view = useMemo(() => comparisonView(compared), [compared]);
  const [newest] = found.awards;
  const award = newest?.undone === null ? newest : undefined;
  const { id: planId, version: planVersion } = state.stored;
  const named = state.plan.scenarios.find(({ id }) => id === state.scenarioId)?.name ?? "Base";
  const scenario = state.overlay.length > 0 ? `${named}, with what-if changes` : named;
  const write = () => awardMemo({ compared, view, award, scenario, planVersion });
  const pair = shownPair(view.columns, chosen);
  const offers = view.columns.filter(({ isOffer }) => isOffer).length;
  return (
    <ResultsGate>
      <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 gap-3.5 px-4 py-5 md:px-7">
        <WaitingQuotes waiting={found.waiting} />
        <NewerRevisions
          planId={planId}
          revisions={newer}
          optionNames={new Map(state.plan.options.map(({ id, name }) => [id, name]))}
          canEdit={state.stored.canEdit}
        />
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
                <HidePricesLink planId={planId} className={buttonClass({})}>
                  Hide prices
                </HidePricesLink>
                <SaveMenu planName={state.plan.name} table={() => comparisonTable(view)} />
                {found.canAward && !award && found.quotes.length > 0 && (
                  <Button variant="primary" onClick={() => setAwarding(true)}>
                    Award
                  </Button>
                )}
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
            <AwardCard
              planId={planId}
              lines={awardLines(compared, found.awards)}
              holds={award !== undefined}
              newer={newerThanAward(award, found.quotes)}
              canAward={found.canAward}
            />
            <ScoreCard planId={planId} view={view.score} found={found} />
            <MemoCard
              planId={planId}
              planName={state.plan.name}
              planVersion={planVersion}
              found={found}
              write={write}
            />
            {awarding && (
              <AwardDialog
                planId={planId}
                quotes={found.quotes}
                compared={compared}
                onClose={() => setAwarding(false)}
              />
            )}
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
