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
