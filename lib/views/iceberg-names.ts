import type { IcebergFactor } from "@/lib/engine/types";
import type { LeverKind } from "@/lib/schemas/lever";

export const leverNames: Record<LeverKind, string> = {
  quantization: "Quantization",
  "speculative-decoding": "Speculative decoding",
  "continuous-batching": "Continuous batching",
  "prefix-caching": "Prefix caching",
  "attention-kernels": "Attention kernels",
  disaggregation: "Prefill and decode apart",
  "wide-parallelism": "Wide expert parallelism",
  "memory-bandwidth": "Memory bandwidth",
  "serving-software": "Serving software",
  "model-routing": "Smaller-model routing",
  "edge-offload": "Edge offload",
};

/** What stands between the accelerator's rate and the tokens that are paid for. */
export const factorNames: Record<IcebergFactor["kind"] | "rate", string> = {
  ...leverNames,
  rate: "The machine’s rate, without levers",
  speedUp: "Software speed-up since month 1",
  reasoning: "Reasoning tokens beside the answer",
  input: "Input read beside each output token",
  cache: "Cached input, served without work",
  retries: "Retries, worked and not served",
  ceiling: "Utilization ceiling",
  peak: "Mean load below its peak",
  fleet: "Whole machines, spares, shared hours",
};
