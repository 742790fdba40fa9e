import { calendarMonth, monthText } from "./calendar";
import { totalsOf } from "./totals";
import type { CostLine, FiscalYear, FiscalYears, OptionProjection, Projection } from "./types";
import { monthsPerYear } from "./units";

/**
 * Every complete option's lines and totals by fiscal year. A year is named by the calendar year in
 * which it ends; `fiscalYearStartMonth` is 1..12, and with 1 fiscal years are calendar years.
 */
export function byFiscalYear(projection: Projection, fiscalYearStartMonth: number): FiscalYears {
  const years = fiscalYearsOf(projection, fiscalYearStartMonth);
  return {
    years,
    options: projection.options
      .filter(({ status }) => status === "complete")
      .map((option) => spendByYear(option, years)),
  };
}

/** The fiscal years that a plan's months lie in, with the months of each that the plan covers. */
export function fiscalYearsOf(
  { startMonth, months }: Pick<Projection, "startMonth" | "months">,
  fiscalYearStartMonth: number,
): readonly FiscalYear[] {
  const years: FiscalYear[] = [];
  const monthsGone = calendarMonth(startMonth, 0) + 1 - fiscalYearStartMonth;
  const firstFrom = -((monthsGone + monthsPerYear) % monthsPerYear);
  for (let start = firstFrom; start < months; start += monthsPerYear) {
    const end = start + monthsPerYear - 1;
    const fromMonth = Math.max(0, start);
    const toMonth = Math.min(months - 1, end);
    years.push({
      year: Number(monthText(startMonth, end).slice(0, 4)),
      firstMonth: monthText(startMonth, start),
      lastMonth: monthText(startMonth, end),
      fromMonth,
      toMonth,
      monthsCovered: toMonth - fromMonth + 1,
    });
  }
  return years;
}

function spendByYear(option: OptionProjection, years: readonly FiscalYear[]) {
  const lines = option.lines.map((line) => yearly(line, years));
  return {
    optionId: option.optionId,
    lines,
    cash: totalsOf(lines, "cash", years.length),
    accrual: totalsOf(lines, "accrual", years.length),
  };
}

function yearly(line: CostLine, years: readonly FiscalYear[]): CostLine {
  const sums = (view: "cash" | "accrual") =>
    years.map(({ fromMonth, toMonth }) => {
      let sum = 0;
      for (let month = fromMonth; month <= toMonth; month += 1) sum += line[view][month] ?? 0;
      return sum;
    });
  return { ...line, cash: sums("cash"), accrual: sums("accrual") };
}
