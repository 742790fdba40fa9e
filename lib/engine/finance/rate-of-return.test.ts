import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modifiedRateOfReturn } from "./modified-rate-of-return";
import { rateOfReturn } from "./rate-of-return";
import { byDay, byMonth, byPeriod, presentValueOf } from "./timed-flow";

const rateOf = (flows: Parameters<typeof rateOfReturn>[0]) => {
  const answer = rateOfReturn(flows);
  return answer.kind === "rate" ? answer.rateFraction : null;
};

/** 2008-01-01, 2008-03-01, 2008-10-30, 2009-02-15 and 2009-04-01 as days from the first. */
const dated = byDay([
  { amount: -10_000, days: 0 },
  { amount: 2750, days: 60 },
  { amount: 4250, days: 303 },
  { amount: 3250, days: 411 },
  { amount: 2750, days: 456 },
]);

describe("published examples of Microsoft's function reference", () => {
  it("NPV: $1,188.44 with the outlay after a year, $1,922.06 with it at once", () => {
    const afterAYear = byPeriod([0, -10_000, 3000, 4200, 6800]);
    expect(presentValueOf(afterAYear, 0.1)).toBeCloseTo(1188.44, 2);
    const atOnce = byPeriod([-40_000, 8000, 9200, 10_000, 12_000, 14_500]);
    expect(presentValueOf(atOnce, 0.08)).toBeCloseTo(1922.06, 2);
  });

  it("IRR after five, four and two years: 8.66%, -2.1% and -44.4%", () => {
    const years = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];
    expect(rateOf(byPeriod(years))).toBeCloseTo(0.0866309480365316, 8);
    expect(rateOf(byPeriod(years.slice(0, 5)))).toBeCloseTo(-0.021, 3);
    expect(rateOf(byPeriod(years.slice(0, 3)))).toBeCloseTo(-0.444, 3);
  });

  it("XNPV $2,086.65 at 9%, and XIRR 37.3362535% (printed from a search; the exact root is 0.3733625335)", () => {
    expect(presentValueOf(dated, 0.09)).toBeCloseTo(2086.65, 2);
    expect(Math.abs((rateOf(dated) ?? 0) - 0.373362535)).toBeLessThan(2e-9);
  });

  it("MIRR after five years: 12.61% at 10% and 12%, 13.48% at 10% and 14%", () => {
    const years = byPeriod([-120_000, 39_000, 30_000, 21_000, 37_000, 46_000]);
    const at = (reinvestmentFraction: number) =>
      modifiedRateOfReturn(years, { financeFraction: 0.1, reinvestmentFraction });
    expect(at(0.12)).toBeCloseTo(0.1261, 4);
    expect(at(0.14)).toBeCloseTo(0.1348, 4);
  });
});

describe("rateOfReturn", () => {
  it("says both rates where there are two: -1,600 + 10,000 - 10,000 has 25% and 400%", () => {
    const answer = rateOfReturn(byPeriod([-1600, 10_000, -10_000]));
    expect(answer.kind).toBe("several");
    const rates = answer.kind === "several" ? answer.rateFractions : [];
    expect(rates.map((rate) => Math.round(rate * 1e9) / 1e9)).toEqual([0.25, 4]);
  });

  it("says why there is none", () => {
    expect(rateOfReturn(byPeriod([10, 0, 5]))).toEqual({ kind: "none", why: "noOutlay" });
    expect(rateOfReturn(byPeriod([]))).toEqual({ kind: "none", why: "noOutlay" });
    expect(rateOfReturn(byPeriod([-10, 0, -5]))).toEqual({ kind: "none", why: "noReturn" });
    expect(rateOfReturn(byPeriod([1000, -3000, 2500]))).toEqual({ kind: "none", why: "noRate" });
  });

  it("says on which side of its bounds the one rate lies", () => {
    const bounds = { lowestFraction: -0.5, highestFraction: 1 };
    expect(rateOfReturn(byPeriod([-1, 3]), bounds)).toEqual({ kind: "none", why: "above" });
    expect(rateOfReturn(byPeriod([1, -3]), bounds)).toEqual({ kind: "none", why: "above" });
    expect(rateOfReturn(byPeriod([-10, 1]), bounds)).toEqual({ kind: "none", why: "below" });
    expect(rateOfReturn(byPeriod([-1, 3, -0.3]), bounds)).toEqual({ kind: "none", why: "noRate" });
  });

  it("finds a double rate: 100 - 220 + 121 touches zero at 10%", () => {
    expect(rateOf(byPeriod([100, -220, 121]))).toBeCloseTo(0.1, 6);
  });

  it("counts months in years: 1% a month is 12.68% a year", () => {
    expect(rateOf(byMonth([-100, 101]))).toBeCloseTo(1.01 ** 12 - 1, 10);
  });

  it("stands at 0 on every rate it gives, and misses none that is built in", () => {
    const rate = fc.double({ min: -0.5, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 4 }), (built) => {
        const apart = built.toSorted((a, b) => a - b);
        fc.pre(apart.every((one, i) => i === 0 || one - (apart[i - 1] ?? 0) > 0.05));
        const flows = byPeriod(apart.reduce<number[]>(timesRoot, [-1000]));
        const answer = rateOfReturn(flows);
        const found =
          answer.kind === "rate"
            ? [answer.rateFraction]
            : answer.kind === "several"
              ? answer.rateFractions
              : [];
        expect(found).toHaveLength(apart.length);
        for (const [i, one] of found.entries()) expect(one).toBeCloseTo(apart[i] ?? 0, 4);
      }),
    );
  });
});

/** Flows with one more rate of return: the polynomial in 1 + r, times (1 + r) - (1 + root). */
function timesRoot(flows: readonly number[], root: number): number[] {
  return [...flows, 0].map((amount, i) => amount - (1 + root) * (flows[i - 1] ?? 0));
}

describe("modifiedRateOfReturn", () => {
  it("is none without an outlay, without a return, or all at once", () => {
    const rates = { financeFraction: 0.08, reinvestmentFraction: 0.08 };
    expect(modifiedRateOfReturn(byPeriod([0, 10]), rates)).toBeNull();
    expect(modifiedRateOfReturn(byPeriod([-10, 0]), rates)).toBeNull();
    expect(modifiedRateOfReturn(byPeriod([-10]), rates)).toBeNull();
  });
});
