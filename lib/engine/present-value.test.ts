import { describe, expect, it } from "vitest";
import { presentValue } from "./present-value";
import { series } from "./series";

/** Amounts at the end of each year from now: month 0, 12, 24, ... */
function yearly(amounts: readonly number[]) {
  return series(amounts.length * 12, (month) =>
    month % 12 === 0 ? (amounts[month / 12] ?? 0) : 0,
  );
}

describe("presentValue", () => {
  // Microsoft, Excel NPV documentation, examples 1 and 2.
  it("gives 1,188.44 for -10,000, 3,000, 4,200 and 6,800 from year 1 on at 10%", () => {
    expect(presentValue(yearly([0, -10_000, 3000, 4200, 6800]), 0.1)).toBeCloseTo(1188.44, 2);
  });

  it("gives 1,922.06 for -40,000 now and five years of income at 8%", () => {
    const flows = [-40_000, 8000, 9200, 10_000, 12_000, 14_500];
    expect(presentValue(yearly(flows), 0.08)).toBeCloseTo(1922.06, 2);
  });

  it("leaves month 0 undiscounted, and takes (1 + r)^(-1/12) off month 1", () => {
    expect(presentValue([100, 100], 0.12)).toBeCloseTo(100 + 100 / 1.12 ** (1 / 12), 12);
  });

  it("is the plain sum at a rate of 0", () => {
    expect(presentValue([1, 2, 3.5], 0)).toBe(6.5);
  });
});
