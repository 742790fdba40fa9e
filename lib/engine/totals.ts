import { addSeries, cumulate } from "./series";
import type { CostLine, Totals, Use, View } from "./types";

/** The only place where lines become totals: by use, by month, and cumulated. */
export function totalsOf(lines: readonly CostLine[], view: View, months: number): Totals {
  const sum = (use: Use) =>
    addSeries(
      months,
      lines.filter((line) => line.use === use).map((line) => line[view]),
    );
  const inference = sum("inference");
  const training = sum("training");
  const isShared = lines.some((line) => line.use === "training");
  const all = isShared ? addSeries(months, [inference, training]) : inference;
  return { inference, training, all, cumulative: cumulate(all) };
}
