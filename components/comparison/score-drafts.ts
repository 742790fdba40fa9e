import type { Criterion, QuoteScore } from "@/lib/schemas/quote-review";

export type ScoreEntry = { readonly score: string; readonly reason: string };

/** What was typed and is not saved yet: by offer, then by criterion. */
export type ScoreDrafts = Readonly<Record<string, Readonly<Record<string, ScoreEntry>>>>;

export type ScorePlace = { readonly quoteId: string; readonly criterionId: string };

export type ScoreInput = ScorePlace & { readonly score: number | null; readonly reason: string };

const nothing: ScoreEntry = { score: "", reason: "" };
const halves = /^(?:\d(?:\.[05])?|10(?:\.0)?)$/;

export function storedEntry(scores: readonly QuoteScore[], place: ScorePlace): ScoreEntry {
  const held = scores.find(
    (one) => one.quoteId === place.quoteId && one.criterionId === place.criterionId,
  );
  return held ? { score: String(held.score), reason: held.reason } : nothing;
}

/** With one more entry; typed back to what is stored it is no draft any more. */
export function withEntry(
  drafts: ScoreDrafts,
  { quoteId, criterionId }: ScorePlace,
  { entry, stored }: { readonly entry: ScoreEntry; readonly stored: ScoreEntry },
): ScoreDrafts {
  const { [criterionId]: _, ...others } = drafts[quoteId] ?? {};
  const isStored = entry.score === stored.score && entry.reason === stored.reason;
  return { ...drafts, [quoteId]: isStored ? others : { ...others, [criterionId]: entry } };
}

export const unsavedCount = (drafts: ScoreDrafts, quoteId: string): number =>
  Object.keys(drafts[quoteId] ?? {}).length;

/** What there is to save, or the first entry that is no score from 0 to 10 by halves. */
export function readDrafts(
  drafts: ScoreDrafts,
  criteria: readonly Pick<Criterion, "id">[],
): { readonly inputs: readonly ScoreInput[]; readonly wrong: ScorePlace | null } {
  const entries = Object.entries(drafts).flatMap(([quoteId, own]) =>
    criteria.flatMap(({ id: criterionId }) => {
      const entry = own[criterionId];
      return entry ? [{ quoteId, criterionId, ...entry, score: entry.score.trim() }] : [];
    }),
  );
  const wrong = entries.find(({ score }) => score !== "" && !halves.test(score)) ?? null;
  const inputs = entries.map((one) => ({
    ...one,
    score: one.score === "" ? null : Number(one.score),
  }));
  return { inputs: wrong ? [] : inputs, wrong };
}
