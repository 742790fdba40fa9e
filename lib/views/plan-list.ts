import { project } from "@/lib/engine";
import type { OptionProjection } from "@/lib/engine/types";
import { money } from "@/lib/format";
import type { OptionKind } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanSummary } from "@/lib/schemas/stored-plan";
import { optionEvidence } from "./evidence";
import { leadOf } from "./lead";
import { horizonText, monthAt, monthNumber } from "./months";
import { optionName } from "./names";
import { type Lack, lackOf, unreadable } from "./plan-list-lacks";
import { optionProjection, type Results } from "./results";
import type { Cell } from "./types";

/** A number, and what stands below it. */
export type PlanCell = Cell & { readonly detail?: string };

export type PlanAnswer =
  | {
      readonly found: true;
      readonly currency: string;
      readonly cheapest: { readonly kind: OptionKind; readonly name: string };
      readonly total: PlanCell;
      readonly perMillionTokens: PlanCell;
      readonly lead: PlanCell;
      /** Options that are left out of the answer, and why. */
      readonly lack: Lack | null;
    }
  | { readonly found: false; readonly lack: Lack };

/** A plan in the list, with what it answers. */
export type ListedPlan = PlanSummary & { readonly answer: PlanAnswer };

/** What a plan says in one row, as paid and without its scenarios; null is a plan that cannot be read. */
export function planAnswer(planId: string, plan: Plan | null): PlanAnswer {
  if (!plan) return { found: false, lack: unreadable };
  const results: Results = { plan, projection: project(plan), view: "cash" };
  const best = optionProjection(results.projection, results.projection.ranking[0]);
  const lack = lackOf(results, planId);
  if (!best) return { found: false, lack: lack ?? unreadable };
  return {
    found: true,
    currency: plan.currency,
    cheapest: { kind: best.kind, name: optionName(plan, best.optionId) },
    total: totalCell(results, best),
    perMillionTokens: tokenCell(results, best),
    lead: leadCell(results, best),
    lack,
  };
}

function totalCell({ plan, projection }: Results, best: OptionProjection): PlanCell {
  const { cash } = best.summary;
  return {
    text: money(cash, plan.currency),
    sort: cash,
    detail: `over ${horizonText(projection.months)}`,
    opens: { optionId: best.optionId, measure: "cash" },
    ...marked(optionEvidence(plan, best, "cash")),
  };
}

function tokenCell({ plan }: Results, best: OptionProjection): PlanCell {
  const cost = best.summary.costPerMillionTokens;
  if (cost === null) return { text: "n/a", sort: null, detail: "no tokens" };
  return {
    text: money(cost, plan.currency),
    sort: cost,
    opens: { optionId: best.optionId, measure: "costPerMillionTokens" },
    ...marked(optionEvidence(plan, best, "accrual", "inference")),
  };
}

const marked = (evidence: Cell["evidence"]) => (evidence ? { evidence } : {});

const afterEveryHorizon = 1000;

/** Since when the cheapest option has the lowest sum, to the horizon. */
function leadCell({ plan, projection }: Results, best: OptionProjection): PlanCell {
  const { ranking, months, startMonth } = projection;
  const next = optionProjection(projection, ranking[1]);
  if (!next) {
    const alone = plan.options.length === 1;
    return { text: "nothing to compare", sort: null, detail: alone ? "one option" : "one ranked" };
  }
  const basis = { view: "cash", discountRatePerYearFraction: null } as const;
  const { forGoodFrom } = leadOf(projection, best.optionId, ranking, basis);
  if (forGoodFrom === 0) return { text: "always", sort: 0, detail: `in all ${months} months` };
  if (forGoodFrom !== null)
    return {
      text: `from ${monthNumber(forGoodFrom)}`,
      sort: forGoodFrom,
      detail: monthAt(startMonth, forGoodFrom),
    };
  const tied = Math.abs(next.summary.netPresentCost - best.summary.netPresentCost) < 0.005;
  return {
    text: "never",
    sort: afterEveryHorizon,
    detail: tied ? `same cost as ${optionName(plan, next.optionId)}` : "only when discounted",
  };
}
