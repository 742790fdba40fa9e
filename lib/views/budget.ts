import { budgetVariances } from "@/lib/engine";
import type { BudgetVariance, FiscalYear } from "@/lib/engine/types";
import { monthName } from "@/lib/format";
import type { Results } from "./results";

/** One option's fiscal years against their budgets; null where it cannot be shown. */
export function budgetYears(
  { plan, projection }: Pick<Results, "plan" | "projection">,
  optionId: string,
): readonly BudgetVariance[] | null {
  return budgetVariances(plan, projection, optionId);
}

/** "FY2028": the calendar year in which it ends. */
export function fiscalYearName(year: number): string {
  return `FY${year}`;
}

/** "Apr 2027 to Mar 2028", "Jan to Dec 2027". */
export function fiscalYearSpan({ firstMonth, lastMonth }: FiscalYear): string {
  const [first, last] = [monthName(firstMonth), monthName(lastMonth)];
  const [month = "", year = ""] = first.split(" ");
  return `${last.endsWith(year) ? month : first} to ${last}`;
}

const monthsInYear = 12;

/** "9 of 12 months" of a year that the plan covers in part. */
export function coverage({ monthsCovered }: FiscalYear): string | null {
  return monthsCovered < monthsInYear ? `${monthsCovered} of ${monthsInYear} months` : null;
}

/** "FY2027", "FY2027, 9 of 12 months". */
export function fiscalYearHead(year: FiscalYear): string {
  const part = coverage(year);
  return part ? `${fiscalYearName(year.year)}, ${part}` : fiscalYearName(year.year);
}

/** True where a budget has an amount, in the plan's months or outside them. */
export function hasBudget({ plan }: Pick<Results, "plan">): boolean {
  return (plan.budgets ?? []).some(({ amount }) => amount.value !== null);
}
