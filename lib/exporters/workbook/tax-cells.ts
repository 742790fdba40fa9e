import { lineNames } from "@/lib/views/names";
import { type Row, type SheetWriter, sumOf } from "./cells";
import { fiscalYearsOf } from "./fiscal-year-cells";
import { type LineCells, uses } from "./line-cells";
import type { TaxTimingCells } from "./macrs-cells";
import type { WorkbookScope } from "./option-scope";

/** Costs lower tax as they are consumed; it is paid in the last month of a fiscal year that the plan covers. docs/model.md, "Tax". */
export function taxCells(
  { plan, inputs }: WorkbookScope,
  sheet: SheetWriter,
  lines: readonly LineCells[],
  timing: TaxTimingCells | undefined,
): LineCells[] {
  if (!plan.assumptions.taxRateFraction) return [];
  const rate = inputs.figure("assumptions.taxRateFraction");
  const { years } = fiscalYearsOf(plan);
  return uses.map((use) => {
    const consumed = lines.filter((line) => line.use === use).map(({ accrual }) => accrual);
    const accrual = sheet.series(
      `${lineNames.tax}, ${use}, consumed`,
      "money",
      (t) => `-${rate}*(${sumOf(consumed.map((row) => row.at(t)))})`,
    );
    const early =
      timing &&
      sheet.series(`Tax put off, ${use}`, "money", (t) => `-${rate}*(${timing.early[use](t)})`);
    const cash = sheet.series(`${lineNames.tax}, ${use}, paid`, "money", (t) => {
      const year = years.find(({ toMonth }) => toMonth === t);
      const sum = (row: Row) => (year ? `SUM(${row.range(year.fromMonth, t)})` : "0");
      return early ? `${sum(accrual)}+${sum(early)}` : sum(accrual);
    });
    return { id: "tax", use, cash, accrual };
  });
}
