import type { DepreciationMethod } from "@/lib/schemas/purchase-terms";
import { decliningWithSwitch, sumOfYearsAmount } from "./finance/depreciation-formulas";
import { series } from "./series";
import type { Series } from "./types";

/** A declining balance's rate over that of the straight line. */
const decliningFactors = { "declining-balance": 1.5, "double-declining": 2 } as const;

/**
 * Share of the cost used up in each month of life, 1 - salvage in all. Straight line:
 * (1 - salvage) / life; the others by months as periods, a declining balance with the switch to the
 * straight line. docs/model.md, "Depreciation".
 */
export function usedFractions(
  method: DepreciationMethod,
  lifeMonths: number,
  salvageFraction: number,
): Series {
  const basis = { cost: 1, salvage: salvageFraction, life: lifeMonths };
  switch (method) {
    case "straight-line":
      return series(lifeMonths, () => (1 - salvageFraction) / lifeMonths);
    case "sum-of-years":
      return series(lifeMonths, (age) => sumOfYearsAmount(basis, age + 1));
    case "declining-balance":
    case "double-declining":
      return decliningWithSwitch(basis, decliningFactors[method]);
    default:
      return method satisfies never;
  }
}
