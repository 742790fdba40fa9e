import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accelerator, model } from "../testing/round-machine";
import { estimateThroughput } from "./estimate-throughput";
import { throughputCeiling } from "./throughput-ceiling";

const deployment = {
  model,
  accelerator,
  acceleratorsPerReplica: 1,
  weights: "bf16",
  expertWeights: "bf16",
  inputTokens: 100,
  outputTokens: 100,
} as const;

describe("throughput ceiling", () => {
  it("is what one computes by hand: 77.6 µs of weights and 0.48 of cache at 1 TB/s", () => {
    const found = throughputCeiling(deployment, 2);
    if (found.kind !== "ceiling") throw new Error("It fits.");
    expect(found.secondsPerOutputToken * 1e6).toBeCloseTo(78.08, 6);
  });

  it("is never below what the estimate gives", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.constantFrom(1, 2, 4, 8),
        fc.constantFrom("tensor" as const, "data" as const),
        (concurrency, acceleratorsPerReplica, attention) => {
          const one = { ...deployment, acceleratorsPerReplica };
          const ceiling = throughputCeiling(one, concurrency);
          const found = estimateThroughput({ ...one, attention, concurrency, prefill: "together" });
          if (ceiling.kind !== "ceiling" || found.kind !== "estimate") throw new Error("It fits.");
          expect(found.secondsPerOutputToken).toBeGreaterThan(ceiling.secondsPerOutputToken);
          expect(found.outputTokensPerSecond).toBeLessThan(ceiling.outputTokensPerSecond);
        },
      ),
    );
  });

  it("says where a model does not fit", () => {
    const small = { ...accelerator, memoryGigabytes: 0.05 };
    expect(throughputCeiling({ ...deployment, accelerator: small }, null).kind).toBe(
      "does-not-fit",
    );
  });
});
