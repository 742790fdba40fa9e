import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import { withOrganization } from "@/lib/data/client";
import {
  findOrganizationSettings,
  updateOrganizationSettings,
} from "@/lib/data/organization-settings";
import { lockOrganization } from "@/lib/data/organizations";
import { AppError } from "@/lib/errors";
import { checkOrganization, type StoredOrganization } from "@/lib/schemas/organization-defaults";
import { acceptOrRefuse, isSame } from "./in-plan";

/** The name and the defaults, for every member to read. */
export async function getOrganization(ctx: Context): Promise<StoredOrganization> {
  authorize(ctx, "organization:read");
  const held = await withOrganization(ctx.orgId, (tx) => findOrganizationSettings(tx, ctx.orgId));
  return { ...held, canEdit: can(ctx.role, "organization:write") };
}

/** All of it at once; a save that began from an older version is refused, and nothing is written. */
export async function saveOrganization(
  ctx: Context,
  {
    expectedVersion,
    settings: input,
  }: { readonly expectedVersion: number; readonly settings: unknown },
): Promise<{ readonly version: number }> {
  authorize(ctx, "organization:write");
  const settings = acceptOrRefuse(checkOrganization(input));
  return withOrganization(ctx.orgId, async (tx) => {
    await lockOrganization(tx, ctx.orgId);
    const held = await findOrganizationSettings(tx, ctx.orgId);
    const isNext = held.version === expectedVersion || held.version === expectedVersion + 1;
    if (isNext && isSame(settings, held.settings)) return { version: held.version };
    if (held.version !== expectedVersion)
      throw new AppError(
        "CONFLICT",
        `The organization's settings changed since you opened them (version ${held.version}, yours was ${expectedVersion}). Reload to see them; your entries are kept here until then.`,
        { currentVersion: held.version },
      );
    const version = await updateOrganizationSettings(tx, ctx.orgId, settings);
    await insertAuditEvent(tx, ctx, {
      action: "save",
      subject: "organization",
      subjectId: ctx.orgId,
      detail: { name: settings.name, version },
    });
    return { version };
  });
}
