import { type GlobalDatabase, globalDb, globalTransaction } from "./client";
import { endSessionsOf } from "./sessions";

type Passwords = Pick<GlobalDatabase, "user" | "passwordReset" | "$queryRaw">;

export type HeldReset = {
  readonly userId: string;
  readonly email: string;
  readonly userName: string;
};

/** The user whose password the link sets, while it still does. */
export async function findLiveReset(tokenHash: string): Promise<HeldReset | null> {
  const rows = await globalDb.$queryRaw<HeldReset[]>`
    select u.id as "userId", u.email, u.name as "userName"
    from password_reset r join "user" u on u.id = r.user_id
    where r.token_hash = ${tokenHash} and r.used_at is null and r.expires_at > now()`;
  return rows[0] ?? null;
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
export function takeReset(reset: {
  readonly tokenHash: string;
  readonly passwordHash: string;
}): Promise<{ readonly userId: string; readonly endedSessions: number } | null> {
  return globalTransaction(async (tx) => {
    const taken = await tx.$queryRaw<{ userId: string }[]>`
      update password_reset set used_at = now()
      where token_hash = ${reset.tokenHash} and used_at is null and expires_at > now()
      returning user_id as "userId"`;
    const [held] = taken;
    if (!held) return null;
    const { userId } = held;
    await tx.user.update({ where: { id: userId }, data: { passwordHash: reset.passwordHash } });
    return { userId, endedSessions: await afterNewPassword(tx, userId, null) };
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
