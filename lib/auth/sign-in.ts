import { findUserByEmail, listMemberships } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import type { CallerAddress } from "./caller-address";
import { canonicalEmail } from "./email";
import { forgiveSignIn, limitSignIn } from "./limits";
import { openSession } from "./live-session";
import { verifyPassword } from "./password";

export type SignIn = { readonly email: string; readonly password: string };

export const signInRefusal =
  "That email and password do not match. After 5 tries there is a 15 minute pause.";

/** Opens a session; the same answer, after the same work, for an unknown address and a wrong password. */
export async function signIn({ email, password }: SignIn, caller: CallerAddress): Promise<string> {
  const address = canonicalEmail(email) ?? "";
  await limitSignIn(address, caller);
  const user = address === "" ? null : await findUserByEmail(address);
  const matches = await verifyPassword(user?.passwordHash ?? null, password.slice(0, 1000));
  if (!user || !matches) throw new AppError("UNAUTHENTICATED", signInRefusal);
  await forgiveSignIn(address, caller);
  const [membership] = await listMemberships(user.id);
  if (!membership)
    throw new AppError(
      "FORBIDDEN",
      "Your account belongs to no organization any more. Ask whoever runs this Loadline.",
    );
  return openSession(user.id, membership.orgId, caller);
}
