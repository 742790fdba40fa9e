import { describe, expect, it } from "vitest";
import { total } from "../series";
import { type MacrsConvention, type MacrsYears, macrsConventionOf, macrsFractions } from "./macrs";

const classes: readonly MacrsYears[] = [3, 5, 7];

/** Share of the first year in which property counts as in service. */
const firstYear: Record<MacrsConvention, number> = {
  halfYear: 1 / 2,
  quarter1: 10.5 / 12,
  quarter2: 7.5 / 12,
  quarter3: 4.5 / 12,
  quarter4: 1.5 / 12,
};
const conventions = Object.keys(firstYear) as MacrsConvention[];

describe("macrsFractions", () => {
  it("writes $250,000 of servers off as published: 50,000, 80,000, 48,000, 28,800, 28,800, 14,400", () => {
    const amounts = macrsFractions(5, "halfYear").map((share) => Math.round(share * 250_000));
    expect(amounts).toEqual([50_000, 80_000, 48_000, 28_800, 28_800, 14_400]);
    expect(total(amounts.slice(0, 3))).toBe(178_000);
  });

  it.each(classes)("adds up to the whole basis, class %i", (years) => {
    for (const convention of conventions) {
      expect(total(macrsFractions(years, convention))).toBeCloseTo(1, 12);
    }
  });

  it.each(classes)(
    "is double declining balance with the switch to straight line, to the rounding of the tables, class %i",
    (years) => {
      for (const convention of conventions) {
        const computed = doubleDeclining(years, firstYear[convention]);
        macrsFractions(years, convention).forEach((share, year) => {
          expect(Math.abs(share - (computed[year] ?? 0)), `${convention} ${year}`).toBeLessThan(
            2.1e-4,
          );
        });
      }
    },
  );
});

/** Publication 946, "Figuring the deduction without using the tables". */
function doubleDeclining(years: number, firstYearFraction: number): number[] {
  const amounts: number[] = [];
  let left = 1;
  for (let year = 0; year <= years; year += 1) {
    const lifeLeft = year === 0 ? years : years - firstYearFraction - (year - 1);
    const declining = (left * 2) / years;
    const straight = lifeLeft <= 1 ? left : left / lifeLeft;
    const amount = Math.max(declining, straight) * (year === 0 ? firstYearFraction : 1);
    amounts.push(Math.min(left, amount));
    left -= amounts[year] ?? 0;
  }
  return amounts;
}

describe("macrsConventionOf", () => {
  it("is mid-quarter only above 40% in the last quarter: Publication 946's machine, computer and furniture", () => {
    const placed = macrsConventionOf([4000, 0, 0, 6000]);
    expect([placed(1), placed(4)]).toEqual(["quarter1", "quarter4"]);
    expect(macrsConventionOf([6000, 0, 0, 4000])(4)).toBe("halfYear");
    expect(macrsConventionOf([0, 0, 0, 0])(1)).toBe("halfYear");
  });
});
