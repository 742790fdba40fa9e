/** Fields that no log line shows, at the top of what is logged and one level down. */
const secretFields = [
  "password",
  "newPassword",
  "currentPassword",
  "passwordHash",
  "token",
  "tokenHash",
  "sid",
  "secret",
  "cookie",
  "authorization",
  "set-cookie",
  "body",
  "plan",
  "settings",
] as const;

export const redaction = {
  paths: secretFields.flatMap((name) => {
    const key = name.includes("-") ? `["${name}"]` : name;
    return [key, `*${key.startsWith("[") ? key : `.${key}`}`];
  }),
  censor: "[redacted]",
};

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Whoever holds the link of an invitation, a reset or a shared page is let in by what follows these. */
const beforeToken = new Set([
  "invite",
  "invitation",
  "invitations",
  "reset",
  "password-reset",
  "shared",
]);
const isTokenLike = (segment: string) => segment.length >= 24 && /^[\w.~-]+$/.test(segment);

/** The path of an address as the log may have it: ids by kind, nothing that opens a door, no query. */
export function routeOf(url: string): string {
  const [path = ""] = url.split(/[?#]/, 1);
  if (path.startsWith("/_next/")) return path;
  const segments = path.split("/").map((segment, at, all) => {
    if (segment === "") return segment;
    if (id.test(segment)) return "[id]";
    return beforeToken.has(all[at - 1] ?? "") || isTokenLike(segment) ? "[redacted]" : segment;
  });
  return segments.join("/").slice(0, 200);
}
