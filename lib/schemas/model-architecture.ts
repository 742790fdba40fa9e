import * as z from "zod/mini";

const count = z.int().check(z.minimum(1));

/**
 * The shape of a language model, as its published configuration gives it: what an estimate of its
 * throughput needs, and nothing measured. Sizes are in numbers, not in bytes.
 */
export const modelArchitecture = z.strictObject({
  layers: count,
  hiddenSize: count,
  vocabularySize: count,
  attentionHeads: count,
  keyValueHeads: count,
  /** Numbers of a query or key head; with a latent cache, its unrotated and rotated part together. */
  headSize: count,
  /** Numbers of a value head, where it differs from a key head's. */
  valueHeadSize: z.optional(count),
  /** Latent attention (MLA): numbers kept a token and layer, besides the rotated key. */
  latentSize: z.optional(count),
  rotatedKeySize: z.optional(count),
  queryLatentSize: z.optional(count),
  /** Layers that attend over the whole context, where not all do. */
  fullAttentionLayers: z.optional(count),
  /** Tokens that each sliding-window layer keeps. */
  windowTokens: z.optional(count),
  /** Layers with a fixed state (linear attention, Mamba) in place of a cache. */
  stateLayers: z.optional(count),
  stateParametersPerLayer: z.optional(count),
  stateBytesPerLayer: z.optional(count),
  /** Layers without attention or state: in some hybrids a layer is only a feed-forward block. */
  feedForwardOnlyLayers: z.optional(count),
  /** Most tokens that sparse attention reads of the context. */
  sparseTokens: z.optional(count),
  /** The query projection is doubled by an output gate. */
  gatedAttention: z.optional(z.boolean()),
  /** Width of a dense feed-forward block, and how many layers have one (all, unless experts). */
  denseSize: z.optional(count),
  denseLayers: z.optional(z.int().check(z.minimum(0))),
  /** Matrices of a feed-forward block: 3 where it is gated, else 2. */
  feedForwardMatrices: z.optional(z.union([z.literal(2), z.literal(3)])),
  experts: z.optional(count),
  expertsPerToken: z.optional(count),
  expertSize: z.optional(count),
  /** Width that experts work in, where it is not the hidden size. */
  expertInputSize: z.optional(count),
  sharedExpertSize: z.optional(count),
  expertLayers: z.optional(count),
});
export type ModelArchitecture = z.infer<typeof modelArchitecture>;
