import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { type OptionProjection, type Projection, project, underScenario } from "@/lib/engine";
import { AppError } from "@/lib/errors";
import { checkPlanFile } from "@/lib/schemas/check";
import { checkPlanToCompute } from "@/lib/schemas/check-to-compute";
import { withoutDangling } from "@/lib/schemas/references";
import { isRecord } from "@/lib/schemas/walk";
import { acceptOrRefuse, readPlan } from "./in-plan";

/** A projection to give out: its named lines, most of it by size, only where they are asked for. */
export type GivenProjection = Omit<Projection, "options"> & {
  readonly options: readonly (Omit<OptionProjection, "lines"> &
    Partial<Pick<OptionProjection, "lines">>)[];
};

const given = (projection: Projection, withLines: boolean): GivenProjection =>
  withLines
    ? projection
    : { ...projection, options: projection.options.map(({ lines: _, ...option }) => option) };

/** Of a plan that is given, as a plan file or bare; nothing is stored. */
export async function projectGiven(
  ctx: Context,
  { content, withLines = false }: { readonly content: unknown; readonly withLines?: boolean },
): Promise<GivenProjection> {
  authorize(ctx, "plan:read");
  const isFile = isRecord(content) && Object.hasOwn(content, "loadline");
  const plan = isFile
    ? acceptOrRefuse(checkPlanFile(content, checkPlanToCompute)).plan
    : acceptOrRefuse(checkPlanToCompute(content));
  return given(project(plan), withLines);
}

/** Of a stored plan, as it is or under one of its scenarios. */
export async function projectStored(
  ctx: Context,
  {
    planId,
    scenarioId,
    withLines = false,
  }: {
    readonly planId: string;
    readonly scenarioId?: string | undefined;
    readonly withLines?: boolean;
  },
): Promise<{ readonly planVersion: number; readonly projection: GivenProjection }> {
  authorize(ctx, "plan:read");
  const held = await readPlan(ctx, planId);
  const plan = withoutDangling(held.plan);
  const shown = underScenario(plan, scenarioId ?? null);
  if (!shown) throw new AppError("NOT_FOUND", "This plan has no such scenario.");
  return { planVersion: held.version, projection: given(project(shown), withLines) };
}
