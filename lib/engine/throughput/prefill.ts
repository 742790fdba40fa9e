import {
  activationBytesPerToken,
  collectiveBytes,
  collectivesPerLayer,
  linkRate,
  memoryRate,
} from "./decode-step";
import { requestShards } from "./memory";
import { modelParts } from "./model-parts";
import { peakFlopsPerSecond, sharedFormat } from "./number-formats";
import type { Deployment, RooflineParameters } from "./types";

/**
 * Seconds of a replica that the prefill of one request takes, while others keep it full: arithmetic of
 * all its tokens, their activations through memory and over the link. docs/throughput.md, "Prefill".
 */
export function prefillSeconds(deployment: Deployment, p: RooflineParameters): number {
  const { inputTokens, model, acceleratorsPerReplica } = deployment;
  const arithmetic =
    arithmeticSeconds(deployment) / p.arithmeticEfficiency / acceleratorsPerReplica;
  const activations =
    (inputTokens * activationBytesPerToken(deployment, p)) / memoryRate(deployment, p);
  const link =
    (collectivesPerLayer * model.layers * collectiveBytes(deployment, inputTokens)) /
    linkRate(deployment);
  return arithmetic + (activations + link) / requestShards(deployment);
}

/** At peak, on one accelerator. Each token attends to half of the input, on average. */
function arithmeticSeconds(deployment: Deployment): number {
  const { model, inputTokens, expertWeights, accelerator } = deployment;
  const parts = modelParts(model);
  const { attentionLayers, attentionParameters, denseParameters } = parts;
  const experts = parts.expertLayers * (model.expertsPerToken ?? 0) * parts.expertParameters;
  const half = inputTokens / 2;
  const full = model.fullAttentionLayers ?? attentionLayers;
  const pairs =
    full * Math.min(half, model.sparseTokens ?? half) +
    (attentionLayers - full) * Math.min(half, model.windowTokens ?? half);
  const heads = model.attentionHeads * (model.headSize + (model.valueHeadSize ?? model.headSize));
  const perToken =
    (attentionParameters + denseParameters) /
      peakFlopsPerSecond(sharedFormat(deployment), accelerator) +
    experts / peakFlopsPerSecond(expertWeights, accelerator) +
    (heads * pairs) / peakFlopsPerSecond("bf16", accelerator);
  return 2 * inputTokens * perToken;
}
