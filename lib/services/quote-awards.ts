import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import type { Transaction } from "@/lib/data/client";
import {
  endAward,
  findAwardingPlan,
  insertAward,
  insertMemo,
  listAwards,
  listMemos,
} from "@/lib/data/quote-awards";
import { updateQuote } from "@/lib/data/quote-writes";
import { findQuoteOutline, lockQuote } from "@/lib/data/quotes";
import { AppError } from "@/lib/errors";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { QuoteStatus } from "@/lib/schemas/quote";
import type { AwardInput, UndoAwardInput } from "@/lib/schemas/quote-award";
import { refuseHiddenPrices } from "./hidden-prices";
import { recordQuote, statusActions } from "./in-quote";
import { inReview } from "./in-review";
import { quotesOf } from "./plan-quotes";

type Awarded = { readonly awardId: string | null };

/**
 * The order goes to one offer or is split among several; those that get nothing are declined. What is awarded
 * is what was compared, so an offer with a newer revision than its option uses is refused.
 */
export async function awardPlan(ctx: Context, input: AwardInput): Promise<Awarded> {
  authorize(ctx, "quote:award");
  return inReview(ctx, input.planId, async (tx, { id: planId, plan }) => {
    await refuseHiddenPrices(tx, ctx, planId);
    const [latest] = await listAwards(tx, ctx.orgId, { planId });
    if (latest?.id === input.id.toLowerCase()) return { awardId: latest.id };
    if (latest && latest.undone === null) throw alreadyAwarded(latest.by);
    const compared = await lockedQuotes(tx, ctx, plan);
    for (const share of input.shares) await refuseShare(tx, ctx, { share, compared });
    const quotes = compared
      .map((quote) => ({
        ...{ quoteId: quote.quoteId, revision: quote.revision, statusBefore: quote.status },
        servers: input.shares.find(({ quoteId }) => quoteId === quote.quoteId)?.servers ?? 0,
      }))
      .filter(({ servers, statusBefore }) => servers > 0 || isOpen(statusBefore));
    const award = { id: input.id, planId, reason: input.reason, quotes };
    if (!(await insertAward(tx, ctx, award))) throw alreadyAwarded(null);
    for (const quote of compared) {
      const share = quotes.find(({ quoteId }) => quoteId === quote.quoteId);
      if (!share) continue;
      await moveTo(tx, ctx, { quote, status: share.servers > 0 ? "awarded" : "declined" });
    }
    await record(tx, ctx, { planId, name: plan.name, action: "create" });
    return { awardId: input.id };
  });
}

const alreadyAwarded = (by: string | null) =>
  new AppError(
    "CONFLICT",
    `This plan\u2019s order is awarded already${by === null ? "" : `, by ${by}`}. Take that award back first.`,
  );

const isOpen = (status: QuoteStatus) =>
  status === "received" || status === "clarified" || status === "shortlisted";

/** Locked in one order, so that two awards of the same offers do not wait for each other. */
async function lockQuotes(tx: Transaction, ctx: Context, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].toSorted()) await lockQuote(tx, ctx.orgId, id);
}

/** Read once they are locked. */
async function lockedQuotes(
  tx: Transaction,
  ctx: Context,
  plan: Plan,
): Promise<readonly PlanQuote[]> {
  const ids = plan.options.flatMap((option) =>
    option.kind === "on-premises" && option.quoteUsed ? [option.quoteUsed.quoteId] : [],
  );
  await lockQuotes(tx, ctx, ids);
  const each = new Map((await quotesOf(tx, ctx, { plan })).map((quote) => [quote.quoteId, quote]));
  return [...each.values()];
}

type Asked = {
  readonly share: AwardInput["shares"][number];
  readonly compared: readonly PlanQuote[];
};

