import { numberFull, share } from "@/lib/format";
import type { Criterion } from "@/lib/schemas/quote-review";
import type { Compared, ScoreView } from "./types";

const formulas: Readonly<Record<Criterion["kind"], string>> = {
  cost: "10 x the lowest total cost / its total cost",
  time: "10 x (shortest lead time + 1) / (its lead time + 1), in months",
  judged: "what evaluators gave, on average",
};

/** Every score with whose it is, the weights and the formula: nothing of the sum is hidden. */
export function scoreView({ candidates, review, scores }: Compared): ScoreView {
  const offers = candidates.filter(({ isOffer }) => isOffer);
  const nameOf = (userId: string) =>
    review.evaluators.find((one) => one.userId === userId)?.name ?? "Somebody";
  return {
    title: "How the score comes about",
    formula:
      "Score = 100 x the sum of weight x points / 10, over the sum of the weights. Points go from 0 to 10.",
    offers: offers.map(({ optionId, quote, name }) => ({
      ...{ optionId, name, quoteId: quote?.quoteId ?? null },
    })),
    rows: review.criteria.map(({ id, name, kind }) => {
      const rows = offers.map(({ optionId }) =>
        scores
          .find((one) => one.optionId === optionId)
          ?.rows.find(({ criterionId }) => criterionId === id),
      );
      return {
        ...{ id, name, how: formulas[kind] },
        weight: share(rows[0]?.shareFraction ?? 0),
        cells: rows.map((row) => ({
          points: row?.points === null || !row ? "not scored" : numberFull(row.points, 1),
          known: row !== undefined && row.points !== null,
          given: (row?.scores ?? []).map(({ userId, score, reason }) => ({
            by: nameOf(userId),
            score: numberFull(score, 1),
            reason,
          })),
        })),
      };
    }),
    totals: offers.map(({ optionId, standing }) => {
      const score = scores.find((one) => one.optionId === optionId)?.score ?? null;
      if (score !== null) return numberFull(score, 1);
      return standing === "complete" ? "not scored yet" : "not ranked";
    }),
  };
}
