"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { PlanQuotes } from "@/lib/schemas/plan-quotes";
import { evaluatorsText } from "@/lib/views/comparison/review-words";
import type { ScoreView } from "@/lib/views/comparison/types";
import { HidePricesLink } from "./hide-prices-link";
import { ReviewDialog } from "./review-dialog";
import { ScoreDialog } from "./score-dialog";

type ScoreCardProps = {
  readonly planId: string;
  readonly view: ScoreView;
  readonly found: PlanQuotes;
};

/** Weights, points and reasons behind the weighted score, and where they are given. */
export function ScoreCard({ planId, view, found }: ScoreCardProps) {
  const [open, setOpen] = useState<"score" | "review" | null>(null);
  const { review, userId, canReview } = found;
  // A quote that two options use is scored once.
  const offers = [
    ...new Map(
      view.offers.flatMap(({ quoteId, name }) =>
        quoteId ? [[quoteId, { quoteId, name }] as const] : [],
      ),
    ).values(),
  ];
  const judged = review.criteria.filter(({ kind }) => kind === "judged");
  const isEvaluator = review.evaluators.some((one) => one.userId === userId);
  return (
    <section aria-labelledby="scores" className="card grid gap-3 px-4 py-4 md:px-5">
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <h2 id="scores" className="text-lg">
            {view.title}
          </h2>
          <p className="mt-0.5 text-ink-3 text-xs">{view.formula}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {canReview && <Button onClick={() => setOpen("review")}>Criteria and evaluators</Button>}
          {(canReview || isEvaluator) && judged.length > 0 && offers.length > 0 && (
            <Button variant="primary" onClick={() => setOpen("score")}>
              Score an offer
            </Button>
          )}
        </div>
      </header>
      <ScoreTable view={view} />
      <p className="text-ink-3 text-xs">
        {evaluatorsText(review.evaluators)}{" "}
        <HidePricesLink planId={planId} className="link">
          The technical review
        </HidePricesLink>{" "}
        shows the offers without a price.
      </p>
      {open === "score" && (
        <ScoreDialog
          planId={planId}
          offers={offers}
          criteria={judged}
          scores={review.scores.filter((one) => one.userId === userId)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "review" && (
        <ReviewDialog planId={planId} found={found} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

function ScoreTable({ view }: { readonly view: ScoreView }) {
  const cell = "border-line border-b px-3 py-2 align-top";
  return (
    <ScrollRegion label="Scores" className="scrolls-x">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="text-left text-ink-3 text-xs">
            <th scope="col" className={cell}>
              Criterion
            </th>
            <th scope="col" className={`${cell} text-right`}>
              Weight
            </th>
            {view.offers.map(({ optionId, name }) => (
              <th key={optionId} scope="col" className={`${cell} min-w-36 text-right`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ id, name, weight, how, cells }) => (
            <tr key={id}>
              <th scope="row" className={`${cell} min-w-40 text-left font-label`}>
                {name}
                <span className="block font-text text-2xs text-ink-3">{how}</span>
              </th>
              <td className={`${cell} text-right`}>{weight}</td>
              {cells.map(({ points, known, given }, index) => (
                <td key={view.offers[index]?.optionId ?? index} className={`${cell} text-right`}>
                  <span className={known ? undefined : "text-ink-3"}>{points}</span>
                  {given.map(({ by, score, reason }) => (
                    <span key={by} className="block text-2xs text-ink-3">
                      {by} {score}: {reason}
                    </span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="px-3 py-2 text-left font-title">
              Weighted score
            </th>
            <td />
            {view.totals.map((total, index) => (
              <td
                key={view.offers[index]?.optionId ?? index}
                className="px-3 py-2 text-right font-title"
              >
                {total}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
