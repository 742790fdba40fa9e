import type { OrgId, Role } from "@/lib/auth/context";
import { type GlobalDatabase, globalDb, globalTransaction } from "./client";

export type User = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
};

export type Membership = {
  readonly orgId: string;
  readonly orgName: string;
  readonly role: Role;
  readonly isSample: boolean;
};

/** `email` in lower case, as the table keeps it. */
export const findUserByEmail = (email: string): Promise<User | null> =>
  globalDb.user.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, passwordHash: true },
  });

export const findUser = (id: string): Promise<User | null> =>
  globalDb.user.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, passwordHash: true },
  });

export async function renameUser(id: string, name: string): Promise<void> {
  await globalDb.user.update({ where: { id }, data: { name } });
}

/** Oldest first. */
export const listMemberships = (
  userId: string,
  db: Pick<GlobalDatabase, "$queryRaw"> = globalDb,
): Promise<Membership[]> =>
  db.$queryRaw<Membership[]>`
    select org_id as "orgId", org_name as "orgName", role::text as role, is_sample as "isSample"
    from auth_memberships(${userId}::uuid)`;

export type NewAccount = {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly orgId: string;
  readonly organizationName: string;
};

/** A user and the organization that is theirs, or null where the address is taken; never half of it. */
export function insertAccount(account: NewAccount): Promise<{ userId: string } | null> {
  return globalTransaction(async (tx) => {
    const userId = await insertUser(tx, account);
    if (userId === null) return null;
    await tx.$queryRaw`
      select create_organization(${userId}::uuid, ${account.orgId}::uuid, ${account.organizationName})::text`;
    return { userId };
  });
}

/** Null where the address is taken. */
export async function insertUser(
  tx: Pick<GlobalDatabase, "$queryRaw">,
  account: Pick<NewAccount, "email" | "name" | "passwordHash">,
): Promise<string | null> {
  const { email, name, passwordHash } = account;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into "user" (email, name, password_hash) values (${email}, ${name}, ${passwordHash})
    on conflict (email) do nothing returning id`;
  return rows[0]?.id ?? null;
}

/** The sample organization and the user its visitors share; null where there is none. */
export async function findSample(): Promise<{ orgId: OrgId; userId: string } | null> {
  const rows = await globalDb.$queryRaw<{ orgId: OrgId; userId: string }[]>`
    select org_id as "orgId", user_id as "userId" from sample_organization()`;
  return rows[0] ?? null;
}
