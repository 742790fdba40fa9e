import { describe, expect, it } from "vitest";
import { residualFraction } from "./residual";
import { assumed, onPremises } from "./testing/plans";
import { inputsOf, trace } from "./trace";

const points = [
  { ageMonths: 12, fraction: 0.6 },
  { ageMonths: 36, fraction: 0.3 },
  { ageMonths: 60, fraction: 0.1 },
];
const residualCurve = { points, evidence: "assumed" as const };
const shareAt = (ageMonths: number, parts: Parameters<typeof onPremises>[0] = { residualCurve }) =>
  trace((read) =>
    residualFraction(
      read,
      { path: "options.own", row: onPremises({ residualFraction: assumed(0.25), ...parts }) },
      ageMonths,
    ),
  );

describe("residual share", () => {
  it.each([
    // Level before the first point and beyond the last, exact on each, straight between them.
    [0, 0.6],
    [12, 0.6],
    [18, 0.525],
    [30, 0.375],
    [36, 0.3],
    [42, 0.25],
    [60, 0.1],
    [61, 0.1],
  ])("at %i months is %d", (age, share) => {
    expect(shareAt(age).value).toBeCloseTo(share, 12);
  });

  it("is the plain share at any age without a curve, and names what it read", () => {
    expect(shareAt(48, {}).value).toBe(0.25);
    expect(inputsOf(shareAt(48, {}))).toEqual(["options.own.residualFraction"]);
    expect(inputsOf(shareAt(48))).toEqual(["options.own.residualCurve"]);
  });
});
