import type { ChartPoint } from "./types";

export type Curves = { readonly a: readonly ChartPoint[]; readonly b: readonly ChartPoint[] };

/** The lowest and highest cost that a curve has at x: apart where x is a step. */
export function spanAt(points: readonly ChartPoint[], x: number): { low: number; high: number } {
  const tolerance = Math.max(1, x * 1e-9);
  const here = points.filter((point) => Math.abs(point.x - x) <= tolerance).map(({ y }) => y);
  if (here.length > 0) return { low: Math.min(...here), high: Math.max(...here) };
  const right = points.findIndex((point) => point.x > x);
  const [before, after] = [points[right - 1], points[right]];
  if (!before || !after) return { low: points.at(-1)?.y ?? 0, high: points.at(-1)?.y ?? 0 };
  const y = before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
  return { low: y, high: y };
}

/** The cost at which two stepped curves meet: on the step where one of them is vertical. */
export function meetingCost(curves: Curves, x: number): number {
  const [a, b] = [spanAt(curves.a, x), spanAt(curves.b, x)];
  return (Math.max(a.low, b.low) + Math.min(a.high, b.high)) / 2;
}

/** A round step that cuts `value` into about six. */
export function niceStep(value: number): number {
  const rough = value / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power;
}

/** Up to the next round step. */
export function niceCeiling(value: number): number {
  const step = niceStep(value);
  return Math.ceil(value / step - 1e-9) * step;
}
