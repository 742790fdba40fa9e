import { expect, it } from "vitest";
import { curveFactors } from "./curve-factors";

const assumed = (value: number | null) => ({ value, evidence: "assumed" as const });

it("gives the level of each month over the start, for growth and prices alike", () => {
  const grows = curveFactors({ kind: "compound", ratePerYearFraction: assumed(1) }, 25);
  expect(grows?.[0]).toBe(1);
  expect(grows?.[12]).toBeCloseTo(2, 12);
  expect(grows?.[24]).toBeCloseTo(4, 12);
  const falls = curveFactors({ kind: "annual", changePerYearFraction: assumed(-0.5) }, 13);
  expect(falls?.[12]).toBeCloseTo(0.5, 12);
  const steps = { kind: "steps", steps: [{ month: 2, factor: 0.8 }], evidence: "assumed" } as const;
  expect(curveFactors({ ...steps, steps: [...steps.steps] }, 4)).toEqual([1, 1, 0.8, 0.8]);
});

it("says nothing while a figure of the curve is unpriced", () => {
  expect(curveFactors({ kind: "linear", addedPerYearFraction: assumed(null) }, 12)).toBeNull();
});
