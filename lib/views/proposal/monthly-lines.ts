import type { Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import { kindNames, lineNames, optionName } from "../names";
import { amountCells, monthCell, monthColumn, textCell } from "../table";
import type { LongTable } from "../table-csv";
import type { TableRow } from "../types";

/** How many rows the table of all cost lines by month has. */
export const monthlyLinesCount = ({ options, months }: Projection): number =>
  options.reduce((sum, { lines }) => sum + lines.length * months, 0);

/** Every cost line of every complete option, month by month: what all totals are sums of. Its rows are made as they are read. */
export function monthlyLinesTable(plan: Plan, projection: Projection): LongTable {
  const { currency } = projection;
  return {
    id: "monthly-lines",
    caption: "Every cost line of every option by month, as paid and as consumed",
    columns: [
      monthColumn,
      { id: "option", label: "Option", align: "left" },
      { id: "kind", label: "Kind", align: "left" },
      { id: "line", label: "Line", align: "left" },
      { id: "use", label: "For", align: "left" },
      { id: "cash", label: "Paid", unit: currency, align: "right" },
      { id: "accrual", label: "Consumed", unit: currency, align: "right" },
      { id: "currency", label: "Currency", align: "left" },
    ],
    rows: { [Symbol.iterator]: () => rowsOf(plan, projection) },
  };
}

function* rowsOf(plan: Plan, { startMonth, months, currency, options }: Projection) {
  const amount = amountCells([]);
  const dates = Array.from({ length: months }, (_, month) => monthCell(startMonth, month));
  for (const { optionId, kind, lines } of options)
    for (const { id, use, cash, accrual } of lines)
      for (const [month, date] of dates.entries()) {
        const row: TableRow = {
          id: `${optionId}:${id}:${use}:${month}`,
          cells: [
            date,
            textCell(optionName(plan, optionId)),
            textCell(kindNames[kind]),
            textCell(lineNames[id]),
            textCell(use),
            amount(cash[month]),
            amount(accrual[month]),
            textCell(currency),
          ],
        };
        yield row;
      }
}
