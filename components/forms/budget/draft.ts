import { fiscalYearsOf } from "@/lib/engine";
import type { FiscalYear } from "@/lib/engine/types";
import type { Budget, BudgetBasis } from "@/lib/schemas/budget";
import type { Plan } from "@/lib/schemas/plan";
import { fiscalYearName } from "@/lib/views/budget";
import type { DraftFigure } from "../provenance";

/** A budget while it is typed: text that is no number yet stays as it was typed. */
export type DraftBudget = Omit<Budget, "amount"> & { readonly amount: DraftFigure };

/** A row of the table: a year of the plan, or one outside it that still has a budget. */
export type EntryRow = {
  /** Of the field that is saved. */
  readonly name: string;
  readonly label: string;
  readonly fiscalYear: number;
  readonly year: FiscalYear | null;
};

type Timing = Pick<Plan, "startMonth" | "horizonMonths" | "fiscalYearStartMonth">;

export function entryRows(
  { startMonth, horizonMonths, fiscalYearStartMonth = 1 }: Timing,
  budgets: readonly Budget[],
): readonly EntryRow[] {
  const years = fiscalYearsOf({ startMonth, months: horizonMonths }, fiscalYearStartMonth);
  const rowOf = (fiscalYear: number, year: FiscalYear | null): EntryRow => ({
    name: `budgets.fy${fiscalYear}`,
    label: fiscalYearName(fiscalYear),
    fiscalYear,
    year,
  });
  const outside = budgets.filter(({ fiscalYear }) =>
    years.every(({ year }) => year !== fiscalYear),
  );
  return [
    ...years.map((year) => rowOf(year.year, year)),
    ...outside.map(({ fiscalYear }) => rowOf(fiscalYear, null)),
  ];
}

export function emptyBudget(fiscalYear: number, basis: BudgetBasis): DraftBudget {
  return { fiscalYear, amount: { value: null, evidence: "assumed" }, basis };
}

/** What is saved: without amount, source, date and note there is no budget. */
export function tidiedBudget({ amount, plannedMonthsOnly, note, ...kept }: DraftBudget) {
  const { source, date, url, note: why } = amount;
  if (amount.value === null && !source && !date && !url && !why && !note) return undefined;
  return {
    ...kept,
    amount,
    ...(plannedMonthsOnly && { plannedMonthsOnly }),
    ...(note && { note }),
  };
}
