import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { applyChanges, type Projection, project } from "@/lib/engine";
import { AppError } from "@/lib/errors";
import { checkPlan, checkPlanFile } from "@/lib/schemas/check";
import { withoutDangling } from "@/lib/schemas/references";
import { isRecord } from "@/lib/schemas/walk";
import { acceptOrRefuse, readPlan } from "./in-plan";

/** Of a plan that is given, as a plan file or bare; nothing is stored. */
export async function projectGiven(
  ctx: Context,
  { content }: { readonly content: unknown },
): Promise<Projection> {
  authorize(ctx, "plan:read");
  const isFile = isRecord(content) && Object.hasOwn(content, "loadline");
  return project(
    isFile ? acceptOrRefuse(checkPlanFile(content)).plan : acceptOrRefuse(checkPlan(content)),
  );
}

/** Of a stored plan, as it is or under one of its scenarios. */
export async function projectStored(
  ctx: Context,
  { planId, scenarioId }: { readonly planId: string; readonly scenarioId?: string | undefined },
): Promise<{ readonly planVersion: number; readonly projection: Projection }> {
  authorize(ctx, "plan:read");
  const held = await readPlan(ctx, planId);
  const plan = withoutDangling(held.plan);
  if (scenarioId === undefined) return { planVersion: held.version, projection: project(plan) };
  const scenario = plan.scenarios.find(({ id }) => id === scenarioId);
  if (!scenario) throw new AppError("NOT_FOUND", "This plan has no such scenario.");
  const projection = project(applyChanges(plan, scenario.changes));
  return { planVersion: held.version, projection };
}
