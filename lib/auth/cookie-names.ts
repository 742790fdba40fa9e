const name = "loadline.session";

/** The prefix makes a browser refuse the cookie from a page that came without TLS. */
export const sessionCookieName = (secure: boolean): string => (secure ? `__Secure-${name}` : name);
