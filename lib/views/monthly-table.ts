import type { OptionProjection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
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
  const carbon = carbonColumns(options, plan);
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
      ...carbon.map(({ column }) => column),
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
        ...carbon.map(({ cellOf }) => cellOf(month)),
      ],
    })),
    totals: [
      textCell("All months"),
      ...options.flatMap((option) => uses.map((use) => amount(sum(option[view][use])))),
      ...carbon.map(({ total }) => total),
    ],
  };
}

/** Energy and carbon of the options that have both; none while the plan has no grid intensity. */
function carbonColumns(options: readonly OptionProjection[], plan: Plan) {
  return options.flatMap(({ optionId, capacity, summary }) => {
    if (capacity.carbonKilograms === null) return [];
    const name = optionName(plan, optionId);
    const kept = [
      { id: "energy", label: `${name}, energy`, unit: "kWh", values: capacity.energyKwh },
      { id: "carbon", label: `${name}, carbon`, unit: "kg CO2e", values: capacity.carbonKilograms },
    ];
    const sums = [capacity.energyKwh.reduce((all, one) => all + one, 0), summary.carbonKilograms];
    return kept.map(({ id, label, unit, values }, index) => {
      const cell = amountCells(values);
      return {
        column: { id: `${optionId}.${id}`, label, unit, align: "right" as const },
        cellOf: (month: number) => cell(values[month]),
        total: cell(sums[index]),
      };
    });
  });
}
