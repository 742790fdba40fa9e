import type { Context } from "@/lib/auth/context";
import { newOrganizationId } from "@/lib/auth/organization-id";
import { authorize } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import { withOrganization } from "@/lib/data/client";
import { insertOrganization, lockUser } from "@/lib/data/organizations";
import { moveSession } from "@/lib/data/session-organization";
import { listMemberships, type Membership } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import type { OwnOrganization } from "@/lib/schemas/member";
import { isStorable } from "@/lib/schemas/text";
import { idOr } from "./ids";

const maxOrganizations = 20;
const maxNameLength = 80;

const noSuchOrganization = () =>
  new AppError("NOT_FOUND", "There is no such organization among yours.");

/** Those the caller belongs to, by name; `held` where they are known from the caller's session. */
export async function listOrganizations(
  ctx: Context,
  held?: readonly Membership[],
): Promise<readonly OwnOrganization[]> {
  authorize(ctx, "organization:read");
  const memberships = held ?? (await listMemberships(ctx.userId));
  return memberships
    .map(({ orgId, orgName, role }) => ({
      id: orgId,
      name: orgName,
      // What an operator's setting takes from a role shows where it holds.
      role: orgId === ctx.orgId ? ctx.role : role,
      isCurrent: orgId === ctx.orgId,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en") || a.id.localeCompare(b.id));
}

/** Takes the session into another of the caller's organizations. */
export async function switchOrganization(
  ctx: Context,
  { organizationId }: { readonly organizationId: string },
): Promise<{ readonly organizationId: string }> {
  authorize(ctx, "organization:read");
  const orgId = idOr(organizationId, noSuchOrganization);
  const { sessionId, userId } = ctx;
  if (!(await moveSession({ sessionId, userId, orgId }))) throw noSuchOrganization();
  return { organizationId: orgId };
}

/** The caller becomes its owner, and the session enters it. */
export async function createOrganization(
  ctx: Context,
  { id, name: typed }: { readonly id: string; readonly name: string },
): Promise<{ readonly organizationId: string }> {
  authorize(ctx, "organization:create");
  const { sessionId, userId } = ctx;
  const orgId = newOrganizationId(userId, idOr(id, noSuchOrganization));
  const name = checkName(typed);
  await withOrganization(orgId, async (tx) => {
    await lockUser(tx, userId);
    const held = await listMemberships(userId, tx);
    if (held.some((membership) => membership.orgId === orgId)) return;
    if (held.some(({ isSample }) => isSample))
      throw new AppError("FORBIDDEN", "Visitors share this account: sign up for one of your own.");
    if (held.length >= maxOrganizations)
      throw refused(
        `You belong to ${held.length} organizations, the most there may be. Leave one.`,
      );
    await insertOrganization(tx, orgId, { ownerUserId: userId, name });
    await insertAuditEvent(
      tx,
      { orgId, userId },
      { action: "create", subject: "organization", subjectId: orgId, detail: { name } },
    );
  });
  await moveSession({ sessionId, userId, orgId });
  return { organizationId: orgId };
}

const refused = (message: string) =>
  new AppError("INVALID", message, { fields: { name: message } });

function checkName(typed: string): string {
  const name = typed.trim();
  if (name === "") throw refused("The name of the organization is empty. Fill it in.");
  if (!isStorable(name))
    throw refused(
      "The name of the organization holds a character that is not text. Remove it, or type it again.",
    );
  if (name.length > maxNameLength)
    throw refused(
      `The name of the organization has ${name.length} characters. Use at most ${maxNameLength}.`,
    );
  return name;
}
