import type { Series } from "../types";
import { monthsPerYear } from "../units";

/** Money at a time: received is positive, paid negative. Time 0 is not discounted. */
export type TimedFlow = { readonly amount: number; readonly time: number };

/** One flow a period, the first at time 0, so that rates are per period. */
export function byPeriod(amounts: Series): TimedFlow[] {
  return amounts.map((amount, time) => ({ amount, time }));
}

/** One flow a month, the first at time 0, in years, so that rates are per year. */
export function byMonth(amounts: Series): TimedFlow[] {
  return amounts.map((amount, month) => ({ amount, time: month / monthsPerYear }));
}

/** Flows by days from the first, in years of 365 days, as XNPV and XIRR count them. */
export function byDay(
  flows: readonly { readonly amount: number; readonly days: number }[],
): TimedFlow[] {
  return flows.map(({ amount, days }) => ({ amount, time: days / daysPerYear }));
}

const daysPerYear = 365;

/**
 * Σ amount x (1 + r)^-time; with `byDay` this is XNPV. A series of months has `presentValue`.
 * Unit: money. Source: Microsoft, "XNPV function".
 */
export function presentValueOf(flows: readonly TimedFlow[], rateFraction: number): number {
  return flows.reduce((sum, { amount, time }) => sum + amount * (1 + rateFraction) ** -time, 0);
}
