import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenSeason, normalisedSeason, seasonMean } from "./season";

describe("normalisedSeason", () => {
  it("scales any twelve factors to a mean of 1", () => {
    const factors = fc.array(fc.double({ min: 0, max: 12, noNaN: true }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(factors, (given) => {
        fc.pre(seasonMean(given) > 0.01);
        const scaled = normalisedSeason(given);
        expect(seasonMean(scaled ?? [])).toBeCloseTo(1, 10);
        expect(Math.min(...(scaled ?? []))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("keeps an even year as it is and cannot scale nothing", () => {
    expect(normalisedSeason(evenSeason)).toEqual(evenSeason);
    expect(normalisedSeason(evenSeason.map(() => 0))).toBeNull();
  });
});
