import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { project } from "@/lib/engine";
import { arbitraryPlan } from "@/lib/engine/testing/arbitrary-plan";
import { answerOf } from "./answer";
import { breakEvenTimeline } from "./break-even-months";
import { volumeChart } from "./break-even-volume";
import { budgetYears } from "./budget";
import { budgetChart } from "./budget-chart";
import { budgetSentences } from "./budget-sentences";
import { cumulativeCostChart } from "./cumulative-cost";
import { emptyReason } from "./empty";
import { energyView } from "./energy";
import { efficiencyTrend, energyOfUsesChart } from "./energy-charts";
import { explain } from "./explain";
import { explainEnergy } from "./explain-energy";
import { explainPair } from "./explain-pair";
import { explainReturn } from "./explain-return";
import { monthlyTable } from "./monthly-table";
import { notesOf } from "./notes";
import { problemsOf } from "./problems";
import { quarterlySpendChart } from "./quarterly-spend";
import type { Results } from "./results";
import { returnsView } from "./returns";
import { textsOf } from "./testing/example";
import { tokenCostChart } from "./token-cost";
import { volumePairs } from "./volume-pairs";
import { walkAwayView } from "./walk-away";
import { whatIfInputs } from "./what-if";

function everyView(results: Results): unknown[] {
  const { plan, projection } = results;
  const pair = volumePairs(results)[0];
  return [
    answerOf(results),
    emptyReason(results),
    cumulativeCostChart(results),
    tokenCostChart(results),
    monthlyTable(results),
    problemsOf(results, "plan"),
    notesOf(results, "plan"),
    whatIfInputs(plan, projection),
    breakEvenTimeline(results, { view: results.view, discountRatePerYearFraction: null }),
    returnsView(results),
    energyView(results),
    efficiencyTrend(results),
    pair ? volumeChart(results, { ...pair, month: 0 }) : null,
    ...plan.options.flatMap(({ id }) => [
      ...budgetTexts(results, id),
      quarterlySpendChart(results, id),
      energyOfUsesChart(results, id),
      explainEnergy(results, { optionId: id, measure: "energyPerMillionTokens" }),
      walkAwayView(results, id),
      explain(results, { optionId: id, measure: "netPresentCost" }),
      explain(results, { optionId: id, measure: "costPerMillionTokens" }),
      explainReturn(results, { optionId: id, measure: "internalRate", againstId: "api" }),
      explainPair(results, { optionId: id, measure: "netPresentCost", againstId: "api" }),
    ]),
  ];
}

/** The budget of each other year, so that some have none; and a fiscal year that cuts the plan's ends. */
function budgetTexts(results: Results, optionId: string): unknown[] {
  const firstYear = Number(results.plan.startMonth.slice(0, 4));
  const budgets = [0, 2, 4].map((years) => ({
    fiscalYear: firstYear + years,
    amount: { value: years * 1e5, evidence: "assumed" as const },
    basis: years === 2 ? ("accrual" as const) : ("cash" as const),
  }));
  const budgeted = { ...results, plan: { ...results.plan, fiscalYearStartMonth: 7, budgets } };
  const years = budgetYears(budgeted, optionId);
  if (!years) return [];
  return [budgetChart(budgeted, optionId, years), budgetSentences(budgeted, years)];
}

describe("every view of any plan", () => {
  it("never says NaN, Infinity, undefined or null, and never an empty title", () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.constantFrom("cash", "accrual"), (plan, view) => {
        const texts = everyView({ plan, projection: project(plan), view }).flatMap(textsOf);
        const nonsense = texts.filter((text) => /NaN|Infinity|undefined|\bnull\b|∞/.test(text));
        expect(nonsense).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("writes a true minus wherever there is one", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const results: Results = { plan, projection: project(plan), view: "cash" };
        const amounts = textsOf(monthlyTable(results).rows.map(({ cells }) => cells.slice(1)));
        expect(amounts.filter((text) => /-\d/.test(text) && !/\d{4}-\d{2}/.test(text))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
