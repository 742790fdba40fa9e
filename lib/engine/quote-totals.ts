import type { Incoterm, QuoteContent, QuoteLine, RevisionOutline } from "@/lib/schemas/quote";
import { type Exact, exactOf, exactText, minus, plus, rounded, times, zero } from "./exact";

/** What keeps a line from having an amount. */
export type LineLack = "unpriced" | "quantity" | "months";

/** Amounts as exact text in the quote's currency; null where something is missing. */
export type LineTotal = {
  readonly net: string | null;
  readonly tax: string | null;
  readonly lack: LineLack | null;
};

export type QuoteLack =
  | { readonly kind: "no-lines" }
  | { readonly kind: "freight" }
  | { readonly kind: LineLack; readonly line: number };

export type QuoteTotals = {
  readonly lines: readonly LineTotal[];
  readonly linesNet: string;
  readonly tax: string;
  /** Lines and freight as the supplier adds them up, with tax where the stated total has it. At least, while something is missing. */
  readonly supplierTotal: string;
  /** What it costs whoever buys: lines, freight, duty and tax that does not come back. */
  readonly cost: string;
  readonly lacks: readonly QuoteLack[];
  /** The supplier's total less ours; null while one of them is missing. */
  readonly difference: string | null;
};

/** Decimals of an amount that is paid, ISO 4217: 2 for all but these. */
const paidDecimals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ["CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF"].map((code) => [code, 0]),
  ),
  ...Object.fromEntries(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((code) => [code, 3])),
};
/** To how many decimals an amount of a currency is paid. */
export const decimalsOf = (currency: string): number => paidDecimals[currency] ?? 2;

const monthsPer = { "one-off": 1, monthly: 1, yearly: 12 } as const;
const one = exactOf("1");

/**
 * quantity × unit price × (1 − discount) × periods, rounded half-up once, to what can be paid. Months of a
 * yearly price count as twelfths of it.
 */
export function lineNet(line: QuoteLine, currency: string): Exact | null {
  if (lackOf(line) !== null) return null;
  const periods = line.recurrence === "one-off" ? one : exactOf(String(line.months));
  const factors = [
    exactOf(line.unitPrice ?? ""),
    minus(one, exactOf(line.discountFraction ?? "0")),
    periods,
  ];
  const amount = factors.reduce(times, exactOf(line.quantity ?? ""));
  return rounded(amount, decimalsOf(currency), monthsPer[line.recurrence]);
}

function lackOf({ unitPrice, quantity, recurrence, months }: QuoteLine): LineLack | null {
  if (unitPrice === null) return "unpriced";
  if (quantity === null) return "quantity";
  return recurrence !== "one-off" && months === null ? "months" : null;
}

/** What a line costs, as exact text; null where something is missing. */
export function lineNetText(line: QuoteLine, currency: string): string | null {
  const net = lineNet(line, currency);
  return net && exactText(net);
}

type KnownTotal = { readonly currency: string; readonly total: LineTotal };

/** The same line in the same currency has the same total: of thousands only what changed is worked out. */
const knownTotals = new WeakMap<QuoteLine, KnownTotal>();

function lineTotal(line: QuoteLine, currency: string): LineTotal {
  const known = knownTotals.get(line);
  if (known?.currency === currency) return known.total;
  const total = freshLineTotal(line, currency);
  knownTotals.set(line, { currency, total });
  return total;
}

function freshLineTotal(line: QuoteLine, currency: string): LineTotal {
  const net = lineNet(line, currency);
  if (net === null) return { net: null, tax: null, lack: lackOf(line) };
  const tax = rounded(times(net, exactOf(line.taxFraction ?? "0")), decimalsOf(currency));
  return { net: exactText(net), tax: exactText(tax), lack: null };
}

const buyerPaysCarriage: readonly (Incoterm | null)[] = [null, "EXW", "FCA", "FAS", "FOB"];
const goods: readonly string[] = ["server", "accelerator", "network", "storage", "rack"];

/** Freight is missing where goods come and the buyer pays the way; elsewhere it is in the price. */
export const lacksFreight = ({
  freight,
  incoterm,
  lines,
}: Pick<QuoteContent, "freight" | "incoterm"> & {
  readonly lines: readonly Pick<QuoteLine, "category">[];
}) =>
  freight === null &&
  buyerPaysCarriage.includes(incoterm) &&
  lines.some(({ category }) => goods.includes(category));

const sum = (amounts: readonly (string | null)[], currency: string): Exact =>
  rounded(
    amounts.reduce(
      (total, amount) => (amount === null ? total : plus(total, exactOf(amount))),
      zero,
    ),
    decimalsOf(currency),
  );

