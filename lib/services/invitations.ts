import type { Context, Role } from "@/lib/auth/context";
import { canonicalEmail, emailIssue } from "@/lib/auth/email";
import { limitInvitationOf } from "@/lib/auth/limits";
import { authorize } from "@/lib/auth/permissions";
import { hashOfSecret, newSecret } from "@/lib/auth/secret";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import {
  acceptInvitation as accept,
  countPendingInvitations,
  findInvitation,
  findPendingInvitation,
  hasInvitation,
  insertInvitation,
  invitationEnded,
  listPendingInvitations,
  revokeInvitation as revoke,
} from "@/lib/data/invitations";
import { findMemberByEmail } from "@/lib/data/members";
import { moveSession } from "@/lib/data/session-organization";
import { listMemberships } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import type { InvitationLink, PendingInvitation } from "@/lib/schemas/member";
import { idOr } from "./ids";
import { authorizeRole, changeMembers, noSuchInvitation } from "./in-organization";

const maxPending = 200;
const validMs = 72 * 60 * 60 * 1000;

export async function listInvitations(ctx: Context): Promise<readonly PendingInvitation[]> {
  authorize(ctx, "member:invite");
  return withOrganization(ctx.orgId, (tx) => listPendingInvitations(tx, ctx.orgId));
}

/** The id is the client's, so that a form sent twice invites once; the link is given this once. */
export async function inviteMember(
  ctx: Context,
  input: { readonly id: string; readonly email: string; readonly role: Role },
): Promise<InvitationLink> {
  authorize(ctx, "member:invite");
  const id = idOr(input.id, noSuchInvitation);
  const email = canonicalEmail(input.email);
  if (email === null) throw refusedAddress(emailIssue);
  return changeMembers(ctx, "member:invite", async (tx, { caller }) => {
    authorizeRole(caller, input.role);
    await refuseRepeated(tx, ctx, { id, email });
    return insert(tx, ctx, { id, email, role: input.role });
  });
}

/**
 * Joins the organization that the link invites to, once, and takes the session there. Only a user at the
 * invited address may; a second press finds the membership that the first one made.
 */
export async function acceptInvitation(
  ctx: Context,
  { token }: { readonly token: string },
): Promise<{ readonly organizationName: string }> {
  authorize(ctx, "organization:create");
  const { userId, sessionId } = ctx;
  await limitInvitationOf(userId);
  const memberships = await listMemberships(userId);
  if (memberships.some(({ isSample }) => isSample))
    throw new AppError("FORBIDDEN", "Visitors share this account. Sign out, then open the link.");
  const tokenHash = hashOfSecret(token);
  const held = await findInvitation(tokenHash);
  await accept(tokenHash, userId);
  if (!held || !(await moveSession({ sessionId, userId, orgId: held.orgId })))
    throw invitationEnded();
  return { organizationName: held.orgName };
}

/** A new link for a pending invitation; the old one ends. */
export async function renewInvitation(
  ctx: Context,
  { invitationId, id: newId }: { readonly invitationId: string; readonly id: string },
): Promise<InvitationLink> {
  authorize(ctx, "member:invite");
  const id = idOr(newId, noSuchInvitation);
  return changeMembers(ctx, "member:invite", async (tx, { caller }) => {
    const held = await takeBack(tx, caller, invitationId);
    return insert(tx, ctx, { id, email: held.email, role: held.role });
  });
}

export async function revokeInvitation(
  ctx: Context,
  { invitationId }: { readonly invitationId: string },
): Promise<{ readonly revoked: string }> {
  authorize(ctx, "member:invite");
  return changeMembers(ctx, "member:invite", async (tx, { caller }) => {
    const { id } = await takeBack(tx, caller, invitationId);
    return { revoked: id };
  });
}

async function takeBack(
  tx: Transaction,
  caller: Context,
  invitationId: string,
): Promise<PendingInvitation> {
  const id = idOr(invitationId, noSuchInvitation);
  const held = await findPendingInvitation(tx, caller.orgId, { id });
  if (!held) throw noSuchInvitation();
  authorizeRole(caller, held.role);
  if (!(await revoke(tx, caller.orgId, id))) throw noSuchInvitation();
  await insertAuditEvent(tx, caller, {
    action: "revoke",
    subject: "invitation",
    subjectId: id,
    detail: { email: held.email, role: held.role },
  });
  return held;
}

async function refuseRepeated(
  tx: Transaction,
  { orgId }: Context,
  { id, email }: { readonly id: string; readonly email: string },
): Promise<void> {
  const member = await findMemberByEmail(tx, orgId, email);
  if (member)
    throw refusedAddress(`${email} is a member already. Change the role in the list of members.`);
  const isPending = await findPendingInvitation(tx, orgId, { email });
  if (isPending || (await hasInvitation(tx, orgId, id)))
    throw refusedAddress(`${email} is invited already. Make a new link in the list below.`);
  if ((await countPendingInvitations(tx, orgId)) >= maxPending)
    throw new AppError(
      "INVALID",
      `There are ${maxPending} invitations open. Take some back before you invite more people.`,
    );
}

async function insert(
  tx: Transaction,
  ctx: Context,
  { id, email, role }: { readonly id: string; readonly email: string; readonly role: Role },
): Promise<InvitationLink> {
  const token = newSecret();
  const expiresAt = new Date(Date.now() + validMs);
  const tokenHash = hashOfSecret(token);
  const invitation = { id, email, role, tokenHash, expiresAt, invitedByUserId: ctx.userId };
  await insertInvitation(tx, ctx.orgId, invitation);
  await insertAuditEvent(tx, ctx, {
    action: "invite",
    subject: "invitation",
    subjectId: id,
    detail: { email, role },
  });
  return { token, email, expiresAt: expiresAt.toISOString() };
}

const refusedAddress = (message: string) =>
  new AppError("INVALID", message, { fields: { email: message } });
