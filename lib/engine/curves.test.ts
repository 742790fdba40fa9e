import { describe, expect, it } from "vitest";
import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import { growthFactors, priceFactors } from "./curves";
import { assumed, compound, yearly } from "./testing/plans";
import { inputsOf, trace } from "./trace";

function growth(row: GrowthCurve, months: number) {
  return trace((read) => growthFactors(read, { path: "workloads.chat.growth", row }, months)).value;
}

function price(row: PricePath, months: number) {
  return trace((read) => priceFactors(read, { path: "assumptions.path", row }, months)).value;
}

describe("growthFactors", () => {
  it("compounds a yearly rate month by month", () => {
    const factors = growth(compound(0.44), 25);
    expect(factors[0]).toBe(1);
    expect(factors[6]).toBeCloseTo(1.2, 12);
    expect(factors[24]).toBeCloseTo(1.44 ** 2, 12);
  });

  it("adds a share of month 1 each year, and stops at nothing", () => {
    const linear = (added: number): GrowthCurve => ({
      kind: "linear",
      addedPerYearFraction: assumed(added),
    });
    expect(growth(linear(0.6), 25)[24]).toBeCloseTo(2.2, 12);
    expect(growth(linear(-1), 25)[24]).toBe(0);
  });

  it("puts half the ceiling at the midpoint of a logistic curve, wherever it starts", () => {
    const curve: GrowthCurve = {
      kind: "logistic",
      ceilingRatio: assumed(10),
      midpointMonths: assumed(18),
      steepnessPerYear: assumed(2),
    };
    const factors = growth(curve, 121);
    expect(factors[18]).toBeCloseTo(5, 12);
    expect(factors[0]).toBeCloseTo(10 / (1 + Math.exp(3)), 12);
    expect(factors[120]).toBeCloseTo(10, 5);
  });

  it("adopts by innovation and imitation, to the whole market", () => {
    const bass = (parts: { p: number; q: number; sinceLaunch?: number }): GrowthCurve => ({
      kind: "bass",
      marketRatio: assumed(10),
      innovationPerYearFraction: assumed(parts.p),
      imitationPerYearFraction: assumed(parts.q),
      monthsSinceLaunch: assumed(parts.sinceLaunch ?? 0),
    });
    // p = 0.03, q = 0.38: the most adopt at ln(q / p) / (p + q) = 6.19 years, when F = (q - p) / 2q = 0.4605.
    const factors = growth(bass({ p: 0.03, q: 0.38 }), 121);
    expect(factors[0]).toBe(0);
    expect(factors[12]).toBeCloseTo(10 * 0.0357582, 6);
    const steepest = Math.log(0.38 / 0.03) / 0.41;
    const there = growth(bass({ p: 0.03, q: 0.38, sinceLaunch: steepest * 12 }), 1);
    expect(there[0]).toBeCloseTo((10 * (0.38 - 0.03)) / (2 * 0.38), 9);
    // Without imitation, 1 - e^(-p x).
    expect(growth(bass({ p: 0.5, q: 0 }), 25)[24]).toBeCloseTo(10 * (1 - Math.exp(-1)), 12);
  });

  it("runs log-linear between drawn points, from 1, and holds the last", () => {
    const points = [
      { month: 12, factor: 4 },
      { month: 24, factor: 1 },
    ];
    const factors = growth({ kind: "drawn", points, evidence: "assumed" }, 40);
    expect(factors[0]).toBe(1);
    expect(factors[6]).toBeCloseTo(2, 12);
    expect(factors[12]).toBe(4);
    expect(factors[18]).toBeCloseTo(2, 12);
    expect(factors[39]).toBe(1);
    const own = growth(
      { kind: "drawn", points: [{ month: 0, factor: 0.5 }], evidence: "assumed" },
      3,
    );
    expect(own).toEqual([0.5, 0.5, 0.5]);
    expect(price({ kind: "drawn", points, evidence: "list" }, 13)[6]).toBeCloseTo(2, 12);
  });

  it("holds each step until the next, and 1 before the first", () => {
    const steps: GrowthCurve = {
      kind: "steps",
      steps: [
        { month: 2, factor: 3 },
        { month: 4, factor: 10 },
      ],
      evidence: "assumed",
    };
    expect(growth(steps, 6)).toEqual([1, 1, 3, 3, 10, 10]);
  });
});

describe("priceFactors", () => {
  it("lets a price fall by 30% a year: 0.343 after three years, 0.168 after five", () => {
    const factors = price(yearly(-0.3), 61);
    expect(factors[36]).toBeCloseTo(0.343, 12);
    expect(factors[60]).toBeCloseTo(0.16807, 12);
  });

  it("takes a tenfold fall a year from 60 to 6, 0.6 and 0.06", () => {
    const factors = price(yearly(-0.9), 37);
    expect([12, 24, 36].map((month) => 60 * (factors[month] ?? 0))).toEqual([
      expect.closeTo(6, 9),
      expect.closeTo(0.6, 9),
      expect.closeTo(0.06, 9),
    ]);
  });

  it("names the stepped curve itself as its input", () => {
    const row: PricePath = {
      kind: "steps",
      steps: [{ month: 1, factor: 0.5 }],
      evidence: "list",
    };
    const path = "assumptions.hardwarePricePath";
    expect(inputsOf(trace((read) => priceFactors(read, { path, row }, 2)))).toEqual([path]);
  });
});
