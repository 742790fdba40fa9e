import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { inOneTransaction } from "@/lib/data/client";
import { detachFiles, reattachFiles } from "@/lib/data/quote-attachments";
import { deleteQuote } from "@/lib/data/quote-writes";
import { findAnsweredRfq } from "@/lib/data/rfq-answers";
import { AppError } from "@/lib/errors";
import type { RestoreQuote } from "@/lib/schemas/quote-inputs";
import { changeQuote, type QuoteSaved, recordQuote, staleQuote } from "./in-quote";
import type { QuoteAtVersion } from "./quote-changes";
import { createQuote } from "./quotes";

export type QuoteRemoved = {
  readonly id: string;
  /** What was attached, so that it comes back with the quote. */
  readonly attachmentIds: readonly string[];
};

/** A draft alone can go: what was received is what the supplier said. */
export async function removeQuote(
  ctx: Context,
  { quoteId, expectedVersion }: QuoteAtVersion,
): Promise<QuoteRemoved> {
  authorize(ctx, "quote:write");
  return changeQuote(ctx, quoteId, async (tx, held) => {
    if (held.status !== "draft")
      throw new AppError(
        "INVALID",
        `${held.number} was received and stays. Decline it, where it is of no more use.`,
      );
    if (await findAnsweredRfq(tx, ctx.orgId, held.id))
      throw new AppError(
        "INVALID",
        `${held.number} is a supplier’s answer to an RFQ and stays with it. Receive it, then decline it.`,
      );
    if (held.version !== expectedVersion) throw staleQuote(held, expectedVersion);
    const attachmentIds = await detachFiles(tx, ctx.orgId, held.id);
    await deleteQuote(tx, ctx.orgId, held.id);
    await recordQuote(tx, ctx, held, { action: "remove", revision: 1 });
    return { id: held.id, attachmentIds };
  });
}

/** Takes the deletion of a draft back, by whoever still has what it said. */
export async function restoreQuote(
  ctx: Context,
  { attachmentIds, ...quote }: RestoreQuote,
): Promise<QuoteSaved> {
  authorize(ctx, "quote:write");
  return inOneTransaction(ctx.orgId, async (tx) => {
    const saved = await createQuote(ctx, quote);
    const key = { quoteId: saved.id, revision: saved.revision };
    await reattachFiles(tx, ctx.orgId, { ...key, ids: attachmentIds });
    return saved;
  });
}
