import type { OptionProjection, Projection } from "@/lib/engine/types";
import type { PlanBook } from "../plan-book";
import type { CellReader } from "./recalculate-files";

/** Less than half a cent; of sums past what a double holds to the cent, what it holds. */
const isSame = (theirs: unknown, ours: number) =>
  typeof theirs === "number" && Math.abs(theirs - ours) < 0.005 + 1e-12 * Math.abs(ours);

/** Every figure of a recalculated workbook that differs from the engine's by a cent, as text. */
export function differencesToTheCent(
  { options }: PlanBook,
  projection: Projection,
  read: CellReader,
): string[] {
  return options.flatMap((cells) => {
    const ours = projection.options.find(({ optionId }) => optionId === cells.optionId);
    if (!ours) return [`${cells.optionId} is not there`];
    return differencesOf(cells, ours, read).map((text) => `${cells.optionId}: ${text}`);
  });
}

function differencesOf(
  cells: PlanBook["options"][number],
  ours: OptionProjection,
  read: CellReader,
): string[] {
  const off: string[] = [];
  const same = (what: string, cell: string, is: number | null) => {
    const theirs = read(cell);
    const agrees = is === null ? theirs === "" || theirs === null : isSame(theirs, is);
    if (!agrees) off.push(`${what}: ${JSON.stringify(theirs)} against ${is}`);
  };
  for (const view of ["cash", "accrual"] as const) {
    for (const line of cells.lines) {
      const engine = ours.lines.find(({ id, use }) => id === line.id && use === line.use);
      for (const [month] of ours[view].all.entries())
        same(
          `${line.id} ${line.use} ${view}, month ${month}`,
          line[view].at(month),
          engine?.[view][month] ?? 0,
        );
    }
    for (const use of ["inference", "training"] as const)
      for (const [month, is] of ours[view][use].entries())
        same(`${view} ${use}, month ${month}`, cells.totals[view][use].at(month), is);
  }
  for (const [month, is] of ours.costPerMillionTokens.entries())
    same(`per million, month ${month}`, cells.costPerMillionTokens.at(month), is);
  const { summary } = ours;
  const { shown } = cells;
  same("cash", shown.cash, summary.cash);
  same("consumed", shown.accrual, summary.accrual);
  same("net present cost", shown.netPresentCost, summary.netPresentCost);
  same("per million", shown.perMillion, summary.costPerMillionTokens);
  same("book value", shown.remainingBookValue, summary.remainingBookValue);
  for (const [month, is] of ours.cash.cumulative.entries())
    same(`paid up to month ${month}`, shown.cumulative(month), is);
  return off;
}
