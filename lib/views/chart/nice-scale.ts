export type NiceScale = {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
};

const steps = [1, 2, 2.5, 5, 10];

/**
 * Ticks on round numbers and bounds on their halves, so that a small change of the data moves no axis.
 * Money starts at zero and goes below it only where data do.
 */
export function niceScale(
  lowest: number,
  highest: number,
  { fromZero, atMost }: { readonly fromZero: boolean; readonly atMost: number },
): NiceScale {
  const low = fromZero ? Math.min(0, lowest) : lowest;
  const high = fromZero ? Math.max(0, highest) : highest;
  const span = high - low;
  if (!Number.isFinite(span) || span < 1e-9) return { min: 0, max: 1, ticks: [0] };
  const rough = span / atMost;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const halves = Math.ceil((high + span * 0.015) / (step / 2) - 1e-9);
  const max = round((halves * step) / 2);
  const count = Math.floor(halves / 2 + 1e-9) - first + 1;
  return {
    min: round(first * step),
    max,
    ticks: Array.from({ length: count }, (_, index) => round((first + index) * step)),
  };
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
