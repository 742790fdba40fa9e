import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import { series } from "./series";
import type { Reader, Source } from "./trace";
import type { Series } from "./types";
import { monthsPerYear } from "./units";

/**
 * Demand level of each month over the stated demand. Compound and linear curves start at 1;
 * logistic and stepped curves are absolute. docs/model.md, "Demand".
 */
export function growthFactors(
  read: Reader,
  { path, row }: Source<GrowthCurve>,
  months: number,
): Series {
  switch (row.kind) {
    case "compound":
      return compound(read.figure({ path, row }, "ratePerYearFraction"), months);
    case "linear": {
      const addedPerYear = read.figure({ path, row }, "addedPerYearFraction");
      return series(months, (month) => Math.max(0, 1 + (addedPerYear * month) / monthsPerYear));
    }
    case "logistic": {
      const ceiling = read.figure({ path, row }, "ceilingRatio");
      const midpoint = read.figure({ path, row }, "midpointMonths");
      const steepness = read.figure({ path, row }, "steepnessPerYear") / monthsPerYear;
      return series(months, (month) => ceiling / (1 + Math.exp(-steepness * (month - midpoint))));
    }
    case "steps":
      read.note(path);
      return stepped(row.steps, months);
    default:
      return row satisfies never;
  }
}

/** Price of each month over that of month 0. docs/model.md, "Price paths". */
export function priceFactors(
  read: Reader,
  { path, row }: Source<PricePath>,
  months: number,
): Series {
  if (row.kind === "annual") {
    return compound(read.figure({ path, row }, "changePerYearFraction"), months);
  }
  read.note(path);
  return stepped(row.steps, months);
}

/** (1 + g)^(t / 12), g a year. */
function compound(ratePerYear: number, months: number): Series {
  return series(months, (month) => (1 + ratePerYear) ** (month / monthsPerYear));
}

/** The factor of the last step at or before the month; 1 before the first. */
function stepped(
  steps: readonly { readonly month: number; readonly factor: number }[],
  months: number,
): Series {
  return series(months, (month) => steps.findLast((step) => step.month <= month)?.factor ?? 1);
}
