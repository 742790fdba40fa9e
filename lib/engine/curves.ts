import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import { series } from "./series";
import type { Reader, Source } from "./trace";
import type { Series } from "./types";
import { monthsPerYear } from "./units";

/**
 * Demand level of each month over the stated demand. Compound and linear curves start at 1;
 * logistic, Bass, stepped and drawn curves are absolute. docs/model.md, "Demand".
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
    case "bass": {
      const market = read.figure({ path, row }, "marketRatio");
      const adopted = adoption(
        read.figure({ path, row }, "innovationPerYearFraction"),
        read.figure({ path, row }, "imitationPerYearFraction"),
      );
      const before = read.figure({ path, row }, "monthsSinceLaunch");
      return series(months, (month) => market * adopted((month + before) / monthsPerYear));
    }
    case "steps":
      read.note(path);
      return stepped(row.steps, months);
    case "drawn":
      read.note(path);
      return drawn(row.points, months);
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
  return row.kind === "steps" ? stepped(row.steps, months) : drawn(row.points, months);
}

/**
 * Share that has adopted after so many years: (1 - e^(-(p+q)x)) / (1 + q/p e^(-(p+q)x)), p and q a
 * year. Bass, Management Science 15 (5), 1969. docs/model.md, "Demand".
 */
function adoption(innovation: number, imitation: number): (years: number) => number {
  return (years) => {
    const left = Math.exp(-(innovation + imitation) * years);
    return (1 - left) / (1 + (imitation / innovation) * left);
  };
}

type Point = { readonly month: number; readonly factor: number };

/** Log-linear between points; month 0 is 1 unless a point says otherwise, the last one holds. */
function drawn(points: readonly Point[], months: number): Series {
  const all = points[0]?.month === 0 ? points : [{ month: 0, factor: 1 }, ...points];
  return series(months, (month) => {
    const next = all.findIndex((point) => point.month > month);
    const [from, to] = [all[next - 1], all[next]];
    if (from === undefined || to === undefined) return all.at(-1)?.factor ?? 1;
    const share = (month - from.month) / (to.month - from.month);
    return from.factor * (to.factor / from.factor) ** share;
  });
}

/** (1 + g)^(t / 12), g a year. */
function compound(ratePerYear: number, months: number): Series {
  return series(months, (month) => (1 + ratePerYear) ** (month / monthsPerYear));
}

/** The factor of the last step at or before the month; 1 before the first. */
function stepped(steps: readonly Point[], months: number): Series {
  return series(months, (month) => steps.findLast((step) => step.month <= month)?.factor ?? 1);
}
