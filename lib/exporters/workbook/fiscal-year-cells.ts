import type { Plan } from "@/lib/schemas/plan";

/** A fiscal year of the plan, with the months of it that the plan covers. */
export type FiscalYearCells = {
  readonly fromMonth: number;
  readonly toMonth: number;
  /** First month of its last quarter, which may lie outside the plan. */
  readonly lastQuarter: number;
};

/** docs/model.md, "Budget by fiscal year". */
export function fiscalYearsOf({ startMonth, fiscalYearStartMonth, horizonMonths }: Plan): {
  readonly years: readonly FiscalYearCells[];
  /** Months of the first fiscal year that are over when the plan begins. */
  readonly monthsBefore: number;
} {
  const monthsBefore = (Number(startMonth.slice(5, 7)) - (fiscalYearStartMonth ?? 1) + 12) % 12;
  const count = Math.ceil((monthsBefore + horizonMonths) / 12);
  const years = Array.from({ length: count }, (_, year) => {
    const from = year * 12 - monthsBefore;
    return {
      fromMonth: Math.max(0, from),
      toMonth: Math.min(horizonMonths - 1, from + 11),
      lastQuarter: from + 9,
    };
  });
  return { years, monthsBefore };
}
