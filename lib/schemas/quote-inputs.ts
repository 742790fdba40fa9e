import * as z from "zod/mini";
import { maxQuoteLines, quoteContent, quoteHead, quoteLine, quoteStatuses } from "./quote";
import { text } from "./text";
import { uuid } from "./uuid";

const version = z.int().check(z.gte(1), z.lte(2_000_000_000));

export const createQuoteInput = z.strictObject({
  id: uuid,
  head: quoteHead,
  content: quoteContent,
});
/** As many are written one by one; a greater change sends all lines. */
export const mostLinesChanged = 500;
const linePlace = z.int().check(z.gte(0), z.lt(maxQuoteLines));

/** What of the lines is another one than in the newest revision, by its place from 0, and how many there are then. */
export const linesChange = z.strictObject({
  count: z.int().check(z.gte(0), z.lte(maxQuoteLines)),
  changed: z
    .array(z.strictObject({ at: linePlace, line: quoteLine }))
    .check(z.maxLength(mostLinesChanged)),
});
export type LinesChange = z.infer<typeof linesChange>;

export const saveQuoteInput = z.strictObject({
  quoteId: uuid,
  expectedVersion: version,
  head: quoteHead,
  /** Without lines where `change` says them. */
  content: quoteContent,
  change: z.optional(linesChange),
});
export const quoteAtVersionInput = z.strictObject({ quoteId: uuid, expectedVersion: version });
/** As it was when it was deleted. */
export const restoreQuoteInput = z.strictObject({
  id: uuid,
  head: quoteHead,
  content: quoteContent,
  attachmentIds: z.array(uuid).check(z.maxLength(100)),
});
export type RestoreQuote = z.infer<typeof restoreQuoteInput>;

export const setQuoteStatusInput = z.strictObject({
  quoteId: uuid,
  expectedVersion: version,
  status: z.enum(quoteStatuses),
});
/** How to reach a supplier. */
export const supplierDetails = z.strictObject({
  name: quoteHead.shape.supplierName,
  contactName: text(120),
  email: text(200),
  phone: text(60),
  note: text(2000),
});
export type SupplierDetails = z.infer<typeof supplierDetails>;

export const saveSupplierInput = z.strictObject({
  id: uuid,
  /** Null for a new one. */
  expectedVersion: z.nullable(version),
  details: supplierDetails,
});
export type SaveSupplier = z.infer<typeof saveSupplierInput>;

export type Supplier = SupplierDetails & { readonly id: string; readonly version: number };
export type ListedSupplier = Supplier & { readonly quotes: number };
