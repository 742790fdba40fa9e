import { bytesPerGigabyte, bytesPerTerabyte } from "../units";
import { attentionShards, cacheBytesRead, requestShards } from "./memory";
import { modelParts, touchedExperts } from "./model-parts";
import { bytesPerNumber, isUnpacked, peakFlopsPerSecond, sharedFormat } from "./number-formats";
import { linkEfficiency } from "./parameters";
import type { Deployment, NumberFormat, RooflineParameters, StepParts } from "./types";

/** Bytes a second that reach the arithmetic. */
export const memoryRate = ({ accelerator }: Deployment, p: RooflineParameters): number =>
  accelerator.memoryTerabytesPerSecond * bytesPerTerabyte * p.memoryEfficiency;

/** The link's bytes a second, for long messages. */
export const linkRate = ({ accelerator }: Deployment): number =>
  accelerator.linkGigabytesPerSecond * bytesPerGigabyte * linkEfficiency;

/** One collective after attention, one after the feed-forward block. */
export const collectivesPerLayer = 2;

/**
 * Seconds in which one step gives each running request its next token, by cause.
 * docs/throughput.md, "One step".
 */
export function decodeStep(
  deployment: Deployment,
  p: RooflineParameters,
  running: number,
): StepParts {
  const { model, inputTokens, outputTokens } = deployment;
  const context = inputTokens + outputTokens / 2;
  const own = Math.max(1, running / requestShards(deployment));
  const rate = memoryRate(deployment, p);
  return {
    weights: weightBytesRead(deployment, p, running) / rate,
    cache: (own * cacheBytesRead(deployment, context)) / rate,
    arithmetic: arithmeticSeconds(deployment, running, own, context) / p.arithmeticEfficiency,
    activations: (own * activationBytesPerToken(deployment, p)) / rate,
    kernels: modelParts(model).kernels * p.secondsPerKernel,
    collectives: collectiveSeconds(deployment, p, own),
    requests: running * p.secondsPerRequest,
  };
}

export const stepSeconds = (step: StepParts): number =>
  Object.values(step).reduce((sum, part) => sum + part, 0);

function weightBytesRead(deployment: Deployment, p: RooflineParameters, running: number): number {
  const { model, acceleratorsPerReplica, expertWeights, accelerator } = deployment;
  const parts = modelParts(model);
  const format = sharedFormat(deployment);
  const bytes = (of: NumberFormat) =>
    bytesPerNumber[of] * (isUnpacked(of, accelerator) ? p.unpackingFactor : 1);
  const experts =
    parts.expertLayers *
    touchedExperts(model, running) *
    parts.expertParameters *
    bytes(expertWeights);
  const cut =
    parts.denseParameters * bytes(format) + experts + parts.headParameters * bytesPerNumber.bf16;
  return (
    (parts.attentionParameters * bytes(format)) / attentionShards(deployment) +
    cut / acceleratorsPerReplica
  );
}

/** 2 FLOP a weight and token; attention adds 2 a number of the cache that it reads, each way. */
function arithmeticSeconds(
  deployment: Deployment,
  running: number,
  own: number,
  context: number,
): number {
  const { model, acceleratorsPerReplica, expertWeights, accelerator } = deployment;
  const parts = modelParts(model);
  const peak = (of: NumberFormat) => peakFlopsPerSecond(of, accelerator);
  const shared = peak(sharedFormat(deployment));
  const shards = attentionShards(deployment);
  const experts = parts.expertLayers * (model.expertsPerToken ?? 0) * parts.expertParameters;
  const cut =
    parts.denseParameters / shared +
    experts / peak(expertWeights) +
    parts.headParameters / peak("bf16");
  const reading = (context * attentionFlopsPerToken(model)) / peak("bf16") / shards;
  return (
    (2 * own * parts.attentionParameters) / shards / shared +
    (2 * running * cut) / acceleratorsPerReplica +
    own * reading
  );
}

/** FLOP of attention over one token of context, over the layers that read it all. */
function attentionFlopsPerToken(model: Deployment["model"]): number {
  const { latentSize, rotatedKeySize = 0, headSize, attentionHeads } = model;
  const numbers =
    latentSize === undefined
      ? headSize + (model.valueHeadSize ?? headSize)
      : 2 * latentSize + rotatedKeySize;
  const layers = model.fullAttentionLayers ?? modelParts(model).attentionLayers;
  return 2 * attentionHeads * numbers * layers;
}

/**
 * Activations that pass through memory for one token: more with more experts a token, since each
 * gets its copy. Not cut by tensor parallelism.
 */
export function activationBytesPerToken({ model }: Deployment, p: RooflineParameters): number {
  const copies = 1 + (model.expertsPerToken ?? 0) / 2;
  return p.activationPasses * model.layers * model.hiddenSize * bytesPerNumber.bf16 * copies;
}

/** Two collectives a layer: a fixed time each, and their bytes over the link, out and back. */
export function collectiveSeconds(
  deployment: Deployment,
  p: RooflineParameters,
  tokens: number,
): number {
  const { model, acceleratorsPerReplica } = deployment;
  if (acceleratorsPerReplica === 1) return 0;
  return (
    collectivesPerLayer *
    model.layers *
    (p.secondsPerCollective + collectiveBytes(deployment, tokens) / linkRate(deployment))
  );
}

export function collectiveBytes(
  { model, acceleratorsPerReplica }: Deployment,
  tokens: number,
): number {
  const away = (acceleratorsPerReplica - 1) / acceleratorsPerReplica;
  return 2 * tokens * model.hiddenSize * bytesPerNumber.bf16 * away;
}
