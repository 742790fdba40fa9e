import fc from "fast-check";
import type { Plan } from "@/lib/schemas/plan";
import { number } from "./arbitrary-figure";

const own = fc.constantFrom(undefined, undefined, undefined, "USD", "EUR", "SEK");

/** The plan's currency, one for some options, and what joins them: directly, turned round, through the dollar. */
export const arbitraryCurrencies = fc.record({
  plan: fc.constantFrom("USD", "USD", "GBP"),
  own: fc.tuple(own, own, own),
  eurToUsd: number(0.8, 1.6),
  usdToSek: number(8, 12),
  gbpToUsd: number(1, 1.6),
  eurToGbp: fc.option(number(0.7, 1)),
});
type Currencies = typeof arbitraryCurrencies extends fc.Arbitrary<infer Value> ? Value : never;

export function inCurrencies(plan: Plan, held: Currencies): Plan {
  const options = plan.options.map((option, nth) => {
    const currency = held.own[nth];
    return option.kind === "portfolio" || currency === undefined ? option : { ...option, currency };
  });
  return {
    ...plan,
    currency: held.plan,
    exchangeRates: [
      { from: "EUR", to: "USD", rate: held.eurToUsd },
      { from: "USD", to: "SEK", rate: held.usdToSek },
      { from: "GBP", to: "USD", rate: held.gbpToUsd },
      ...(held.eurToGbp ? [{ from: "EUR", to: "GBP", rate: held.eurToGbp }] : []),
    ],
    options,
  };
}

/** The same amounts, all of them in the plan's currency. */
export function withoutCurrencies(plan: Plan): Plan {
  const options = plan.options.map((option) =>
    option.kind === "portfolio" ? option : { ...option, currency: undefined },
  );
  return { ...plan, options: options as Plan["options"] };
}
