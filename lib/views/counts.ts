import { figuresOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";

/** How many figures hold for the plan as a whole. */
export function assumptionCount(plan: Plan): number {
  return figuresOf({ ...plan, budgets: [], workloads: [], options: [], scenarios: [] }).length;
}
