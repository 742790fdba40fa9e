import type { OrgId } from "@/lib/auth/context";
import type { Transaction } from "./client";

export type LockedOrganization = { readonly name: string; readonly isSample: boolean };

/** Takes the organization for this transaction: its members change one at a time. */
export async function lockOrganization(
  tx: Transaction,
  orgId: OrgId,
): Promise<LockedOrganization | null> {
  const rows = await tx.$queryRaw<LockedOrganization[]>`
    select name, is_sample as "isSample" from organization where id = ${orgId}::uuid for update`;
  return rows[0] ?? null;
}

/** An organization with this user as its owner; `orgId` must be new. */
export async function insertOrganization(
  tx: Transaction,
  orgId: OrgId,
  { ownerUserId, name }: { ownerUserId: string; name: string },
): Promise<void> {
  await tx.$queryRaw`
    select create_organization(${ownerUserId}::uuid, ${orgId}::uuid, ${name})::text`;
}

/** One change at a time for each user, until the transaction ends. */
export async function lockUser(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${userId}, 1))::text`;
}
