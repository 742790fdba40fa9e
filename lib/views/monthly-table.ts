import { basisWords, optionName } from "./names";
import { completeOptions, type Results } from "./results";
import { amountCells, monthCell, monthColumn, textCell } from "./table";
import type { TableView } from "./types";

/** The line under the head of the table. */
export function monthlyBasis({ plan, view }: Results): string {
  return `${caption(plan, view)}. A figure opens into its lines.`;
}

function caption(plan: Results["plan"], view: Results["view"]): string {
  return `What each option costs month by month, inference against training, ${basisWords(plan, view)}`;
}

/** What each option costs month by month, inference against training. */
export function monthlyTable({ plan, projection, view }: Results): TableView {
  const options = completeOptions(projection);
  const uses = ["inference", "training"] as const;
  const sum = (series: readonly number[]) => series.reduce((total, amount) => total + amount, 0);
  const amount = amountCells(options.flatMap((option) => option[view].all));
  return {
    id: "monthly-cost",
    caption: caption(plan, view),
    columns: [
      monthColumn,
      ...options.flatMap(({ optionId }) =>
        uses.map((use) => ({
          id: `${optionId}.${use}`,
          label: `${optionName(plan, optionId)}, ${use}`,
          unit: plan.currency,
          align: "right" as const,
        })),
      ),
    ],
    rows: Array.from({ length: projection.months }, (_, month) => ({
      id: String(month),
      cells: [
        monthCell(projection.startMonth, month),
        ...options.flatMap((option) =>
          uses.map((use) =>
            amount(option[view][use][month], {
              optionId: option.optionId,
              measure: view,
              fromMonth: month,
              toMonth: month,
            }),
          ),
        ),
      ],
    })),
    totals: [
      textCell("All months"),
      ...options.flatMap((option) => uses.map((use) => amount(sum(option[view][use])))),
    ],
  };
}
