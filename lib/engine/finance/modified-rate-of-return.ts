import { presentValueOf, type TimedFlow } from "./timed-flow";

/**
 * MIRR = (value at the last time of what is received, at the reinvestment rate / present value of
 * what is paid, at the finance rate)^(1 / last time) - 1; null where nothing is paid or received,
 * or all at once. Unit: fraction a unit of time. Source: Microsoft, "MIRR function".
 */
export function modifiedRateOfReturn(
  flows: readonly TimedFlow[],
  rates: { readonly financeFraction: number; readonly reinvestmentFraction: number },
): number | null {
  const last = flows.reduce((latest, { time }) => Math.max(latest, time), 0);
  const paid = flows.filter(({ amount }) => amount < 0);
  const received = flows.filter(({ amount }) => amount > 0);
  if (last === 0 || paid.length === 0 || received.length === 0) return null;
  const end =
    presentValueOf(received, rates.reinvestmentFraction) * (1 + rates.reinvestmentFraction) ** last;
  return (end / -presentValueOf(paid, rates.financeFraction)) ** (1 / last) - 1;
}
