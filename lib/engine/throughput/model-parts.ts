import type { ModelArchitecture } from "@/lib/schemas/model-architecture";

/** Numbers of weights by part, over all layers, and the kernels that one pass starts. */
export type ModelParts = {
  readonly attentionParameters: number;
  /** Dense feed-forward blocks and shared experts. */
  readonly denseParameters: number;
  /** One expert in one layer. */
  readonly expertParameters: number;
  readonly headParameters: number;
  readonly attentionLayers: number;
  readonly denseLayers: number;
  readonly expertLayers: number;
  readonly kernels: number;
};

/**
 * Kernels that open serving engines start for a block, after fusing: norms, matrix products,
 * attention, routing, sorting and combining. docs/throughput.md, "Kernels".
 */
const kernels = {
  groupedAttention: 5,
  latentAttention: 9,
  sparseIndex: 11,
  state: 9,
  dense: 4,
  experts: 7,
  sharedExpert: 3,
};

const known = new WeakMap<ModelArchitecture, ModelParts>();

/** Kept with the model, since each part of an estimate asks for them. docs/throughput.md, "Weights". */
export function modelParts(model: ModelArchitecture): ModelParts {
  const parts = known.get(model) ?? countParts(model);
  known.set(model, parts);
  return parts;
}

function countParts(model: ModelArchitecture): ModelParts {
  const stateLayers = model.stateLayers ?? 0;
  const attentionLayers = model.layers - stateLayers - (model.feedForwardOnlyLayers ?? 0);
  const denseLayers = model.denseLayers ?? (model.experts === undefined ? model.layers : 0);
  const expertLayers =
    model.expertLayers ?? (model.experts === undefined ? 0 : model.layers - denseLayers);
  const { hiddenSize, denseSize = 0, sharedExpertSize = 0 } = model;
  const matrices = model.feedForwardMatrices ?? 3;
  const width = matrices * hiddenSize;
  return {
    attentionParameters:
      attentionLayers * attentionParametersPerLayer(model) +
      stateLayers * (model.stateParametersPerLayer ?? 0),
    denseParameters: width * (denseLayers * denseSize + expertLayers * sharedExpertSize),
    expertParameters: matrices * (model.expertInputSize ?? hiddenSize) * (model.expertSize ?? 0),
    headParameters: model.vocabularySize * hiddenSize,
    attentionLayers,
    denseLayers,
    expertLayers,
    kernels: kernelsOf(model, { attentionLayers, stateLayers, denseLayers, expertLayers }),
  };
}

/** Query, key, value and output projections; with a latent cache, their factors. */
function attentionParametersPerLayer(model: ModelArchitecture): number {
  const { hiddenSize, attentionHeads, headSize, keyValueHeads, latentSize } = model;
  const valueHeadSize = model.valueHeadSize ?? headSize;
  const output = attentionHeads * valueHeadSize * hiddenSize;
  const query = attentionHeads * headSize;
  if (latentSize === undefined) {
    const queries = hiddenSize * query * (model.gatedAttention ? 2 : 1);
    return queries + hiddenSize * keyValueHeads * (headSize + valueHeadSize) + output;
  }
  const { rotatedKeySize = 0, queryLatentSize } = model;
  const queries =
    queryLatentSize === undefined ? hiddenSize * query : queryLatentSize * (hiddenSize + query);
  const keysAndValues = attentionHeads * (headSize - rotatedKeySize + valueHeadSize);
  return queries + hiddenSize * (latentSize + rotatedKeySize) + latentSize * keysAndValues + output;
}

type Layers = Record<"attentionLayers" | "stateLayers" | "denseLayers" | "expertLayers", number>;

function kernelsOf(model: ModelArchitecture, layers: Layers): number {
  const attention =
    (model.latentSize === undefined ? kernels.groupedAttention : kernels.latentAttention) +
    (model.sparseTokens === undefined ? 0 : kernels.sparseIndex);
  const experts =
    kernels.experts + (model.sharedExpertSize === undefined ? 0 : kernels.sharedExpert);
  return (
    layers.attentionLayers * attention +
    layers.stateLayers * kernels.state +
    layers.denseLayers * kernels.dense +
    layers.expertLayers * experts
  );
}

/**
 * Different experts that n tokens reach in a layer, each choosing k of E evenly and independently:
 * E (1 − (1 − k/E)^n). docs/throughput.md, "Experts".
 */
export function touchedExperts({ experts, expertsPerToken }: ModelArchitecture, tokens: number) {
  if (experts === undefined) return 0;
  return experts * (1 - (1 - Math.min(1, (expertsPerToken ?? 1) / experts)) ** tokens);
}

export function parametersOf(model: ModelArchitecture): number {
  const parts = modelParts(model);
  const { attentionParameters, denseParameters, expertParameters, headParameters } = parts;
  const experts = parts.expertLayers * (model.experts ?? 0) * expertParameters;
  return attentionParameters + denseParameters + experts + 2 * headParameters;
}
