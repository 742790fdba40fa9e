import type { Context } from "@/lib/auth/context";
import { type Transaction, withOrganization } from "@/lib/data/client";
import type { HeldPlan } from "@/lib/data/plans";
import { heldPlan, uuidOf } from "./in-plan";

/** One change at a time of how a plan's quotes are judged and awarded; the plan itself stays as it is. */
export async function inReview<T>(
  ctx: Context,
  planId: string,
  change: (tx: Transaction, held: HeldPlan) => Promise<T>,
): Promise<T> {
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => change(tx, await heldPlan(tx, ctx, id)));
}
