import type { FieldSpec } from "@/lib/schemas/figure";

type Band = {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
};

/** What a slider and an axis span: the spec's own range, or half to double the value and the whole band, on round numbers. */
export function usualRange(spec: FieldSpec, { value, low, high }: Band): readonly [number, number] {
  const wanted = spec.slider ?? [
    roundDown(Math.min(value / 2, low ?? value)),
    roundUp(Math.max(value * 2, high ?? value)),
  ];
  return [
    Math.max(spec.min, Math.min(wanted[0], low ?? value, value)),
    Math.min(spec.max, Math.max(wanted[1], high ?? value, value)),
  ];
}

function roundUp(value: number): number {
  return -roundDown(-value);
}

/** Down to two significant digits. */
function roundDown(value: number): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Number((Math.floor(value / unit) * unit).toPrecision(12));
}
