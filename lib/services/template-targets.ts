import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { listMemberships } from "@/lib/data/users";
import type { TemplateTarget } from "@/lib/schemas/template";

/** Organizations of the caller's that a template may be copied to. */
export async function listTemplateTargets(ctx: Context): Promise<readonly TemplateTarget[]> {
  authorize(ctx, "organization:read");
  const memberships = await listMemberships(ctx.userId);
  return memberships
    .filter(({ isSample }) => !isSample)
    .filter(({ orgId, role }) => orgId !== ctx.orgId && can(role, "template:write"))
    .map(({ orgId, orgName }) => ({ id: orgId, name: orgName }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
