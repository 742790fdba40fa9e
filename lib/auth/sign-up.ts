import { randomUUID } from "node:crypto";
import { insertAccount } from "@/lib/data/users";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { isStorable } from "@/lib/schemas/text";
import type { CallerAddress } from "./caller-address";
import { canonicalEmail, emailIssue } from "./email";
import { limitSignUp } from "./limits";
import { hashPassword, passwordIssue } from "./password";
import { signIn, signInTo } from "./sign-in";

export type SignUp = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly organizationName: string;
};

const byInvitation =
  "Sign-up is by invitation here. Ask whoever runs this Loadline for an account.";
export const notMade = "No account was made. If you have one at this address already, sign in.";

export const isSignUpOpen = (): boolean => env().signUp === "open";

/**
 * A user, an organization and a session in one go. An address that is taken is answered as vaguely as can be
 * without mail to confirm it: after the same hashing, and with a session for whoever knows its password,
 * which also makes a form that was sent twice come out as one account.
 */
export async function signUp(input: SignUp, caller: CallerAddress): Promise<string> {
  if (!isSignUpOpen()) throw new AppError("FORBIDDEN", byInvitation);
  const email = checkSignUp(input);
  await limitSignUp(caller);
  const orgId = randomUUID();
  const account = await insertAccount({
    email,
    name: input.name.trim(),
    passwordHash: await hashPassword(input.password),
    orgId,
    organizationName: input.organizationName.trim(),
  });
  if (account) return signInTo({ userId: account.userId, orgId }, caller);
  return signIn({ email, password: input.password }, caller).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "UNAUTHENTICATED")
      throw new AppError("INVALID", notMade);
    throw error;
  });
}

/** The canonical address, when all of it will do. */
function checkSignUp({ name, email, password, organizationName }: SignUp): string {
  const address = canonicalEmail(email);
  const fields = {
    name: nameIssue("name", name),
    organizationName: nameIssue("name of the organization", organizationName),
    email: address === null ? emailIssue : undefined,
    password: passwordIssue(password, address ?? ""),
  };
  const issues = Object.entries(fields).filter((entry): entry is [string, string] => !!entry[1]);
  if (address === null || issues.length > 0)
    throw new AppError("INVALID", issues[0]?.[1] ?? emailIssue, {
      fields: Object.fromEntries(issues),
    });
  return address;
}

/** What is wrong with the name of somebody or something, in words. */
export function nameIssue(what: string, name: string): string | undefined {
  const { length } = name.trim();
  if (length === 0) return `The ${what} is empty. Fill it in.`;
  if (!isStorable(name))
    return `The ${what} holds a character that is not text. Remove it, or type it again.`;
  return length > 80 ? `The ${what} has ${length} characters. Use at most 80.` : undefined;
}
