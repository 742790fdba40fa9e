import * as z from "zod/mini";
import { currencyCode } from "./currency-code";
import { type CurrencyPair, pairKey, pairName } from "./currency-pair";
import { type FieldSpec, figure } from "./figure";
import { unrepeated } from "./unrepeated";

/** One of `from` is worth `rate` of `to`: a dated figure, constant over the horizon. */
export const exchangeRate = z
  .strictObject({
    from: currencyCode,
    to: currencyCode,
    rate: figure({
      label: "Exchange rate",
      unit: "exchangeRate",
      min: 0.000001,
      max: 1_000_000,
      help: "What one of the first currency is worth in the second, on the date of its source.",
    }),
  })
  .check(
    z.refine(({ from, to }) => from !== to, {
      error: "A rate joins two currencies. Choose another for one of its ends.",
      path: ["to"],
    }),
  );
export type ExchangeRate = z.infer<typeof exchangeRate>;

/** What a rate without a day is called, wherever a figure went by it. */
export const undatedText = "undated rate";

/** A rate with the plan that it stands in. */
export type PlanRate = {
  readonly planId: string;
  readonly planName: string;
  readonly rate: ExchangeRate;
};

export const exchangeRates = z.array(exchangeRate).check(
  z.maxLength(50),
  unrepeated<ExchangeRate>(pairName, (pair) => `${pair} has two rates. Keep one.`),
);

/** The path that a pair's rate has, there or not: `exchangeRates.eur-usd.rate`. */
export const ratePath = (pair: CurrencyPair) => `exchangeRates.${pairKey(pair)}.rate`;

/** The pair that a rate's path names; null for any other path, and for what are no two currencies. */
export function pairOfPath(path: string): CurrencyPair | null {
  const named = /^exchangeRates\.([a-z]{3})-([a-z]{3})\.rate$/.exec(path);
  const [from, to] = [named?.[1]?.toUpperCase(), named?.[2]?.toUpperCase()];
  const isCode = (code: string | undefined): code is string =>
    code !== undefined && currencyCode.safeParse(code).success;
  return isCode(from) && isCode(to) && from !== to ? { from, to } : null;
}

/** "Rate EUR to USD" for the path of a rate; undefined for any other. */
export function rateLabel(path: string): string | undefined {
  const pair = /^exchangeRates\.([a-z]{3})-([a-z]{3})(\.|$)/.exec(path);
  return pair ? `Rate ${pair[1]?.toUpperCase()} to ${pair[2]?.toUpperCase()}` : undefined;
}

/** What is known about a rate, under the name of its pair. */
export const namedRateSpec = (spec: FieldSpec, path: string): FieldSpec => {
  const label = rateLabel(path);
  return label === undefined ? spec : { ...spec, label };
};
