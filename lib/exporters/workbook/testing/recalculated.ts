import { HyperFormula } from "hyperformula";
import { project } from "@/lib/engine";
import type { LineId, Projection, Use, View } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import type { Cell, Row } from "../cells";
import { planWorkbook } from "../plan-workbook";

/** As that program takes a cell: what begins with "=" is a formula there, and what begins with "'" never is. */
export const typedCell = (cell: Cell) => {
  if (cell === null || typeof cell === "number") return cell;
  return typeof cell === "string" ? `'${cell}` : `=${cell.formula}`;
};

/** A plan's workbook, opened in another program. */
export function recalculated(plan: Plan, projection: Projection = project(plan)) {
  const workbook = planWorkbook(plan, projection);
  const sheets = Object.fromEntries(
    workbook.sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.map(typedCell))]),
  );
  const calculator = HyperFormula.buildFromSheets(sheets, {
    licenseKey: "gpl-v3",
    smartRounding: false,
  });
  const read = (cell: string): unknown => {
    const at = calculator.simpleCellAddressFromString(cell.replaceAll("$", ""), 0);
    if (!at) throw new Error(`No cell ${cell}`);
    return calculator.getCellValue(at);
  };
  const readRow = (row: Row) =>
    Array.from({ length: plan.horizonMonths }, (_, month) => read(row.at(month)));
  return { workbook, read, readRow, end: () => calculator.destroy() };
}

/** What the cells give for one line of an option, month by month. */
export function recalculatedLine(
  plan: Plan,
  optionId: string,
  line: { readonly id: LineId; readonly use?: Use; readonly view?: View },
): unknown[] {
  const { workbook, readRow, end } = recalculated(plan);
  const { id, use = "inference", view = "cash" } = line;
  const option = workbook.options.find((one) => one.optionId === optionId);
  const found = option?.lines.find((one) => one.id === id && one.use === use);
  if (!found) throw new Error(`No cells of ${optionId} for ${id}, ${use}`);
  const values = readRow(found[view]);
  end();
  return values;
}
