import { project } from "@/lib/engine";
import type { OptionProjection, Series } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import type { Row } from "../cells";
import type { OptionCells } from "../option-cells";
import { recalculated } from "./recalculated";

/** Another program's arithmetic on the cells: 1 part in 10^9 of the option's largest month. */
const tolerance = 1e-9;

/** The largest difference of any month of any line, over the option's largest total. */
function differences(
  plan: Plan,
  option: OptionProjection,
  cells: OptionCells,
  read: (cell: string) => unknown,
): Map<string, number> {
  const months = Array.from({ length: plan.horizonMonths }, (_, month) => month);
  const scale = Math.max(1, ...option.cash.all.map(Math.abs), ...option.accrual.all.map(Math.abs));
  const off = new Map<string, number>();
  const compare = (what: string, row: Row, engine: Series | undefined, by = scale) => {
    for (const month of months) {
      const theirs = read(row.at(month));
      const difference =
        typeof theirs === "number" ? Math.abs(theirs - (engine?.[month] ?? 0)) / by : Number.NaN;
      if (!(difference <= tolerance))
        off.set(
          `${what}, month ${month}: ${JSON.stringify(theirs)} against ${engine?.[month]}`,
          difference,
        );
    }
  };
  for (const line of cells.lines) {
    const ours = option.lines.find(({ id, use }) => id === line.id && use === line.use);
    compare(`${line.id} ${line.use} cash`, line.cash, ours?.cash);
    compare(`${line.id} ${line.use} accrual`, line.accrual, ours?.accrual);
  }
  for (const ours of option.lines) {
    const written = cells.lines.some(({ id, use }) => id === ours.id && use === ours.use);
    if (!written) off.set(`${ours.id} ${ours.use} has no cells`, Number.NaN);
  }
  for (const view of ["cash", "accrual"] as const)
    for (const use of ["inference", "training"] as const)
      compare(`total ${view} ${use}`, cells.totals[view][use], option[view][use]);
  const perMillion = Math.max(1, ...option.costPerMillionTokens.map((cost) => Math.abs(cost ?? 0)));
  for (const [month, ours] of option.costPerMillionTokens.entries()) {
    const theirs = read(cells.costPerMillionTokens.at(month));
    const isSame =
      ours === null
        ? theirs === ""
        : typeof theirs === "number" && Math.abs(theirs - ours) / perMillion <= tolerance;
    if (!isSame) off.set(`cost per million, month ${month}: ${theirs} against ${ours}`, Number.NaN);
  }
  const single = (what: string, cell: string, engine: number) => {
    const theirs = read(cell);
    const difference = Math.abs(Number(theirs) - engine) / Math.max(1, Math.abs(engine), scale);
    if (!(difference <= tolerance))
      off.set(`${what}: ${JSON.stringify(theirs)} against ${engine}`, difference);
  };
  single("net present cost", cells.netPresentCost, option.summary.netPresentCost);
  single("book value", cells.remainingBookValue, option.summary.remainingBookValue);
  return off;
}

/**
 * Every month of every line in which the recalculated cells and the engine differ, as text; and each
 * of the options asked for that is not there to compare.
 */
export function disagreements(plan: Plan, asked: readonly string[] = []): string[] {
  const projection = project(plan);
  const { workbook, read, end } = recalculated(plan, projection);
  const left = workbook.unwritten
    .filter(({ kind, optionId }) => kind === "inputsNotNamed" || asked.includes(optionId))
    .map((reason) => JSON.stringify(reason));
  const found = workbook.options.flatMap((cells) => {
    const option = projection.options.find(({ optionId }) => optionId === cells.optionId);
    if (option?.status !== "complete") return [];
    return [...differences(plan, option, cells, read).keys()].map(
      (text) => `${cells.optionId}: ${text}`,
    );
  });
  end();
  return [...left, ...found];
}
