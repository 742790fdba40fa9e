import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import type { Transaction } from "@/lib/data/client";
import { listMembers } from "@/lib/data/members";
import { findReview, writeReview, writeScore } from "@/lib/data/quote-reviews";
import { findQuoteOutline } from "@/lib/data/quotes";
import { AppError } from "@/lib/errors";
import type { Member } from "@/lib/schemas/member";
import type { GiveScore, QuoteReview, SaveReview } from "@/lib/schemas/quote-review";
import { refuseHiddenPrices } from "./hidden-prices";
import { inReview } from "./in-review";

/** Criteria with their weights, and who judges with or without prices. */
export async function saveQuoteReview(
  ctx: Context,
  input: SaveReview,
): Promise<{ readonly version: number }> {
  authorize(ctx, "quote:review");
  return inReview(ctx, input.planId, async (tx, { id: planId, plan }) => {
    await refuseHiddenPrices(tx, ctx, planId);
    const { version } = await findReview(tx, ctx.orgId, { planId });
    if (version !== input.expectedVersion)
      throw new AppError(
        "CONFLICT",
        "The review changed since you opened it. Reload to see it; your entries are kept here until then.",
        { currentVersion: version },
      );
    const { criteria, evaluators } = input;
    refuseEvaluators(await listMembers(tx, ctx.orgId), evaluators);
    const saved = await writeReview(tx, ctx.orgId, { planId, criteria, evaluators });
    await recordReview(tx, ctx, { planId, name: plan.name, action: "save" });
    return { version: saved };
  });
}

/** An evaluator is a member; prices are not hidden from who could look them up by changing the review or an award. */
function refuseEvaluators(members: readonly Member[], evaluators: SaveReview["evaluators"]): void {
  for (const { userId, seesPrices } of evaluators) {
    const member = members.find((one) => one.userId === userId);
    if (!member)
      throw new AppError("INVALID", "An evaluator is no member of the organization any more.");
    if (!seesPrices && can(member.role, "quote:award"))
      throw new AppError(
        "INVALID",
        `${member.name} may award quotes, so prices cannot be hidden from them. Let them see prices, or choose somebody else.`,
      );
  }
}

const recordReview = (
  tx: Transaction,
  ctx: Context,
  { planId, name, action }: { planId: string; name: string; action: "save" | "score" },
): Promise<void> =>
  insertAuditEvent(tx, ctx, {
    ...{ action, subject: "review", subjectId: planId, planId, detail: { name } },
  });

/** What the caller thinks of a quote by one criterion; an editor becomes an evaluator by it. */
export async function scoreQuote(
  ctx: Context,
  input: GiveScore,
): Promise<{ readonly saved: true }> {
  authorize(ctx, "quote:score");
  return inReview(ctx, input.planId, async (tx, { id: planId, plan }) => {
    const review = await findReview(tx, ctx.orgId, { planId });
    const { quoteId, criterionId, score, reason } = input;
    const used = plan.options.some(
      (option) => option.kind === "on-premises" && option.quoteUsed?.quoteId === quoteId,
    );
    if (!used) throw new AppError("NOT_FOUND", "No option of this plan uses that quote.");
    const criterion = review.criteria.find(({ id }) => id === criterionId);
    if (criterion?.kind !== "judged")
      throw new AppError(
        "INVALID",
        "This criterion is scored by its formula, or is no part of the review any more. Reload to see it.",
      );
    if (score !== null && reason === "") {
      const quote = await findQuoteOutline(tx, ctx.orgId, quoteId);
      const offer = quote ? `${quote.supplierName} ${quote.number}` : "the offer";
      throw new AppError(
        "INVALID",
        `Say why you score ${offer} so for ${criterion.name}: a score without a reason helps nobody later.`,
      );
    }
    await becomeEvaluator(tx, ctx, { planId, review });
    const key = { planId, userId: ctx.userId, quoteId, criterionId };
    await writeScore(tx, ctx.orgId, { ...key, score, reason });
    await recordReview(tx, ctx, { planId, name: plan.name, action: "score" });
    return { saved: true };
  });
}

async function becomeEvaluator(
  tx: Transaction,
  ctx: Context,
  { planId, review }: { readonly planId: string; readonly review: QuoteReview },
): Promise<void> {
  const { criteria, evaluators } = review;
  if (evaluators.some(({ userId }) => userId === ctx.userId)) return;
  if (!can(ctx.role, "quote:review"))
    throw new AppError(
      "FORBIDDEN",
      "You are no evaluator of these quotes. Ask an editor to make you one.",
    );
  const all = [...evaluators, { userId: ctx.userId, seesPrices: true }];
  await writeReview(tx, ctx.orgId, { planId, criteria, evaluators: all });
}
