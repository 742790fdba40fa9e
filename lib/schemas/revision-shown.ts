import * as z from "zod/mini";
import type { StoredQuote } from "./quote";
import { type QuotedField, quotedFieldNames } from "./quote-in-plan";

export type RevisionShown = {
  /** The quote as it was with that revision; what is not the newest cannot be changed. */
  readonly quote: StoredQuote;
  /** Of an option: what of the revision it came from is marked. */
  readonly figure: QuotedField | null;
  /** The number of the newest revision, where an older one is shown. */
  readonly newest: number | null;
};

const asked = z.object({
  revision: z.catch(z.nullable(z.coerce.number()), null),
  figure: z.catch(z.nullable(z.enum(quotedFieldNames)), null),
});

/** What an address asks of a quote: one of its revisions, and the figure that was made of it. */
export function revisionShown(quote: StoredQuote, address: unknown): RevisionShown {
  const { revision, figure } = asked.parse(address);
  const newest = quote.revisions[0]?.revision ?? 0;
  const isThere = quote.revisions.some((one) => one.revision === revision);
  if (revision === null || !isThere || revision === newest)
    return { quote, figure: revision === null || isThere ? figure : null, newest: null };
  const revisions = quote.revisions.filter((one) => one.revision <= revision);
  return { quote: { ...quote, revisions, canEdit: false, canAward: false }, figure, newest };
}
