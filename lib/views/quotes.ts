import {
  conversionAcross,
  convertedAmount,
  isServerLine,
  type LineLack,
  type OutlineLack,
  outlineTotals,
  type QuoteLack,
  quoteTotals,
  sumOfQuantities,
} from "@/lib/engine";
import { counted, dateText, exactAmount, listed, numberFixed } from "@/lib/format";
import type { ExchangeRate } from "@/lib/schemas/exchange-rate";
import type {
  CategoryOutline,
  ListedQuote,
  QuoteContent,
  QuoteRevision,
  QuoteStatus,
  StoredQuote,
} from "@/lib/schemas/quote";
import { soonDays } from "@/lib/schemas/quote-list";
import { ratesText } from "./currency";
import { awardedPartText } from "./quote-award";

export type Validity = {
  readonly text: string;
  /** "in 7 days", "expired". */
  readonly detail: string | null;
  readonly state: "open" | "soon" | "expired" | "unknown";
};

const dayMilliseconds = 86_400_000;

/** How long a quote holds, seen from a day. */
export function validityOf(validUntil: string | null, today: string): Validity {
  if (validUntil === null) return { text: "not said", detail: null, state: "unknown" };
  const days = Math.round((Date.parse(validUntil) - Date.parse(today)) / dayMilliseconds);
  const text = dateText(validUntil);
  if (days < 0) return { text, detail: "expired", state: "expired" };
  if (days > soonDays) return { text, detail: null, state: "open" };
  const detail = days === 0 ? "today" : `in ${counted(days, "day")}`;
  return { text, detail, state: "soon" };
}

/** What a line lacks to have an amount. */
export const lackWords: Readonly<Record<LineLack, string>> = {
  unpriced: "unpriced",
  quantity: "no quantity",
  months: "no term",
};

/** What is missing, each once, in a few words; empty is complete. */
export const lackText = (lacks: readonly QuoteLack[], { lines }: QuoteContent): string =>
  wordsOf(lacks, (line) => lines[line - 1]?.category ?? "line");

function outlineLackText(lacks: readonly OutlineLack[]): string {
  const ofLines = lacks.flatMap((lack) => ("line" in lack ? [lack] : []));
  const categories = new Map(ofLines.map(({ line, category }) => [line, category]));
  return wordsOf(lacks, (line) => categories.get(line) ?? "line");
}

function wordsOf(lacks: readonly QuoteLack[], categoryOf: (line: number) => string): string {
  const texts = lacks.map((lack) => {
    if (lack.kind === "no-lines") return "no lines yet";
    if (lack.kind === "freight") return "freight unpriced";
    return `${categoryOf(lack.line)} ${lackWords[lack.kind]}`;
  });
  return listed([...new Set(texts)]);
}

/** "4 x HGX H200": what the offer is about. Server lines are counted together, "9 servers" where they differ. */
export function whatIsQuoted({ lines }: QuoteContent): string {
  const main =
    lines.find(isServerLine) ?? lines.find(({ category }) => isMain.has(category)) ?? lines[0];
  if (!main) return noLines;
  const alike = isServerLine(main) ? lines.filter(isServerLine) : [main];
  return countedName({
    description: main.description,
    quantity: sumOfQuantities(alike),
    isAlike: alike.every(({ description }) => description === main.description),
  });
}

/** The same, of a quote's lines added up by category. */
function outlineName(parts: readonly CategoryOutline[]): string {
  const main =
    parts.find(({ isServers }) => isServers) ??
    parts.find(({ category }) => isMain.has(category)) ??
    parts[0];
  return main ? countedName(main) : noLines;
}

const noLines = "no lines yet";

function countedName({
  description,
  quantity,
  isAlike,
}: Pick<CategoryOutline, "description" | "quantity" | "isAlike">): string {
  if (quantity === null) return description;
  const count = exactAmount(quantity);
  return isAlike ? `${count} x ${description}` : `${count} servers, ${description}`;
}
const isMain: ReadonlySet<string> = new Set(["server", "accelerator"]);

export type QuoteRow = {
  readonly id: string;
  readonly supplierId: string;
  readonly supplier: string;
  readonly number: string;
  readonly revision: number;
  /** "rev 2", "draft", "rev 1, rev 2 draft". */
  readonly revisionText: string;
  readonly status: QuoteStatus;
  /** "1 of 2 servers awarded"; null where the whole offer is, or nothing. */
  readonly awardedPart: string | null;
  readonly what: string;
  readonly currency: string;
  /** "at least 629,900.00" while something is missing. */
  readonly total: string;
  /** In the organization's currency: null where no rate joins the two. */
  readonly converted: {
    readonly text: string;
    readonly sort: number;
    readonly note: string;
  } | null;
  readonly missing: string;
  readonly isComplete: boolean;
  readonly leadTimeWeeks: number | null;
  readonly validity: Validity;
  readonly validUntil: string | null;
};

