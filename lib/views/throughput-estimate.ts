import { acceleratorSpeeds, findAccelerator } from "@/lib/catalog/accelerator-speeds";
import { findArchitecture, modelArchitectures } from "@/lib/catalog/model-architectures";
import {
  type DoesNotFit,
  estimateAtTarget,
  type NumberFormat,
  parametersFittedOn,
  type ThroughputEstimate,
} from "@/lib/engine";
import { counted, gigabytesText, millisecondsText, percent, quantity, share } from "@/lib/format";
import type { Figure } from "@/lib/schemas/figure";

/** What somebody asks an estimate for; ids are those of the catalog's shapes and speeds. */
export type EstimateQuestion = {
  readonly modelId: string;
  readonly acceleratorId: string;
  readonly acceleratorsPerReplica: number;
  readonly format: EstimateFormat;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly targetMilliseconds: number;
};

export type EstimateFormat = "bf16" | "fp8" | "fp4";
export const estimateFormats: readonly {
  readonly value: EstimateFormat;
  readonly label: string;
}[] = [
  { value: "bf16", label: "16 bits (BF16)" },
  { value: "fp8", label: "8 bits (FP8)" },
  { value: "fp4", label: "4 bits (FP4)" },
];

export type EstimateAnswer =
  | { readonly kind: "refusal"; readonly text: string }
  | {
      readonly kind: "answer";
      /** The rate, then what it rests on, one line each. */
      readonly rate: string;
      readonly lines: readonly string[];
      readonly model: string;
      readonly accelerator: string;
      readonly precision: string;
      readonly conditions: string;
      readonly figure: Figure;
    };

const options = (records: readonly { readonly id: string; readonly label: string }[]) =>
  records
    .map(({ id, label }) => ({ value: id, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));

export const estimateModels = options(modelArchitectures);
export const estimateAccelerators = options(acceleratorSpeeds);

/** The catalog's id of a name that stands in a plan, or nothing. */
export const modelIdOf = (name: string) => findArchitecture(name)?.id ?? "";
export const acceleratorIdOf = (name: string) => findAccelerator(name)?.id ?? "";

const millisecondsPerSecond = 1000;

export function estimateAnswer(question: EstimateQuestion): EstimateAnswer {
  const model = modelArchitectures.find(({ id }) => id === question.modelId);
  const accelerator = acceleratorSpeeds.find(({ id }) => id === question.acceleratorId);
  if (!model || !accelerator)
    return { kind: "refusal", text: "Choose a model and an accelerator." };
  const format: NumberFormat = question.format;
  const found = estimateAtTarget(
    {
      ...question,
      model: model.figures,
      accelerator: accelerator.figures,
      attention: "tensor",
      weights: format,
      expertWeights: format,
      prefill: "together",
    },
    question.targetMilliseconds / millisecondsPerSecond,
  );
  if (found.kind === "does-not-fit") return { kind: "refusal", text: tooLarge(found) };
  if (found.kind === "slower-than-target")
    return { kind: "refusal", text: tooSlow(found.estimate) };
  const { estimate } = found;
  return {
    kind: "answer",
    rate: `${quantity(estimate.outputTokensPerSecond)} tok/s a replica`,
    lines: linesOf(estimate),
    model: model.label,
    accelerator: accelerator.label,
    precision: question.format.toUpperCase(),
    conditions: conditionsOf(question, estimate),
    figure: figureOf(estimate),
  };
}

function linesOf(estimate: ThroughputEstimate): readonly string[] {
  const { secondsPerOutputTokenBand: band, runningRequests } = estimate;
  const typical = share(band.medianFraction);
  return [
    `${counted(runningRequests, "request")} at once, ${millisecondsText(estimate.secondsPerOutputToken)} an output token, about ${millisecondsText(estimate.secondsToFirstToken)} to the first.`,
    `Estimated, not measured: on models it had not seen it was half the time within ${typical}, and nine times in ten within ${share(band.ninthDecileFraction)}.`,
  ];
}

const conditionsOf = (question: EstimateQuestion, estimate: ThroughputEstimate) =>
  `Estimated: ${quantity(question.inputTokens)} in, ${quantity(question.outputTokens)} out, ${estimate.runningRequests} at once, ${millisecondsText(estimate.secondsPerOutputToken)} an output token`;

const tooLarge = (found: DoesNotFit) =>
  `It does not fit: ${gigabytesText(found.weightBytesPerAccelerator)} of weights and ${gigabytesText(found.cacheBytesPerRequest)} of cache for one request, with ${gigabytesText(found.usableBytesPerAccelerator)} usable on each accelerator. Take more accelerators a replica, or fewer bits.`;

const tooSlow = (estimate: ThroughputEstimate) =>
  `One request alone takes ${millisecondsText(estimate.secondsPerOutputToken)} an output token. Allow more time, more accelerators a replica or fewer bits.`;

/** Its range: the times at both ends of the band of nine points of ten. */
function figureOf(estimate: ThroughputEstimate): Figure {
  const { outputTokensPerSecond: rate, secondsPerOutputTokenBand: band } = estimate;
  const off = band.ninthDecileFraction;
  return {
    value: rounded(rate),
    low: rounded(rate * (1 - off)),
    high: rounded(rate * (1 + off)),
    evidence: "estimated",
    source: `Loadline’s roofline estimate; time per output token ${percent(band.medianFraction)} off in the middle, ${percent(off)} at the 90th percentile`,
    date: parametersFittedOn,
  };
}

/** Three digits: an estimate knows no more. */
const rounded = (rate: number) => Number(rate.toPrecision(3));
