import { createHash, randomBytes } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { sessionCookieName } from "./cookie-names";

const day = 24 * 60 * 60 * 1000;

/** A session ends after a week without a request, and after 30 days in any case. */
export const sessionLength = { idleMs: 7 * day, longestMs: 30 * day } as const;
const maxAgeSeconds = sessionLength.longestMs / 1000;

/** All that a token says. What its holder may do is looked up on every request. */
export type SessionToken = { readonly sid: string };

export const newSid = (): string => randomBytes(32).toString("base64url");

/** The id of a session's row: 128 bits of the hash of its secret, so that the table opens no session. */
export function sessionIdOf(sid: string): string {
  const hex = createHash("sha256").update(sid).digest("hex");
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export const isSecure = (): boolean => env().address?.startsWith("https://") ?? false;

export function sessionCookie() {
  const secure = isSecure();
  return {
    name: sessionCookieName(secure),
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

export const writeToken = (token: SessionToken): Promise<string> =>
  encode({ token, secret: env().nextAuthSecret, maxAge: maxAgeSeconds });

type Read = SessionToken & { readonly expiresAtMs: number };

const mostRead = 5000;
/** Deriving the key and decrypting cost more than the rest of a session's look-up, and give the same each time. */
const alreadyRead = new Map<string, Read>();

/** Null for what we did not write, or wrote too long ago. */
export async function readToken(value: string | undefined): Promise<SessionToken | null> {
  if (!value) return null;
  const token = alreadyRead.get(value) ?? (await decrypted(value));
  if (!token || token.expiresAtMs <= Date.now()) return null;
  if (alreadyRead.size >= mostRead) alreadyRead.clear();
  alreadyRead.set(value, token);
  return { sid: token.sid };
}

async function decrypted(value: string): Promise<Read | null> {
  try {
    const token = await decode({ token: value, secret: env().nextAuthSecret });
    if (typeof token?.sid !== "string" || typeof token.exp !== "number") return null;
    return { sid: token.sid, expiresAtMs: token.exp * 1000 };
  } catch {
    return null;
  }
}
