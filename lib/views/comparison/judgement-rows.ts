import { listed, numberFull } from "@/lib/format";
import { muted, rowOf } from "./cells";
import type { Candidate, Compared, ComparisonCell, ComparisonGroup } from "./types";

export const judgementRows = (compared: Compared): ComparisonGroup => ({
  id: "judgement",
  title: "Judgement",
  rows: [
    rowOf(
      compared,
      {
        id: "score",
        label: "Weighted score",
        detail: listed(
          compared.review.criteria
            .filter(({ weight }) => weight > 0)
            .map(({ name }) => name.toLowerCase()),
        ),
      },
      (one) => scoreCell(compared, one),
    ),
  ],
});

function scoreCell({ scores, review }: Compared, candidate: Candidate): ComparisonCell {
  if (!candidate.isOffer) return muted("none");
  if (candidate.standing !== "complete") return { text: "not ranked", sort: null, tone: "warn" };
  const own = scores.find(({ optionId }) => optionId === candidate.optionId);
  if (!own || own.score === null) {
    const waiting = (own?.rows ?? [])
      .filter(({ points, shareFraction }) => points === null && shareFraction > 0)
      .map(({ criterionId }) => review.criteria.find(({ id }) => id === criterionId)?.name ?? "");
    return { ...muted("not scored yet"), note: waiting.length > 0 ? listed(waiting) : undefined };
  }
  const known = scores.flatMap(({ score }) => (score === null ? [] : [score]));
  const isBest =
    known.length > 1 && known.filter((score) => score >= (own.score ?? 0)).length === 1;
  return {
    text: numberFull(own.score, 0),
    sort: own.score,
    strong: true,
    ...(isBest && { best: "best" }),
  };
}
