import type { Assumptions } from "@/lib/schemas/assumptions";
import type { PricePath } from "@/lib/schemas/curve";
import type { Plan } from "@/lib/schemas/plan";
import { inPlanCurrency } from "./convert-plan";
import { priceFactors } from "./curves";
import { series } from "./series";
import { noSpend, type SpendByUse } from "./spend";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

/** What every option of a plan is computed on. */
export type Basis = {
  /** In one currency: whoever computes an option takes its row from here. */
  readonly plan: Plan;
  readonly months: number;
  readonly hoursPerMonth: number;
  readonly assumptions: Source<Assumptions>;
  /** What a line costs that is not there: one for all of them. */
  readonly noSpend: SpendByUse;
  /** Price of each month over that of month 0. */
  readonly priceIndex: {
    readonly hardware: Traced<Series>;
    readonly cloud: Traced<Series>;
    readonly api: Traced<Series>;
    readonly power: Traced<Series>;
    readonly staff: Traced<Series>;
    /** Of what has no path of its own; 1 throughout where the plan names none. */
    readonly other: Traced<Series>;
  };
};

export function basisOf(plan: Plan): Basis {
  const months = plan.horizonMonths;
  const assumptions = { path: "assumptions", row: plan.assumptions };
  const index = (name: string, row: PricePath) =>
    trace((read) => priceFactors(read, { path: `${assumptions.path}.${name}`, row }, months));
  const other = plan.assumptions.otherPricePath;
  return {
    plan: inPlanCurrency(plan),
    months,
    hoursPerMonth: plan.hoursPerMonth,
    assumptions,
    noSpend: noSpend(months),
    priceIndex: {
      hardware: index("hardwarePricePath", plan.assumptions.hardwarePricePath),
      cloud: index("cloudPricePath", plan.assumptions.cloudPricePath),
      api: index("apiPricePath", plan.assumptions.apiPricePath),
      power: index("powerPricePath", plan.assumptions.powerPricePath),
      staff: index("staffCostPath", plan.assumptions.staffCostPath),
      other: other ? index("otherPricePath", other) : trace(() => series(months, () => 1)),
    },
  };
}
