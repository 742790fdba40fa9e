import { asItStands } from "./as-it-stands";
import { type Checked, checkPlan, hasCrossedEnds } from "./check";
import { type Plan, plan } from "./plan";
import { referenceIssues } from "./references";

let isRight: ((value: unknown) => boolean) | undefined;

/** As `checkPlan`, for a plan that is computed and not kept: one with nothing to mend is taken as it stands. */
export function checkPlanToCompute(input: unknown): Checked<Plan> {
  isRight ??= asItStands(plan);
  if (!isRight(input) || hasCrossedEnds(input)) return checkPlan(input);
  const value = input as Plan;
  return referenceIssues(value).length > 0 ? checkPlan(input) : { ok: true, value };
}
