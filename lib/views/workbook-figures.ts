import { breakEvenMonth, byFiscalYear, total } from "@/lib/engine";
import type {
  CostLine,
  FiscalYear,
  LineId,
  MonthBreakEven,
  OptionProjection,
  Projection,
  Series,
  Use,
  View,
} from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";

/** One row of amounts as a statement shows them: month by month, by fiscal year, and over the horizon. */
export type Amounts = {
  readonly months: Series;
  readonly years: Series;
  readonly total: number;
};

/** What the engine says of one option, in the rows that a statement has. */
export type OptionFigures = {
  readonly option: OptionProjection;
  /** Null where the engine has no such line: it is then 0 throughout. */
  readonly line: (id: LineId, use: Use, view: View) => Amounts | null;
  readonly total: (use: Use | "all", view: View) => Amounts;
};

/** The numbers that a workbook's formulas come to, for programs that show it and compute nothing. */
export type WorkbookFigures = {
  readonly years: readonly FiscalYear[];
  /** Null for an option that has no result. */
  readonly option: (optionId: string) => OptionFigures | null;
  /** Of cash as paid, not discounted. */
  readonly breakEven: (a: string, b: string) => MonthBreakEven;
};

export function workbookFigures(plan: Plan, projection: Projection): WorkbookFigures {
  const { years, options } = byFiscalYear(projection, plan.fiscalYearStartMonth ?? 1);
  const basis = { view: "cash", discountRatePerYearFraction: null } as const;
  return {
    years,
    option: (optionId) => {
      const option = projection.options.find((one) => one.optionId === optionId);
      const yearly = options.find((one) => one.optionId === optionId);
      if (!option || !yearly) return null;
      const isLine = (id: LineId, use: Use) => (line: CostLine) =>
        line.id === id && line.use === use;
      return {
        option,
        line: (id, use, view) => {
          const months = option.lines.find(isLine(id, use))?.[view];
          const byYear = yearly.lines.find(isLine(id, use))?.[view];
          return months && byYear ? amounts(months, byYear) : null;
        },
        total: (use, view) => amounts(option[view][use], yearly[view][use]),
      };
    },
    breakEven: (a, b) => breakEvenMonth(projection, a, b, basis),
  };
}

const amounts = (months: Series, years: Series): Amounts => ({
  months,
  years,
  total: total(months),
});
