import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findSessionEnd, type SessionEnd } from "@/lib/data/sessions";
import { noteCaller } from "@/lib/log/request-scope";
import type { Context } from "./context";
import { type SignedIn, signedInBy } from "./live-session";
import { readToken, sessionCookie, sessionIdOf, sessionLength, writeToken } from "./session-token";

/** Looked up once for each request, and anew for the next. */
export const currentSignedIn = cache(async (): Promise<SignedIn | null> => {
  const token = await readToken((await cookies()).get(sessionCookie().name)?.value);
  const signedIn = token && (await signedInBy(token.sid));
  if (signedIn) noteCaller(signedIn.ctx);
  return signedIn;
});

const endTexts: Readonly<Record<SessionEnd, string>> = {
  "not-a-member":
    "You are no longer a member of the organization you worked in. Sign in to go on in another of yours, or ask one of its owners to invite you again.",
  ended: "Your session here was ended. Sign in again.",
  expired: "Your session here ran out. Sign in again.",
};

/** Why this browser is signed out, told only to who holds the secret of the session that ended. */
export async function whySignedOut(): Promise<string | null> {
  const token = await readToken((await cookies()).get(sessionCookie().name)?.value);
  const end = token && (await findSessionEnd(sessionIdOf(token.sid)));
  return end && endTexts[end];
}

export async function currentContext(): Promise<Context | null> {
  return (await currentSignedIn())?.ctx ?? null;
}

/** For pages: sends a visitor who is not signed in to the sign-in page, and from there back. */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await currentSignedIn();
  if (signedIn) return signedIn;
  const wanted = (await headers()).get("x-wanted-page");
  redirect(wanted ? `/sign-in?${new URLSearchParams({ callbackUrl: wanted })}` : "/sign-in");
}

export async function requireContext(): Promise<Context> {
  return (await requireSignedIn()).ctx;
}

/** Gives the browser the token of a session; for actions, which may set cookies. */
export async function setSessionCookie(sid: string): Promise<void> {
  const { name, options } = sessionCookie();
  const expires = new Date(Date.now() + sessionLength.longestMs);
  (await cookies()).set(name, await writeToken({ sid }), { ...options, expires });
}
