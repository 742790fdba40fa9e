import type { AcceleratorSpeed } from "@/lib/schemas/accelerator-speed";
import type { ModelArchitecture } from "@/lib/schemas/model-architecture";

/** A model and a machine of round numbers, to check throughput by hand. */
export const model: ModelArchitecture = {
  layers: 2,
  hiddenSize: 1000,
  vocabularySize: 10_000,
  attentionHeads: 10,
  keyValueHeads: 2,
  headSize: 100,
  denseSize: 4000,
};

export const accelerator: AcceleratorSpeed = {
  memoryGigabytes: 10,
  memoryTerabytesPerSecond: 1,
  bf16TeraflopsPerSecond: 100,
  fp8TeraflopsPerSecond: 200,
  fp4TeraflopsPerSecond: null,
  linkGigabytesPerSecond: 100,
};
