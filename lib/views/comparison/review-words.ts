import { counted, instantText } from "@/lib/format";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { Memo } from "@/lib/schemas/quote-award";
import type { Evaluator } from "@/lib/schemas/quote-review";

/** Who scores, and who of them without prices. */
export const evaluatorsText = (
  evaluators: readonly Pick<Evaluator, "name" | "seesPrices">[],
): string =>
  evaluators.length === 0
    ? "Nobody has scored yet."
    : evaluators
        .map(({ name, seesPrices }) => (seesPrices ? name : `${name}, prices hidden`))
        .join("; ");

/** "Q-1 rev 2 offers 4." */
export const offeredText = ({
  number,
  revision,
  servers,
}: Pick<PlanQuote, "number" | "revision" | "servers">): string =>
  `${number} rev ${revision} offers ${servers}.`;

/** Where the memo on screen is from. */
export function memoText(
  memo: Omit<Memo, "body" | "planVersion"> | undefined,
  unsaved: boolean,
): string {
  if (!memo)
    return unsaved
      ? "Written from the figures above, with their sources; not saved yet."
      : "Written from the figures above, with their sources; yours to edit.";
  const from = `ersion ${memo.version}, ${memo.by ?? "somebody"}, ${instantText(memo.at)}`;
  return unsaved ? `Changed since v${from}` : `V${from}`;
}

/** "Stavra, 2 scores not saved": an offer in the list of those to score. */
export const notSavedText = (name: string, unsaved: number): string =>
  unsaved === 0 ? name : `${name}, ${counted(unsaved, "score")} not saved`;

export const saveScoresText = (offers: number): string =>
  offers > 1 ? `Save scores of ${counted(offers, "offer")}` : "Save scores";
