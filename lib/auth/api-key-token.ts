import { hashOfSecret, newSecret } from "./secret";

const beginning = "ll_";
const shownLength = 10;

/** The secret of a new key, what of it is shown in lists, and what is stored in its place. */
export function newKeyToken(): { token: string; prefix: string; tokenHash: string } {
  const token = `${beginning}${newSecret()}`;
  return { token, prefix: token.slice(0, shownLength), tokenHash: hashOfSecret(token) };
}

/** The token of an Authorization header; null where there is none that a key could have. */
export function keyTokenIn(header: string | null): string | null {
  const [, token] = /^bearer +(ll_[\w-]{43})$/i.exec(header?.trim() ?? "") ?? [];
  return token ?? null;
}
