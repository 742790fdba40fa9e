import { randomUUID } from "node:crypto";
import type { Context, Role } from "@/lib/auth/context";
import { openSession } from "@/lib/auth/live-session";
import { sessionIdOf } from "@/lib/auth/session-token";
import { byOwner } from "./organization";

/** Another member of the caller's organization, with a session of their own. */
export async function newMember(
  { orgId }: Context,
  role: Role,
  email = `${randomUUID()}@test.example`,
): Promise<Context & { readonly email: string; readonly sid: string }> {
  const [user] = await byOwner<{ id: string }>(
    orgId,
    "insert into \"user\" (email, name, password_hash) values ($1, 'Member', 'none') returning id",
    [email],
  );
  if (!user) throw new Error("the test's user was not made");
  await byOwner(orgId, "insert into membership (org_id, user_id, role) values ($1, $2, $3)", [
    orgId,
    user.id,
    role,
  ]);
  const sid = await openSession(user.id, orgId);
  return { orgId, userId: user.id, role, sessionId: sessionIdOf(sid), email, sid };
}
