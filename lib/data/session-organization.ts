import { globalDb } from "./client";
import type { Membership } from "./users";

/** Takes a session into another organization of its user; false where they are no member of it. */
export async function moveSession({
  sessionId,
  userId,
  orgId,
}: {
  readonly sessionId: string;
  readonly userId: string;
  readonly orgId: string;
}): Promise<boolean> {
  const rows = await globalDb.$queryRaw<unknown[]>`
    update session set org_id = ${orgId}::uuid, last_seen_at = now()
    where id = ${sessionId}::uuid and user_id = ${userId}::uuid and ended_at is null
      and exists (select from auth_memberships(${userId}::uuid) m where m.org_id = ${orgId}::uuid)
    returning 1 as moved`;
  return rows.length > 0;
}

/** The organization a user was last seen in, else the one they joined first; null where they have none. */
export async function findMembershipLastUsed(userId: string): Promise<Membership | null> {
  const rows = await globalDb.$queryRaw<Membership[]>`
    select m.org_id as "orgId", m.org_name as "orgName", m.role::text as role, m.is_sample as "isSample"
    from auth_memberships(${userId}::uuid) with ordinality m(org_id, org_name, role, is_sample, place)
    left join lateral (
      select max(s.last_seen_at) as at from session s
      where s.user_id = ${userId}::uuid and s.org_id = m.org_id) used on true
    order by used.at desc nulls last, m.place limit 1`;
  return rows[0] ?? null;
}
