import { figureAt, inPlanCurrency, optionConversion } from "@/lib/engine";
import type { Conversion } from "@/lib/engine/types";
import { dateText, figureText, listed, numberFull } from "@/lib/format";
import type { CurrencyPair } from "@/lib/schemas/currency-pair";
import { ratePath, undatedText } from "@/lib/schemas/exchange-rate";
import { type FieldSpec, type Figure, isMoneyUnit } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";

/** The currency of an option's amounts: its own, else the plan's. */
export function optionCurrency({ currency, options }: Plan, optionId: string): string {
  const option = options.find(({ id }) => id === optionId);
  return (option && "currency" in option && option.currency) || currency;
}

/** The currency of an amount by its path. */
export function currencyAt(plan: Plan, path: string): string {
  const [room, id = ""] = path.split(".");
  return room === "options" ? optionCurrency(plan, id) : plan.currency;
}

/** "10.8 USD/M tokens, at 1 EUR = 1.08 USD (ECB, 1 Nov 2026)"; undefined where nothing is converted. */
export function convertedText(
  plan: Plan,
  { path, spec, figure }: { path: string; spec: FieldSpec; figure: Figure },
): string | undefined {
  const [room, id = ""] = path.split(".");
  const conversion = room === "options" && isMoneyUnit(spec.unit) && optionConversion(plan, id);
  if (!conversion || figure.value === null) return undefined;
  const amount = figureAt(inPlanCurrency(plan), path)?.value ?? null;
  if (amount === null) return `no rate ${conversion.from} to ${conversion.to}`;
  return `${figureText(amount, spec.unit, plan.currency)}, at ${ratesText(plan, conversion)}`;
}

/** "1 EUR = 1.08 USD (ECB, 1 Nov 2026) and 1 GBP = 1.25 USD (ECB, 1 Nov 2026)". */
export function ratesText(
  { exchangeRates = [] }: Pick<Plan, "exchangeRates">,
  { steps }: Pick<Conversion, "steps">,
): string {
  return listed(
    steps.flatMap(({ path }) => {
      const row = exchangeRates.find((one) => ratePath(one) === path);
      if (!row) return [];
      const { source, date } = row.rate;
      const dated = [source, date ? dateText(date) : undatedText].filter(Boolean).join(", ");
      return [`${exchangeRateText(row, row.rate.value)} (${dated})`];
    }),
  );
}

/** "1 EUR = 1.08 USD". */
export const exchangeRateText = ({ from, to }: CurrencyPair, rate: number | null) =>
  rate === null ? "missing" : `1 ${from} = ${numberFull(rate, decimalsOf(rate))} ${to}`;

/** A small rate keeps the digits that it is computed with. */
const smallRate = 0.01;
const decimalsOf = (rate: number) => (rate < smallRate ? 12 : 6);
