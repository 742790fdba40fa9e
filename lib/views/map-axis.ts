import type { MapAxis } from "@/lib/engine/types";
import { currencySymbol, moneyTick, unitText } from "@/lib/format";
import { isMoneyUnit } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import { type PricedInput, pricedInputs, valueText } from "./analysis-inputs";
import { currencyAt } from "./currency";
import { usualRange } from "./usual-range";

export type AxisInput = PricedInput;

/** An input along the side of a map, in cells of even width; `log` where it spans a decade and more. */
export type AxisView = MapAxis & {
  readonly label: string;
  readonly unitLabel: string;
  readonly log: boolean;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Where the plan stands, as a share of the axis; null outside it. */
  readonly todayAt: number | null;
};

const cells = 64;
const logFrom = 12;

/** Inputs that can be an axis: they have a value and room to move. */
export function axisInputs(plan: Plan): readonly AxisInput[] {
  return pricedInputs(plan).filter((input) => {
    const [low, high] = rangeOf(input);
    return high > low;
  });
}

const firstChoices: readonly RegExp[] = [
  /^workloads\..*\.requestsPerMonth$/,
  /^options\..*\.rate$/,
  /^options\..*\.quote\.serverPrice$/,
  /^options\..*\.outputPrice$/,
  /^workloads\./,
  /./,
];

/** The two axes that were asked for, else how much is asked of the plan against a rental or a price. */
export function chosenAxes(
  inputs: readonly AxisInput[],
  asked: { readonly x: string | null; readonly y: string | null },
): readonly [AxisInput, AxisInput] | null {
  const find = (path: string | null) => inputs.find((input) => input.path === path);
  const first = (without: AxisInput | undefined) =>
    firstChoices
      .map((pattern) => inputs.find((input) => input !== without && pattern.test(input.path)))
      .find((input) => input !== undefined);
  const askedY = find(asked.y);
  const x = find(asked.x) ?? first(askedY);
  const y = askedY && askedY !== x ? askedY : first(x);
  return x && y ? [x, y] : null;
}

/** Demand is uncertain by more than a slider shows: a tenth to ten times. */
function rangeOf({ path, spec, value, figure }: AxisInput): readonly [number, number] {
  if (path.endsWith(".requestsPerMonth") && value > 0) {
    return [Math.max(spec.min, value / 10), Math.min(spec.max, value * 10)];
  }
  const [low, high] = usualRange(spec, { value, low: figure.low, high: figure.high });
  return low < high ? [low, high] : [spec.min, Math.min(spec.max, value + 10)];
}

export function axisView(plan: Plan, input: AxisInput): AxisView {
  const { spec } = input;
  const [low, high] = rangeOf(input);
  const whole = spec.integer && high - low < cells;
  const log = !spec.integer && low > 0 && high / low >= logFrom;
  // Whole numbers have a cell each, with the number in its middle.
  const edges = whole ? ([low - 0.5, high + 0.5] as const) : ([low, high] as const);
  const count = whole ? high - low + 1 : cells;
  const at = (share: number) =>
    log ? edges[0] * (edges[1] / edges[0]) ** share : edges[0] + (edges[1] - edges[0]) * share;
  const shareOf = (value: number) =>
    log
      ? Math.log(value / edges[0]) / Math.log(edges[1] / edges[0])
      : (value - edges[0]) / (edges[1] - edges[0]);
  const values = Array.from({ length: count }, (_, nth) => {
    const value = at((nth + 0.5) / count);
    return spec.integer ? Math.round(value) : value;
  });
  const today = shareOf(input.value);
  return {
    path: input.path,
    values: [...new Set(values)],
    label: input.label,
    unitLabel: unitLabel(plan, input, log),
    log,
    ticks: tickValues(low, high, log).map((value) => ({
      at: shareOf(value),
      label: tickText(plan, input, value),
    })),
    todayAt: today >= 0 && today <= 1 ? today : null,
  };
}

function unitLabel(plan: Plan, { label, spec, path }: AxisInput, log: boolean): string {
  const currency = currencyAt(plan, path);
  const sign = isMoneyUnit(spec.unit) ? currency : currencySymbol(currency);
  const unit = unitText(spec.unit, sign);
  return [label, unit, log ? "log scale" : ""].filter(Boolean).join(", ");
}

/** Without the unit, which stands at the axis. */
function tickText(plan: Plan, input: AxisInput, value: number): string {
  if (isMoneyUnit(input.spec.unit)) return moneyTick(value, currencyAt(plan, input.path));
  return valueText(plan, input, value).split(" ")[0] ?? "";
}

const steps = [1, 2, 2.5, 5, 10];

/** Round values inside the axis: 1, 2 and 5 times powers of ten on a log scale, even steps else. */
function tickValues(low: number, high: number, log: boolean): readonly number[] {
  const values: number[] = [];
  if (log) {
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power += 1) {
      for (const factor of high / low > 300 ? [1] : [1, 2, 5]) values.push(factor * 10 ** power);
    }
  } else {
    const rough = (high - low) / 5;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = (steps.find((factor) => factor * power >= rough) ?? 10) * power;
    for (let nth = Math.ceil(low / step); nth * step <= high * (1 + 1e-12); nth += 1) {
      values.push(nth * step);
    }
  }
  return values
    .map((value) => Number(value.toPrecision(12)))
    .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
}
