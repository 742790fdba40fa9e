import type { OrgId, Role } from "@/lib/auth/context";
import type { Member } from "@/lib/schemas/member";
import type { Transaction } from "./client";

const withUser = { user: { select: { name: true, email: true } } } as const;
const at = (orgId: OrgId, userId: string) => ({ orgId_userId: { orgId, userId } });

type Row = {
  userId: string;
  role: Role;
  createdAt: Date;
  user: { name: string; email: string };
};

const toMember = ({ userId, role, createdAt, user }: Row): Member => ({
  userId,
  role,
  since: createdAt.toISOString(),
  ...user,
});

/** Oldest first. */
export async function listMembers(tx: Transaction, orgId: OrgId): Promise<readonly Member[]> {
  const rows = await tx.membership.findMany({
    where: { orgId },
    include: withUser,
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
  });
  return rows.map(toMember);
}

export async function findMember(
  tx: Transaction,
  orgId: OrgId,
  userId: string,
): Promise<Member | null> {
  const row = await tx.membership.findUnique({ where: at(orgId, userId), include: withUser });
  return row && toMember(row);
}

export async function findMemberByEmail(
  tx: Transaction,
  orgId: OrgId,
  email: string,
): Promise<Member | null> {
  const row = await tx.membership.findFirst({
    where: { orgId, user: { email } },
    include: withUser,
  });
  return row && toMember(row);
}

export const countOwners = (tx: Transaction, orgId: OrgId): Promise<number> =>
  tx.membership.count({ where: { orgId, role: "owner" } });

export async function updateRole(
  tx: Transaction,
  orgId: OrgId,
  { userId, role }: { userId: string; role: Role },
): Promise<void> {
  await tx.membership.update({ where: at(orgId, userId), data: { role } });
}

/** Also ends the member's API keys: a later membership must not bring them back. */
export async function deleteMember(tx: Transaction, orgId: OrgId, userId: string): Promise<void> {
  await tx.apiKey.updateMany({
    where: { orgId, createdByUserId: userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  await tx.membership.delete({ where: at(orgId, userId) });
}
