import type { TimedFlow } from "./timed-flow";

/** A rate at which present value is 0, or why there is not one such rate. */
export type RateOfReturn =
  | { readonly kind: "rate"; readonly rateFraction: number }
  /** Every rate between the bounds, lowest first: none of them is the return. */
  | { readonly kind: "several"; readonly rateFractions: readonly number[] }
  | { readonly kind: "none"; readonly why: NoRate };

/**
 * `noOutlay`: nothing is paid; `noReturn`: nothing is received; `above`, `below`: a rate past that
 * bound alone; `noRate`: none, or past both.
 */
export type NoRate = "noOutlay" | "noReturn" | "above" | "below" | "noRate";

export type RateBounds = { readonly lowestFraction: number; readonly highestFraction: number };

/** -99.99% to 1,000,000 times, a unit of time. */
const widest: RateBounds = { lowestFraction: -0.9999, highestFraction: 1e6 };

/**
 * IRR: every r with Σ amount x (1 + r)^-time = 0; with `byDay` flows XIRR. Found without a guess:
 * by Descartes' rule n changes of sign allow n rates at most, and the roots of a derivative with one
 * change less lie between them. Unit: fraction a unit of time. Source: Microsoft, "IRR function".
 */
export function rateOfReturn(
  flows: readonly TimedFlow[],
  bounds: RateBounds = widest,
): RateOfReturn {
  const moving = flows.filter(({ amount }) => amount !== 0).toSorted((a, b) => a.time - b.time);
  if (moving.every(({ amount }) => amount > 0)) return { kind: "none", why: "noOutlay" };
  if (moving.every(({ amount }) => amount < 0)) return { kind: "none", why: "noReturn" };
  const lowest = Math.log1p(bounds.lowestFraction);
  const highest = Math.log1p(bounds.highestFraction);
  const rateFractions = roots(moving, lowest, highest).map(Math.expm1);
  const [rateFraction, another] = rateFractions;
  if (rateFraction === undefined) return { kind: "none", why: pastBounds(moving, highest) };
  return another === undefined
    ? { kind: "rate", rateFraction }
    : { kind: "several", rateFractions };
}

/** Beyond a bound present value ends with the sign of the first flow, or below of the last. */
function pastBounds(moving: readonly TimedFlow[], highest: number): NoRate {
  const sign = signOf(moving, highest);
  const isAbove = Math.sign(moving[0]?.amount ?? 0) !== sign;
  const isBelow = Math.sign(moving.at(-1)?.amount ?? 0) !== sign;
  if (isAbove === isBelow) return "noRate";
  return isAbove ? "above" : "below";
}

/** Roots in u = ln(1 + r), where present value is Σ amount x e^(-u time), in order. A derivative of e^(u s) Σ, s inside the first change of sign, has one change less. */
function roots(terms: readonly TimedFlow[], from: number, to: number): number[] {
  const change = terms.findIndex(
    ({ amount }, i) => i > 0 && amount > 0 !== (terms[i - 1]?.amount ?? 0) > 0,
  );
  if (change < 0) return [];
  const shift = ((terms[change - 1]?.time ?? 0) + (terms[change]?.time ?? 0)) / 2;
  const slope = terms.map(({ amount, time }) => ({ amount: amount * (shift - time), time }));
  const ends = [from, ...roots(slope, from, to), to];
  const found: number[] = [];
  ends.slice(1).forEach((end, i) => {
    const root = rootBetween(terms, ends[i] ?? from, end);
    if (root !== null && root !== found.at(-1)) found.push(root);
  });
  return found;
}

/** By halving, to the last bit; null where the sign is the same at both ends. */
function rootBetween(terms: readonly TimedFlow[], from: number, to: number): number | null {
  const first = signOf(terms, from);
  if (first === 0) return from;
  const last = signOf(terms, to);
  if (last === 0) return to;
  if (first === last) return null;
  let low = from;
  let high = to;
  while (true) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    const sign = signOf(terms, middle);
    if (sign === 0) return middle;
    if (sign === first) low = middle;
    else high = middle;
  }
}

/** The sign of Σ amount x e^(-u time), the largest power taken out so that none overflows. */
function signOf(terms: readonly TimedFlow[], u: number): number {
  const times = terms.map(({ time }) => time);
  const largest = Math.max(-u * Math.min(...times), -u * Math.max(...times));
  let sum = 0;
  let size = 0;
  for (const { amount, time } of terms) {
    const term = amount * Math.exp(-u * time - largest);
    sum += term;
    size += Math.abs(term);
  }
  return Math.abs(sum) <= size * floatNoise ? 0 : Math.sign(sum);
}

/** Below this share of its terms a sum is rounding alone. */
const floatNoise = 1e-15;
