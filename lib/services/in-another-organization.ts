import type { Context } from "@/lib/auth/context";
import { organizationIdOf } from "@/lib/auth/organization-id";
import { listMemberships } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import { idOr } from "./ids";

/** The caller as they are in another organization: membership is looked up, never taken from the request. */
export async function inAnotherOrganization(
  ctx: Context,
  organizationId: string,
): Promise<Context> {
  const noSuchOrganization = () =>
    new AppError("NOT_FOUND", "There is no such organization among yours.");
  const asked = idOr(organizationId, noSuchOrganization);
  const found = (await listMemberships(ctx.userId)).find(({ orgId }) => orgId === asked);
  // Visitors share the sample organization: nothing of anybody's goes there.
  if (!found || found.isSample) throw noSuchOrganization();
  if (found.orgId === ctx.orgId)
    throw new AppError("INVALID", "The template is in this organization already. Choose another.");
  return { ...ctx, orgId: organizationIdOf(found), role: found.role };
}
