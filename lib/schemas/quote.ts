import * as z from "zod/mini";
import type { Attachment } from "./attachment";
import { currencyCode } from "./currency-code";
import { decimalText, fractionText } from "./decimal-text";
import { isoDate } from "./figure";
import { noQuoteYet } from "./has-quote";
import { storableText, text } from "./text";

export const quoteCategories = [
  "server",
  "accelerator",
  "network",
  "storage",
  "rack",
  "software",
  "support",
  "installation",
  "service",
  "other",
] as const;
export type QuoteCategory = (typeof quoteCategories)[number];

export const recurrences = ["one-off", "monthly", "yearly"] as const;
export type Recurrence = (typeof recurrences)[number];

/** Who pays for the way there, in the words of the ICC's Incoterms 2020. */
export const incoterms = [
  "EXW",
  "FCA",
  "FAS",
  "FOB",
  "CFR",
  "CIF",
  "CPT",
  "CIP",
  "DAP",
  "DPU",
  "DDP",
] as const;
export type Incoterm = (typeof incoterms)[number];

/** "Expired" is none of them: it follows from `validUntil` and a day. */
export const quoteStatuses = [
  "draft",
  "received",
  "clarified",
  "shortlisted",
  "awarded",
  "declined",
] as const;
export type QuoteStatus = (typeof quoteStatuses)[number];

export const maxQuoteLines = 60_000;
const money = decimalText({ whole: 14, decimals: 4 });
const wholeNumber = (most: number) => z.int().check(z.gte(0), z.lte(most));

export const quoteLine = z.strictObject({
  category: z.enum(quoteCategories),
  description: z
    .string()
    .check(z.trim(), z.minLength(1, "Say what the line is for."), z.maxLength(300), storableText),
  partNumber: text(80),
  quantity: z.nullable(decimalText({ whole: 8, decimals: 4 })),
  unit: text(20),
  /** Null is unpriced. Less than nothing is a rebate. */
  unitPrice: z.nullable(decimalText({ whole: 14, decimals: 4, signed: true })),
  /** Null is none. */
  discountFraction: z.nullable(fractionText),
  recurrence: z.enum(recurrences),
  /** How long a line that recurs is paid. */
  months: z.nullable(z.int().check(z.gte(1), z.lte(240))),
  /** Null is none said. */
  taxFraction: z.nullable(fractionText),
});
export type QuoteLine = z.infer<typeof quoteLine>;

/** A line as columns of a file and of the database have it, in their order. */
export const lineFields = [
  "category",
  "description",
  "partNumber",
  "quantity",
  "unit",
  "unitPrice",
  "discountFraction",
  "recurrence",
  "months",
  "taxFraction",
] as const satisfies readonly (keyof QuoteLine)[];
export type LineField = (typeof lineFields)[number];

/** What one revision says: terms and lines. Amounts are in the quote's currency. */
export const quoteContent = z
  .strictObject({
    quotedOn: isoDate,
    validUntil: z.nullable(isoDate),
    incoterm: z.nullable(z.enum(incoterms)),
    paymentTerms: text(300),
    leadTimeWeeks: z.nullable(wholeNumber(260)),
    warrantyMonths: z.nullable(wholeNumber(240)),
    freight: z.nullable(money),
    duty: z.nullable(money),
    unrecoverableVat: z.nullable(money),
    statedTotal: z.nullable(money),
    statedTotalHasTax: z.boolean(),
    powerKilowatts: z.nullable(decimalText({ whole: 7, decimals: 3 })),
    rackUnits: z.nullable(wholeNumber(100_000)),
    notes: text(4000),
    lines: z.array(quoteLine).check(z.maxLength(maxQuoteLines)),
  })
  .check(
    z.check(({ value: { quotedOn, validUntil }, issues }) => {
      if (validUntil === null || validUntil >= quotedOn) return;
      const message = `Valid until is ${validUntil}, before the quote’s own date, ${quotedOn}. Correct one of the two.`;
      issues.push({ code: "custom", message, path: ["validUntil"], input: validUntil });
    }),
  );
export type QuoteContent = z.infer<typeof quoteContent>;

