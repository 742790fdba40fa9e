import type { BudgetVariance, FiscalYear } from "@/lib/engine/types";
import { listed } from "@/lib/format";
import { coverage, fiscalYearName, fiscalYearSpan } from "./budget";
import { budgetTitle } from "./budget-sentences";
import { budgetTable } from "./budget-table";
import { basisWords, optionName, optionStyle, shortOptionName, viewWords } from "./names";
import type { Results } from "./results";
import type { ChartSeries, ChartView } from "./types";

/** One option by fiscal year as bars from zero, with the budget as a mark over each. */
export function budgetChart(
  results: Results,
  optionId: string,
  years: readonly BudgetVariance[],
): ChartView {
  const { plan, view } = results;
  const note = noteOf(results, years);
  return {
    id: "budget",
    kind: "stackedBars",
    title: budgetTitle(results, optionId, years),
    basis: `${optionName(plan, optionId)} by fiscal year, ${basisWords(plan, view)}.`,
    unitLabel: `${plan.currency} a fiscal year, ${viewWords[view].adjective}`,
    x: years.map((_, index) => index),
    xNames: years.map(({ fiscalYear }) => yearTitle(fiscalYear)),
    xTicks: years.map(({ fiscalYear }, at) => ({ at, label: fiscalYearName(fiscalYear.year) })),
    yFromZero: true,
    yUnit: "money",
    currency: plan.currency,
    series: seriesOf(results, optionId, years),
    levels: { label: "Budget", values: years.map((year) => levelOf(year, view)) },
    marks: [],
    bands: [],
    keys: keysOf(results, optionId, years),
    ...(note && { note }),
    get table() {
      return budgetTable(results, optionId, years);
    },
  };
}

function yearTitle(year: FiscalYear): string {
  const part = coverage(year);
  const title = `${fiscalYearName(year.year)}, ${fiscalYearSpan(year)}`;
  return part ? `${title}, ${part}` : title;
}

/** A mark stands only over bars that count what the budget counts, for the same months. */
function levelOf({ budget, state }: BudgetVariance, view: Results["view"]): number | null {
  return state === "compared" && budget?.basis === view ? budget.amount.value : null;
}

function seriesOf(
  { plan, view }: Results,
  optionId: string,
  years: readonly BudgetVariance[],
): readonly ChartSeries[] {
  const one = (use: "inference" | "training", texture: "solid" | "hatched"): ChartSeries => ({
    id: use,
    label: use === "inference" ? "Inference" : "Training",
    shortLabel: shortOptionName(plan, optionId),
    style: optionStyle(plan, optionId, texture),
    values: years.map((year) => year[view][use]),
  });
  return [one("inference", "solid"), one("training", "hatched")];
}

function keysOf({ plan, view }: Results, optionId: string, years: readonly BudgetVariance[]) {
  const trains = years.some((year) => year[view].training !== 0);
  return [
    { label: "Inference", style: optionStyle(plan, optionId, "solid") },
    ...(trains ? [{ label: "Training", style: optionStyle(plan, optionId, "hatched") }] : []),
  ];
}

/** Why a year has no mark although it has a budget. */
function noteOf({ view }: Results, years: readonly BudgetVariance[]): string | null {
  const names = (of: readonly BudgetVariance[]) =>
    listed(of.map(({ fiscalYear }) => fiscalYearName(fiscalYear.year)));
  const other = years.filter(({ state, budget }) => state === "compared" && budget?.basis !== view);
  const part = years.filter(({ state }) => state === "partialYear");
  const notes = [
    ...(other.length > 0
      ? [
          `The budget of ${names(other)} counts ${view === "cash" ? "accrual" : "cash"}: switch the view to see its mark.`,
        ]
      : []),
    ...(part.length > 0
      ? [`${names(part)} is covered in part, and its budget is for the whole year: no mark.`]
      : []),
  ];
  return notes.length > 0 ? notes.join(" ") : null;
}
