import { findMembershipLastUsed } from "@/lib/data/session-organization";
import { findUserByEmail, type User } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import { auditSession } from "./audit-session";
import type { CallerAddress } from "./caller-address";
import type { OrgId } from "./context";
import { canonicalEmail } from "./email";
import { forgiveSignIn, limitSignIn } from "./limits";
import { openSession } from "./live-session";
import { verifyPassword } from "./password";
import { sessionIdOf } from "./session-token";

export type SignIn = { readonly email: string; readonly password: string };

export const signInRefusal =
  "That email and password do not match. After 5 tries there is a 15 minute pause.";

/** Opens a session in the organization the user was last in. */
export async function signIn(credentials: SignIn, caller: CallerAddress): Promise<string> {
  const { id } = await verifiedUser(credentials, caller);
  const membership = await findMembershipLastUsed(id);
  if (!membership)
    throw new AppError(
      "FORBIDDEN",
      "Your account belongs to no organization any more. Ask a member of one to invite you.",
    );
  return signInTo({ userId: id, orgId: membership.orgId }, caller);
}

/** Whoever knows this password; the same answer, after the same work, for an unknown address and a wrong password. */
export async function verifiedUser(
  { email, password }: SignIn,
  caller: CallerAddress,
): Promise<User> {
  const address = canonicalEmail(email) ?? "";
  await limitSignIn(address, caller);
  const user = address === "" ? null : await findUserByEmail(address);
  const matches = await verifyPassword(user?.passwordHash ?? null, password.slice(0, 1000));
  if (!user || !matches) throw new AppError("UNAUTHENTICATED", signInRefusal);
  await forgiveSignIn(address, caller);
  return user;
}

/** Opens a session of a member, and says so in the organization's audit. */
export async function signInTo(
  { userId, orgId }: { readonly userId: string; readonly orgId: string },
  caller: CallerAddress,
): Promise<string> {
  const sid = await openSession(userId, orgId, caller);
  await auditSession("sign-in", { userId, orgId: orgId as OrgId, sessionId: sessionIdOf(sid) });
  return sid;
}
