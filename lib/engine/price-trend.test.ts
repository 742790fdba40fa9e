import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priceTrend, yearOf } from "./price-trend";

const yearly = (values: readonly number[], first = 2021) =>
  values.map((value, at) => ({ date: `${first + at}-01-01`, value }));

describe("priceTrend", () => {
  it("finds the yearly change of a price that falls by a quarter each year, exactly", () => {
    const trend = priceTrend(yearly([4, 3, 2.25, 1.6875]));
    expect(trend?.changePerYearFraction).toBeCloseTo(-0.25, 12);
    expect(trend?.lowFraction).toBeCloseTo(-0.25, 6);
    expect(trend?.highFraction).toBeCloseTo(-0.25, 6);
    expect(trend?.at("2025-01-01")).toBeCloseTo(1.265625, 10);
  });

  it("agrees with an example calculated by hand, range included", () => {
    // ln 8, ln 2, ln 4 at t = -1, 0, 1: b = (ln 4 − ln 8) / 2 = −0.346574; misses 0.346574, −0.693147,
    // 0.346574, squares 0.720680; s(b) = √(0.720680 / 1 / 2) = 0.600283; t(1) = 12.7062; half 7.627320.
    const trend = priceTrend(yearly([8, 2, 4]));
    expect(trend?.changePerYearFraction).toBeCloseTo(Math.exp(-0.346574) - 1, 5);
    expect(trend?.lowFraction).toBeCloseTo(Math.exp(-0.346574 - 7.62732) - 1, 5);
    expect(trend?.highFraction).toBeCloseTo(Math.exp(-0.346574 + 7.62732) - 1, 1);
  });

  it("may rise", () => {
    expect(priceTrend(yearly([1, 1.5, 2.25]))?.changePerYearFraction).toBeCloseTo(0.5, 10);
  });

  it("has no range of two points, and no change in less than half a year", () => {
    expect(priceTrend(yearly([2, 1]))).toMatchObject({
      points: 2,
      lowFraction: null,
      highFraction: null,
    });
    expect(
      priceTrend([
        { date: "2025-10-19", value: 1.99 },
        { date: "2025-11-16", value: 2.69 },
      ]),
    ).toBeNull();
    expect(priceTrend([])).toBeNull();
    expect(priceTrend(yearly([3]))).toBeNull();
  });

  it("leaves out what is no price and what is no day", () => {
    const odd = [...yearly([4, 3]), { date: "2022-07-01", value: 0 }, { date: "soon", value: 9 }];
    expect(priceTrend(odd)?.points).toBe(2);
  });

  it("is the same in another order and in another unit, and its range holds the change", () => {
    const prices = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(prices, fc.double({ min: 0.1, max: 10, noNaN: true }), (values, unit) => {
        const points = yearly(values, 1990);
        const trend = priceTrend(points);
        const other = priceTrend(
          points.toReversed().map(({ date, value }) => ({ date, value: value * unit })),
        );
        if (!trend || !other) throw new Error("no trend");
        const { changePerYearFraction: change, lowFraction, highFraction } = trend;
        expect(Math.log1p(other.changePerYearFraction)).toBeCloseTo(Math.log1p(change), 8);
        expect(lowFraction ?? 1).toBeLessThanOrEqual(change + 1e-9);
        expect(highFraction ?? -1).toBeGreaterThanOrEqual(change - 1e-9);
      }),
    );
  });

  it("counts a year as 1 whether it leaps or not", () => {
    expect(yearOf("2025-01-01")).toBe(2025);
    expect(yearOf("2024-07-02")).toBeCloseTo(2024.5, 10);
    expect(yearOf("2024-12-31")).toBeLessThan(2025);
    expect(yearOf("2023-13-01")).toBeNaN();
  });
});
