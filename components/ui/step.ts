import { isPercentUnit } from "@/lib/format";
import type { NumberRule } from "./number-text";

/** A step that suits a range: whole percents where there is room, else the nearest 1, 2 or 5 below a hundredth. */
export function stepFor(rule: Pick<NumberRule, "unit" | "integer">, low: number, high: number) {
  const span = Math.abs(high - low);
  if (isPercentUnit(rule.unit)) return span <= 0.1 ? 0.001 : span <= 0.3 ? 0.005 : 0.01;
  const hundredth = span / 100 || 1;
  const decade = 10 ** Math.floor(Math.log10(hundredth));
  const factor = hundredth >= 5 * decade ? 5 : hundredth >= 2 * decade ? 2 : 1;
  const step = Number((factor * decade).toPrecision(3));
  return rule.integer ? Math.max(1, Math.round(step)) : step;
}

/** The nearest multiple of the step, without the dust of binary fractions. */
export function snap(value: number, step: number) {
  return Number((Math.round(value / step) * step).toPrecision(12));
}

export function clamp(value: number, low: number, high: number) {
  return Math.min(high, Math.max(low, value));
}

/** One press of an arrow key in a number field; from nothing it starts at the lowest value that is not negative. */
export function steppedFrom(
  value: number | null,
  count: number,
  rule: NumberRule,
  givenStep?: number,
) {
  if (value === null) return clamp(0, rule.min, rule.max);
  const step =
    givenStep ?? (isPercentUnit(rule.unit) ? 0.01 : rule.integer ? 1 : stepOfSize(value));
  return clamp(Number((value + count * step).toPrecision(12)), rule.min, rule.max);
}

/** A hundredth of the value's own decade: 4,300 goes by 10, 0.118 by 0.001. */
function stepOfSize(value: number) {
  if (value === 0) return 1;
  return 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
}
