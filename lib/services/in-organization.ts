import type { Context, Role } from "@/lib/auth/context";
import { authorize, type Permission } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { revokeInvitationsBy } from "@/lib/data/invitations";
import { countOwners, findMember } from "@/lib/data/members";
import { lockOrganization } from "@/lib/data/organizations";
import { AppError } from "@/lib/errors";

export const noSuchMember = () =>
  new AppError("NOT_FOUND", "There is no such member. They may have left.");

export const noSuchInvitation = () =>
  new AppError("NOT_FOUND", "There is no such invitation. It may have been used or taken back.");

/**
 * Changes who belongs to an organization, one change at a time. What the caller may do is looked up again
 * under the lock: the change before this one may have been about the caller.
 */
export function changeMembers<T>(
  ctx: Context,
  permission: Permission,
  change: (
    tx: Transaction,
    held: { readonly caller: Context; readonly name: string },
  ) => Promise<T>,
): Promise<T> {
  return withOrganization(ctx.orgId, async (tx) => {
    const organization = await lockOrganization(tx, ctx.orgId);
    const member = organization && (await findMember(tx, ctx.orgId, ctx.userId));
    if (!member)
      throw new AppError("FORBIDDEN", "You are no member of this organization any more.");
    if (organization.isSample)
      throw new AppError("FORBIDDEN", "Visitors share the sample organization: its members stay.");
    const caller: Context = { ...ctx, role: member.role };
    authorize(caller, permission);
    return change(tx, { caller, name: organization.name });
  });
}

/** Owners are the business of owners. */
export function authorizeRole(caller: Context, ...roles: readonly Role[]): void {
  if (roles.includes("owner")) authorize(caller, "owner:change");
}

/** An organization is never left without an owner. */
export async function keepAnOwner(
  tx: Transaction,
  ctx: Context,
  organizationName: string,
): Promise<void> {
  if ((await countOwners(tx, ctx.orgId)) > 1) return;
  throw new AppError(
    "CONFLICT",
    `This is the only owner of ${organizationName}. Make another member an owner first.`,
  );
}

/** A link that a member gave out holds no longer than their right to give it. */
export async function revokeInvitationsOf(
  tx: Transaction,
  ctx: Context,
  { userId, roles }: { readonly userId: string; readonly roles: readonly Role[] },
): Promise<void> {
  for (const id of await revokeInvitationsBy(tx, ctx.orgId, { userId, roles }))
    await insertAuditEvent(tx, ctx, { action: "revoke", subject: "invitation", subjectId: id });
}
