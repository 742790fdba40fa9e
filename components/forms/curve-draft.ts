import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import { assumed, type DraftFigure } from "./provenance";

export type CurveKind =
  | "constant"
  | "annual"
  | "compound"
  | "linear"
  | "logistic"
  | "bass"
  | "steps"
  | "drawn";
export type Curve = GrowthCurve | PricePath;

export const growthKinds = [
  "constant",
  "compound",
  "linear",
  "logistic",
  "bass",
  "steps",
  "drawn",
] as const;
export const priceKinds = ["constant", "annual", "steps", "drawn"] as const;

export const curveKindLabels: Record<CurveKind, string> = {
  constant: "Constant",
  annual: "Yearly change",
  compound: "Compound, a year",
  linear: "Linear, a year",
  logistic: "S-curve with a ceiling",
  bass: "Adoption (Bass)",
  steps: "Steps",
  drawn: "Drawn points",
};

function rateOf(curve: Curve): DraftFigure | undefined {
  if (curve.kind === "annual") return curve.changePerYearFraction;
  if (curve.kind === "compound") return curve.ratePerYearFraction;
  return curve.kind === "linear" ? curve.addedPerYearFraction : undefined;
}

/** A yearly change of nothing is what a person calls constant. */
export function kindShown(curve: Curve): CurveKind {
  const constant = rateOf(curve)?.value === 0 && curve.kind !== "linear";
  return constant ? "constant" : curve.kind;
}

const steady = assumed(0);
const startOf = {
  annual: { kind: "annual", changePerYearFraction: assumed(-0.1) },
  compound: { kind: "compound", ratePerYearFraction: assumed(0.3) },
  linear: { kind: "linear", addedPerYearFraction: assumed(0.3) },
  logistic: {
    kind: "logistic",
    ceilingRatio: assumed(5),
    midpointMonths: assumed(24),
    steepnessPerYear: assumed(2),
  },
  bass: {
    kind: "bass",
    marketRatio: assumed(5),
    innovationPerYearFraction: assumed(0.03),
    imitationPerYearFraction: assumed(0.38),
    monthsSinceLaunch: assumed(12),
  },
  drawn: { kind: "drawn", points: [{ month: 12, factor: 1 }], evidence: "assumed" },
  steps: { kind: "steps", steps: [{ month: 12, factor: 1 }], evidence: "assumed" },
} as const;

/** The curve a person gets on choosing a kind: theirs where it fits, else a plain start to edit. */
export function curveOfKind(kind: CurveKind, current: Curve, family: "growth" | "price"): Curve {
  if (kind === "constant") {
    return family === "growth"
      ? { kind: "compound", ratePerYearFraction: steady }
      : { kind: "annual", changePerYearFraction: steady };
  }
  if (kind === current.kind && kindShown(current) === kind) return current;
  return structuredClone(startOf[kind]) as Curve;
}
