import type { AcceleratorSpeed } from "@/lib/schemas/accelerator-speed";
import type { ModelArchitecture } from "@/lib/schemas/model-architecture";

export type NumberFormat = "bf16" | "fp8" | "fp4" | "int8" | "int4";

/** One replica at work: what is served, on what, how it is cut, and what is asked of it. */
export type Deployment = {
  readonly model: ModelArchitecture;
  readonly accelerator: AcceleratorSpeed;
  readonly acceleratorsPerReplica: number;
  /** "data": each accelerator attends for its own requests; experts and the rest stay shared. */
  readonly attention: "tensor" | "data";
  /** Format of the weights outside experts, and of the experts. */
  readonly weights: NumberFormat;
  readonly expertWeights: NumberFormat;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** "apart": other machines do the prefill (disaggregated), so it does not hold up decoding. */
  readonly prefill: "together" | "apart";
};

/** Efficiencies and overheads, one set for every model and machine. docs/throughput.md, "Parameters". */
export type RooflineParameters = {
  readonly memoryEfficiency: number;
  readonly arithmeticEfficiency: number;
  readonly secondsPerKernel: number;
  readonly secondsPerCollective: number;
  /** Times the bytes of weights that are narrower than the arithmetic, for unpacking them. */
  readonly unpackingFactor: number;
  /** Times a token's activations pass through memory, a layer. */
  readonly activationPasses: number;
  readonly secondsPerRequest: number;
  /** Prefill starts its kernels one by one; decoding replays them as one graph. */
  readonly firstTokenLaunchFactor: number;
  readonly firstTokenPrefills: number;
  /** Share of the other requests in flight whose prefill goes first. */
  readonly prefillsAheadShare: number;
};

/** Seconds of one decoding step, by cause; they add up. */
export type StepParts = {
  readonly weights: number;
  readonly cache: number;
  readonly arithmetic: number;
  readonly activations: number;
  readonly kernels: number;
  readonly collectives: number;
  readonly requests: number;
};

export type ErrorBand = {
  /** Absolute relative error, leaving out the model that is estimated. */
  readonly medianFraction: number;
  readonly ninthDecileFraction: number;
};

export type ThroughputEstimate = {
  readonly kind: "estimate";
  readonly secondsToFirstToken: number;
  readonly secondsPerOutputToken: number;
  readonly outputTokensPerSecond: number;
  readonly outputTokensPerSecondPerAccelerator: number;
  readonly prefillTokensPerSecond: number;
  /** Requests that memory lets run at once; the others wait. */
  readonly runningRequests: number;
  readonly step: StepParts;
  /** Seconds that prefill of other requests adds to each output token. */
  readonly prefillSecondsPerOutputToken: number;
  readonly secondsPerOutputTokenBand: ErrorBand;
  readonly secondsToFirstTokenBand: ErrorBand;
};

export type DoesNotFit = {
  readonly kind: "does-not-fit";
  readonly weightBytesPerAccelerator: number;
  readonly cacheBytesPerRequest: number;
  readonly usableBytesPerAccelerator: number;
};
