import { breakEvenMonth } from "@/lib/engine";
import type { MonthInterval, Projection, View } from "@/lib/engine/types";

/** Plain sums, or discounted ones at the plan's rate. */
export type Basis = {
  readonly view: View;
  readonly discountRatePerYearFraction: number | null;
};

export type Lead = {
  readonly optionId: string;
  /** Months in which the option has cost less than every other one, so far. */
  readonly intervals: readonly MonthInterval[];
  /** First month from which it leads to the horizon. */
  readonly forGoodFrom: number | null;
};

/** The months in which one option leads all the others. */
export function leadOf(
  projection: Projection,
  optionId: string,
  otherIds: readonly string[],
  basis: Basis,
): Lead {
  const whole: readonly MonthInterval[] = [{ from: 0, to: projection.months - 1 }];
  const intervals = otherIds
    .filter((id) => id !== optionId)
    .reduce<readonly MonthInterval[]>(
      (shared, id) => intersect(shared, breakEvenMonth(projection, optionId, id, basis).intervals),
      whole,
    );
  const last = intervals.at(-1);
  const forGoodFrom = last?.to === projection.months - 1 ? last.from : null;
  return { optionId, intervals, forGoodFrom };
}

function intersect(
  a: readonly MonthInterval[],
  b: readonly MonthInterval[],
): readonly MonthInterval[] {
  return a.flatMap((first) =>
    b.flatMap((second) => {
      const from = Math.max(first.from, second.from);
      const to = Math.min(first.to, second.to);
      return from <= to ? [{ from, to }] : [];
    }),
  );
}
