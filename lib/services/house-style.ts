import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import { withOrganization } from "@/lib/data/client";
import { findHouseStyle, saveHouseStyle as saveRow } from "@/lib/data/house-styles";
import { findOrganizationSettings } from "@/lib/data/organization-settings";
import { lockOrganization } from "@/lib/data/organizations";
import { AppError } from "@/lib/errors";
import { acceptedLogo } from "@/lib/importers/logo";
import {
  type HouseLogo,
  plainHouseStyle,
  type SaveHouseStyle,
  type StoredHouseStyle,
} from "@/lib/schemas/house-style";
import { isSame } from "./in-plan";

/** How the organization's proposals look, for every member to read. */
export async function getHouseStyle(ctx: Context): Promise<StoredHouseStyle> {
  authorize(ctx, "organization:read");
  return withOrganization(ctx.orgId, async (tx) => {
    const { settings } = await findOrganizationSettings(tx, ctx.orgId);
    const held = await findHouseStyle(tx, ctx.orgId);
    return {
      ...(held ?? { content: plainHouseStyle, version: 0 }),
      organizationName: settings.name,
      canEdit: can(ctx.role, "organization:write"),
    };
  });
}

/** All of it at once; a save that began from an older version is refused. What was issued keeps its own. */
export async function saveHouseStyle(
  ctx: Context,
  { expectedVersion, content: asked }: SaveHouseStyle,
): Promise<{ readonly version: number }> {
  authorize(ctx, "organization:write");
  const content = { ...asked, logo: asked.logo && takenLogo(asked.logo) };
  return withOrganization(ctx.orgId, async (tx) => {
    await lockOrganization(tx, ctx.orgId);
    const held = await findHouseStyle(tx, ctx.orgId);
    const heldVersion = held?.version ?? 0;
    if (isSame(content, held?.content ?? plainHouseStyle)) return { version: heldVersion };
    if (heldVersion !== expectedVersion)
      throw new AppError(
        "CONFLICT",
        `The house style changed since you opened it (version ${heldVersion}, yours was ${expectedVersion}). Reload to see it; your entries are kept here until then.`,
        { currentVersion: heldVersion },
      );
    const version = await saveRow(tx, ctx, content);
    await insertAuditEvent(tx, ctx, {
      ...{ action: "save-house-style", subject: "organization", subjectId: ctx.orgId },
      detail: { version },
    });
    return { version };
  });
}

function takenLogo(logo: HouseLogo): HouseLogo {
  const accepted = acceptedLogo(logo);
  if (!("refusal" in accepted)) return accepted;
  throw new AppError("INVALID", accepted.refusal, { fields: { logo: accepted.refusal } });
}
