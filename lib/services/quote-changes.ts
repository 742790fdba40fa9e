import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/data/client";
import { findAwardingPlan } from "@/lib/data/quote-awards";
import {
  patchRevision,
  type QuoteWrite,
  receiveRevision,
  updateQuote,
  writeRevision,
} from "@/lib/data/quote-writes";
import { findRevision, isNumberTaken, type QuoteOutline } from "@/lib/data/quotes";
import { supplierIdOf } from "@/lib/data/suppliers";
import { AppError } from "@/lib/errors";
import {
  contentOf,
  type QuoteContent,
  type QuoteHead,
  type QuoteLine,
  type QuoteStatus,
} from "@/lib/schemas/quote";
import type { LinesChange } from "@/lib/schemas/quote-inputs";
import { isSame } from "./in-plan";
import {
  changeQuote,
  numberTaken,
  type QuoteSaved,
  recordQuote,
  savedOf,
  staleQuote,
  statusActions,
} from "./in-quote";

export type QuoteAtVersion = { readonly quoteId: string; readonly expectedVersion: number };

const refuseStale = (held: QuoteOutline, expectedVersion: number) => {
  if (held.version !== expectedVersion) throw staleQuote(held, expectedVersion);
};

/**
 * Writes over the revision that is being entered. Where the newest one is received already, what is sent
 * becomes the next one.
 */
export async function saveQuote(
  ctx: Context,
  input: QuoteAtVersion & {
    readonly head: QuoteHead;
    readonly content: QuoteContent;
    readonly change?: LinesChange | undefined;
  },
): Promise<QuoteSaved> {
  authorize(ctx, "quote:write");
  const { head, change } = input;
  return changeQuote(ctx, input.quoteId, async (tx, held) => {
    const newest = await findRevision(tx, ctx.orgId, {
      ...{ quoteId: held.id, revision: held.revision },
    });
    const content = change
      ? { ...input.content, lines: changedLines(newest?.lines ?? [], change, held) }
      : input.content;
    const isSameContent = newest !== null && isSame(content, contentOf(newest));
    if (isSameContent && isSame(head, headOf(held))) return savedOf(held);
    refuseStale(held, input.expectedVersion);
    const moved = await movedHead(tx, ctx, held, head);
    const revision = held.isReceived ? held.revision + 1 : held.revision;
    if (!isSameContent) {
      const write = { quoteId: held.id, revision, content };
      if (change && !held.isReceived) await patchRevision(tx, ctx, { ...write, change });
      else await writeRevision(tx, ctx, write);
    }
    const version = await updateQuote(tx, ctx.orgId, { ...moved, id: held.id });
    await recordQuote(tx, ctx, { id: held.id, ...head }, { action: "save", revision });
    return { id: held.id, version, revision };
  });
}

/** The lines as they are held, with what changed in its place; each place must have one. */
function changedLines(
  held: readonly QuoteLine[],
  { count, changed }: LinesChange,
  quote: QuoteOutline,
): QuoteLine[] {
  const by = new Map(changed.map(({ at, line }) => [at, line]));
  return Array.from({ length: count }, (_, at) => {
    const line = by.get(at) ?? held[at];
    if (!line) throw staleQuote(quote, quote.version - 1);
    return line;
  });
}

const headOf = ({ supplierName, number, currency }: QuoteOutline): QuoteHead => ({
  supplierName,
  number,
  currency,
});

/** What changes of the columns that a quote is known by; refused once it is received. */
async function movedHead(
  tx: Transaction,
  ctx: Context,
  held: QuoteOutline,
  head: QuoteHead,
): Promise<Partial<QuoteWrite>> {
  if (isSame(head, headOf(held))) return {};
  if (held.status !== "draft")
    throw new AppError(
      "INVALID",
      "A quote that was received keeps its supplier, number and currency. Enter another quote for another number.",
    );
  const { number, currency } = head;
  const supplierId = await supplierIdOf(tx, ctx.orgId, head.supplierName);
  if (await isNumberTaken(tx, ctx.orgId, { id: held.id, supplierId, number }))
    throw numberTaken(head);
  return { supplierId, number, currency };
}

/**
 * The newest revision is as the supplier sent it, and stays so. A draft becomes a received quote. What is
 * awarded is the newest received revision, so another one of an awarded quote is for who may award.
 */
export async function receiveQuote(ctx: Context, input: QuoteAtVersion): Promise<QuoteSaved> {
  authorize(ctx, "quote:write");
  return changeQuote(ctx, input.quoteId, async (tx, held) => {
    const { revision, isReceived } = held;
    if (isReceived) return savedOf(held);
    if (held.status === "awarded") authorize(ctx, "quote:award");
    refuseStale(held, input.expectedVersion);
    await receiveRevision(tx, ctx.orgId, { quoteId: held.id, revision });
    const status = held.status === "draft" ? ({ status: "received" } as const) : {};
    const version = await updateQuote(tx, ctx.orgId, { id: held.id, ...status });
    await recordQuote(tx, ctx, held, { action: "receive", revision });
    return { id: held.id, version, revision };
  });
}

/** Where a received quote stands. Awarding it, and taking that back, are for who may award. */
export async function setQuoteStatus(
  ctx: Context,
  { status, ...input }: QuoteAtVersion & { readonly status: QuoteStatus },
): Promise<QuoteSaved> {
  authorize(ctx, status === "awarded" ? "quote:award" : "quote:write");
  return toStatus(ctx, input, status);
}

export async function awardQuote(ctx: Context, input: QuoteAtVersion): Promise<QuoteSaved> {
  authorize(ctx, "quote:award");
  return toStatus(ctx, input, "awarded");
}

function toStatus(
  ctx: Context,
  { quoteId, expectedVersion }: QuoteAtVersion,
  status: QuoteStatus,
): Promise<QuoteSaved> {
  return changeQuote(ctx, quoteId, async (tx, held) => {
    if (held.status === "awarded") authorize(ctx, "quote:award");
    if (held.status === status) return savedOf(held);
    refuseStale(held, expectedVersion);
    await refuseAwardedInPlan(tx, ctx, held);
    const revision = held.receivedRevision;
    if (status === "draft" || revision === null)
      throw new AppError(
        "INVALID",
        revision !== null
          ? "A received quote is no draft any more. Save a change of it: that begins its next revision."
          : "This quote is a draft. Mark it as received first.",
      );
    const version = await updateQuote(tx, ctx.orgId, { id: held.id, status });
    await recordQuote(tx, ctx, held, { action: statusActions[status], revision });
    return { ...savedOf(held), version };
  });
}

/** An award of a plan and the quotes in it never say two things. */
async function refuseAwardedInPlan(tx: Transaction, ctx: Context, { id, number }: QuoteOutline) {
  const plan = await findAwardingPlan(tx, ctx.orgId, id);
  if (plan)
    throw new AppError(
      "CONFLICT",
      `${number} is awarded in the plan ${plan.name}. Take the award back there, on its tab Quotes.`,
    );
}
