import type { Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import { kindNames, lineNames, optionName } from "../names";
import { amountCells, monthCell, monthColumn, textCell } from "../table";
import type { TableView } from "../types";

/** Every cost line of every complete option, month by month: what all totals are sums of. */
export function monthlyLinesTable(plan: Plan, projection: Projection): TableView {
  const { startMonth, months, currency } = projection;
  const amount = amountCells([]);
  const all = Array.from({ length: months }, (_, month) => month);
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
    rows: projection.options.flatMap(({ optionId, kind, lines }) =>
      lines.flatMap(({ id, use, cash, accrual }) =>
        all.map((month) => ({
          id: `${optionId}:${id}:${use}:${month}`,
          cells: [
            monthCell(startMonth, month),
            textCell(optionName(plan, optionId)),
            textCell(kindNames[kind]),
            textCell(lineNames[id]),
            textCell(use),
            amount(cash[month]),
            amount(accrual[month]),
            textCell(currency),
          ],
        })),
      ),
    ),
  };
}
