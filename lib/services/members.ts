import type { Context, Role } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { deleteMember, findMember, listMembers as list, updateRole } from "@/lib/data/members";
import { findMembershipLastUsed, moveSession } from "@/lib/data/session-organization";
import { type Member, roles } from "@/lib/schemas/member";
import { idOr } from "./ids";
import {
  authorizeRole,
  changeMembers,
  keepAnOwner,
  noSuchMember,
  revokeInvitationsOf,
} from "./in-organization";

export async function listMembers(ctx: Context): Promise<readonly Member[]> {
  authorize(ctx, "member:read");
  return withOrganization(ctx.orgId, (tx) => list(tx, ctx.orgId));
}

export async function changeRole(
  ctx: Context,
  { userId, role }: { readonly userId: string; readonly role: Role },
): Promise<Member> {
  authorize(ctx, "member:change");
  const id = idOr(userId, noSuchMember);
  return changeMembers(ctx, "member:change", async (tx, { caller, name }) => {
    const member = await getMember(tx, ctx, id);
    authorizeRole(caller, member.role, role);
    if (member.role === role) return member;
    if (member.role === "owner") await keepAnOwner(tx, ctx, name);
    await updateRole(tx, ctx.orgId, { userId: id, role });
    await insertAuditEvent(tx, ctx, {
      action: "change-role",
      subject: "member",
      subjectId: id,
      detail: { name: member.name, from: member.role, to: role },
    });
    await revokeInvitationsOf(tx, ctx, { userId: id, roles: rolesBeyond(role) });
    return { ...member, role };
  });
}

/** The roles that a member of this role may not invite anybody to. */
const rolesBeyond = (role: Role): readonly Role[] =>
  can(role, "member:invite") ? (can(role, "owner:change") ? [] : ["owner"]) : roles;

export async function removeMember(
  ctx: Context,
  { userId }: { readonly userId: string },
): Promise<{ readonly removed: string }> {
  authorize(ctx, "member:change");
  const id = idOr(userId, noSuchMember);
  return changeMembers(ctx, "member:change", async (tx, { caller, name }) => {
    const member = await getMember(tx, ctx, id);
    authorizeRole(caller, member.role);
    await endMembership(tx, ctx, { member, organizationName: name, action: "remove" });
    return { removed: id };
  });
}

/** Gives the name of the organization that the session goes on in; null where that was the last. */
export async function leaveOrganization(ctx: Context): Promise<{ readonly enters: string | null }> {
  authorize(ctx, "member:leave");
  await changeMembers(ctx, "member:leave", async (tx, { name }) => {
    const member = await getMember(tx, ctx, ctx.userId);
    await endMembership(tx, ctx, { member, organizationName: name, action: "leave" });
  });
  const next = await findMembershipLastUsed(ctx.userId);
  if (!next) return { enters: null };
  await moveSession({ sessionId: ctx.sessionId, userId: ctx.userId, orgId: next.orgId });
  return { enters: next.orgName };
}

async function getMember(tx: Transaction, ctx: Context, userId: string): Promise<Member> {
  const member = await findMember(tx, ctx.orgId, userId);
  if (!member) throw noSuchMember();
  return member;
}

async function endMembership(
  tx: Transaction,
  ctx: Context,
  ended: { member: Member; organizationName: string; action: "remove" | "leave" },
): Promise<void> {
  const { member, organizationName, action } = ended;
  const { userId, name, role } = member;
  if (role === "owner") await keepAnOwner(tx, ctx, organizationName);
  await revokeInvitationsOf(tx, ctx, { userId, roles });
  await deleteMember(tx, ctx.orgId, userId);
  await insertAuditEvent(tx, ctx, {
    action,
    subject: "member",
    subjectId: userId,
    detail: { name, role },
  });
}
