import * as z from "zod/mini";
import { figure } from "./figure";
import { text } from "./text";
import { unrepeated } from "./unrepeated";

/** When a budget counts a cost: when it is paid, or when it is consumed. */
export const budgetBases = ["cash", "accrual"] as const;
export type BudgetBasis = (typeof budgetBases)[number];

/** What the organization means to spend in one fiscal year on what the plan is about. */
export const budget = z.strictObject({
  /** Named by the year in which it ends: with an April start, 2028 is Apr 2027 to Mar 2028. */
  fiscalYear: z.int().check(z.gte(1900), z.lte(2210)),
  amount: figure({
    label: "Budget",
    unit: "money",
    min: 0,
    max: 1e12,
    maxDecimals: 2,
    emptyMeans: "no budget",
  }),
  basis: z.enum(budgetBases),
  /** Where the plan covers a part of the year: the amount is for those months alone. */
  plannedMonthsOnly: z.optional(z.boolean()),
  note: z.optional(text(1000)),
});
export type Budget = z.infer<typeof budget>;

export const budgets = z.array(budget).check(
  z.maxLength(50),
  unrepeated<Budget>(
    ({ fiscalYear }) => String(fiscalYear),
    (year) => `FY${year} has two budgets. Keep one.`,
  ),
);

/** Where the plan does not say, the fiscal year is the calendar year. */
export const fiscalYearStartMonth = z.int().check(z.gte(1), z.lte(12));
