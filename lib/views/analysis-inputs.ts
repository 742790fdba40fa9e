import type { RangedInput, ThresholdSearch } from "@/lib/engine/types";
import { inputText } from "@/lib/format";
import type { EvidenceClass, FieldSpec, Figure } from "@/lib/schemas/figure";
import { isMoneyUnit } from "@/lib/schemas/figure";
import { figuresOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { currencyAt } from "./currency";
import { inputOwner } from "./links";
import { usualRange } from "./usual-range";

/** An input that an analysis may move, with the range it is run at. */
export type AnalysisInput = RangedInput & {
  readonly label: string;
  readonly spec: FieldSpec;
  readonly value: number;
  readonly evidence: EvidenceClass;
  /** "assumed ±20%" where the input has no range of its own. */
  readonly assumedRange: string | null;
};

/** Every input with a value and a range, budgets apart: they are compared with costs and change none. */
export function analysisInputs(plan: Plan): readonly AnalysisInput[] {
  return pricedInputs(plan).flatMap((input) => {
    const range = rangeOf(input);
    if (!range || range.low >= range.high) return [];
    const { figure, ...rest } = input;
    return [{ ...rest, ...range }];
  });
}

export type PricedInput = Pick<AnalysisInput, "path" | "label" | "spec" | "value" | "evidence"> & {
  readonly figure: Figure;
};

/** Every input of the plan that has a value and can move a cost. */
export function pricedInputs(plan: Plan): readonly PricedInput[] {
  return figuresOf(plan).flatMap(({ path, spec, figure }) => {
    const { value, evidence } = figure;
    if (value === null || path.startsWith("budgets.")) return [];
    return [{ path, label: inputLabel(plan, path, spec), spec, value, evidence, figure }];
  });
}

/** "Peak to mean, Claims assistant"; what belongs to the whole plan needs no owner. */
export function inputLabel(plan: Plan, path: string, { label }: FieldSpec): string {
  return /^(assumptions|exchangeRates)\./.test(path)
    ? label
    : `${label}, ${inputOwner(plan, path)}`;
}

type Range = Pick<AnalysisInput, "low" | "high" | "assumedRange">;

/** Where a rate of change moves by points a year, anything else moves by a share of its value. */
const assumedShare = 0.2;
const assumedPointsPerYear = 0.05;

/** What a machine is made of is no guess, unless somebody gave it a range. */
const machineFact = /\.accelerators(PerServer|PerInstance|PerReplica)$/;

export function isUncertain({ path, figure: { low, high } }: PricedInput): boolean {
  return low !== undefined || high !== undefined || !machineFact.test(path);
}

function rangeOf({ path, spec, value, figure }: PricedInput): Range | null {
  const { low, high } = figure;
  if (low !== undefined || high !== undefined) {
    return { low: low ?? value, high: high ?? value, assumedRange: null };
  }
  if (machineFact.test(path)) return null;
  if (spec.unit === "month") return around(spec, value, { by: 1, words: "assumed ±1 month" });
  if (spec.unit === "fractionPerYear" && spec.min < 0) {
    return around(spec, value, { by: assumedPointsPerYear, words: "assumed ±5 points" });
  }
  if (value === 0) return null;
  const by = Math.abs(value) * assumedShare;
  return spec.integer && by < 1
    ? around(spec, value, { by: 1, words: "assumed ±1" })
    : around(spec, value, { by, words: "assumed ±20%" });
}

function around(
  spec: FieldSpec,
  value: number,
  { by, words }: { readonly by: number; readonly words: string },
): Range {
  const rounded = (end: number) => {
    if (spec.integer) return Math.round(end);
    return Number(end.toFixed(spec.maxDecimals ?? 10));
  };
  return {
    low: Math.max(spec.min, rounded(value - by)),
    high: Math.min(spec.max, rounded(value + by)),
    assumedRange: words,
  };
}

/** Where thresholds of an input are looked for: its bounds, most closely around its usual range. */
export function thresholdSearch({ path, spec, value, figure }: PricedInput): ThresholdSearch {
  return {
    path,
    from: spec.min,
    to: spec.max,
    usual: usualRange(spec, { value, low: figure.low, high: figure.high }),
    integer: spec.integer ?? false,
    price: isMoneyUnit(spec.unit),
  };
}

/** "$285k/server": an input's value as prose has it. */
export function valueText(
  plan: Plan,
  { spec, path }: { readonly spec: FieldSpec; readonly path: string },
  value: number,
) {
  return inputText(value, spec.unit, currencyAt(plan, path));
}
