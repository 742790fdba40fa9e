import type { Context } from "@/lib/auth/context";
import type { Transaction } from "@/lib/data/client";
import { findQuoteByNumber, listOpenQuotes } from "@/lib/data/quotes";
import type { HeldRfq } from "@/lib/data/rfqs";
import { AppError } from "@/lib/errors";
import { chooseFormer, isClosedToEyes, type SealedAnswer } from "@/lib/schemas/rfq";
import { askedOf } from "./rfq-changes";

type Said = SealedAnswer & {
  readonly supplierId: string;
  /** The number of the quote that it revises, null where none; absent while nobody said. */
  readonly revises?: string | null | undefined;
};

/**
 * What an answer says, under the number that it comes in by: its own, or that of the open quote which it
 * revises. A supplier who has one for the same RFQ may have numbered it anew, so then somebody must say.
 */
export async function underItsNumber(
  tx: Transaction,
  ctx: Context,
  held: HeldRfq,
  { supplierId, revises, ...said }: Said,
): Promise<SealedAnswer> {
  const { name, answers } = askedOf(held, supplierId);
  const { number, currency, content } = said;
  const isKnown =
    answers.some((one) => one.number === number) ||
    (await findQuoteByNumber(tx, ctx.orgId, { supplierId, number })) !== null;
  if (isKnown || revises === null) return said;
  const former = await openNumbers(tx, ctx, held, { supplierId, currency });
  if (revises === undefined) {
    if (former.length === 0) return said;
    throw new AppError("INVALID", whatIsIt(name, number, former));
  }
  if (!former.includes(revises))
    throw new AppError(
      "INVALID",
      `${revises} is no open quote of ${name} for this RFQ in ${currency}. Take the answer in as another quote.`,
    );
  return {
    ...said,
    number: revises,
    content: { ...content, notes: withNumber(number, content.notes) },
  };
}

const whatIsIt = (name: string, number: string, former: readonly string[]): string =>
  `${chooseFormer} ${name} has ${former.join(", ")} open for this RFQ, and this one is numbered ${number}: a new revision of it, or another quote.`;

const longestNotes = 4000;

/** The supplier's own number stays on record. */
function withNumber(number: string, notes: string): string {
  const line = `Numbered ${number} by the supplier.`;
  return `${line}${notes === "" ? "" : "\n"}${notes}`.slice(0, longestNotes);
}

/** What this supplier answered before that can have a next revision; of what is sealed nobody knows more than its number. */
async function openNumbers(
  tx: Transaction,
  { orgId }: Context,
  held: HeldRfq,
  { supplierId, currency }: { readonly supplierId: string; readonly currency: string },
): Promise<readonly string[]> {
  const { answers } = askedOf(held, supplierId);
  if (isClosedToEyes(held)) return [...new Set(answers.map(({ number }) => number))];
  const ids = answers.flatMap(({ quote }) => quote?.id ?? []);
  return (await listOpenQuotes(tx, orgId, { ids, currency })).map(({ number }) => number);
}