type Reading = {
  readonly today: string;
  readonly currency: string;
  readonly rates: readonly ExchangeRate[];
};

export function quoteRow(quote: ListedQuote, { today, currency, rates }: Reading): QuoteRow {
  const { newest } = quote;
  const totals = outlineTotals(newest, quote.currency);
  const isComplete = totals.lacks.length === 0;
  const converted = inCurrency(totals.cost, quote.currency, { currency, rates });
  return {
    id: quote.id,
    supplierId: quote.supplierId,
    supplier: quote.supplierName,
    number: quote.number,
    revision: newest.revision,
    revisionText: revisionText(quote),
    status: quote.status,
    awardedPart: awardedPartText(quote.awarded),
    what: outlineName(newest.categories),
    currency: quote.currency,
    total: totalText(totals.cost, totals.lacks),
    converted: converted && {
      ...converted,
      text: leastText(converted.text, totals.lacks),
    },
    missing: isComplete ? "complete" : outlineLackText(totals.lacks),
    isComplete,
    leadTimeWeeks: newest.leadTimeWeeks,
    validity: validityOf(newest.validUntil, today),
    validUntil: newest.validUntil,
  };
}

function revisionText({ newest, entering }: ListedQuote): string {
  if (newest.receivedAt === null) return "draft";
  return `rev ${newest.revision}${entering === undefined ? "" : `, rev ${entering} draft`}`;
}

/** An incomplete quote has no total: what is there is the least it can be. */
export const totalText = (amount: string, lacks: readonly QuoteLack[]): string =>
  leastText(exactAmount(amount), lacks);

function leastText(amount: string, lacks: readonly QuoteLack[]): string {
  if (lacks.some(({ kind }) => kind === "no-lines")) return "unpriced";
  return lacks.length === 0 ? amount : `at least ${amount}`;
}

/** As a plan converts, by the newest rate of each pair: a dated one where there is one. */
function inCurrency(
  amount: string,
  from: string,
  { currency, rates }: Omit<Reading, "today">,
): QuoteRow["converted"] {
  if (from === currency)
    return { text: exactAmount(amount), sort: Number(amount), note: "as quoted" };
  const { factor, steps, exchangeRates } = conversionAcross(rates, { from, to: currency });
  if (factor === null) return null;
  const sort = convertedAmount(amount, factor);
  return {
    text: numberFixed(sort, 0),
    sort,
    note: `At ${ratesText({ exchangeRates }, { steps })}`,
  };
}

/** Whether what the supplier adds up to is what the lines do, in words; null where there is nothing to compare. */
export function agreementText(
  content: QuoteContent,
  currency: string,
): { readonly text: string; readonly agrees: boolean } | null {
  const { difference } = quoteTotals(content, currency);
  const { statedTotal } = content;
  if (difference === null || statedTotal === null) return null;
  const amount = exactAmount(difference.replace(/^-/, "").replace(/(\.\d\d)0+$/, "$1"));
  if (Number(difference) === 0)
    return { text: "Agrees with the supplier\u2019s total to the cent.", agrees: true };
  const way = difference.startsWith("-") ? "less" : "more";
  return {
    text: `The supplier\u2019s total is ${currency} ${amount} ${way} than its lines and freight add up to.`,
    agrees: false,
  };
}

/** "101 to 200 of 50,000", of lines counted from 0. */
export function lineRangeText(from: number, shown: number, count: number): string {
  const to = Math.min(count, from + shown);
  const [first, last, all] = [from + 1, to, count].map((value) => numberFixed(value, 0));
  return `${first} to ${last} of ${all}`;
}

type Standing = Pick<StoredQuote, "status"> & {
  readonly revisions: readonly Pick<QuoteRevision, "revision" | "receivedAt">[];
};

/** Where the revision on screen stands; while the next is being entered, which one the quote's status is of. */
export function revisionStanding({ status, revisions }: Standing): {
  readonly status: QuoteStatus;
  /** "the quote is received, with revision 1". */
  readonly quoteText: string | null;
  /** "Status", "Status with revision 1". */
  readonly menuName: string;
} {
  const [newest] = revisions;
  const received = revisions.find(({ receivedAt }) => receivedAt !== null);
  if (!received || newest?.receivedAt !== null)
    return { status, quoteText: null, menuName: "Status" };
  return {
    status: "draft",
    quoteText: `the quote is ${status}, with revision ${received.revision}`,
    menuName: `Status with revision ${received.revision}`,
  };
}

/** What can be done with the newest revision, for who may change it. */
export function revisionNote(
  { revision, receivedAt }: Pick<QuoteRevision, "revision" | "receivedAt">,
  mayReceive: boolean,
): string {
  return receivedAt === null
    ? `Being entered: it can be changed until ${mayReceive ? "it is marked" : "an administrator marks it"} as received.`
    : `Revision ${revision} is kept as it was received. A change begins revision ${revision + 1}.`;
}
