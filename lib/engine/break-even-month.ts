import { discounted } from "./present-value";
import { cumulate } from "./series";
import type { MonthBreakEven, MonthInterval, Projection, Series, View } from "./types";

/** A lead of half a cent or less is a tie, and a tie is no win. */
export const leastLead = 0.005;

/**
 * Every interval of month ends at which A's cumulative cost is below B's, plain or discounted.
 * No interpolation between months. docs/model.md, "Break-even by month".
 */
export function breakEvenMonth(
  projection: Projection,
  aId: string,
  bId: string,
  basis: { readonly view: View; readonly discountRatePerYearFraction: number | null },
): MonthBreakEven {
  const cumulativeOf = (id: string) => {
    const option = projection.options.find((one) => one.optionId === id);
    if (option?.status !== "complete") return null;
    const { all } = option[basis.view];
    const rate = basis.discountRatePerYearFraction;
    return cumulate(rate === null ? all : discounted(all, rate));
  };
  const a = cumulativeOf(aId);
  const b = cumulativeOf(bId);
  return a === null || b === null ? unranked(aId, bId) : compare(aId, bId, a, b);
}

function compare(aId: string, bId: string, a: Series, b: Series): MonthBreakEven {
  const leads = b.map((cost, month) => cost - (a[month] ?? 0));
  const lastMonth = leads.length - 1;
  const intervals = winningIntervals(leads);
  const last = intervals.at(-1);
  const forGoodFrom = last?.to === lastMonth ? last.from : null;
  return {
    a: aId,
    b: bId,
    verdict: verdictOf(intervals, forGoodFrom),
    intervals,
    forGoodFrom,
    differenceAtHorizon: leads[lastMonth] ?? null,
    smallestGap: intervals.length === 0 ? 0 - Math.max(...leads) : null,
  };
}

function winningIntervals(leads: Series): MonthInterval[] {
  const intervals: MonthInterval[] = [];
  leads.forEach((lead, month) => {
    if (lead <= leastLead) return;
    const last = intervals.at(-1);
    if (last?.to === month - 1) intervals[intervals.length - 1] = { from: last.from, to: month };
    else intervals.push({ from: month, to: month });
  });
  return intervals;
}

function verdictOf(
  intervals: readonly MonthInterval[],
  forGoodFrom: number | null,
): MonthBreakEven["verdict"] {
  if (intervals.length === 0) return "never";
  if (forGoodFrom === 0) return "always";
  return intervals.length === 1 && forGoodFrom !== null ? "once" : "several";
}

function unranked(a: string, b: string): MonthBreakEven {
  return {
    a,
    b,
    verdict: "unranked",
    intervals: [],
    forGoodFrom: null,
    differenceAtHorizon: null,
    smallestGap: null,
  };
}
