import { createHash } from "node:crypto";
import { countTry, forgetTries, removeTriesBefore } from "@/lib/data/rate-limits";
import { AppError } from "@/lib/errors";
import type { CallerAddress } from "./caller-address";

const minute = 60_000;
const hour = 60 * minute;

/** Keys are hashed: the table tells nobody who tried to sign in from where. */
const keyOf = (...parts: string[]) =>
  createHash("sha256").update(parts.join("\n")).digest("base64url");

const pairKey = (email: string, { ip }: CallerAddress) => keyOf("sign-in", email, ip);

async function refuseBeyond(limits: Parameters<typeof countTry>[0][]): Promise<void> {
  for (const limit of limits) {
    const waitMs = await countTry(limit);
    if (waitMs === 0) continue;
    const minutes = Math.ceil(waitMs / minute);
    throw new AppError(
      "UNAVAILABLE",
      `Too many tries. The pause ends in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
    );
  }
}

/** Five tries for an address at an account, then 15 minutes; wider bounds against a crowd of either. */
export function limitSignIn(email: string, caller: CallerAddress): Promise<void> {
  return refuseBeyond([
    { key: pairKey(email, caller), tries: 5, pauseMs: 15 * minute },
    { key: keyOf("account", email), tries: 50, pauseMs: hour },
    ...(caller.isLocal ? [] : [{ key: keyOf("address", caller.ip), tries: 200, pauseMs: hour }]),
  ]);
}

export async function limitSignUp(caller: CallerAddress): Promise<void> {
  if (!caller.isLocal)
    await refuseBeyond([{ key: keyOf("sign-up", caller.ip), tries: 10, pauseMs: hour }]);
}

/** Looks at links of invitations: far more than a person needs, far fewer than a search would. */
export async function limitInvitation(caller: CallerAddress): Promise<void> {
  if (!caller.isLocal)
    await refuseBeyond([{ key: keyOf("invitation", caller.ip), tries: 100, pauseMs: hour }]);
}

export const limitInvitationOf = (userId: string): Promise<void> =>
  refuseBeyond([{ key: keyOf("invitation of", userId), tries: 100, pauseMs: hour }]);

export async function limitSample(caller: CallerAddress): Promise<void> {
  if (!caller.isLocal)
    await refuseBeyond([{ key: keyOf("sample", caller.ip), tries: 60, pauseMs: hour }]);
}

const passwordKey = (userId: string) => keyOf("password", userId);

/** Guesses at the password of an account that somebody left open. */
export function limitPasswordChange(userId: string): Promise<void> {
  return refuseBeyond([{ key: passwordKey(userId), tries: 5, pauseMs: 15 * minute }]);
}

export function forgivePasswordChange(userId: string): Promise<void> {
  return forgetTries(passwordKey(userId));
}

/** Guesses at the links that set a password. */
export async function limitReset(caller: CallerAddress): Promise<void> {
  if (!caller.isLocal)
    await refuseBeyond([{ key: keyOf("reset", caller.ip), tries: 30, pauseMs: hour }]);
}

/** After a right password; also the moment to sweep out what limits nothing any more. */
export async function forgiveSignIn(email: string, caller: CallerAddress): Promise<void> {
  await forgetTries(pairKey(email, caller));
  await removeTriesBefore(new Date(Date.now() - 2 * hour));
}