export const supplierName = z.string().check(
  z.trim(),
  z.minLength(1, "Name the supplier."),
  z.maxLength(120),
  storableText,
  z.refine((name) => name !== noQuoteYet, {
    error: `“${noQuoteYet}” stands for no supplier. Name the one who quotes.`,
  }),
);

/** What a quote is known by. */
export const quoteHead = z.strictObject({
  supplierName,
  number: z
    .string()
    .check(z.trim(), z.minLength(1, "Enter the supplier’s number."), z.maxLength(80), storableText),
  currency: currencyCode,
});
export type QuoteHead = z.infer<typeof quoteHead>;

/** A quote that a new one may be the next revision of. */
export type FormerQuote = { readonly id: string; readonly number: string };

export type QuoteRevision = QuoteContent & {
  readonly revision: number;
  /** ISO 8601, UTC; null while it is being entered. Once received it never changes. */
  readonly receivedAt: string | null;
  readonly createdAt: string;
  readonly createdBy: string | null;
};

/** What of a revision is its content: without who entered it and when. */
export function contentOf(revision: QuoteRevision): QuoteContent {
  const { revision: _number, receivedAt, createdAt, createdBy, ...content } = revision;
  return content;
}

/** The one that counts, of revisions with the newest first; undefined for a draft. */
export const newestReceived = (revisions: readonly QuoteRevision[]): QuoteRevision | undefined =>
  revisions.find(({ receivedAt }) => receivedAt !== null);

export type Quote = QuoteHead & {
  readonly id: string;
  readonly supplierId: string;
  readonly status: QuoteStatus;
  readonly version: number;
  readonly createdBy: string | null;
  readonly updatedAt: string;
};

/**
 * A revision's lines of one category, added up: a list of quotes holds these, never thousands of lines. Servers
 * that are bought are apart from other lines of theirs.
 */
export type CategoryOutline = Pick<QuoteLine, "category" | "description" | "quantity"> & {
  /** Server lines that are paid once: the quantity is theirs together. */
  readonly isServers: boolean;
  /** Whether one description is said of all of them; true of other lines. */
  readonly isAlike: boolean;
  /** The place of the first line, which the description and, but for servers, the quantity are of. */
  readonly line: number;
  /** What can be paid for each, added up exactly. */
  readonly net: string;
  /** The place of the first line that has no amount, by what it lacks. */
  readonly unpricedLine: number | null;
  readonly quantityLine: number | null;
  readonly monthsLine: number | null;
};

export type RevisionOutline = Pick<
  QuoteRevision,
  | "revision"
  | "receivedAt"
  | "validUntil"
  | "leadTimeWeeks"
  | "incoterm"
  | "freight"
  | "duty"
  | "unrecoverableVat"
> & {
  /** In the order of their first lines. */
  readonly categories: readonly CategoryOutline[];
};

/** What of an offer an award gives. */
export type AwardedPart = {
  readonly servers: number;
  /** How many the awarded revision offers; null where it does not say. */
  readonly offered: number | null;
};

/** A quote in a list, with what it says now: its newest received revision, or its draft. */
export type ListedQuote = Quote & {
  readonly newest: RevisionOutline;
  /** The revision that is being entered after it. */
  readonly entering?: number;
  /** Of the plan whose award gives it servers. */
  readonly awarded?: AwardedPart;
};

export type QuoteEvent = {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly action: string;
  readonly by: string | null;
  readonly revision: number | null;
  /** The attachment that it was done to. */
  readonly file?: string;
};

/** A quote as its page reads it: revisions and what was done to it, newest first. */
export type StoredQuote = Quote & {
  /** The RFQ that it answers, and which revision of it. */
  readonly answersRfq: { readonly rfqId: string; readonly rfqRevision: number } | null;
  /** The plan whose award gives this quote servers. */
  readonly awardedIn: { readonly id: string; readonly name: string } | null;
  readonly revisions: readonly QuoteRevision[];
  readonly events: readonly QuoteEvent[];
  /** Of all revisions, the newest first. */
  readonly attachments: readonly Attachment[];
  readonly canEdit: boolean;
  readonly canAward: boolean;
};
