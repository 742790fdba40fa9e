import type { Plan } from "@/lib/schemas/plan";
import { breakEvenMonth, leastLead } from "./break-even-month";
import { modifiedRateOfReturn } from "./finance/modified-rate-of-return";
import { type RateBounds, rateOfReturn } from "./finance/rate-of-return";
import { byMonth, type TimedFlow } from "./finance/timed-flow";
import { figureAt } from "./paths";
import { presentValue } from "./present-value";
import { at } from "./series";
import type { InternalRate, MonthPayback, OptionReturn, Projection } from "./types";

/**
 * An option's cash against the baseline's, month by month: advantage(t) = baseline(t) - option(t).
 * Null where either is not complete, or both are one. A month's difference of half a cent or less is
 * none. docs/model.md, "Return against the baseline".
 */
export function optionReturn(
  plan: Plan,
  projection: Projection,
  optionId: string,
  baselineOptionId: string,
): OptionReturn | null {
  const cashOf = (id: string) => {
    const option = projection.options.find((one) => one.optionId === id);
    return option?.status === "complete" ? option.cash.all : null;
  };
  const own = cashOf(optionId);
  const baseline = cashOf(baselineOptionId);
  const rate = figureAt(plan, "assumptions.discountRatePerYearFraction")?.value ?? null;
  if (own === null || baseline === null || rate === null || optionId === baselineOptionId) {
    return null;
  }
  const advantage = baseline.map((cost, month) => cost - at(own, month));
  const flows = byMonth(advantage.map((money) => (Math.abs(money) <= leastLead ? 0 : money)));
  const paysFirst = (flows.find(({ amount }) => amount !== 0)?.amount ?? 0) < 0;
  const paybackOf = (discountRatePerYearFraction: number | null) =>
    monthPayback(projection, optionId, baselineOptionId, discountRatePerYearFraction);
  return {
    optionId,
    baselineOptionId,
    advantage,
    discountRatePerYearFraction: rate,
    netPresentAdvantage: presentValue(advantage, rate),
    internalRate: internalRate(flows, paysFirst),
    modifiedRatePerYearFraction: paysFirst
      ? modifiedRateOfReturn(flows, { financeFraction: rate, reinvestmentFraction: rate })
      : null,
    payback: paybackOf(null),
    discountedPayback: paybackOf(rate),
  };
}

/** Past these a rate only says in which month one bill or another fell due. */
export const returnBounds: RateBounds = { lowestFraction: -0.9, highestFraction: 10 };

function internalRate(flows: readonly TimedFlow[], paysFirst: boolean): InternalRate {
  const answer = rateOfReturn(flows, returnBounds);
  switch (answer.kind) {
    case "rate":
      return {
        kind: paysFirst ? "return" : "loan",
        ratePerYearFraction: answer.rateFraction,
      };
    case "several":
      return { kind: "several", ratesPerYearFraction: answer.rateFractions };
    case "none": {
      const same = flows.every(({ amount }) => amount === 0);
      return { kind: "none", why: same ? "noDifference" : answer.why };
    }
    default:
      return answer satisfies never;
  }
}

/** Payback is break-even by month in cash: ahead at a month end, and from then on to the horizon. */
function monthPayback(
  projection: Projection,
  optionId: string,
  baselineOptionId: string,
  discountRatePerYearFraction: number | null,
): MonthPayback {
  const { verdict, intervals, forGoodFrom } = breakEvenMonth(
    projection,
    optionId,
    baselineOptionId,
    { view: "cash", discountRatePerYearFraction },
  );
  if (verdict === "always") return { kind: "atOnce" };
  if (verdict === "once" && forGoodFrom !== null) return { kind: "month", month: forGoodFrom };
  return verdict === "several"
    ? { kind: "several", intervals, month: forGoodFrom }
    : { kind: "never" };
}
