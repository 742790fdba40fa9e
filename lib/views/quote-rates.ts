import { conversionAcross } from "@/lib/engine";
import { counted, listed } from "@/lib/format";
import { type PlanRate, ratePath } from "@/lib/schemas/exchange-rate";
import { ratesText } from "./currency";
import { inputHref } from "./links";

type NamedPlan = { readonly id: string; readonly name: string };

/** How amounts of one currency became the organization's, or where the rate that they wait for is set. */
export type RateNote = {
  readonly from: string;
  readonly isMissing: boolean;
  readonly text: string;
  readonly link: { readonly text: string; readonly href: string } | null;
};

export type RatesKnown = {
  /** What amounts are read in. */
  readonly currency: string;
  readonly planRates: readonly PlanRate[];
  readonly newestPlan: NamedPlan | null;
};

/** How many quotes are in a currency. */
export type CurrencyCount = { readonly currency: string; readonly quotes: number };

/** One for each currency that is not the organization's own. */
export function rateNotes(
  counts: readonly CurrencyCount[],
  known: RatesKnown,
): readonly RateNote[] {
  const foreign = counts.filter(({ currency }) => currency !== known.currency);
  return foreign
    .toSorted((a, b) => a.currency.localeCompare(b.currency))
    .map(
      ({ currency, quotes }) => usedNote(currency, known) ?? missingNote(currency, quotes, known),
    );
}

/** The same of quotes one by one. */
export function currencyCounts(quotes: readonly { readonly currency: string }[]): CurrencyCount[] {
  const counts = new Map<string, number>();
  for (const { currency } of quotes) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].map(([currency, count]) => ({ currency, quotes: count }));
}

function usedNote(from: string, { currency, planRates }: RatesKnown): RateNote | null {
  const rates = planRates.map(({ rate }) => rate);
  const conversion = conversionAcross(rates, { from, to: currency });
  if (conversion.factor === null) return null;
  const { steps, exchangeRates } = conversion;
  const plans = steps.flatMap(({ path }) => {
    const row = exchangeRates.find((one) => ratePath(one) === path);
    const held = planRates.find(({ rate }) => rate === row);
    return held ? [held] : [];
  });
  const undated = plans.find(({ rate }) => rate.rate.date === undefined);
  const [first] = plans;
  const names = [...new Set(plans.map(({ planName }) => planName))];
  const text = `${from} in ${currency} at ${ratesText({ exchangeRates }, { steps })}`;
  if (undated) {
    const { planId, planName, rate } = undated;
    return {
      ...{ from, isMissing: false },
      text: `${text}: no plan has a rate with a day. Give it its day, under its source.`,
      link: { text: `Date the rate in ${planName}`, href: inputHref(planId, ratePath(rate)) },
    };
  }
  return {
    ...{ from, isMissing: false },
    text: `${text}, the newest dated rate of a plan.`,
    link: first
      ? { text: listed(names), href: inputHref(first.planId, ratePath(first.rate)) }
      : null,
  };
}

function missingNote(from: string, count: number, known: RatesKnown): RateNote {
  const { currency, newestPlan } = known;
  const none = `${counted(count, "quote")} in ${from} ${count === 1 ? "has" : "have"} no amount in ${currency}`;
  const note = { from, isMissing: true } as const;
  const path = ratePath({ from, to: currency });
  return {
    ...note,
    text: `${none}: no plan has a rate ${from} to ${currency}. Rates stand under Assumptions of a plan.`,
    link: newestPlan
      ? { text: `Set it in ${newestPlan.name}`, href: inputHref(newestPlan.id, path) }
      : { text: "Begin a plan", href: "/plans" },
  };
}
