import { type NextRequest, NextResponse } from "next/server";
import { sessionCookieName } from "@/lib/auth/cookie-names";

/** Spares a visitor without a session a wait. It guards nothing: pages, actions and routes ask for themselves. */
export function proxy(request: NextRequest): NextResponse {
  const { cookies, nextUrl, method } = request;
  const hasSession = [true, false].some((secure) => cookies.has(sessionCookieName(secure)));
  if (hasSession || method !== "GET") return NextResponse.next();
  const signIn = new URL("/sign-in", nextUrl);
  signIn.searchParams.set("callbackUrl", `${nextUrl.pathname}${nextUrl.search}`);
  return NextResponse.redirect(signIn);
}

export const config = { matcher: ["/plans/:path*", "/settings/:path*"] };
