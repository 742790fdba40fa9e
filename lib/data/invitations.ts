import type { OrgId, Role } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import type { PendingInvitation } from "@/lib/schemas/member";
import { type GlobalDatabase, globalDb, globalTransaction, type Transaction } from "./client";
import { insertUser, type NewAccount } from "./users";

/** An invitation with what became of it. */
export type HeldInvitation = {
  readonly orgId: OrgId;
  readonly orgName: string;
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
};

const pending = (orgId: OrgId) => ({
  orgId,
  acceptedAt: null,
  revokedAt: null,
  expiresAt: { gt: new Date() },
});

type Row = {
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
  invitedBy: { name: string } | null;
};

const toPending = ({ id, email, role, expiresAt, invitedBy }: Row): PendingInvitation => ({
  id,
  email,
  role,
  expiresAt: expiresAt.toISOString(),
  invitedBy: invitedBy?.name ?? null,
});

const withInviter = { invitedBy: { select: { name: true } } } as const;

/** Those that can still be accepted, the newest first. */
export async function listPendingInvitations(
  tx: Transaction,
  orgId: OrgId,
): Promise<readonly PendingInvitation[]> {
  const rows = await tx.invitation.findMany({
    where: pending(orgId),
    include: withInviter,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map(toPending);
}

export async function findPendingInvitation(
  tx: Transaction,
  orgId: OrgId,
  which: { readonly id: string } | { readonly email: string },
): Promise<PendingInvitation | null> {
  const row = await tx.invitation.findFirst({
    where: { ...pending(orgId), ...which },
    include: withInviter,
  });
  return row && toPending(row);
}

export const countPendingInvitations = (tx: Transaction, orgId: OrgId): Promise<number> =>
  tx.invitation.count({ where: pending(orgId) });

export async function hasInvitation(tx: Transaction, orgId: OrgId, id: string): Promise<boolean> {
  return (await tx.invitation.count({ where: { orgId, id } })) > 0;
}

export async function insertInvitation(
  tx: Transaction,
  orgId: OrgId,
  invitation: {
    readonly id: string;
    readonly email: string;
    readonly role: Role;
    readonly tokenHash: string;
    readonly invitedByUserId: string;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await tx.invitation.create({ data: { ...invitation, orgId } });
}

/** False where it was accepted or revoked before. */
export async function revokeInvitation(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { orgId, id, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count > 0;
}

/** What a member has invited to ends with their right to invite; gives the ids. */
export async function revokeInvitationsBy(
  tx: Transaction,
  orgId: OrgId,
  { userId, roles }: { userId: string; roles: readonly Role[] },
): Promise<readonly string[]> {
  const rows = await tx.invitation.updateManyAndReturn({
    where: { ...pending(orgId), invitedByUserId: userId, role: { in: [...roles] } },
    data: { revokedAt: new Date() },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The name of whoever invited; null where that user is gone. */
export async function findInviterName(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<string | null> {
  const row = await tx.invitation.findUnique({
    where: { orgId_id: { orgId, id } },
    select: withInviter,
  });
  return row?.invitedBy?.name ?? null;
}

/** By the hash of its token, before an organization is known; null for a token nobody was given. */
export async function findInvitation(tokenHash: string): Promise<HeldInvitation | null> {
  const rows = await globalDb.$queryRaw<HeldInvitation[]>`
    select org_id as "orgId", org_name as "orgName", id, email, role::text as role,
      expires_at as "expiresAt", accepted_at as "acceptedAt", revoked_at as "revokedAt"
    from find_invitation(${tokenHash})`;
  return rows[0] ?? null;
}

/** Makes the user a member, once and for the invited address alone; null where it does not hold. */
export async function acceptInvitation(
  tokenHash: string,
  userId: string,
  db: Pick<GlobalDatabase, "$queryRaw"> = globalDb,
): Promise<OrgId | null> {
  const rows = await db.$queryRaw<{ orgId: OrgId | null }[]>`
    select accept_invitation(${tokenHash}, ${userId}::uuid) as "orgId"`;
  return rows[0]?.orgId ?? null;
}

/** A user who joins at once: null where the address is taken, and nothing where the invitation ended meanwhile. */
export function insertInvitedUser(
  account: Pick<NewAccount, "email" | "name" | "passwordHash">,
  tokenHash: string,
): Promise<{ userId: string; orgId: OrgId } | null> {
  return globalTransaction(async (tx) => {
    const userId = await insertUser(tx, account);
    if (userId === null) return null;
    const orgId = await acceptInvitation(tokenHash, userId, tx);
    if (orgId === null) throw invitationEnded();
    return { userId, orgId };
  });
}

export const invitationEnded = () =>
  new AppError("CONFLICT", "This invitation has ended meanwhile. Ask for a new link.");
