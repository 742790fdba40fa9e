import { describe, expect, it } from "vitest";
import { type Curve, steppedCurve, straightCurve } from "./curve";
import { compareCurves } from "./curve-comparison";

const million = 1e6;

/** Money a month that steps up with each `tokensAStep`. */
function steps({ cost, tokensAStep, fixed }: { cost: number; tokensAStep: number; fixed: number }) {
  const slope = cost / tokensAStep;
  return steppedCurve([1 / tokensAStep], ([count = 0]) => fixed + cost * count, {
    lower: { fixed, slope },
    upper: { fixed: fixed + cost, slope },
  });
}

function inMillions({ intervals }: ReturnType<typeof compareCurves>) {
  return intervals.map(({ low, high }) => [low / million, high === null ? null : high / million]);
}

describe("compareCurves", () => {
  // Hosted $1.40 a million tokens against rented steps of 81M tokens at $100, plus $30:
  // on step n rental costs 100 n + 30, and wins above (100 n + 30) / 1.40 up to 81 n million tokens.
  const hosted = straightCurve({ fixed: 0, slope: 1.4 / million });
  const rented = steps({ cost: 100, tokensAStep: 81 * million, fixed: 30 });

  it("finds every interval of the published fixture, not the first crossing alone", () => {
    const result = compareCurves(rented, hosted, 2000 * million);
    const exact = [3, 4, 5, 6, 7, 8, 9].map((n) => [(100 * n + 30) / 1.4, 81 * n]);
    const forGood = 1030 / 1.4;
    expect(result.verdict).toBe("several");
    expect(result.complete).toBe(true);
    expect(result.intervals).toHaveLength(8);
    inMillions(result).forEach(([low, high], i) => {
      const [exactLow = forGood, exactHigh = null] = exact[i] ?? [];
      expect(low).toBeCloseTo(exactLow, 9);
      if (exactHigh === null) expect(high).toBeNull();
      else expect(high).toBeCloseTo(exactHigh, 9);
    });
    const printed = inMillions(result).map(([low]) => Number(low?.toFixed(1)));
    expect(printed).toEqual([235.7, 307.1, 378.6, 450, 521.4, 592.9, 664.3, 735.7]);
  });

  it("gives the other side the gaps between", () => {
    const mine = inMillions(compareCurves(rented, hosted, 800 * million));
    const theirs = inMillions(compareCurves(hosted, rented, 800 * million));
    expect(theirs[0]).toEqual([0, expect.closeTo(235.714286, 5)]);
    theirs.slice(1).forEach(([low], i) => {
      expect(low).toBeCloseTo(mine[i]?.[1] ?? Number.NaN, 9);
    });
    expect(theirs.at(-1)?.[1]).toBeCloseTo(735.714286, 5);
  });

  it("says not verified where the bound comes before the first crossing", () => {
    const result = compareCurves(rented, hosted, 235 * million);
    expect(result).toMatchObject({ verdict: "notVerified", intervals: [], complete: true });
  });

  it("says never only where no volume at all can win", () => {
    const dearer = steps({ cost: 200, tokensAStep: 81 * million, fixed: 30 });
    expect(compareCurves(dearer, hosted, 300 * million).verdict).toBe("never");
  });

  it("calls a tie no win, on either side", () => {
    expect(compareCurves(rented, rented, 900 * million).intervals).toEqual([]);
    expect(compareCurves(hosted, hosted, 900 * million).verdict).toBe("never");
  });

  it("wins always against the same curve with a fee on top", () => {
    const dearer = steps({ cost: 100, tokensAStep: 81 * million, fixed: 31 });
    expect(compareCurves(rented, dearer, 900 * million)).toMatchObject({
      verdict: "always",
      intervals: [{ low: 0, high: null }],
    });
  });

  it("stops after 10,000 steps and says how far it came", () => {
    const fine = steps({ cost: 1, tokensAStep: 1000, fixed: 30 });
    const result = compareCurves(fine, hosted, 1e12);
    expect(result.complete).toBe(false);
    expect(result.searchedUpToTokens).toBeCloseTo(10_000 * 1000, 3);
  });

  it("agrees with reading both curves at a thousand volumes", () => {
    const other = steps({ cost: 47, tokensAStep: 33 * million, fixed: 55 });
    const { intervals } = compareCurves(rented, other, 1000 * million);
    for (let i = 1; i <= 1000; i += 1) {
      const tokens = i * million - 0.5;
      const wins = costOf(rented, tokens) < costOf(other, tokens);
      const inside = intervals.some(
        ({ low, high }) => tokens > low && (high === null || tokens <= high),
      );
      expect(inside, `${tokens} tokens`).toBe(wins);
    }
  });
});

function costOf(curve: Curve, tokens: number): number {
  for (const { low, high, fixed, slope } of curve.segmentsFrom(0)) {
    if (tokens > low && tokens <= high) return fixed + slope * tokens;
  }
  return Number.NaN;
}
