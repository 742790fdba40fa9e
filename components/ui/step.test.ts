import { describe, expect, test } from "vitest";
import { snap, stepFor, steppedFrom } from "./step";

describe("stepFor", () => {
  test.each([
    ["fractionPerYear", 0, 1.2, 0.01],
    ["fractionPerYear", -0.5, 0.2, 0.01],
    ["fractionPerYear", 0, 0.2, 0.005],
    ["fractionPerYear", 0, 0.1, 0.001],
    ["ratio", 1, 6, 0.05],
    ["moneyPerKilowattHour", 0.03, 0.5, 0.002],
    ["tokensPerSecond", 2000, 8000, 50],
  ] as const)("%s from %d to %d goes by %d", (unit, low, high, step) => {
    expect(stepFor({ unit }, low, high)).toBe(step);
  });

  test("whole numbers go by at least 1", () => {
    expect(stepFor({ unit: "months", integer: true }, 0, 18)).toBe(1);
  });
});

test("snap leaves no binary dust", () => {
  expect(snap(0.07 * 3, 0.01)).toBe(0.21);
  expect(snap(-0.296, 0.01)).toBe(-0.3);
});

describe("steppedFrom", () => {
  const growth = { label: "Growth", unit: "fractionPerYear", min: -0.95, max: 0.2 } as const;

  test("a percentage goes by one percent and stops at its bounds", () => {
    expect(steppedFrom(0.06, 1, growth)).toBe(0.07);
    expect(steppedFrom(0.19, 10, growth)).toBe(0.2);
  });

  test("a price goes by a hundredth of its own decade", () => {
    const price = { label: "Price", unit: "money", min: 0, max: 1e9 } as const;
    expect(steppedFrom(318_400, 1, price)).toBe(319_400);
    expect(steppedFrom(0.118, -1, price)).toBe(0.117);
    expect(steppedFrom(null, 1, price)).toBe(0);
  });
});
