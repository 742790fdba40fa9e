import type { Context } from "@/lib/auth/context";
import type { Transaction } from "@/lib/data/client";
import { type ChangeRow, findPlanAt } from "@/lib/data/plan-history";
import type { HeldPlan } from "@/lib/data/plans";
import { AppError } from "@/lib/errors";
import type { ChangedPart, PlanVersion } from "@/lib/schemas/history";
import { withoutDangling } from "@/lib/schemas/references";

/** A part as one version changed it. */
export function partOf({ subject, id, former, body }: ChangeRow): ChangedPart {
  const named = body ?? former;
  return { subject, id, before: former, after: body, name: String(named?.name ?? id) };
}

/** A plan as it was at one of its versions, rebuilt from its history; the one that stands needs none. */
export async function planAt(
  tx: Transaction,
  ctx: Context,
  held: HeldPlan,
  version: number,
): Promise<PlanVersion> {
  if (version === held.version)
    return { version, at: held.updatedAt.toISOString(), plan: withoutDangling(held.plan) };
  const found =
    version < held.version ? await findPlanAt(tx, ctx.orgId, { planId: held.id, version }) : null;
  if (!found)
    throw new AppError(
      "NOT_FOUND",
      `This plan has no version ${version} to go back to. Its newest is ${held.version}.`,
    );
  return { version, at: found.at.toISOString(), plan: withoutDangling(found.plan) };
}
