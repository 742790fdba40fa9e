import type { ListedQuote, QuoteStatus } from "./quote";

export const quoteShows = ["all", "open", "expiring", "expired", "decided"] as const;
export type QuoteShow = (typeof quoteShows)[number];

export const quoteSorts = [
  "number",
  "supplier",
  "what",
  "status",
  "total",
  "converted",
  "missing",
  "lead",
  "validity",
] as const;
export type QuoteSort = (typeof quoteSorts)[number];

/** A quote whose last day is no further away ends soon. */
export const soonDays = 14;
/** Quotes of a page. */
export const quotesPerPage = 100;

export type QuotesAsked = {
  readonly show: QuoteShow;
  readonly find: string;
  readonly status: QuoteStatus | null;
  readonly supplierId: string | null;
  readonly order: { readonly by: QuoteSort; readonly desc: boolean } | null;
  /** From 1. */
  readonly page: number;
  /** YYYY-MM-DD: what has expired, and what soon will, follows from it. */
  readonly today: string;
};

export const allQuotes = (today: string): QuotesAsked => ({
  ...{ show: "all", find: "", status: null, supplierId: null },
  ...{ order: null, page: 1, today },
});

export type QuotesPage = {
  readonly quotes: readonly ListedQuote[];
  /** From 1: the first where there is no page of the number that was asked for. */
  readonly page: number;
  /** How many there are as asked, on all pages. */
  readonly count: number;
  /** Of all quotes, whatever else was asked. */
  readonly shows: Readonly<Record<QuoteShow, number>>;
  readonly currencies: readonly { readonly currency: string; readonly quotes: number }[];
};
