const name = "loadline.session";

/** The prefix makes a browser refuse the cookie from a page that came without TLS. */
export const sessionCookieName = (secure: boolean): string => (secure ? `__Secure-${name}` : name);

const visit = "loadline.shared";

/** Of a visitor of a share link; each link has its own, by its path. */
export const visitCookieName = (secure: boolean): string => (secure ? `__Secure-${visit}` : visit);
