import type { Budget } from "@/lib/schemas/budget";
import type { CostLine, LineId, Totals } from "./types";

/** Twelve months from the fiscal year's first, named by the calendar year in which they end. */
export type FiscalYear = {
  readonly year: number;
  /** `YYYY-MM` of the year's own first and last month, in the plan or not. */
  readonly firstMonth: string;
  readonly lastMonth: string;
  /** Months of the plan that lie in the year, 0-based and inclusive. */
  readonly fromMonth: number;
  readonly toMonth: number;
  /** 12, or fewer in a year that the plan begins or ends in. */
  readonly monthsCovered: number;
};

/** One option by fiscal year: its series hold one number for each year. */
export type FiscalYearSpend = {
  readonly optionId: string;
  readonly lines: readonly CostLine[];
  readonly cash: Totals;
  readonly accrual: Totals;
};

export type FiscalYears = {
  readonly years: readonly FiscalYear[];
  /** Complete options, in the order of the plan. */
  readonly options: readonly FiscalYearSpend[];
};

type AmountByUse = { readonly inference: number; readonly training: number; readonly all: number };

/** The line to name beside a difference, with what it costs in the year. */
export type BudgetCause = {
  readonly lineId: LineId;
  readonly amount: number;
  /** The months that most of it falls on; empty where it is spread over the year. */
  readonly months: readonly number[];
  readonly monthsHoldAll: boolean;
};

/** One fiscal year of one option against its budget. */
export type BudgetVariance = {
  readonly fiscalYear: FiscalYear;
  readonly budget: Budget | null;
  readonly cash: AmountByUse;
  readonly accrual: AmountByUse;
  /** `partialYear`: the budget is for twelve months, and the plan covers fewer. */
  readonly state: "compared" | "noBudget" | "partialYear";
  /** Cost minus budget, in the view that the budget counts; null unless compared. */
  readonly difference: number | null;
  /** Over the budget; null for a budget of 0 too. */
  readonly differenceFraction: number | null;
  /** The same in the other view. */
  readonly otherDifference: number | null;
  readonly cause: BudgetCause | null;
};
