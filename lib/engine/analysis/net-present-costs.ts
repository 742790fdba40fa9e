import type { Plan } from "@/lib/schemas/plan";
import { basisOf } from "../basis";
import { planDemand } from "../plan-demand";
import { netPresentCostOf } from "../project-option";
import type { Subject } from "./types";

/** Net present cost of each of these options; null for one that has no rank. */
export function netPresentCosts(
  plan: Plan,
  optionIds: readonly string[],
): readonly (number | null)[] {
  const basis = basisOf(plan);
  const demand = planDemand(basis);
  return optionIds.map((id) => {
    const row = basis.plan.options.find((option) => option.id === id);
    return row ? netPresentCostOf(basis, row, demand) : null;
  });
}

/** The option's net present cost, or by how much it is below the other option's. */
export function subjectValue(plan: Plan, { optionId, againstId }: Subject): number | null {
  if (againstId === null) return netPresentCosts(plan, [optionId])[0] ?? null;
  const [cost = null, other = null] = netPresentCosts(plan, [optionId, againstId]);
  return cost === null || other === null ? null : other - cost;
}
