import * as z from "zod/mini";
import { ascending, provenance } from "./drawn";
import { figure } from "./figure";

const step = z.strictObject({
  /** Month index from the start of the plan, 0-based. */
  month: z.int().check(z.gte(0), z.lte(119)),
  /** Level from this month on, relative to month 0 (1 = unchanged). */
  factor: z.number().check(z.gte(0), z.lte(1_000_000)),
});

type Dated = { readonly month: number };

const inOrder = (rows: readonly Dated[]) => ascending(rows.map(({ month }) => month));

/** Steps in ascending order of month; before the first step the level is 1. */
export const steppedCurve = z
  .strictObject({
    kind: z.literal("steps"),
    steps: z.array(step).check(z.minLength(1), z.maxLength(40)),
    ...provenance,
  })
  .check(
    z.refine(({ steps }) => inOrder(steps), {
      error: "Put the steps in order of month, each month once.",
      path: ["steps"],
    }),
  );

const point = z.strictObject({
  /** Month index from the start of the plan, 0-based. */
  month: z.int().check(z.gte(0), z.lte(119)),
  /** Level in this month, relative to month 0; never 0, because a logarithm runs through it. */
  factor: z.number().check(z.gte(0.000001), z.lte(1_000_000)),
});

/** Points in ascending order of month; month 0 is 1 unless a point says otherwise. */
const drawnCurve = z
  .strictObject({
    kind: z.literal("drawn"),
    points: z.array(point).check(z.minLength(1), z.maxLength(40)),
    ...provenance,
  })
  .check(
    z.refine(({ points }) => inOrder(points), {
      error: "Put the points in order of month, each month once.",
      path: ["points"],
    }),
  );

/** One kind of curve for the price of hardware, cloud rental, API tokens, power and staff. */
export function pricePath(label: string, slider: readonly [number, number]) {
  return z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("annual"),
      changePerYearFraction: figure({
        label,
        unit: "fractionPerYear",
        min: -0.95,
        max: 5,
        slider,
        help: "Negative is a decline. Applied as (1 + rate)^(months / 12).",
      }),
    }),
    steppedCurve,
    drawnCurve,
  ]);
}
export type PricePath = z.infer<ReturnType<typeof pricePath>>;

/** How the demand of a workload develops, relative to its month 0. */
export const growthCurve = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("compound"),
    ratePerYearFraction: figure({
      label: "Demand growth",
      unit: "fractionPerYear",
      min: -0.95,
      max: 20,
      slider: [0, 1.2],
      help: "Applied as (1 + rate)^(months / 12).",
    }),
  }),
  z.strictObject({
    kind: z.literal("linear"),
    addedPerYearFraction: figure({
      label: "Demand added a year",
      unit: "fractionPerYear",
      min: -1,
      max: 100,
      slider: [0, 2],
      help: "Share of the first month's demand that each year adds.",
    }),
  }),
  z.strictObject({
    kind: z.literal("logistic"),
    ceilingRatio: figure({
      label: "Demand ceiling",
      unit: "ratio",
      min: 0.01,
      max: 10_000,
      slider: [1, 20],
      help: "Level that demand approaches, as a multiple of the stated demand.",
    }),
    midpointMonths: figure({
      label: "Month of fastest growth",
      unit: "months",
      min: -120,
      max: 240,
      slider: [0, 60],
    }),
    steepnessPerYear: figure({
      label: "Steepness",
      unit: "ratio",
      min: 0.01,
      max: 50,
      slider: [0.2, 6],
      help: "Growth rate a year far below the ceiling.",
    }),
  }),
  z.strictObject({
    kind: z.literal("bass"),
    marketRatio: figure({
      label: "Market",
      unit: "ratio",
      min: 0.01,
      max: 10_000,
      slider: [1, 20],
      help: "Demand when everybody has adopted, as a multiple of the stated demand.",
    }),
    innovationPerYearFraction: figure({
      label: "Innovation (p)",
      unit: "fractionPerYear",
      min: 0.0001,
      max: 5,
      slider: [0.005, 0.1],
      help: "Share of those left that adopt in a year of their own accord. Often near 3%.",
    }),
    imitationPerYearFraction: figure({
      label: "Imitation (q)",
      unit: "fractionPerYear",
      min: 0,
      max: 20,
      slider: [0.1, 2],
      help: "What those who have adopted add to it. Often near 38%.",
    }),
    monthsSinceLaunch: figure({
      label: "Months since launch",
      unit: "months",
      min: 0,
      max: 240,
      help: "When the plan starts. At the launch itself nobody has adopted.",
    }),
  }),
  steppedCurve,
  drawnCurve,
]);
export type GrowthCurve = z.infer<typeof growthCurve>;
