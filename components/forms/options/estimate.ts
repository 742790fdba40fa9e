import { fullReasoningRatio } from "@/lib/engine";
import type { Throughput } from "@/lib/schemas/throughput";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import {
  acceleratorIdOf,
  type EstimateAnswer,
  type EstimateQuestion,
  estimateAnswer,
  modelIdOf,
} from "@/lib/views/throughput-estimate";
import { assumed } from "../provenance";

/** Slowest reading that still feels fluent to most: 20 tokens a second. */
const startingTargetMilliseconds = 50;
const replicaSizes = [1, 2, 4, 8];

/**
 * What the estimate begins with: the workload's lengths, what names of the plan the catalog knows, and the
 * smallest replica that does it.
 */
export function askedFor(given: {
  readonly workload: InferenceWorkload;
  readonly accelerator: string;
  readonly model: string;
}): EstimateQuestion {
  const { workload, accelerator, model } = given;
  const answer = whole(workload.outputTokensPerRequest.value, 512);
  const asked = {
    modelId: modelIdOf(model),
    acceleratorId: acceleratorIdOf(accelerator),
    acceleratorsPerReplica: replicaSizes.at(-1) ?? 1,
    format: "fp8",
    inputTokens: whole(uncachedInput(workload), 1024),
    outputTokens: Math.ceil(answer * (fullReasoningRatio(workload) ?? 1)),
    targetMilliseconds: startingTargetMilliseconds,
  } satisfies EstimateQuestion;
  const smallest = replicaSizes.find(
    (size) => estimateAnswer({ ...asked, acceleratorsPerReplica: size }).kind === "answer",
  );
  return smallest === undefined ? asked : { ...asked, acceleratorsPerReplica: smallest };
}

/** What has to be read: the engine gives cached input no time either. */
function uncachedInput({ inputTokensPerRequest, cachedInputFraction }: InferenceWorkload) {
  const { value } = inputTokensPerRequest;
  return value === null ? null : value * (1 - (cachedInputFraction.value ?? 0));
}

const whole = (value: number | null, otherwise: number) =>
  Math.max(1, Math.round(value ?? otherwise));

/** The row that the form takes: combined, its rate estimated and its conditions said. */
export function estimatedThroughput(
  workload: InferenceWorkload,
  question: EstimateQuestion,
  answer: Extract<EstimateAnswer, { kind: "answer" }>,
): Throughput {
  return {
    workloadId: workload.id,
    modelName:
      modelIdOf(workload.modelName) === question.modelId ? workload.modelName : answer.model,
    accelerator: answer.accelerator,
    precision: answer.precision,
    servingEngine: "",
    conditions: answer.conditions,
    acceleratorsPerReplica: assumed(question.acceleratorsPerReplica),
    basis: "combined",
    outputTokensPerSecond: answer.figure,
  };
}
