import type { InferenceWorkload } from "@/lib/schemas/workload";

/** Tokens a request; null while a figure is missing. */
export type RequestLengths = {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
};

/** Tokens written for each token of the answer once reasoning holds: 1 while it is off. */
export const fullReasoningRatio = ({ reasoning, reasoningRatio }: InferenceWorkload) =>
  reasoning?.isOn === false ? 1 : reasoningRatio.value;

/**
 * input x (1 - cached share), which is what is read, and answer x reasoning multiplier once it holds,
 * which is what is written. Unit: tokens a request. docs/model.md, "Measured fronts".
 */
export function requestLengths(workload: InferenceWorkload): RequestLengths {
  const { inputTokensPerRequest: input, outputTokensPerRequest: answer } = workload;
  const cached = workload.cachedInputFraction.value;
  const ratio = fullReasoningRatio(workload);
  return {
    inputTokens: input.value === null || cached === null ? null : input.value * (1 - cached),
    outputTokens: answer.value === null || ratio === null ? null : answer.value * ratio,
  };
}

/** Past this ratio of lengths, either way, a measured rate says little of the workload. */
const farLengthRatio = 2;

/** At least one token each, so that an input of none is no endless ratio. */
export function isFarLength(asked: number, measured: number): boolean {
  const ratio = Math.max(1, asked) / Math.max(1, measured);
  return ratio > farLengthRatio || ratio < 1 / farLengthRatio;
}
