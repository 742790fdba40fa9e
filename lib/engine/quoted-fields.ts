import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { QuoteContent } from "@/lib/schemas/quote";
import type { QuotedField } from "@/lib/schemas/quote-in-plan";
import { type Exact, exactOf, exactText, plus, rounded, zero } from "./exact";
import { lineNet } from "./quote-totals";
import { type ServerPrices, serverPrices } from "./server-prices";
import { monthsPerYear, weeksPerYear } from "./units";

type QuoteTerms = {
  /** Of the quote's amounts. */
  readonly currency: string;
  /** How many servers the whole quote is for. */
  readonly servers: number;
  /** What one of the quote's currency is worth in the option's: 1 where it is the same. */
  readonly factor: number;
};

/** What a quote gives an option, in the option's currency; absent is that the quote says nothing of it. */
export type QuotedFields = {
  readonly values: { readonly [field in QuotedField]?: number | null };
  /** Numbers of the lines that reach no field. */
  readonly leftOut: readonly number[];
};

const priceNames = ["serverPrice", "networkPrice", "installationPrice"] as const;
const [priceDecimals, fractionDecimals] = [4, 6];

/**
 * Prices and terms of a quote as figures of an option. docs/model.md, "A quote in an option". Support is a fee, in
 * place of the option's share of the price.
 * Support paid from the first month leaves no months of warranty without it.
 */
export function quotedFields(
  option: OnPremisesOption,
  content: QuoteContent,
  terms: QuoteTerms,
): QuotedFields {
  const prices = converted(serverPrices(content, terms), terms.factor);
  const supportFee = supportFeeOf(content, terms);
  const { leadTimeWeeks, warrantyMonths, powerKilowatts } = content;
  const warranty = supportFee === null ? warrantyMonths : option.warrantyMonths ? 0 : null;
  const { serverPrice, networkPrice, installationPrice } = prices;
  const values: Record<QuotedField, number | null | undefined> = {
    ...{ serverPrice, networkPrice, installationPrice },
    leadTimeMonths: leadTimeWeeks === null ? undefined : monthsOfWeeks(leadTimeWeeks),
    serverPower:
      powerKilowatts === null
        ? undefined
        : Number(exactText(rounded(exactOf(powerKilowatts), fractionDecimals, terms.servers))),
    supportPerYearFraction: supportFee === null ? undefined : 0,
    supportFee: supportFee ?? undefined,
    warrantyMonths: warranty ?? undefined,
  };
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  return {
    values: Object.fromEntries(said),
    leftOut: leftOut(content, prices.leftOut, supportFee),
  };
}

/** Whole months in which so many weeks have passed: ceil(weeks x 12 / 52). */
export const monthsOfWeeks = (weeks: number): number =>
  Math.ceil((weeks * monthsPerYear) / weeksPerYear);

type Converted = { readonly [name in (typeof priceNames)[number]]: number | null | undefined } & {
  readonly leftOut: readonly number[];
};

function converted(prices: ServerPrices, factor: number): Converted {
  const inOption = (price: number | null | undefined) =>
    price === null || price === undefined || factor === 1 ? price : toDecimals(price * factor);
  const [serverPrice, networkPrice, installationPrice] = priceNames.map((name) =>
    inOption(prices[name]),
  );
  return { serverPrice, networkPrice, installationPrice, leftOut: prices.leftOut };
}

const toDecimals = (value: number): number =>
  Math.round(value * 10 ** priceDecimals) / 10 ** priceDecimals;

/**
 * A year of the quote's support for one server, an amount that no price moves; null where no support recurs, or one
 * of the amounts is missing.
 */
function supportFeeOf(
  { lines }: QuoteContent,
  { currency, servers, factor }: QuoteTerms,
): number | null {
  const years = lines
    .filter(isRecurringSupport)
    .map((line) => lineNet({ ...line, months: monthsPerYear }, currency));
  if (years.length === 0 || years.includes(null)) return null;
  const year = (years as Exact[]).reduce(plus, zero);
  const fee = Number(exactText(rounded(year, priceDecimals, servers)));
  return factor === 1 ? fee : toDecimals(fee * factor);
}

export const isRecurringSupport = ({ category, recurrence }: QuoteContent["lines"][number]) =>
  category === "support" && recurrence !== "one-off";

/** Support that is paid once: an option has support by the year alone, so such a line is not in it. */
export const hasSupportPaidOnce = ({ lines }: QuoteContent, currency: string): boolean =>
  lines.some(
    (line) =>
      line.category === "support" &&
      line.recurrence === "one-off" &&
      lineNet(line, currency)?.units !== 0n,
  );

const leftOut = (
  { lines }: QuoteContent,
  unpriced: readonly number[],
  supportFee: number | null,
): readonly number[] =>
  unpriced.filter((place) => {
    const line = lines[place - 1];
    return supportFee === null || !line || !isRecurringSupport(line);
  });
