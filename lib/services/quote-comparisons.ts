import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { listMembers } from "@/lib/data/members";
import { findPlan } from "@/lib/data/plans";
import { listAwards, listMemos } from "@/lib/data/quote-awards";
import { findReview, listAnswersOf } from "@/lib/data/quote-reviews";
import type { PlanQuotes } from "@/lib/schemas/plan-quotes";
import { refuseHiddenPrices } from "./hidden-prices";
import { noSuchPlan, uuidOf } from "./in-plan";
import { quotesOf } from "./plan-quotes";

/** The quotes of a plan with how they are judged. */
export async function getPlanQuotes(
  ctx: Context,
  { planId }: { readonly planId: string },
): Promise<PlanQuotes> {
  authorize(ctx, "quote:read");
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findPlan(tx, ctx.orgId, id);
    if (!held) throw noSuchPlan();
    await refuseHiddenPrices(tx, ctx, id);
    const members = await listMembers(tx, ctx.orgId);
    const quotes = await quotesOf(tx, ctx, { plan: held.plan });
    const answers = await listAnswersOf(tx, ctx.orgId, { planId: id });
    return {
      quotes,
      waiting: answers.filter((one) => quotes.every(({ quoteId }) => quoteId !== one.quoteId)),
      review: await findReview(tx, ctx.orgId, { planId: id }),
      awards: (await listAwards(tx, ctx.orgId, { planId: id })).map(({ before: _, ...one }) => one),
      memos: await listMemos(tx, ctx.orgId, { planId: id }),
      people: members.map(({ userId, name, role }) => ({
        ...{ userId, name, mayAward: can(role, "quote:award") },
      })),
      userId: ctx.userId,
      canReview: can(ctx.role, "quote:review"),
      canAward: can(ctx.role, "quote:award"),
      canEdit: can(ctx.role, "quote:write"),
    };
  });
}
