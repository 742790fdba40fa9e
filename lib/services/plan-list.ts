import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { plansWithoutPrices } from "@/lib/data/hidden-prices";
import { findPlanParts, type PlanParts, wholePlan } from "@/lib/data/plan-bodies";
import type { Plan } from "@/lib/schemas/plan";
import { withoutDangling } from "@/lib/schemas/references";
import { uuidOf } from "./in-plan";

export type PlanBody = {
  readonly id: string;
  /** Without its scenarios; null where what is stored no longer fits the schema. */
  readonly plan: Plan | null;
};

/** Several plans at once, for a list of them; one that is deleted or not ours is left out. */
export async function getPlans(
  ctx: Context,
  { planIds }: { readonly planIds: readonly string[] },
): Promise<readonly PlanBody[]> {
  authorize(ctx, "plan:read");
  const ids = planIds.map(uuidOf);
  const found = await withOrganization(ctx.orgId, async (tx) => {
    const hidden = await plansWithoutPrices(tx, ctx.orgId, ctx);
    const shown = ids.filter((id) => !hidden.has(id));
    return findPlanParts(tx, ctx.orgId, shown);
  });
  return found.map(({ id, ...parts }) => ({ id, plan: readable(parts) }));
}

/** One unreadable plan must not hide the others; its own page says loudly what is wrong. */
function readable(parts: PlanParts): Plan | null {
  try {
    return withoutDangling(wholePlan(parts));
  } catch {
    return null;
  }
}
