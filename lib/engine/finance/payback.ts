import type { Series } from "../types";

/** Periods until what was paid has come back; the first flow is at time 0. */
export type Payback =
  | { readonly kind: "after"; readonly periods: number }
  | { readonly kind: "noOutlay" }
  | { readonly kind: "never" };

/**
 * Simple payback = outlay / receipt a period, for an even receipt. Unit: periods.
 * Source: Brealey, Myers and Allen, "Principles of Corporate Finance", chapter on other criteria.
 */
export function simplePayback(outlay: number, receiptPerPeriod: number): Payback {
  if (outlay <= 0) return { kind: "noOutlay" };
  if (receiptPerPeriod <= 0) return { kind: "never" };
  return { kind: "after", periods: outlay / receiptPerPeriod };
}

/**
 * Last period at which the sum of flows is below 0, + the part of the next one's flow that fills it,
 * as published studies interpolate. Over discounted flows it is discounted payback. Unit: periods.
 */
export function interpolatedPayback(amounts: Series): Payback {
  const sums: number[] = [];
  for (const amount of amounts) sums.push((sums.at(-1) ?? 0) + amount);
  const lastBelow = sums.findLastIndex((sum) => sum < 0);
  if (lastBelow < 0) return { kind: "noOutlay" };
  const next = amounts[lastBelow + 1];
  if (next === undefined) return { kind: "never" };
  return { kind: "after", periods: lastBelow - (sums[lastBelow] ?? 0) / next };
}