/** All of a quote's totals, exact. What is missing counts nothing, and is listed. */
export function quoteTotals(content: QuoteContent, currency: string): QuoteTotals {
  const lines = content.lines.map((line) => lineTotal(line, currency));
  const { freight, duty, unrecoverableVat, statedTotal, statedTotalHasTax } = content;
  const nets = lines.map(({ net }) => net);
  const taxes = lines.map(({ tax }) => tax);
  const supplierTotal = sum([...nets, freight, ...(statedTotalHasTax ? taxes : [])], currency);
  const lacks = [
    ...(lines.length === 0 ? [{ kind: "no-lines" as const }] : []),
    ...lines.flatMap(({ lack }, index) => (lack === null ? [] : [{ kind: lack, line: index + 1 }])),
    ...(lacksFreight(content) ? [{ kind: "freight" as const }] : []),
  ];
  const isComparable = statedTotal !== null && lacks.every(({ kind }) => kind === "freight");
  return {
    lines,
    linesNet: exactText(sum(nets, currency)),
    tax: exactText(sum(taxes, currency)),
    supplierTotal: exactText(supplierTotal),
    cost: exactText(sum([...nets, freight, duty, unrecoverableVat], currency)),
    lacks,
    difference: isComparable
      ? exactText(rounded(minus(exactOf(statedTotal), supplierTotal), 4))
      : null,
  };
}

export type OutlineLack =
  | { readonly kind: "no-lines" | "freight" }
  | { readonly kind: LineLack; readonly line: number; readonly category: QuoteLine["category"] };

/** `quoteTotals` of lines that are added up by category already: the same cost, and the first of each lack. */
export function outlineTotals(
  { categories, freight, incoterm, duty, unrecoverableVat }: RevisionOutline,
  currency: string,
): { readonly cost: string; readonly lacks: readonly OutlineLack[] } {
  const lineLacks = categories.flatMap(({ category, unpricedLine, quantityLine, monthsLine }) => [
    ...lackAt("unpriced", category, unpricedLine),
    ...lackAt("quantity", category, quantityLine),
    ...lackAt("months", category, monthsLine),
  ]);
  const nets = categories.map(({ net }) => net);
  return {
    cost: exactText(sum([...nets, freight, duty, unrecoverableVat], currency)),
    lacks: [
      ...(categories.length === 0 ? [{ kind: "no-lines" as const }] : []),
      ...lineLacks.toSorted((a, b) => a.line - b.line),
      ...(lacksFreight({ freight, incoterm, lines: categories })
        ? [{ kind: "freight" as const }]
        : []),
    ],
  };
}

const lackAt = (kind: LineLack, category: QuoteLine["category"], line: number | null) =>
  line === null ? [] : [{ kind, category, line }];

/** Exact: "0.1" and "0.2" are "0.3". */
export const exactSum = (amounts: readonly string[]): string =>
  exactText(amounts.reduce((total, amount) => plus(total, exactOf(amount)), zero));

/** An amount at a rate of the day: for reading beside others, no longer exact. */
export const convertedAmount = (amount: string, factor: number): number => Number(amount) * factor;

/** Exact amounts of several currencies. */
export type CurrencySum = {
  readonly currency: string;
  readonly net: string;
  readonly lines: number;
  readonly unpriced: number;
};

export type ConvertedSum = {
  /** Null where no line has an amount that can be read in the one currency. */
  readonly amount: number | null;
  /** The same exactly, where nothing was converted. */
  readonly exact: string | null;
  readonly lines: number;
  readonly unpriced: number;
  /** How many lines count nothing because no rate joins their currency to the one. */
  readonly withoutRate: number;
};

/** Amounts added up in one currency, each by its factor; what has none is counted apart. */
export function sumInOne(
  sums: readonly CurrencySum[],
  currency: string,
  factors: Readonly<Record<string, number | null>>,
): ConvertedSum {
  const known = sums.filter((one) => factors[one.currency] != null && one.lines > one.unpriced);
  const count = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const isAsQuoted = known.every((one) => one.currency === currency);
  return {
    amount:
      known.length === 0
        ? null
        : count(known.map((one) => convertedAmount(one.net, factors[one.currency] ?? 0))),
    exact:
      known.length > 0 && isAsQuoted
        ? exactText(
            sum(
              known.map(({ net }) => net),
              currency,
            ),
          )
        : null,
    lines: count(sums.map(({ lines }) => lines)),
    unpriced: count(sums.map(({ unpriced }) => unpriced)),
    withoutRate: count(
      sums
        .filter((one) => factors[one.currency] == null)
        .map(({ lines, unpriced }) => lines - unpriced),
    ),
  };
}
