import type { Context } from "@/lib/auth/context";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { findPlan, type HeldPlan, lockPlan } from "@/lib/data/plans";
import { noSuchPlan, uuidOf } from "./in-plan";

/** One change at a time of how a plan's quotes are judged and awarded; the plan itself stays as it is. */
export async function inReview<T>(
  ctx: Context,
  planId: string,
  change: (tx: Transaction, held: HeldPlan) => Promise<T>,
): Promise<T> {
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const locked = await lockPlan(tx, ctx.orgId, id);
    const held = locked ? await findPlan(tx, ctx.orgId, id) : null;
    if (!held) throw noSuchPlan();
    return change(tx, held);
  });
}
