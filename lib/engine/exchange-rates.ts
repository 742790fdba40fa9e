import type { ExchangeRate } from "@/lib/schemas/exchange-rate";
import type { Plan } from "@/lib/schemas/plan";
import { pairKey } from "./paths";
import type { Conversion, ConversionStep } from "./types";

/** Where no rate joins two currencies, each is looked for against this one. */
const between = "USD";

type Rates = readonly ExchangeRate[];

/**
 * What one of `from` is worth in the plan's currency: the pair's rate, else 1 / the rate of the pair
 * turned round, else both against the dollar. A rate that is there is taken, even where it is without
 * a value: another way round it would hide the gap. docs/model.md, "Currencies".
 */
export function conversionOf(
  { currency, exchangeRates = [] }: Pick<Plan, "currency" | "exchangeRates">,
  from: string,
): Conversion {
  const steps = wayBetween(exchangeRates, from, currency);
  if (steps === null) {
    return { from, to: currency, factor: null, steps: [], missing: [pathOf(from, currency)] };
  }
  const missing = steps.filter(({ rate }) => rate === null).map(({ path }) => path);
  const factor = steps.reduce((product, step) => product * factorOf(step), 1);
  return { from, to: currency, factor: missing.length > 0 ? null : factor, steps, missing };
}

/** A conversion by rates of several plans, with those that were chosen from. */
export type ConversionAcross = Conversion & { readonly exchangeRates: ExchangeRate[] };

/**
 * What one of `from` is worth in `to`, by rates of several plans with the newest day first: the newest of each pair that
 * have a day; where those do not join the two, those without a day count too. Who shows the figure says so.
 * docs/model.md, "Currencies".
 */
export function conversionAcross(
  rates: Rates,
  { from, to }: { readonly from: string; readonly to: string },
): ConversionAcross {
  const by = (some: Rates): ConversionAcross => {
    const exchangeRates = newestOfPairs(some);
    return { ...conversionOf({ currency: to, exchangeRates }, from), exchangeRates };
  };
  const dated = by(rates.filter(hasDay));
  return dated.factor === null ? by(rates) : dated;
}

const hasDay = ({ rate }: ExchangeRate): boolean => rate.date !== undefined;

/** The first of each pair, whichever way round it is written. */
const newestOfPairs = (rates: Rates): ExchangeRate[] =>
  rates.filter((rate, index) => rates.findIndex(joins(rate)) === index);

const joins =
  ({ from, to }: ExchangeRate) =>
  (other: ExchangeRate) =>
    [from, to].every((one) => one === other.from || one === other.to);

/** Whether a rate that it went by has no day. */
export const isUndated = ({
  steps,
  exchangeRates = [],
}: Pick<Conversion, "steps"> & Pick<Plan, "exchangeRates">): boolean =>
  exchangeRates.some(
    (row) => !hasDay(row) && steps.some(({ path }) => path === pathOf(row.from, row.to)),
  );

/** What one of a quote's currency is worth in an option's; null where the plan has no rate for it. */
export function rateInto(
  plan: Pick<Plan, "currency" | "exchangeRates">,
  option: { readonly currency?: string | undefined },
  from: string,
): number | null {
  const to = option.currency ?? plan.currency;
  return from === to ? 1 : conversionOf({ ...plan, currency: to }, from).factor;
}

function wayBetween(rates: Rates, from: string, to: string): readonly ConversionStep[] | null {
  const step = stepBetween(rates, from, to);
  if (step) return [step];
  const first = stepBetween(rates, from, between);
  const second = stepBetween(rates, between, to);
  return first && second ? [first, second] : null;
}

/** The pair's rate, or that of the pair turned round. */
function stepBetween(rates: Rates, from: string, to: string): ConversionStep | null {
  const rateOf = (one: string, other: string) =>
    rates.find((row) => row.from === one && row.to === other);
  const direct = rateOf(from, to);
  if (direct) return { path: pathOf(from, to), inverse: false, rate: usable(direct) };
  const turned = rateOf(to, from);
  return turned ? { path: pathOf(to, from), inverse: true, rate: usable(turned) } : null;
}

/** A rate of nothing, or less, would make money of nothing. */
function usable({ rate: { value } }: ExchangeRate): number | null {
  return value !== null && value > 0 ? value : null;
}

function factorOf({ rate, inverse }: ConversionStep): number {
  if (rate === null) return Number.NaN;
  return inverse ? 1 / rate : rate;
}

const pathOf = (from: string, to: string) => `exchangeRates.${pairKey({ from, to })}.rate`;
