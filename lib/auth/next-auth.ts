import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { endSession } from "@/lib/data/sessions";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { auditSession } from "./audit-session";
import { safeCallbackUrl } from "./callback-url";
import { callerAddress } from "./caller-address";
import { signedInBy } from "./live-session";
import { reportError } from "./report-error";
import { isSecure, sessionCookie, sessionIdOf, sessionLength } from "./session-token";
import { signIn } from "./sign-in";

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** The message of an error thrown here travels in an address, so nothing but our own words may be in it. */
async function authorize(
  credentials: Record<string, unknown> | undefined,
  headers: Record<string, unknown> | undefined,
): Promise<{ id: string }> {
  try {
    const caller = callerAddress(text(headers?.["x-forwarded-for"]), text(headers?.["user-agent"]));
    const { email, password } = credentials ?? {};
    return { id: await signIn({ email: text(email), password: text(password) }, caller) };
  } catch (error) {
    throw new Error(error instanceof AppError ? error.message : reportError(error));
  }
}

/** Tokens are written by this alone, and hold a session's secret and nothing else. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().nextAuthSecret,
    useSecureCookies: isSecure(),
    cookies: { sessionToken: sessionCookie() },
    session: { strategy: "jwt", maxAge: sessionLength.longestMs / 1000 },
    pages: { signIn: "/sign-in", signOut: "/plans", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (credentials, request) => authorize(credentials, request.headers),
      }),
    ],
    callbacks: {
      // An update asked for by the browser is dropped with everything else a token might carry.
      jwt: async ({ token, user, trigger }) => {
        if (trigger === "signIn") return { sid: user.id };
        if (typeof token.sid !== "string" || !(await signedInBy(token.sid)))
          throw new Error("the session has ended");
        return { sid: token.sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        baseUrl + safeCallbackUrl(url.startsWith(baseUrl) ? url.slice(baseUrl.length) || "/" : url),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid !== "string") return;
        const signedIn = await signedInBy(token.sid);
        await endSession(sessionIdOf(token.sid));
        if (signedIn && !signedIn.account.isSample) await auditSession("sign-out", signedIn.ctx);
      },
    },
    logger: {
      error: (code, detail) => {
        if (code !== "JWT_SESSION_ERROR") reportError(detail instanceof Error ? detail : code);
      },
      warn: () => {},
      debug: () => {},
    },
  };
}
