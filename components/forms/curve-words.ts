import { counted, numberFull, percent } from "@/lib/format";
import type { GrowthCurve } from "@/lib/schemas/curve";
import { type EvidenceClass, missingWord } from "@/lib/schemas/figure";

/** How demand grows, short: "60% a year", "S-curve to 5 x". */
export function growthText(curve: GrowthCurve): string {
  switch (curve.kind) {
    case "compound":
      return yearly(curve.ratePerYearFraction.value, "a year");
    case "linear":
      return yearly(curve.addedPerYearFraction.value, "of the start a year");
    case "logistic": {
      const ceiling = curve.ceilingRatio.value;
      return ceiling === null ? missingWord("ratio") : `S-curve to ${numberFull(ceiling)} x`;
    }
    case "bass": {
      const market = curve.marketRatio.value;
      return market === null ? missingWord("ratio") : `adoption to ${numberFull(market)} x`;
    }
    case "steps":
      return counted(curve.steps.length, "step");
    case "drawn":
      return counted(curve.points.length, "point");
    default:
      return curve satisfies never;
  }
}

function yearly(rate: number | null, per: string): string {
  if (rate === null) return missingWord("fractionPerYear");
  return rate === 0 ? "constant" : `${percent(rate)} ${per}`;
}

export function growthEvidence(curve: GrowthCurve): EvidenceClass {
  switch (curve.kind) {
    case "compound":
      return curve.ratePerYearFraction.evidence;
    case "linear":
      return curve.addedPerYearFraction.evidence;
    case "logistic":
      return curve.ceilingRatio.evidence;
    case "bass":
      return curve.marketRatio.evidence;
    case "steps":
    case "drawn":
      return curve.evidence;
    default:
      return curve satisfies never;
  }
}
