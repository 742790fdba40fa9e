import type { Criterion, QuoteScore } from "@/lib/schemas/quote-review";
import type { ComparedOption } from "./quote-comparison";

const mostPoints = 10;
const mostScore = 100;

/** An offer's points by one criterion, 0 to 10; null while they are not known. */
export type CriterionPoints = {
  readonly criterionId: string;
  readonly points: number | null;
  /** Weight over the sum of all weights. */
  readonly shareFraction: number;
  /** What people gave, where people judge. */
  readonly scores: readonly QuoteScore[];
};

export type OfferScore = {
  readonly optionId: string;
  readonly rows: readonly CriterionPoints[];
  /** 0 to 100; null while a criterion with a weight has no points, or the offer is incomplete. */
  readonly score: number | null;
};

type Offer = Pick<ComparedOption, "optionId" | "standing" | "totalCost" | "exactLeadTimeMonths"> & {
  readonly quoteId: string | null;
};

/**
 * score = 100 x sum(weight x points / 10) / sum of weights. Cost: points = 10 x lowest cost / cost. Time:
 * points = 10 x (shortest lead time + 1) / (lead time + 1), in months, among all offers. Judged: the mean of what evaluators gave.
 * docs/model.md, "Weighted score".
 */
export function weightedScores(
  offers: readonly Offer[],
  { criteria, scores }: { criteria: readonly Criterion[]; scores: readonly QuoteScore[] },
): readonly OfferScore[] {
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return offers.map((offer) => {
    const rows = criteria.map((criterion): CriterionPoints => {
      const given = scores.filter(
        ({ quoteId, criterionId }) => quoteId === offer.quoteId && criterionId === criterion.id,
      );
      return {
        criterionId: criterion.id,
        points: pointsOf(criterion, { offer, offers, given }),
        shareFraction: whole > 0 ? criterion.weight / whole : 0,
        scores: given,
      };
    });
    return { optionId: offer.optionId, rows, score: scoreOf(offer, rows) };
  });
}

type Judged = {
  readonly offer: Offer;
  readonly offers: readonly Offer[];
  readonly given: readonly QuoteScore[];
};

function pointsOf({ kind }: Criterion, { offer, offers, given }: Judged): number | null {
  if (kind === "judged") return mean(given.map(({ score }) => score));
  if (kind === "cost") {
    const complete = offers.filter(({ standing }) => standing === "complete");
    const lowest = lowestOf(complete.map(({ totalCost }) => totalCost));
    return offer.standing === "complete" ? proportion(offer.totalCost, lowest) : null;
  }
  const after = ({ exactLeadTimeMonths: months }: Offer) => (months === null ? null : months + 1);
  return proportion(after(offer), lowestOf(offers.map(after)));
}

/** The lowest has all points, twice as much has half of them; nothing is divided by what is not above 0. */
const proportion = (value: number | null, lowest: number | null): number | null =>
  value === null || lowest === null || lowest <= 0 ? null : (mostPoints * lowest) / value;

function lowestOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function scoreOf({ standing }: Offer, rows: readonly CriterionPoints[]): number | null {
  const weighing = rows.filter(({ shareFraction }) => shareFraction > 0);
  if (standing !== "complete" || weighing.length === 0) return null;
  return weighing.reduce<number | null>(
    (sum, { points, shareFraction }) =>
      sum === null || points === null
        ? null
        : sum + (mostScore * shareFraction * points) / mostPoints,
    0,
  );
}
