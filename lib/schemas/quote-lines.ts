import * as z from "zod/mini";
import { type AwardedPart, type QuoteLine, quoteCategories, quoteStatuses } from "./quote";
import { text } from "./text";
import { uuid } from "./uuid";

export const lineGroupings = ["supplier", "category", "partNumber"] as const;
export type LineGrouping = (typeof lineGroupings)[number];

export const lineSorts = [
  "description",
  "partNumber",
  "category",
  "supplier",
  "quote",
  "status",
  "quantity",
  "unitPrice",
  "discount",
  "paid",
  "amount",
] as const;
export type LineSort = (typeof lineSorts)[number];

export const linesPageSize = 100;
/** A range that is copied is read in pages as large as this. */
const largestPage = 5000;

const filters = {
  find: text(80),
  category: z.nullable(z.enum(quoteCategories)),
  supplierId: z.nullable(uuid),
  status: z.nullable(z.enum(quoteStatuses)),
  unpriced: z.boolean(),
};

/** Which lines, of the revisions that count: the newest received one of each quote, or its draft. */
export const lineFilter = z.strictObject({
  ...filters,
  /** Only the lines of one group. */
  within: z.nullable(z.strictObject({ by: z.enum(lineGroupings), key: text(80) })),
});
export type LineFilter = z.infer<typeof lineFilter>;

export const lineOrder = z.strictObject({ by: z.enum(lineSorts), desc: z.boolean() });
export type LineOrder = z.infer<typeof lineOrder>;

export const linesInput = z.strictObject({
  filter: lineFilter,
  order: z.nullable(lineOrder),
  offset: z.int().check(z.gte(0), z.lte(10_000_000)),
  limit: z.int().check(z.gte(1), z.lte(largestPage)),
  /** How many there are and what they add up to: asked for once, as an order changes neither. */
  withTotals: z.boolean(),
});
export type LinesInput = z.infer<typeof linesInput>;

export const linesExportInput = z.strictObject({
  filter: lineFilter,
  order: z.nullable(lineOrder),
});

export const lineGroupsInput = z.strictObject({ filter: lineFilter, by: z.enum(lineGroupings) });
export type LineGroupsInput = z.infer<typeof lineGroupsInput>;

/** A line with the quote it stands in. */
export type ListedLine = QuoteLine & {
  readonly quoteId: string;
  readonly revision: number;
  /** From 1. */
  readonly place: number;
  readonly isDraft: boolean;
  readonly number: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly status: (typeof quoteStatuses)[number];
  readonly currency: string;
  /** Of the plan whose award gives its quote servers. */
  readonly awarded?: AwardedPart;
};

/** What amounts are read in, and what one of each currency is worth in it. */
export type LineRates = {
  readonly currency: string;
  /** Null where no rate joins the two. */
  readonly factors: Readonly<Record<string, number | null>>;
  /** Currencies that a rate without a day converts. */
  readonly undated: readonly string[];
};

/** Amounts of one currency, added up; what has no amount is counted apart. */
export type LineSum = {
  readonly currency: string;
  readonly lines: number;
  readonly unpriced: number;
  readonly net: string;
};

export type LineGroup = {
  readonly key: string;
  readonly name: string;
  readonly sums: readonly LineSum[];
};
