import { type Curve, costAt, type Segment } from "./curve";
import type { VolumeBreakEven, VolumeInterval } from "./types";

export type CurveComparison = Pick<
  VolumeBreakEven,
  "verdict" | "intervals" | "searchedUpToTokens" | "complete"
>;

/** Steps that one search may walk before it says how far it came. */
const mostSteps = 10_000;

/** Differences and widths of less than one part in 10^9 are float noise. */
const noise = 1e-9;

/**
 * Every interval (low, high] of volumes at which A costs less than B: both curves are walked step
 * by step, and on each common segment the crossing of two lines is exact. A tie is no win.
 * docs/model.md, "Break-even by volume".
 */
export function compareCurves(a: Curve, b: Curve, searchUpToTokens: number): CurveComparison {
  const wins: { low: number; high: number }[] = [];
  const aSegments = a.segmentsFrom(0);
  const bSegments = b.segmentsFrom(0);
  let aSegment = aSegments.next().value;
  let bSegment = bSegments.next().value;
  let low = 0;
  for (let step = 0; low < searchUpToTokens && step < mostSteps; step += 1) {
    const high = Math.min(aSegment.high, bSegment.high, searchUpToTokens);
    addWin(wins, winOn(aSegment, bSegment, low, high));
    if (aSegment.high <= high) aSegment = aSegments.next().value;
    if (bSegment.high <= high) bSegment = bSegments.next().value;
    low = high;
  }
  const intervals = wins.map((win) => ({ low: win.low, high: win.high < low ? win.high : null }));
  return {
    verdict: verdictOf(intervals, neverBeyond(a, b, low)),
    intervals,
    searchedUpToTokens: low,
    complete: low >= searchUpToTokens,
  };
}

/** Where B minus A is above zero on (low, high], both being lines there. */
function winOn(a: Segment, b: Segment, low: number, high: number) {
  const leadAt = (tokens: number) => {
    const lead = costAt(b, tokens) - costAt(a, tokens);
    const scale = Math.abs(costAt(a, tokens)) + Math.abs(costAt(b, tokens));
    return Math.abs(lead) <= noise * scale ? 0 : lead;
  };
  const atLow = leadAt(low);
  const atHigh = leadAt(high);
  if (atLow <= 0 && atHigh <= 0) return null;
  if (atLow >= 0 && atHigh >= 0) return { low, high };
  const crossing = (a.fixed - b.fixed) / (b.slope - a.slope);
  return atHigh > 0 ? { low: crossing, high } : { low, high: crossing };
}

function addWin(
  wins: { low: number; high: number }[],
  win: { readonly low: number; readonly high: number } | null,
) {
  if (win === null || win.high - win.low <= noise * win.high) return;
  const last = wins.at(-1);
  if (last && win.low - last.high <= noise * win.low) last.high = win.high;
  else wins.push({ ...win });
}

/** A's lower bound is never below B's upper bound, from here on. */
function neverBeyond(a: Curve, b: Curve, tokens: number): boolean {
  return a.lower.slope >= b.upper.slope && costAt(a.lower, tokens) >= costAt(b.upper, tokens);
}

function verdictOf(
  intervals: readonly VolumeInterval[],
  neverBeyondSearch: boolean,
): VolumeBreakEven["verdict"] {
  const [first] = intervals;
  if (first === undefined) return neverBeyondSearch ? "never" : "notVerified";
  if (intervals.length > 1 || first.high !== null) return "several";
  return first.low === 0 ? "always" : "once";
}
