import { bytesPerGigabyte } from "../units";
import { modelParts } from "./model-parts";
import { bytesPerNumber, cacheBytesPerNumber, sharedFormat } from "./number-formats";
import { usableMemoryShare } from "./parameters";
import type { Deployment, DoesNotFit } from "./types";

/** Accelerators over which attention is cut, and over which requests are dealt. */
export const attentionShards = ({ attention, acceleratorsPerReplica }: Deployment): number =>
  attention === "data" ? 1 : acceleratorsPerReplica;
export const requestShards = ({ attention, acceleratorsPerReplica }: Deployment): number =>
  attention === "data" ? acceleratorsPerReplica : 1;

/** Numbers of a sparse index's key, a token and layer (DeepSeek-V3.2 and GLM-5: 128, 8 bits). */
const indexKeySize = 128;

/**
 * Bytes of cache that one request of a context keeps on each accelerator that attends for it.
 * Grouped heads are cut over the accelerators down to one head, a latent cache is on each of them.
 * docs/throughput.md, "Cache".
 */
export function cacheBytes(deployment: Deployment, contextTokens: number): number {
  const index = deployment.model.sparseTokens === undefined ? 0 : contextTokens * indexKeySize;
  return (
    layeredCacheBytes(deployment, contextTokens, contextTokens) +
    indexBytes(deployment, index) +
    stateBytes(deployment)
  );
}

/**
 * Bytes of it that pass in one step: sparse attention reads its index and what that chooses; a state is
 * read and written.
 */
export function cacheBytesRead(deployment: Deployment, contextTokens: number): number {
  const { sparseTokens } = deployment.model;
  const read = sparseTokens === undefined ? contextTokens : Math.min(contextTokens, sparseTokens);
  const index = sparseTokens === undefined ? 0 : contextTokens * indexKeySize;
  return (
    layeredCacheBytes(deployment, contextTokens, read) +
    indexBytes(deployment, index) +
    2 * stateBytes(deployment)
  );
}

const indexBytes = ({ model }: Deployment, numbers: number): number =>
  numbers * modelParts(model).attentionLayers;

function layeredCacheBytes(deployment: Deployment, contextTokens: number, read: number): number {
  const { model } = deployment;
  const shards = attentionShards(deployment);
  const { latentSize, rotatedKeySize = 0, keyValueHeads, headSize } = model;
  const numbers =
    latentSize === undefined
      ? (keyValueHeads * (headSize + (model.valueHeadSize ?? headSize))) /
        Math.min(shards, keyValueHeads)
      : latentSize + rotatedKeySize;
  const { attentionLayers } = modelParts(model);
  const full = model.fullAttentionLayers ?? attentionLayers;
  const window = Math.min(contextTokens, model.windowTokens ?? contextTokens);
  const tokens = full * read + (attentionLayers - full) * window;
  return numbers * cacheBytesPerNumber(deployment) * tokens;
}

const stateBytes = (deployment: Deployment): number =>
  ((deployment.model.stateLayers ?? 0) * (deployment.model.stateBytesPerLayer ?? 0)) /
  attentionShards(deployment);

/** Bytes of weights on each accelerator: input embedding and output head stay at 16 bits. */
export function weightBytes(deployment: Deployment): number {
  const { model, acceleratorsPerReplica, expertWeights } = deployment;
  const parts = modelParts(model);
  const shared = bytesPerNumber[sharedFormat(deployment)];
  const experts =
    parts.expertLayers *
    (model.experts ?? 0) *
    parts.expertParameters *
    bytesPerNumber[expertWeights];
  const cut =
    parts.denseParameters * shared + experts + 2 * parts.headParameters * bytesPerNumber.bf16;
  return (
    (parts.attentionParameters * shared) / attentionShards(deployment) +
    cut / acceleratorsPerReplica
  );
}

/**
 * Requests that memory lets run at once in a replica, each with its input and half of its output in the
 * cache on average; or what does not fit. docs/throughput.md, "Memory".
 */
export function requestsThatFit(deployment: Deployment): number | DoesNotFit {
  const { inputTokens, outputTokens, accelerator } = deployment;
  const usable = accelerator.memoryGigabytes * bytesPerGigabyte * usableMemoryShare;
  const weights = weightBytes(deployment);
  const perRequest = cacheBytes(deployment, inputTokens + outputTokens / 2);
  const fitting = Math.floor((usable - weights) / perRequest);
  if (fitting >= 1) return fitting * requestShards(deployment);
  return {
    kind: "does-not-fit",
    weightBytesPerAccelerator: weights,
    cacheBytesPerRequest: perRequest,
    usableBytesPerAccelerator: usable,
  };
}
