import type { ChartView } from "@/lib/views/types";

const year = /^(?:19|20|21)\d\d$/;
const dayMs = 86_400_000;
/** Between the day that spreadsheets count from and the one that programs do. */
const daysBetween = 25_569;

/** The first day of each month of a chart, as spreadsheets count days; null where its ticks name no January. */
export function datesOf({ x, xTicks }: Pick<ChartView, "x" | "xTicks">): readonly number[] | null {
  const january = xTicks.find(({ label }) => year.test(label));
  const isMonthly = x.every((at, index) => index === 0 || at - (x[index - 1] ?? 0) === 1);
  if (!january || !isMonthly) return null;
  return x.map((at) => {
    const months = Math.floor(at) - january.at;
    return Date.UTC(Number(january.label), months, 1) / dayMs + daysBetween;
  });
}
