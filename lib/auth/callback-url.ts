const nowhere = "http://loadline.invalid";

/** Where to go after signing in: a page of this site, whatever the address asked for. */
export function safeCallbackUrl(wanted: unknown, otherwise = "/plans"): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.length > 2000)
    return otherwise;
  if (!URL.canParse(wanted, nowhere)) return otherwise;
  const url = new URL(wanted, nowhere);
  // A path that resolves to two slashes would, on its own, be the address of another host.
  const isPage =
    url.origin === nowhere && !/^\/(\/|(api|sign-in|sign-up)(\/|$))/.test(url.pathname);
  return isPage ? `${url.pathname}${url.search}${url.hash}` : otherwise;
}
