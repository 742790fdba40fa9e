import type { Threshold, Thresholds } from "@/lib/engine/types";
import { counted } from "@/lib/format";
import type { EvidenceClass } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import { does } from "./agree";
import { analysisInputs, type PricedInput, valueText } from "./analysis-inputs";
import { inputHref } from "./links";
import { distanceOf } from "./named-thresholds";
import { optionName } from "./names";

export type Mind = {
  readonly path: string;
  readonly label: string;
  readonly href: string;
  readonly evidence: EvidenceClass;
  /** "above 3.1x, +41%" */
  readonly threshold: string;
  readonly distance: string;
  readonly sentence: string;
  readonly inRange: boolean;
};

export type MindView = {
  readonly title: string;
  readonly basis: string;
  readonly minds: readonly Mind[];
  readonly note: string;
};

type MindOf = { readonly plan: Plan; readonly planId: string; readonly winnerId: string };
type Found = { readonly input: PricedInput; readonly thresholds: Thresholds };

const mostMinds = 6;

/** For the cheapest option, the nearest values at which it no longer is. */
export function mindView(of: MindOf, found: readonly Found[]): MindView {
  const { plan, winnerId } = of;
  const ranges = new Map(analysisInputs(plan).map((input) => [input.path, input]));
  const minds = found
    .flatMap((one) => mindsOf(of, one, ranges.get(one.input.path)))
    .toSorted((a, b) => a.share - b.share);
  const inRange = minds.filter((mind) => mind.inRange);
  const shown = [...inRange, ...minds.filter((mind) => !mind.inRange)].slice(0, mostMinds);
  const name = optionName(plan, winnerId);
  return {
    title: titleOf(inRange.length),
    basis: `${does(name, "costs")} least today, in net present cost. Nearest first, one input at a time, the others as they stand.`,
    minds: shown.map(({ share: _, ...mind }) => mind),
    note: noteOf(minds.length - shown.length, found),
  };
}

function titleOf(inRange: number): string {
  if (inRange === 0) return "Nothing inside the plausible ranges changes the answer";
  return inRange === 1
    ? "One input inside its range would change the answer"
    : `${counted(inRange, "input")} inside their ranges would change the answer`;
}

function noteOf(more: number, found: readonly Found[]): string {
  const scanned = found.filter(({ thresholds }) => !thresholds.exact && thresholds.moves);
  const tried = Math.max(0, ...scanned.map(({ thresholds }) => thresholds.tried));
  return [
    ...(more > 0 ? [`${counted(more, "more input")} would change it, further away.`] : []),
    `${counted(found.length, "input")} searched within their bounds: prices and whole numbers exactly, the others at up to ${tried} values and between those that differ.`,
  ].join(" ");
}

type Ranked = Mind & { readonly share: number };

/** The threshold next to today's value, on the side that is nearer. */
function mindsOf(
  { plan, planId, winnerId }: MindOf,
  { input, thresholds }: Found,
  range: { readonly low: number; readonly high: number } | undefined,
): Ranked[] {
  const nearest = thresholds.thresholds
    .flatMap((threshold) => beyond(threshold, input.value))
    .toSorted((a, b) => Math.abs(a.at - input.value) - Math.abs(b.at - input.value))[0];
  if (!nearest) return [];
  const distance = distanceOf(input, nearest.at);
  const said = valueText(plan, input, nearest.at);
  const inRange = range !== undefined && nearest.at >= range.low && nearest.at <= range.high;
  const then = nearest.cheapest;
  const outcome =
    then === null || then === winnerId
      ? `${does(optionName(plan, winnerId), "has")} no rank there`
      : `${does(optionName(plan, then), "costs")} least`;
  const { path, label, evidence, value } = input;
  return [
    {
      path,
      label,
      evidence,
      href: inputHref(planId, path),
      threshold: `${nearest.above ? "from" : "down to"} ${said}`,
      distance: distance?.text ?? "from 0",
      sentence: `${outcome}. Today ${valueText(plan, input, value)}, ${
        range === undefined
          ? "no range"
          : `range ${valueText(plan, input, range.low)} to ${valueText(plan, input, range.high)}`
      }.`,
      inRange,
      share: Math.abs(distance?.share ?? Number.POSITIVE_INFINITY),
    },
  ];
}

/** The first value past the threshold, seen from today, and who costs least there; none where today lies beyond it. */
function beyond(
  { before, after, was, becomes, cheapestBefore, cheapestAfter }: Threshold,
  today: number,
) {
  if (was === "less" && today <= before)
    return [{ at: after, above: true, cheapest: cheapestAfter }];
  if (becomes === "less" && today >= after) {
    return [{ at: before, above: false, cheapest: cheapestBefore }];
  }
  return [];
}
