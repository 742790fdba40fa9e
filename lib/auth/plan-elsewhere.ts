import { withOrganization } from "@/lib/data/client";
import { hasPlan } from "@/lib/data/plan-places";
import { listMemberships } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import { isId } from "@/lib/schemas/id";
import type { Context, OrgId } from "./context";

export type PlanElsewhere = {
  readonly organizationId: string;
  readonly organizationName: string;
};

/** Where a plan is that is not here: in another organization of the same user, and in no other. */
export async function findPlanElsewhere(
  ctx: Context,
  planId: unknown,
): Promise<PlanElsewhere | null> {
  if (typeof planId !== "string" || !isId(planId)) return null;
  for (const { orgId, orgName } of await listMemberships(ctx.userId)) {
    if (orgId === ctx.orgId) continue;
    const has = await withOrganization(orgId as OrgId, (tx) =>
      hasPlan(tx, orgId as OrgId, planId.toLowerCase()),
    );
    if (has) return { organizationId: orgId, organizationName: orgName };
  }
  return null;
}

const isNotFound = (error: unknown) => error instanceof AppError && error.code === "NOT_FOUND";

/** Says of a plan that was not found where it is, to whom it belongs there too; else the error as it was. */
export async function orElsewhere(error: unknown, ctx: Context, input: unknown): Promise<unknown> {
  if (!isNotFound(error) || typeof input !== "object" || input === null || !("planId" in input))
    return error;
  const elsewhere = await findPlanElsewhere(ctx, input.planId);
  if (!elsewhere) return error;
  return new AppError(
    "NOT_FOUND",
    `This plan belongs to ${elsewhere.organizationName}, another of your organizations. Nothing was changed. Switch to it in the menu of organizations, then try again.`,
  );
}
