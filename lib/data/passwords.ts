import { type GlobalDatabase, globalDb, globalTransaction } from "./client";
import { endSessionsOf } from "./sessions";
import { listMemberships } from "./users";

type Passwords = Pick<GlobalDatabase, "user" | "passwordReset" | "$queryRaw">;

export type HeldReset = {
  readonly userId: string;
  readonly email: string;
};

/** The account whose password the link sets, while it still does. */
export async function findReset(tokenHash: string): Promise<HeldReset | null> {
  const rows = await globalDb.$queryRaw<HeldReset[]>`
    select u.id as "userId", u.email
    from password_reset r join "user" u on u.id = r.user_id
    where r.token_hash = ${tokenHash} and r.used_at is null and r.expires_at > now()`;
  return rows[0] ?? null;
}

/**
 * Memberships of this user begin after this transaction: a new one takes hold of the user's row. Its trigger
 * then finds whatever link was made here, and voids it.
 */
export async function holdMemberships(
  db: Pick<GlobalDatabase, "$queryRaw">,
  userId: string,
): Promise<void> {
  await db.$queryRaw`select 1 as held from "user" where id = ${userId}::uuid for update`;
}

export async function insertReset(
  db: Pick<GlobalDatabase, "passwordReset">,
  reset: { readonly userId: string; readonly tokenHash: string; readonly expiresAt: Date },
): Promise<void> {
  await db.passwordReset.create({ data: reset });
}

/**
 * Uses the link up and sets the password, ends every session of the user and voids every other link;
 * null where the link is used, expired or unknown, and then nothing is written.
 */
export function setPasswordByReset(reset: {
  readonly tokenHash: string;
  readonly passwordHash: string;
}): Promise<{ readonly endedSessions: number } | null> {
  return globalTransaction(async (tx) => {
    const taken = await tx.$queryRaw<{ userId: string }[]>`
      update password_reset set used_at = now()
      where token_hash = ${reset.tokenHash} and used_at is null and expires_at > now()
      returning user_id as "userId"`;
    const [held] = taken;
    if (!held) return null;
    const { userId } = held;
    await tx.user.update({ where: { id: userId }, data: { passwordHash: reset.passwordHash } });
    const endedSessions = await afterNewPassword(tx, userId, null);
    await tellOrganizations(tx, userId);
    return { endedSessions };
  });
}

/** Replaces the password that was verified; null where it is another one by now. */
export async function replacePassword(
  db: Passwords,
  change: {
    readonly userId: string;
    readonly heldHash: string;
    readonly passwordHash: string;
    /** The session that stays. */
    readonly sessionId: string;
  },
): Promise<{ readonly endedSessions: number } | null> {
  const { userId, heldHash, passwordHash, sessionId } = change;
  const { count } = await db.user.updateMany({
    where: { id: userId, passwordHash: heldHash },
    data: { passwordHash },
  });
  return count === 0 ? null : { endedSessions: await afterNewPassword(db, userId, sessionId) };
}

/** Whoever came in by the old password, or holds a link that was made before, is out. */
async function afterNewPassword(
  db: Passwords,
  userId: string,
  except: string | null,
): Promise<number> {
  await db.passwordReset.updateMany({
    where: { userId, usedAt: null },
    data: { usedAt: new Date() },
  });
  return endSessionsOf(db, userId, { except });
}

/** A link is used before anybody is signed in, so each organization of its user is told in turn. */
async function tellOrganizations(db: Passwords, userId: string): Promise<void> {
  for (const { orgId } of await listMemberships(userId, db)) {
    await db.$queryRaw`select set_config('app.org_id', ${orgId}, true)`;
    await db.$queryRaw`
      insert into audit_event (org_id, user_id, action, subject, subject_id)
      values (${orgId}::uuid, ${userId}::uuid, 'reset-password', 'member', ${userId}) returning id`;
  }
}
