import type { OrgId, Role } from "@/lib/auth/context";
import { type GlobalDatabase, globalDb, readGlobal } from "./client";
import type { Membership } from "./users";

export type LiveSession = {
  readonly orgId: OrgId;
  readonly orgName: string;
  readonly userId: string;
  readonly userName: string;
  readonly role: Role;
  readonly isSample: boolean;
  readonly lastSeenAt: Date;
  /** Of its user, this organization's among them; oldest first. */
  readonly memberships: readonly Membership[];
};

type SessionRow = Pick<LiveSession, "orgId" | "userId" | "userName" | "lastSeenAt"> & {
  readonly memberships: readonly Membership[] | null;
};

/** The session with what its user may do now: no row once it ended, expired, or the membership is gone. */
export async function findLiveSession(id: string): Promise<LiveSession | null> {
  const [session] = await readGlobal<SessionRow>`
    select s.org_id as "orgId", u.id as "userId", u.name as "userName", s.last_seen_at as "lastSeenAt",
      (select json_agg(json_build_object('orgId', m.org_id, 'orgName', m.org_name,
        'role', m.role, 'isSample', m.is_sample)) from auth_memberships(s.user_id) m) as memberships
    from session s
    join "user" u on u.id = s.user_id
    where s.id = ${id}::uuid and s.ended_at is null and s.expires_at > now()`;
  const memberships = session?.memberships ?? [];
  const here = memberships.find(({ orgId }) => orgId === session?.orgId);
  if (!session || !here) return null;
  const { orgName, role, isSample } = here;
  return { ...session, orgName, role, isSample, memberships };
}

/** How a session that opens nothing came to its end; null where it still opens something, or never was. */
export type SessionEnd = "ended" | "expired" | "not-a-member";

export async function findSessionEnd(id: string): Promise<SessionEnd | null> {
  const rows = await globalDb.$queryRaw<{ end: SessionEnd | null }[]>`
    select case when s.ended_at is not null then 'ended'
      when s.expires_at <= now() then 'expired'
      when not exists (select from auth_memberships(s.user_id) m where m.org_id = s.org_id)
        then 'not-a-member' end as "end"
    from session s where s.id = ${id}::uuid`;
  return rows[0]?.end ?? null;
}

export async function insertSession(session: {
  readonly id: string;
  readonly userId: string;
  readonly orgId: string;
  readonly expiresAt: Date;
  readonly userAgent: string | null;
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

export type OpenSession = {
  readonly id: string;
  readonly orgName: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

/** The sessions that still open something to their user, last seen first. */
export const listSessions = (userId: string): Promise<OpenSession[]> =>
  globalDb.$queryRaw<OpenSession[]>`
    select s.id, m.org_name as "orgName", s.user_agent as "userAgent",
      s.created_at as "createdAt", s.last_seen_at as "lastSeenAt"
    from session s
    join lateral auth_memberships(s.user_id) m on m.org_id = s.org_id
    where s.user_id = ${userId}::uuid and s.ended_at is null and s.expires_at > now()
    order by s.last_seen_at desc, s.id`;

/** Ends one session of the user, if it has not ended yet; false where there is none of that id. */
export async function endSessionOf(userId: string, id: string): Promise<boolean> {
  const rows = await globalDb.$queryRaw<unknown[]>`
    update session set ended_at = coalesce(ended_at, now())
    where id = ${id}::uuid and user_id = ${userId}::uuid returning id`;
  return rows.length > 0;
}

/** Ends the user's sessions but one, and says how many that were. */
export async function endSessionsOf(
  db: Pick<GlobalDatabase, "$queryRaw">,
  userId: string,
  { except }: { readonly except: string | null },
): Promise<number> {
  const rows = await db.$queryRaw<{ isLive: boolean }[]>`
    update session set ended_at = now()
    where user_id = ${userId}::uuid and ended_at is null and id is distinct from ${except}::uuid
    returning expires_at > now() as "isLive"`;
  return rows.filter(({ isLive }) => isLive).length;
}
