import { cookies } from "next/headers";
import { type CallerAddress, callerAddress } from "@/lib/auth/caller-address";
import { visitCookieName } from "@/lib/auth/cookie-names";
import { isSecure } from "@/lib/auth/session-token";
import {
  beginShareVisit,
  openSharedPage,
  type SharedPage,
  tryPasscode,
  type VisitBegun,
} from "@/lib/auth/share-visit";
import { statuses } from "./download";
import { toRefusal } from "./to-refusal";

type Visitor = { readonly browser: string };

const viewOf = (linkId: string) => `/shared/view/${linkId}`;

/** To a page whose address opens nothing by itself. Nothing on the way may be kept or referred to. */
function goTo(path: string): Response {
  const headers = { Location: path, "Cache-Control": "private, no-store" };
  return new Response(null, { status: 303, headers });
}

async function rememberVisit({ linkId, secret, expiresAt }: VisitBegun): Promise<void> {
  const secure = isSecure();
  (await cookies()).set(visitCookieName(secure), secret, {
    ...{ httpOnly: true, sameSite: "lax", secure, path: viewOf(linkId), expires: expiresAt },
  });
}

const secretSent = async () => (await cookies()).get(visitCookieName(isSecure()))?.value;

const callerOf = (request: Request): CallerAddress =>
  callerAddress(request.headers.get("x-forwarded-for"));

async function orRefusal(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const { code, message } = toRefusal(error);
    return new Response(`${message}\n`, {
      status: statuses[code],
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    });
  }
}

/** A share link: gives the browser a visit, and takes the token out of its address. */
export const followShareLink = (
  request: Request,
  { token, browser }: Visitor & { readonly token: string },
): Promise<Response> =>
  orRefusal(async () => {
    const begun = await beginShareVisit(token, callerOf(request), { browser });
    if (!begun) return goTo("/shared/ended");
    await rememberVisit(begun);
    return goTo(viewOf(begun.linkId));
  });

/** What this browser may see at the address of a link, asked anew on every request. */
export const currentSharedPage = async (linkId: string): Promise<SharedPage> =>
  openSharedPage(await secretSent(), linkId);

const longestForm = 2048;

/** The form of a passcode, sent without any script. */
export const enterPasscode = (
  request: Request,
  { linkId, browser }: Visitor & { readonly linkId: string },
): Promise<Response> =>
  orRefusal(async () => {
    const size = Number(request.headers.get("content-length") ?? Number.NaN);
    const form = size <= longestForm ? await request.formData().catch(() => null) : null;
    const passcode = form?.get("passcode");
    if (typeof passcode !== "string") return goTo(`${viewOf(linkId)}?said=wrong`);
    const caller = callerOf(request);
    const tried = await tryPasscode(await secretSent(), linkId, { passcode, browser }, caller);
    if (tried.state === "wrong" || tried.state === "pause")
      return goTo(`${viewOf(linkId)}?said=${tried.state}`);
    if (tried.state === "open") await rememberVisit(tried.begun);
    return goTo(viewOf(linkId));
  });
