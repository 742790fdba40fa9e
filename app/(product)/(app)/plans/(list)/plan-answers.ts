import type { Context } from "@/lib/auth/context";
import { reportError } from "@/lib/auth/report-error";
import type { PlanSummary } from "@/lib/schemas/stored-plan";
import { getPlans, type PlanBody } from "@/lib/services/plan-list";
import { type ListedPlan, type PlanAnswer, planAnswer } from "@/lib/views/plan-list";

/** Plans read and computed in one go: between two goes the server answers others. */
const atOnce = 25;
const mostKept = 5000;

type Kept = { readonly version: number; readonly answer: PlanAnswer };

/** An answer costs some milliseconds and changes only with its plan, whose version every change raises. */
const kept = new Map<string, Kept>();

/** The plans of the list with their answers; what did not change since the last time is not read again. */
export async function withAnswers(
  ctx: Context,
  plans: readonly PlanSummary[],
): Promise<readonly ListedPlan[]> {
  const answers = new Map<string, PlanAnswer>();
  const changed: PlanSummary[] = [];
  for (const plan of plans.filter(({ pricesHidden }) => !pricesHidden)) {
    const held = kept.get(keyOf(ctx, plan));
    if (held?.version === plan.version) answers.set(plan.id, held.answer);
    else changed.push(plan);
  }
  for (let from = 0; from < changed.length; from += atOnce) {
    const part = new Map(changed.slice(from, from + atOnce).map((plan) => [plan.id, plan]));
    for (const body of await getPlans(ctx, { planIds: [...part.keys()] })) {
      const answer = answerOf(body);
      answers.set(body.id, answer);
      keep(keyOf(ctx, body), { version: part.get(body.id)?.version ?? 0, answer });
    }
  }
  return plans.flatMap((plan) => {
    const answer = answers.get(plan.id);
    return answer ? [{ ...plan, answer }] : [];
  });
}

const keyOf = ({ orgId }: Context, { id }: { readonly id: string }) => `${orgId} ${id}`;

function answerOf({ id, plan }: PlanBody): PlanAnswer {
  try {
    return planAnswer(id, plan);
  } catch (error) {
    reportError(error);
    return planAnswer(id, null);
  }
}

function keep(key: string, entry: Kept): void {
  kept.delete(key);
  kept.set(key, entry);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}
