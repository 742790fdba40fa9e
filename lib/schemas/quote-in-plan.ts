import * as z from "zod/mini";
import { rowId } from "./figure";
import { uuid } from "./uuid";

const servers = z.int().check(z.gte(1), z.lte(100_000));

/** Which quote an option has its prices from; another organization's plan may name one that is not there. */
export const quoteUsed = z.optional(
  z.strictObject({
    quoteId: uuid,
    revision: z.int().check(z.gte(1), z.lte(100_000)),
    /** How many servers the whole quote is for. */
    servers,
  }),
);

export const useQuoteInput = z.strictObject({
  quoteId: uuid,
  planId: uuid,
  optionId: rowId,
  /** Where given, the option stays as it is and the prices go into a copy of it, under this id. */
  copyId: z.nullable(rowId),
  servers,
});
export type UseQuote = z.infer<typeof useQuoteInput>;

export type QuoteInPlan = { readonly planId: string; readonly optionId: string };

/** What of an option a quote may set. */
export const quotedFieldNames = [
  "serverPrice",
  "networkPrice",
  "installationPrice",
  "leadTimeMonths",
  "serverPower",
  "supportPerYearFraction",
  "supportFee",
  "warrantyMonths",
] as const;
export type QuotedField = (typeof quotedFieldNames)[number];

/** What a rate converts. */
export const isQuotedMoney = (name: QuotedField): boolean =>
  name.endsWith("Price") || name === "supportFee";

/**
 * An option that uses an older revision than the newest received one, or another rate than the plan's; the same revision
 * and no rates is that the quote, as it is read by now, gives other figures than the option holds.
 */
export type NewerRevision = {
  readonly optionId: string;
  readonly quoteId: string;
  readonly number: string;
  readonly revision: number;
  readonly newest: number;
  /** "1 EUR = 1.2 USD": the plan's rate, where the prices were converted at another one. */
  readonly rates: string | null;
  readonly servers: number;
  /** Of the option's amounts. */
  readonly currency: string;
  readonly changes: readonly {
    readonly name: QuotedField;
    readonly from: number | null;
    readonly to: number | null;
  }[];
};
