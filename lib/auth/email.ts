/** The characters that HTML's own email field takes; all of them ASCII. */
const address =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/**
 * The one form of an address that is stored and looked up; null where it is none. Normalized before it is
 * checked, so that no look-alike of `@` gets past the check.
 */
export function canonicalEmail(text: string): string | null {
  const email = text.normalize("NFKC").trim().toLowerCase();
  return email.length <= 254 && address.test(email) ? email : null;
}

export const emailIssue = "That is not an email address. Write it like name@company.example.";
