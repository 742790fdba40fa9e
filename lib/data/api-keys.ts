import type { OrgId, Role } from "@/lib/auth/context";
import { readGlobal, type Transaction, withOrganization } from "./client";

export type KeyScope = "read" | "write";

/** A key that opens now, with what its maker may do now. */
export type LiveKey = {
  readonly orgId: OrgId;
  readonly id: string;
  readonly scope: KeyScope;
  readonly userId: string;
  readonly role: Role;
  readonly lastUsedAt: Date | null;
};

/** No row for a key that was revoked, has expired, or whose maker is no member any more. */
export async function findLiveKey(tokenHash: string): Promise<LiveKey | null> {
  const rows = await readGlobal<LiveKey>`
    select org_id as "orgId", id, scope::text as scope, user_id as "userId", role::text as role,
      last_used_at as "lastUsedAt"
    from find_api_key(${tokenHash})
    where revoked_at is null and (expires_at is null or expires_at > now())`;
  return rows[0] ?? null;
}

/** Says that a key was used now, unless that was said less than a minute ago. */
export async function touchKey({ orgId, id }: LiveKey): Promise<void> {
  await withOrganization(
    orgId,
    (tx) => tx.$queryRaw`
      update api_key set last_used_at = now()
      where org_id = ${orgId}::uuid and id = ${id}::uuid
        and (last_used_at is null or last_used_at < now() - interval '1 minute')
      returning 1 as touched`,
  );
}

/** A key as its table has it, without its hash. */
export type KeyRow = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scope: KeyScope;
  readonly madeByUserId: string;
  readonly madeByName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
};

const columns = {
  id: true,
  name: true,
  prefix: true,
  scope: true,
  createdByUserId: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  createdBy: { select: { name: true } },
} as const;

/** Keys that were not revoked, of one member or of all; newest first. */
export async function listKeys(
  tx: Transaction,
  orgId: OrgId,
  { userId }: { readonly userId?: string } = {},
): Promise<readonly KeyRow[]> {
  const rows = await tx.apiKey.findMany({
    where: { orgId, revokedAt: null, ...(userId === undefined ? {} : { createdByUserId: userId }) },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: columns,
  });
  return rows.map(({ createdByUserId, createdBy, ...row }) => ({
    ...row,
    madeByUserId: createdByUserId,
    madeByName: createdBy.name,
  }));
}

export const countKeys = (tx: Transaction, orgId: OrgId): Promise<number> =>
  tx.apiKey.count({ where: { orgId, revokedAt: null } });

export type NewKey = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly tokenHash: string;
  readonly scope: KeyScope;
  readonly createdByUserId: string;
  readonly expiresAt: Date | null;
};

export async function insertKey(tx: Transaction, orgId: OrgId, key: NewKey): Promise<void> {
  await tx.apiKey.create({ data: { orgId, ...key } });
}

export type KeyState = {
  readonly name: string;
  readonly createdByUserId: string;
  readonly revokedAt: Date | null;
};

export const findKeyState = (tx: Transaction, orgId: OrgId, id: string): Promise<KeyState | null> =>
  tx.apiKey.findUnique({
    where: { orgId_id: { orgId, id } },
    select: { name: true, createdByUserId: true, revokedAt: true },
  });

/** Takes effect on the next request that comes with the key. */
export async function revokeKey(tx: Transaction, orgId: OrgId, id: string): Promise<void> {
  await tx.apiKey.updateMany({
    where: { orgId, id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

export async function isSampleOrganization(tx: Transaction, orgId: OrgId): Promise<boolean> {
  const row = await tx.organization.findUnique({
    where: { id: orgId },
    select: { isSample: true },
  });
  return row?.isSample ?? false;
}
