import { estimateThroughput } from "./estimate-throughput";
import type { Deployment, DoesNotFit, RooflineParameters, StepParts } from "./types";

/** Data-sheet rates in full, and nothing that takes time besides. */
const withoutLosses: RooflineParameters = {
  memoryEfficiency: 1,
  arithmeticEfficiency: 1,
  secondsPerKernel: 0,
  secondsPerCollective: 0,
  unpackingFactor: 1,
  activationPasses: 0,
  secondsPerRequest: 0,
  firstTokenLaunchFactor: 0,
  firstTokenPrefills: 0,
  prefillsAheadShare: 0,
};

export type ThroughputCeiling = {
  readonly kind: "ceiling";
  /** No step is shorter with so many requests at once. */
  readonly secondsPerOutputToken: number;
  /** No replica gives more, however many run at once. */
  readonly outputTokensPerSecond: number;
};

/** More than memory holds of any model: then as many run as fit. */
const anyNumber = 1e9;

/**
 * What the memory and the arithmetic of the accelerators allow at most, one token a step: the data sheet's
 * rates in full, memory and arithmetic at the same time, prompts read elsewhere.
 *   seconds an output token ≥ max(weights and cache that a step reads / memory rate, FLOP / peak)
 *   output tokens a second ≤ requests that fit / that time with all of them
 * docs/throughput.md, "Imported benchmarks".
 */
export function throughputCeiling(
  deployment: Omit<Deployment, "attention" | "prefill" | "concurrency">,
  requestsAtOnce: number | null,
): ThroughputCeiling | DoesNotFit {
  const at = (attention: Deployment["attention"], concurrency: number) =>
    estimateThroughput({ ...deployment, attention, concurrency, prefill: "apart" }, withoutLosses);
  const stated = Math.max(1, requestsAtOnce ?? 1);
  const found = (["tensor", "data"] as const).flatMap((attention) => {
    const [few, most] = [at(attention, stated), at(attention, anyNumber)];
    if (few.kind !== "estimate" || most.kind !== "estimate") return [];
    return [
      { least: leastSeconds(few.step), most: most.runningRequests / leastSeconds(most.step) },
    ];
  });
  if (found.length > 0)
    return {
      kind: "ceiling",
      secondsPerOutputToken: Math.min(...found.map(({ least }) => least)),
      outputTokensPerSecond: Math.max(...found.map(({ most }) => most)),
    };
  const refusal = at("tensor", stated);
  if (refusal.kind === "does-not-fit") return refusal;
  throw new Error("What fits one way has a ceiling.");
}

const leastSeconds = ({ weights, cache, arithmetic }: StepParts): number =>
  Math.max(weights + cache, arithmetic);
