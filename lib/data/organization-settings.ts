import type { OrgId } from "@/lib/auth/context";
import {
  type OrganizationSettings,
  organizationDefaults,
} from "@/lib/schemas/organization-defaults";
import type { Transaction } from "./client";

export type HeldOrganization = {
  readonly settings: OrganizationSettings;
  readonly version: number;
};

const select = { name: true, defaults: true, version: true } as const;

export async function findOrganizationSettings(
  tx: Transaction,
  orgId: OrgId,
): Promise<HeldOrganization> {
  const { name, defaults, version } = await tx.organization.findUniqueOrThrow({
    where: { id: orgId },
    select,
  });
  return { settings: { name, ...organizationDefaults.parse(defaults) }, version };
}

/** Raises the version; the organization is locked by whoever compared it. */
export async function updateOrganizationSettings(
  tx: Transaction,
  orgId: OrgId,
  { name, ...defaults }: OrganizationSettings,
): Promise<number> {
  const { version } = await tx.organization.update({
    where: { id: orgId },
    data: { name, defaults: organizationDefaults.parse(defaults), version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}
