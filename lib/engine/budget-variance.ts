import type { Budget } from "@/lib/schemas/budget";
import type { Plan } from "@/lib/schemas/plan";
import { byFiscalYear } from "./fiscal-years";
import type {
  BudgetCause,
  BudgetVariance,
  CostLine,
  FiscalYear,
  FiscalYearSpend,
  LineId,
  Projection,
  View,
} from "./types";
import { monthsPerYear } from "./units";

/**
 * One option's cost in each fiscal year against its budget, in the view that the budget counts.
 * Null for an option that is not complete. A year of which the plan covers a part is compared only
 * where its budget is for those months alone.
 */
export function budgetVariances(
  plan: Plan,
  projection: Projection,
  optionId: string,
): readonly BudgetVariance[] | null {
  const { years, options } = byFiscalYear(projection, plan.fiscalYearStartMonth ?? 1);
  const spend = options.find((option) => option.optionId === optionId);
  const monthly = projection.options.find((option) => option.optionId === optionId)?.lines;
  if (!spend || !monthly) return null;
  return years.map((fiscalYear, index) => {
    const budget = plan.budgets?.find(({ fiscalYear: year }) => year === fiscalYear.year) ?? null;
    const amounts = amountsOf(spend, index);
    return {
      fiscalYear,
      budget,
      ...amounts,
      ...compared(budget, fiscalYear, { spend, monthly, index }),
    };
  });
}

function amountsOf({ cash, accrual }: FiscalYearSpend, index: number) {
  const at = (totals: FiscalYearSpend[View]) => ({
    inference: totals.inference[index] ?? 0,
    training: totals.training[index] ?? 0,
    all: totals.all[index] ?? 0,
  });
  return { cash: at(cash), accrual: at(accrual) };
}

type YearOfOption = {
  readonly spend: FiscalYearSpend;
  readonly monthly: readonly CostLine[];
  readonly index: number;
};

const notCompared = {
  difference: null,
  differenceFraction: null,
  otherDifference: null,
  cause: null,
} as const;

type Compared = Pick<BudgetVariance, "state" | keyof typeof notCompared>;

function compared(budget: Budget | null, year: FiscalYear, option: YearOfOption): Compared {
  const amount = budget?.amount.value ?? null;
  if (!budget || amount === null) return { state: "noBudget", ...notCompared };
  if (year.monthsCovered < monthsPerYear && !budget.plannedMonthsOnly)
    return { state: "partialYear", ...notCompared };
  const { spend, index } = option;
  const own = budget.basis;
  const other: View = own === "cash" ? "accrual" : "cash";
  const difference = (spend[own].all[index] ?? 0) - amount;
  const otherDifference = (spend[other].all[index] ?? 0) - amount;
  const timing = difference > 0 && otherDifference <= 0;
  return {
    state: "compared",
    difference,
    differenceFraction: amount > 0 ? difference / amount : null,
    otherDifference,
    cause: causeOf(option, year, { own, other, timing }),
  };
}

/**
 * The line to name. Where only the timing of a cost puts the year over its budget, it is the line
 * whose two views lie furthest apart; otherwise the largest one.
 */
function causeOf(
  { spend, monthly, index }: YearOfOption,
  year: FiscalYear,
  { own, other, timing }: { readonly own: View; readonly other: View; readonly timing: boolean },
): BudgetCause | null {
  const weights = new Map<LineId, number>();
  for (const line of spend.lines) {
    const weight = (line[own][index] ?? 0) - (timing ? (line[other][index] ?? 0) : 0);
    weights.set(line.id, (weights.get(line.id) ?? 0) + weight);
  }
  const [largest] = [...weights].sort(([, a], [, b]) => b - a);
  if (!largest || largest[1] <= 0) return null;
  const [lineId] = largest;
  const byMonth = new Map<number, number>();
  for (const line of monthly.filter(({ id }) => id === lineId))
    for (let month = year.fromMonth; month <= year.toMonth; month += 1)
      byMonth.set(month, (byMonth.get(month) ?? 0) + (line[own][month] ?? 0));
  const amount = [...byMonth.values()].reduce((sum, money) => sum + money, 0);
  return { lineId, amount, ...mainMonths(byMonth, amount) };
}

/** A cost falls on single months where three of them, or fewer, hold this share of its year. */
const mostFraction = 0.8;
const nearlyAllFraction = 0.995;
const mostMonths = 3;

function mainMonths(byMonth: ReadonlyMap<number, number>, amount: number) {
  const months: number[] = [];
  let held = 0;
  for (const [month, money] of [...byMonth].sort(([, a], [, b]) => b - a)) {
    if (held >= amount * mostFraction) break;
    months.push(month);
    held += money;
  }
  return {
    months: months.length <= mostMonths ? months.sort((a, b) => a - b) : [],
    monthsHoldAll: held >= amount * nearlyAllFraction,
  };
}
