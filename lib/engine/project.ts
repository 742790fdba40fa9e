import type { Plan } from "@/lib/schemas/plan";
import { baselineOptionId } from "./baseline";
import { basisOf } from "./basis";
import { planDemand } from "./plan-demand";
import { projectOption } from "./project-option";
import type { OptionProjection, Projection } from "./types";

/** The whole plan: what is asked for, what every option costs, and which costs least. */
export function project(plan: Plan): Projection {
  const basis = basisOf(plan);
  const demand = planDemand(basis);
  const options = basis.plan.options.map((row) => projectOption(basis, row, demand));
  const missing = new Set([
    ...demand.missing,
    ...options.flatMap((option) => option.missing.map(({ path }) => path)),
  ]);
  return {
    months: basis.months,
    startMonth: plan.startMonth,
    currency: plan.currency,
    hoursPerMonth: basis.hoursPerMonth,
    demand: demand.workloads,
    servedTokens: demand.servedTokens,
    options,
    ranking: rankingOf(options),
    baselineOptionId: baselineOptionId(plan, options),
    warnings: demand.warnings,
    missing: [...missing].map((path) => ({ path })),
  };
}

/** Complete options by net present cost, equal ones by id, so that their order in the plan is nothing. */
function rankingOf(options: readonly OptionProjection[]): string[] {
  return options
    .filter((option) => option.status === "complete")
    .toSorted(
      (a, b) =>
        a.summary.netPresentCost - b.summary.netPresentCost || (a.optionId < b.optionId ? -1 : 1),
    )
    .map((option) => option.optionId);
}
