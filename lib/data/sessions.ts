import type { OrgId, Role } from "@/lib/auth/context";
import { globalDb } from "./client";

export type LiveSession = {
  readonly orgId: OrgId;
  readonly orgName: string;
  readonly userId: string;
  readonly userName: string;
  readonly role: Role;
  readonly isSample: boolean;
  readonly lastSeenAt: Date;
};

/** The session with what its user may do now: no row once it ended, expired, or the membership is gone. */
export async function findLiveSession(id: string): Promise<LiveSession | null> {
  const rows = await globalDb.$queryRaw<LiveSession[]>`
    select m.org_id as "orgId", m.org_name as "orgName", u.id as "userId", u.name as "userName",
      m.role::text as role, m.is_sample as "isSample", s.last_seen_at as "lastSeenAt"
    from session s
    join "user" u on u.id = s.user_id
    join lateral auth_memberships(s.user_id) m on m.org_id = s.org_id
    where s.id = ${id}::uuid and s.ended_at is null and s.expires_at > now()`;
  return rows[0] ?? null;
}

export async function insertSession(session: {
  readonly id: string;
  readonly userId: string;
  readonly orgId: string;
  readonly expiresAt: Date;
}): Promise<void> {
  await globalDb.session.create({ data: session });
}

/** Moves the end of an idle session on, but never past `longestMs` after it began. */
export async function touchSession(
  id: string,
  { idleMs, longestMs }: { idleMs: number; longestMs: number },
): Promise<void> {
  await globalDb.$queryRaw`
    update session set last_seen_at = now(),
      expires_at = least(now() + ${idleMs} * interval '1 millisecond',
        created_at + ${longestMs} * interval '1 millisecond')
    where id = ${id}::uuid and ended_at is null`;
}

/** Takes effect on the next request of whoever holds the token. */
export async function endSession(id: string): Promise<void> {
  await globalDb.session.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: new Date() },
  });
}

/** Sessions that expired this long ago are of no use to anybody. */
export async function removeSessionsBefore(date: Date): Promise<void> {
  await globalDb.session.deleteMany({ where: { expiresAt: { lt: date } } });
}