async function refuseShare(tx: Transaction, ctx: Context, { share, compared }: Asked) {
  const quote = compared.find(({ quoteId }) => quoteId === share.quoteId);
  if (!quote) throw new AppError("NOT_FOUND", "No option of this plan uses that quote.");
  const { supplierName, number, servers, revision, newestRevision } = quote;
  const name = `${supplierName} ${number}`;
  if (share.revision !== revision)
    throw new AppError(
      "CONFLICT",
      `The plan compares revision ${revision} of ${name} by now, and yours was ${share.revision}. Reload to see what changed, then award again.`,
    );
  if (share.servers === 0) return;
  if (share.servers > servers)
    throw new AppError(
      "INVALID",
      `${name} offers ${servers} servers, so ${share.servers} cannot be awarded to it. Give the rest to another offer.`,
    );
  if (newestRevision !== null && newestRevision > revision)
    throw new AppError(
      "INVALID",
      `${name} has revision ${newestRevision}, and the plan compares revision ${revision}. Update its option first.`,
    );
  const elsewhere = await findAwardingPlan(tx, ctx.orgId, share.quoteId);
  if (elsewhere)
    throw new AppError(
      "CONFLICT",
      `${name} is awarded in the plan ${elsewhere.name} already. Take that award back first.`,
    );
}

type Move = {
  readonly quote: Pick<PlanQuote, "quoteId" | "supplierName" | "number" | "revision" | "status">;
  readonly status: QuoteStatus;
};

async function moveTo(tx: Transaction, ctx: Context, { quote, status }: Move) {
  if (quote.status === status || status === "draft") return;
  const { quoteId: id, supplierName, number, revision } = quote;
  await updateQuote(tx, ctx.orgId, { id, status });
  const named = { id, supplierName, number };
  await recordQuote(tx, ctx, named, { action: statusActions[status], revision });
}

/**
 * The offers of the award go back to where they stood, unless somebody moved them since; whether an option
 * still uses them does not matter. Taking it back twice is taking it back once, and
 * without an award nothing changes.
 */
export async function undoAward(
  ctx: Context,
  { planId: asked, awardId, reason }: UndoAwardInput,
): Promise<Awarded> {
  authorize(ctx, "quote:award");
  return inReview(ctx, asked, async (tx, { id: planId, plan }) => {
    const [latest] = await listAwards(tx, ctx.orgId, { planId });
    if (!latest) return { awardId: null };
    if (latest.id !== awardId.toLowerCase())
      throw new AppError(
        "CONFLICT",
        "This is not the plan\u2019s newest award any more. Reload to see which one holds.",
      );
    if (latest.undone) return { awardId: null };
    await lockQuotes(
      tx,
      ctx,
      latest.quotes.map(({ quoteId }) => quoteId),
    );
    await endAward(tx, ctx, { id: latest.id, reason });
    for (const { quoteId, servers, revision } of latest.quotes) {
      const given = servers > 0 ? "awarded" : "declined";
      const status = latest.before.get(quoteId);
      const held = await findQuoteOutline(tx, ctx.orgId, quoteId);
      if (status && held?.status === given)
        await moveTo(tx, ctx, { quote: { ...held, quoteId, revision }, status });
    }
    await record(tx, ctx, { planId, name: plan.name, action: "undo" });
    return { awardId: latest.id };
  });
}

/** The memo as it is now, as its next version; unchanged, it says that what was written still holds. */
export async function saveAwardMemo(
  ctx: Context,
  input: {
    readonly planId: string;
    readonly expectedVersion: number | null;
    readonly body: string;
  },
): Promise<{ readonly version: number }> {
  authorize(ctx, "quote:write");
  return inReview(ctx, input.planId, async (tx, { id: planId, plan }) => {
    await refuseHiddenPrices(tx, ctx, planId);
    const [newest] = await listMemos(tx, ctx.orgId, { planId });
    const isNewest = (newest?.version ?? null) === input.expectedVersion;
    if (!isNewest && newest?.body === input.body) return { version: newest.version };
    if (!isNewest)
      throw new AppError(
        "CONFLICT",
        `The memo changed since you opened it${newest?.by ? `, by ${newest.by}` : ""}. Copy your text, reload and put the two together.`,
        { currentVersion: newest?.version ?? null },
      );
    const version = (newest?.version ?? 0) + 1;
    await insertMemo(tx, ctx, { planId, version, body: input.body });
    await record(tx, ctx, { planId, name: plan.name, action: "save" });
    return { version };
  });
}

const record = (
  tx: Transaction,
  ctx: Context,
  { planId, name, action }: { planId: string; name: string; action: "create" | "undo" | "save" },
): Promise<void> =>
  insertAuditEvent(tx, ctx, {
    ...{ action, subject: "award", subjectId: planId, planId, detail: { name } },
  });
