import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { findPlanState, findPlanVersion, type PlanState, setPlanState } from "@/lib/data/plans";
import { hasAward } from "@/lib/data/quote-awards";
import { AppError } from "@/lib/errors";
import { refuseHiddenPrices } from "./hidden-prices";
import { noSuchPlan, recordChange, uuidOf } from "./in-plan";

export type PlanNamed = { readonly planId: string };
/** Where a version is given, the change is refused once the plan has another. */
export type PlanAtVersion = PlanNamed & { readonly expectedVersion?: number };
export type PlanStateChanged = { readonly id: string };

export async function archivePlan(ctx: Context, input: PlanNamed): Promise<PlanStateChanged> {
  authorize(ctx, "plan:write");
  return change(ctx, input, { action: "archive", state: { archived: true } });
}

export async function unarchivePlan(ctx: Context, input: PlanNamed): Promise<PlanStateChanged> {
  authorize(ctx, "plan:write");
  return change(ctx, input, { action: "unarchive", state: { archived: false } });
}

/** Keeps every row, so that `restorePlan` undoes it. */
export async function removePlan(ctx: Context, input: PlanAtVersion): Promise<PlanStateChanged> {
  authorize(ctx, "plan:write");
  return change(ctx, input, { action: "remove", state: { deleted: true } });
}

export async function restorePlan(ctx: Context, input: PlanNamed): Promise<PlanStateChanged> {
  authorize(ctx, "plan:write");
  return change(ctx, input, { action: "restore", state: { deleted: false } });
}

/** Doing it twice is doing it once. A deleted plan can only be restored. */
function change(
  ctx: Context,
  { planId, expectedVersion }: PlanAtVersion,
  { action, state }: { action: string; state: Partial<PlanState> },
): Promise<PlanStateChanged> {
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findPlanState(tx, ctx.orgId, id);
    if (!held || (held.deleted && state.deleted === undefined)) throw noSuchPlan();
    const next = { ...held, ...state };
    if (next.archived === held.archived && next.deleted === held.deleted) return { id };
    if (expectedVersion !== undefined) await refuseOther(tx, ctx, { id, expectedVersion });
    if (state.deleted) await refuseRemoval(tx, ctx, id);
    await setPlanState(tx, ctx.orgId, { id, held, next });
    await recordChange(tx, ctx, { action, subject: "plan", subjectId: id, planId: id, parts: [] });
    return { id };
  });
}

/** An award, and what its plan hides from a judge, would go with the plan unseen. */
async function refuseRemoval(tx: Transaction, ctx: Context, planId: string): Promise<void> {
  await refuseHiddenPrices(tx, ctx, planId);
  if (!(await hasAward(tx, ctx.orgId, { planId }))) return;
  throw new AppError(
    "CONFLICT",
    "This plan\u2019s order is awarded. Take the award back on its tab Quotes first, then delete the plan.",
  );
}

async function refuseOther(
  tx: Transaction,
  ctx: Context,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<void> {
  const version = await findPlanVersion(tx, ctx.orgId, id);
  if (version === expectedVersion) return;
  throw new AppError(
    "CONFLICT",
    `This plan changed since you read it (version ${version}, yours was ${expectedVersion}). Read it again.`,
    { currentVersion: version },
  );
}
