import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { listMembers } from "@/lib/data/members";
import { findPlan } from "@/lib/data/plans";
import { findReview } from "@/lib/data/quote-reviews";
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
    return {
      quotes: await quotesOf(tx, ctx, held.plan),
      review: await findReview(tx, ctx.orgId, { planId: id }),
      people: members.map(({ userId, name, role }) => ({
        ...{ userId, name, mayAward: can(role, "quote:award") },
      })),
      userId: ctx.userId,
      canReview: can(ctx.role, "quote:review"),
      canAward: can(ctx.role, "quote:award"),
    };
  });
}
