import { createHash } from "node:crypto";
import { countTry, forgetTries, removeTriesBefore, takeCalls } from "@/lib/data/rate-limits";
import { env } from "@/lib/env";
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

/** Looks at share links: twice as many as at invitations, as a whole board may sit behind one address. */
export async function limitShareLink(caller: CallerAddress): Promise<void> {
  if (!caller.isLocal)
    await refuseBeyond([{ key: keyOf("share", caller.ip), tries: 200, pauseMs: hour }]);
}

/** Each visit is a row: more than a board needs in an hour. */
export const limitShareVisits = (linkId: string): Promise<void> =>
  refuseBeyond([{ key: keyOf("share visits", linkId), tries: 500, pauseMs: hour }]);

const passcodeKey = (linkId: string, { ip }: CallerAddress) => keyOf("passcode", linkId, ip);

/** Five tries for an address at a link, then 15 minutes; wider bounds against a crowd. */
export const limitPasscode = (linkId: string, caller: CallerAddress): Promise<void> =>
  refuseBeyond([
    { key: passcodeKey(linkId, caller), tries: 5, pauseMs: 15 * minute },
    { key: keyOf("passcode of", linkId), tries: 50, pauseMs: hour },
  ]);

export const forgivePasscode = (linkId: string, caller: CallerAddress): Promise<void> =>
  forgetTries(passcodeKey(linkId, caller));

/** After a right password; also the moment to sweep out what limits nothing any more. */
export async function forgiveSignIn(email: string, caller: CallerAddress): Promise<void> {
  await forgetTries(pairKey(email, caller));
  await removeTriesBefore(new Date(Date.now() - 2 * hour));
}

/** Wrong, revoked and expired keys, counted by address: a good key is never slowed by them. */
export async function limitKeyTries(caller: CallerAddress): Promise<void> {
  if (caller.isLocal) return;
  const key = keyOf("api-key", caller.ip);
  const waitMs = await countTry({ key, tries: 60, pauseMs: 15 * minute });
  if (waitMs > 0) throw tooMany("Too many wrong API keys from this address.", waitMs);
}

const tooMany = (what: string, waitMs: number) => {
  const seconds = Math.ceil(waitMs / 1000);
  return new AppError("UNAVAILABLE", `${what} Try again in ${seconds} seconds.`, {
    retryAfterSeconds: seconds,
  });
};

type Share = { minuteStartMs: number; left: number; isSpent: boolean };
const shares = new Map<string, Share>();
const keysAtOnce = 10_000;

/**
 * So many calls a minute for each key, over all processes. A process takes a tenth of them at a time, so
 * that the table is written ten times a minute and not once a call.
 */
export async function limitKey(keyId: string): Promise<void> {
  const perMinute = env().apiCallsPerMinute;
  const share = shareOf(keyId);
  if (share.left === 0 && !share.isSpent) {
    const portion = Math.max(1, Math.floor(perMinute / 10));
    const taken = await takeCalls(keyOf("key", keyId), portion);
    share.left += Math.max(0, portion - Math.max(0, taken - perMinute));
    share.isSpent = taken >= perMinute;
  }
  if (share.left > 0) {
    share.left -= 1;
    return;
  }
  const waitMs = share.minuteStartMs + minute - Date.now();
  throw tooMany(`This key may be used ${perMinute} times a minute.`, Math.max(1000, waitMs));
}

function shareOf(keyId: string): Share {
  const minuteStartMs = Math.floor(Date.now() / minute) * minute;
  const held = shares.get(keyId);
  if (held?.minuteStartMs === minuteStartMs) return held;
  if (shares.size >= keysAtOnce) shares.clear();
  const share = { minuteStartMs, left: 0, isSpent: false };
  shares.set(keyId, share);
  return share;
}
