import { findAccelerator } from "@/lib/catalog/accelerator-speeds";
import { findArchitecture } from "@/lib/catalog/model-architectures";
import type { Deployment } from "@/lib/engine";
import type { PointIssue } from "@/lib/importers/point-cells";
import type { MeasuredPoint, ReplicaLabel } from "@/lib/importers/throughput-points";
import { numberFormatNames, numberFormatOf } from "@/lib/views/number-formats";

/** A measured point as the estimator takes it: where it decodes, and where it reads prompts. */
export type PointDeployments = {
  readonly point: MeasuredPoint;
  readonly model: string;
  readonly machine: string;
  readonly decode: Deployment;
  readonly prefill: Deployment;
};

/** The deployments of a point; or what the catalog or the file lacks. */
export function deploymentsOf(point: MeasuredPoint): PointDeployments | PointIssue {
  const { row, model: name, system } = point;
  const model = findArchitecture(name);
  if (!model) return { row, column: "model_path", value: name, mend: modelMend };
  const accelerator = findAccelerator(system);
  if (!accelerator) return { row, column: "system", value: system, mend: acceleratorMend };
  const weights = numberFormatOf(point.weights);
  if (!weights) return unknownFormat(row, "gemm_quant_mode", point.weights);
  const expertWeights = numberFormatOf(point.expertWeights);
  if (!expertWeights) return unknownFormat(row, "moe_quant_mode", point.expertWeights);
  const at = (replica: ReplicaLabel): Deployment => ({
    model: model.figures,
    accelerator: accelerator.figures,
    acceleratorsPerReplica: replica.accelerators,
    attention: replica.attention,
    weights,
    expertWeights,
    inputTokens: point.inputTokens,
    outputTokens: point.outputTokens,
    concurrency: replica.concurrency,
    prefill: point.mode === "agg" ? "together" : "apart",
  });
  return {
    point,
    model: model.label,
    machine: accelerator.label,
    decode: at(point.decode),
    prefill: at(point.prefill),
  };
}

const modelMend =
  "Add the model to prisma/catalog/model-architectures.json: layers, hiddenSize, vocabularySize, attentionHeads, keyValueHeads, headSize, denseSize, and for experts: experts, expertsPerToken, expertSize, sharedExpertSize, denseLayers. Its config.json has them.";

const acceleratorMend =
  "Add the accelerator to prisma/catalog/accelerator-speeds.json: memoryGigabytes, memoryTerabytesPerSecond, bf16TeraflopsPerSecond, fp8TeraflopsPerSecond, fp4TeraflopsPerSecond, linkGigabytesPerSecond. Its data sheet has them; take dense figures.";

const unknownFormat = (row: number, column: string, value: string): PointIssue => ({
  row,
  column,
  value,
  mend: `Enter one of ${numberFormatNames.join(", ")}.`,
});
