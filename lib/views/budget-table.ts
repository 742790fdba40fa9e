import type { BudgetVariance, View } from "@/lib/engine/types";
import { percent } from "@/lib/format";
import { coverage, fiscalYearName, fiscalYearSpan } from "./budget";
import { optionName } from "./names";
import type { Results } from "./results";
import { amountCells, textCell } from "./table";
import type { Cell, Column, TableView } from "./types";

/** Budget, cash, accrual and the difference by fiscal year; a figure opens into its lines. */
export function budgetTable(
  { plan }: Pick<Results, "plan">,
  optionId: string,
  years: readonly BudgetVariance[],
): TableView {
  const amount = amountCells(years.flatMap(amountsOf));
  return {
    id: "budget",
    about: optionName(plan, optionId),
    caption: `${optionName(plan, optionId)} against the budget, by fiscal year`,
    columns: columns(plan.currency),
    rows: years.map((year) => ({
      id: String(year.fiscalYear.year),
      cells: [
        yearCell(year),
        budgetCell(year, amount),
        textCell(year.budget?.amount.value == null ? "n/a" : year.budget.basis),
        allCell(year, amount, { view: "cash", optionId }),
        allCell(year, amount, { view: "accrual", optionId }),
        differenceCell(year, amount),
        percentCell(year),
        ...parts(year, amount, "cash"),
        ...parts(year, amount, "accrual"),
        textCell(fiscalYearSpan(year.fiscalYear), year.fiscalYear.year),
      ],
    })),
  };
}

type AmountCell = ReturnType<typeof amountCells>;

function amountsOf({ budget, cash, accrual }: BudgetVariance): readonly (number | null)[] {
  return [budget?.amount.value ?? null, cash.all, accrual.all];
}

function columns(unit: string): readonly Column[] {
  const amount = (id: string, label: string): Column => ({ id, label, unit, align: "right" });
  return [
    { id: "year", label: "Fiscal year", align: "left" },
    amount("budget", "Budget"),
    { id: "basis", label: "Counts", align: "left" },
    amount("cash", "Plan, cash"),
    amount("accrual", "Plan, accrual"),
    amount("difference", "Difference"),
    { id: "percent", label: "Difference", unit: "% of budget", align: "right" },
    amount("cash.inference", "Inference, cash"),
    amount("cash.training", "Training, cash"),
    amount("accrual.inference", "Inference, accrual"),
    amount("accrual.training", "Training, accrual"),
    { id: "months", label: "Months", align: "left" },
  ];
}

function yearCell({ fiscalYear }: BudgetVariance): Cell {
  const part = coverage(fiscalYear);
  const text = fiscalYearName(fiscalYear.year);
  return textCell(part ? `${text}, ${part}` : text, fiscalYear.year);
}

function budgetCell({ budget }: BudgetVariance, amountCell: AmountCell): Cell {
  const amount = budget?.amount;
  if (!amount || amount.value === null) return { text: "no budget", sort: null };
  return { ...amountCell(amount.value), evidence: amount.evidence };
}

function allCell(
  { fiscalYear, ...year }: BudgetVariance,
  amountCell: AmountCell,
  { view, optionId }: { readonly view: View; readonly optionId: string },
): Cell {
  const { fromMonth, toMonth } = fiscalYear;
  return amountCell(year[view].all, { optionId, measure: view, fromMonth, toMonth });
}

function parts(year: BudgetVariance, amountCell: AmountCell, view: View): readonly Cell[] {
  return [amountCell(year[view].inference), amountCell(year[view].training)];
}

const plus = (value: number) => (value > 0 ? "+" : "");

function differenceCell({ difference, state }: BudgetVariance, amountCell: AmountCell): Cell {
  if (difference === null)
    return { text: state === "partialYear" ? "not compared" : "n/a", sort: null };
  return { text: `${plus(difference)}${amountCell(difference).text}`, sort: difference };
}

function percentCell({ differenceFraction }: BudgetVariance): Cell {
  if (differenceFraction === null) return { text: "n/a", sort: null };
  const rounded = Math.round(differenceFraction * 1000) / 1000;
  const inPercent = Number((rounded * 100).toFixed(1));
  return { text: `${plus(rounded)}${percent(rounded)}`, sort: inPercent };
}
