"use client";

import { useState } from "react";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { TechnicalReview } from "@/lib/schemas/technical-review";
import {
  technicalChoices,
  technicalColumns,
  technicalRows,
} from "@/lib/views/comparison/technical-rows";
import { ComparisonGrid } from "./comparison-grid";
import { PairPicker, shownPair } from "./pair-picker";
import { ScoreDialog } from "./score-dialog";
import { useComparisonAddress } from "./use-comparison-address";

/** The offers without a price: none is on this page, nor in what made it. */
export function TechnicalReviewScreen({ review }: { readonly review: TechnicalReview }) {
  const [scoring, setScoring] = useState(false);
  const [{ hide, pair: chosen }, choose] = useComparisonAddress();
  const { planId, planName, offers, criteria, scores, seesPrices, canScore } = review;
  const columns = technicalColumns(offers);
  const pair = shownPair(columns, chosen);
  const headline = `Technical review of the quotes of ${planName}`;
  return (
    <>
      <PageHead
        title="Technical review"
        actions={
          <>
            {seesPrices && (
              <ButtonLink href={`/plans/${planId}/quotes`}>Back to the prices</ButtonLink>
            )}
            {canScore && offers.length > 0 && criteria.length > 0 && (
              <Button variant="primary" onClick={() => setScoring(true)}>
                Score an offer
              </Button>
            )}
          </>
        }
      />
      <div className="mx-auto grid w-full max-w-[1680px] gap-3.5 px-4 py-5 md:px-7">
        <p className="text-ink-2">
          {planName}: what is offered, without prices and without anything that follows from one.
          Scenarios are left out: figures are those of the plan&rsquo;s base.
          {!seesPrices && " Prices are hidden from you until an editor shows them."}
        </p>
        {offers.length === 0 ? (
          <p className="text-ink-2">No option of this plan uses a quote yet.</p>
        ) : (
          <>
            <PairPicker
              columns={columns}
              pair={pair}
              onChange={(next) => void choose({ pair: next })}
            />
            <ComparisonGrid
              view={{ columns, groups: technicalRows(offers), headline }}
              hidden={hide}
              pair={pair}
            />
          </>
        )}
      </div>
      {scoring && (
        <ScoreDialog
          planId={planId}
          offers={technicalChoices(offers)}
          criteria={criteria}
          scores={scores}
          onClose={() => setScoring(false)}
        />
      )}
    </>
  );
}
