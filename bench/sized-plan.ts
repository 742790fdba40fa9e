import type { Plan } from "@/lib/schemas/plan";
import { referencePlan } from "./reference-plan";

/** The reference plan with so many options, its own in turn, over so many months. */
export function sizedPlan(options: number, months: number): Plan {
  const rows = Array.from({ length: options }, (_, i) => {
    const row = referencePlan.options[i % referencePlan.options.length];
    if (!row) throw new Error("The reference plan has no options.");
    return i < referencePlan.options.length ? row : { ...row, id: `${row.id}-${i}` };
  });
  return { ...referencePlan, horizonMonths: months, options: rows };
}
