import { type SheetWriter, sumOf } from "./cells";
import type { LineCells } from "./line-cells";
import { uses } from "./line-cells";
import type { WorkbookScope } from "./option-scope";

/** Costs lower tax as they are consumed; it is paid in the last month of a fiscal year that the plan covers. docs/model.md, "Tax". */
export function taxCells(
  { plan, inputs }: WorkbookScope,
  sheet: SheetWriter,
  lines: readonly LineCells[],
): LineCells[] {
  if (!plan.assumptions.taxRateFraction) return [];
  const rate = inputs.figure("assumptions.taxRateFraction");
  const fromStart = Number(plan.startMonth.slice(5, 7)) - (plan.fiscalYearStartMonth ?? 1);
  /** Months of the fiscal year up to this one. */
  const monthOfYear = (t: number) => (fromStart + 12 + t) % 12;
  return uses.map((use) => {
    const consumed = lines.filter((line) => line.use === use).map(({ accrual }) => accrual);
    const accrual = sheet.series(
      `tax, ${use}, consumed`,
      "money",
      (t) => `-${rate}*(${sumOf(consumed.map((row) => row.at(t)))})`,
    );
    const cash = sheet.series(`tax, ${use}, paid`, "money", (t) =>
      monthOfYear(t) === 11 || t === sheet.months - 1
        ? `SUM(${accrual.range(Math.max(0, t - monthOfYear(t)), t)})`
        : "0",
    );
    return { id: "tax", use, cash, accrual };
  });
}
