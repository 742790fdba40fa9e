import {
  findLiveSession,
  insertSession,
  type LiveSession,
  removeSessionsBefore,
  touchSession,
} from "@/lib/data/sessions";
import type { Membership } from "@/lib/data/users";
import { env } from "@/lib/env";
import type { Context, Role } from "./context";
import { newSid, sessionIdOf, sessionLength } from "./session-token";

/** Who is signed in, in words for the page's frame. */
export type Account = {
  readonly userName: string;
  readonly orgName: string;
  readonly isSample: boolean;
};

export type SignedIn = {
  readonly ctx: Context;
  readonly account: Account;
  readonly memberships: readonly Membership[];
};

const touchAfterMs = 5 * 60 * 1000;

const longestUserAgent = 300;

/** Starts a session and gives the secret that opens it. */
export async function openSession(
  userId: string,
  orgId: string,
  { userAgent }: { readonly userAgent?: string } = {},
): Promise<string> {
  const sid = newSid();
  const expiresAt = new Date(Date.now() + sessionLength.idleMs);
  await insertSession({
    id: sessionIdOf(sid),
    userId,
    orgId,
    expiresAt,
    userAgent: userAgent?.slice(0, longestUserAgent) ?? null,
  });
  await removeSessionsBefore(new Date(Date.now() - sessionLength.longestMs));
  return sid;
}

/** In the sample organization the operator's setting caps what its visitors may do. */
function roleNow({ role, isSample }: LiveSession): Role | null {
  if (!isSample) return role;
  const { sample } = env();
  if (sample === "off") return null;
  return sample === "view" || role === "viewer" ? "viewer" : "editor";
}

/** What the holder of this secret may do now; null once the session or the membership has ended. */
export async function signedInBy(sid: string): Promise<SignedIn | null> {
  const sessionId = sessionIdOf(sid);
  const session = await findLiveSession(sessionId);
  const role = session && roleNow(session);
  if (!role) return null;
  if (Date.now() - session.lastSeenAt.getTime() > touchAfterMs)
    await touchSession(sessionId, sessionLength);
  const { orgId, orgName, userId, userName, isSample, memberships } = session;
  return {
    ctx: { orgId, userId, role, sessionId },
    account: { userName, orgName, isSample },
    memberships,
  };
}
