import fc from "fast-check";
import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import { number, whole } from "./arbitrary-figure";

const steps = (falling: boolean) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 119 }), { minLength: 1, maxLength: 4 })
    .chain((months) =>
      fc.tuple(
        fc.constant(months.toSorted((a, b) => a - b)),
        fc.array(fc.integer({ min: 0, max: falling ? 100 : 500 }), {
          minLength: months.length,
          maxLength: months.length,
        }),
      ),
    )
    .map(([months, factors]) => ({
      kind: "steps" as const,
      steps: factors
        .toSorted((a, b) => (falling ? b - a : a - b))
        .map((factor, i) => ({
          month: months[i] ?? 0,
          factor: falling ? factor / 100 : 1 + factor / 100,
        })),
      evidence: "assumed" as const,
    }));

const drawn = (falling: boolean) =>
  steps(falling).map(({ steps: rows, evidence }) => ({
    kind: "drawn" as const,
    points: rows
      .filter(({ month }) => !falling || month > 0)
      .concat({ month: 119, factor: falling ? 0.001 : 1000 })
      .filter(({ month }, i, all) => i === all.findIndex((other) => other.month === month))
      .map(({ month, factor }) => ({ month, factor: Math.max(factor, 0.001) })),
    evidence,
  }));

export const pricePath = (falling = false): fc.Arbitrary<PricePath> =>
  fc.oneof(
    number(-0.6, falling ? 0 : 0.5).map((changePerYearFraction) => ({
      kind: "annual" as const,
      changePerYearFraction,
    })),
    steps(falling),
    drawn(falling),
  );

export const growth = (rising: boolean): fc.Arbitrary<GrowthCurve> =>
  fc.oneof(
    number(rising ? 0 : -0.5, 2).map((ratePerYearFraction) => ({
      kind: "compound" as const,
      ratePerYearFraction,
    })),
    number(rising ? 0 : -0.8, 3).map((addedPerYearFraction) => ({
      kind: "linear" as const,
      addedPerYearFraction,
    })),
    fc.record({
      kind: fc.constant("logistic" as const),
      ceilingRatio: number(0.5, 20),
      midpointMonths: number(-12, 60),
      steepnessPerYear: number(0.1, 6),
    }),
    fc.record({
      kind: fc.constant("bass" as const),
      marketRatio: number(0.5, 20),
      innovationPerYearFraction: number(0.001, 1),
      imitationPerYearFraction: number(0, 2),
      monthsSinceLaunch: whole(0, 60),
    }),
    steps(false),
    drawn(false),
  );

export const season = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 })
  .map((parts) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    return parts.map((part) => (12 * part) / sum);
  });
