import { findReset, setPasswordByReset } from "@/lib/data/passwords";
import { AppError } from "@/lib/errors";
import type { CallerAddress } from "./caller-address";
import { limitReset } from "./limits";
import { hashPassword, passwordIssue } from "./password";
import { hashOfSecret } from "./secret";

export type ResetPassword = { readonly token: string; readonly password: string };

/** The same words for a link that is used, expired, void, or never was. */
export const resetRefusal =
  "This link does not work any more. It works once, and for 24 hours. Ask for another.";

/** Whose password the link sets; null where it sets nobody's. */
export const findResetAccount = async (token: string): Promise<{ readonly email: string } | null> =>
  findReset(hashOfSecret(token));

/** Sets the password and ends every session of the account. Nobody is signed in by it. */
export async function resetPassword(
  { token, password }: ResetPassword,
  caller: CallerAddress,
): Promise<{ readonly endedSessions: number }> {
  await limitReset(caller);
  const tokenHash = hashOfSecret(token);
  const held = await findReset(tokenHash);
  if (!held) throw new AppError("NOT_FOUND", resetRefusal);
  const issue = passwordIssue(password, held.email);
  if (issue) throw new AppError("INVALID", issue, { fields: { password: issue } });
  const passwordHash = await hashPassword(password);
  const done = await setPasswordByReset({ tokenHash, passwordHash });
  if (!done) throw new AppError("NOT_FOUND", resetRefusal);
  return done;
}
