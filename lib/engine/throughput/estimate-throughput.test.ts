import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AcceleratorSpeed } from "@/lib/schemas/accelerator-speed";
import type { ModelArchitecture } from "@/lib/schemas/model-architecture";
import { accelerator, model } from "../testing/round-machine";
import { estimateAtTarget } from "./estimate-at-target";
import { estimateThroughput } from "./estimate-throughput";
import { cacheBytes, weightBytes } from "./memory";
import { modelParts, touchedExperts } from "./model-parts";
import type { Deployment, RooflineParameters, ThroughputEstimate } from "./types";

const round: RooflineParameters = {
  memoryEfficiency: 1,
  arithmeticEfficiency: 1,
  secondsPerKernel: 1e-6,
  secondsPerCollective: 1e-6,
  unpackingFactor: 2,
  activationPasses: 10,
  secondsPerRequest: 1e-6,
  firstTokenLaunchFactor: 20,
  firstTokenPrefills: 1,
  prefillsAheadShare: 0.1,
};

const deployment: Deployment = {
  model,
  accelerator,
  acceleratorsPerReplica: 1,
  attention: "tensor",
  weights: "bf16",
  expertWeights: "bf16",
  inputTokens: 100,
  outputTokens: 100,
  concurrency: 2,
  prefill: "together",
};

const experts: ModelArchitecture = {
  ...model,
  denseLayers: 0,
  experts: 8,
  expertsPerToken: 2,
  expertSize: 1000,
};

function estimate(change: Partial<Deployment>, p?: RooflineParameters): ThroughputEstimate {
  const found = estimateThroughput({ ...deployment, ...change }, p);
  if (found.kind !== "estimate") throw new Error("It does not fit.");
  return found;
}

describe("throughput estimate", () => {
  it("is what one computes by hand", () => {
    const found = estimate({}, round);
    const microseconds = Object.fromEntries(
      Object.entries(found.step).map(([name, seconds]) => [name, seconds * 1e6]),
    );
    // 38.8 million weights of 2 bytes; 150 tokens of 1,600 bytes, twice; 2 x 2 x 38.8 MFLOP and
    // 2.4 MFLOP of attention; 2 x 10 x 2 x 1000 x 2 bytes; 2 x 9 kernels.
    const byHand = {
      weights: 77.6,
      cache: 0.48,
      arithmetic: 1.576,
      activations: 0.08,
      kernels: 18,
      collectives: 0,
      requests: 2,
    };
    for (const [name, value] of Object.entries(byHand))
      expect(microseconds[name], name).toBeCloseTo(value, 9);
    // A prefill: 57.6 us of weights, 0.4 us of attention, 4 us of activations.
    expect(found.prefillSecondsPerOutputToken * 1e6).toBeCloseTo((2 * 62) / 100, 9);
    expect(found.secondsPerOutputToken * 1e6).toBeCloseTo(100.976, 9);
    expect(found.secondsToFirstToken * 1e6).toBeCloseTo(99.736 + 20 * 18 + 62 * 1.1, 9);
    expect(found.outputTokensPerSecond).toBeCloseTo(200 / (527.936e-6 + 100 * 100.976e-6), 6);
    expect(found.prefillTokensPerSecond).toBeCloseTo(100 / 62e-6, 3);
  });

  it("adds two collectives a layer where a replica spans accelerators", () => {
    const { step } = estimate({ acceleratorsPerReplica: 2 }, round);
    // 4 x (1 us + 2 x 2 tokens x 1000 x 2 bytes x 1/2 at 70 GB/s)
    expect(step.collectives * 1e6).toBeCloseTo(4 * (1 + 4000 / 70_000), 9);
    expect(step.weights * 1e6).toBeCloseTo(77.6 / 2, 9);
  });

  it("reads only the experts that the batch touches", () => {
    expect(touchedExperts(experts, 1)).toBeCloseTo(2, 12);
    expect(touchedExperts(experts, 2)).toBeCloseTo(3.5, 12);
    expect(touchedExperts(experts, 1000)).toBeCloseTo(8, 9);
    const { step } = estimate({ model: experts, concurrency: 1 }, round);
    // Attention 4.8, head 10, two layers of two experts of 3 million weights.
    expect(step.weights * 1e6).toBeCloseTo(2 * (4.8 + 10 + 2 * 2 * 3), 9);
  });

  it("unpacks weights that the accelerator has no arithmetic for", () => {
    const packed = estimate({ weights: "fp4", expertWeights: "fp4" }, round).step.weights;
    expect(packed * 1e6).toBeCloseTo(28.8 * 0.5625 * 2 + 20, 9);
    const native = { ...accelerator, fp4TeraflopsPerSecond: 400 };
    const own = { weights: "fp4", expertWeights: "fp4", accelerator: native } as const;
    expect(estimate(own, round).step.weights * 1e6).toBeCloseTo(28.8 * 0.5625 + 20, 9);
  });

  it("leaves attention at 16 bits where only experts are packed", () => {
    const packed: Deployment = {
      ...deployment,
      model: experts,
      weights: "fp4",
      expertWeights: "fp4",
    };
    const parts = modelParts(experts);
    const packedBytes = 2 * 8 * 3e6 * 0.5625;
    expect(weightBytes(packed)).toBeCloseTo(
      parts.attentionParameters * 2 + packedBytes + 2 * 1e7 * 2,
      3,
    );
  });

  it("keeps waiting what memory has no room for, and says so of what never fits", () => {
    const tight = { ...accelerator, memoryGigabytes: 0.1 };
    // 97.6 MB of weights in 92 MB usable.
    expect(estimateThroughput({ ...deployment, accelerator: tight })).toMatchObject({
      kind: "does-not-fit",
      weightBytesPerAccelerator: 97.6e6,
    });
    const roomForFour = { ...accelerator, memoryGigabytes: (97.6e6 + 4 * 240_000) / 0.92e9 };
    const found = estimate({ accelerator: roomForFour, concurrency: 8 }, round);
    const free = estimate({ concurrency: 4 }, round);
    expect(found.runningRequests).toBe(4);
    expect(found.secondsPerOutputToken).toBeCloseTo(free.secondsPerOutputToken, 12);
    expect(found.secondsToFirstToken - free.secondsToFirstToken).toBeCloseTo(
      100 * free.secondsPerOutputToken,
      12,
    );
  });

  it("does not let prefill hold up decoding where other machines do it", () => {
    const found = estimate({ prefill: "apart" }, round);
    expect(found.prefillSecondsPerOutputToken).toBe(0);
    expect(found.secondsPerOutputToken * 1e6).toBeCloseTo(99.736, 9);
  });

  it("keeps a window, a latent and a state of their own sizes in the cache", () => {
    const bytes = (change: Partial<ModelArchitecture>, tokens: number) =>
      cacheBytes({ ...deployment, model: { ...model, ...change } }, tokens);
    expect(bytes({}, 1000)).toBe(1_600_000);
    expect(bytes({ fullAttentionLayers: 1, windowTokens: 100 }, 1000)).toBe(880_000);
    expect(bytes({ latentSize: 512, rotatedKeySize: 64 }, 1000)).toBe(576 * 2 * 2 * 1000);
    expect(bytes({ stateLayers: 1, stateBytesPerLayer: 5000 }, 1000)).toBe(805_000);
  });
});

describe("throughput estimate at a target", () => {
  const { concurrency: _, ...open } = deployment;

  it("takes as many in flight as the target allows", () => {
    const target = estimate({ concurrency: 37 }).secondsPerOutputToken;
    const found = estimateAtTarget(open, target);
    expect(found).toMatchObject({ kind: "at-target", estimate: { runningRequests: 37 } });
    expect(estimate({ concurrency: 38 }).secondsPerOutputToken).toBeGreaterThan(target);
  });

  it("takes what memory holds where the target is never reached", () => {
    const roomForFour = { ...accelerator, memoryGigabytes: (97.6e6 + 4 * 240_000) / 0.92e9 };
    const found = estimateAtTarget({ ...open, accelerator: roomForFour }, 10);
    expect(found).toMatchObject({ kind: "at-target", estimate: { runningRequests: 4 } });
  });

  it("says what is too slow and what does not fit", () => {
    const slow = estimateAtTarget(open, 1e-9);
    expect(slow).toMatchObject({ kind: "slower-than-target", estimate: { runningRequests: 1 } });
    const tight = { ...accelerator, memoryGigabytes: 0.1 };
    expect(estimateAtTarget({ ...open, accelerator: tight }, 1).kind).toBe("does-not-fit");
  });
});

describe("throughput estimate, whatever is asked", () => {
  const formats = fc.constantFrom("bf16", "fp8", "fp4", "int8", "int4");
  const asked = fc.record({
    model: fc.constantFrom(model, experts, { ...model, latentSize: 64, rotatedKeySize: 16 }),
    acceleratorsPerReplica: fc.constantFrom(1, 2, 4, 8),
    attention: fc.constantFrom("tensor", "data"),
    weights: formats,
    expertWeights: formats,
    inputTokens: fc.integer({ min: 1, max: 100_000 }),
    outputTokens: fc.integer({ min: 1, max: 10_000 }),
    concurrency: fc.integer({ min: 1, max: 4096 }),
  }) as fc.Arbitrary<Partial<Deployment>>;
  const roomy = { ...accelerator, memoryGigabytes: 10_000 };

  it("is finite, above 0, and the sum of its parts", () => {
    fc.assert(
      fc.property(asked, (change) => {
        const found = estimate({ ...change, accelerator: roomy });
        const parts = Object.values(found.step);
        for (const value of [found.secondsToFirstToken, found.outputTokensPerSecond])
          expect(Number.isFinite(value) && value > 0).toBe(true);
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
        const sum = parts.reduce((a, b) => a + b, 0) + found.prefillSecondsPerOutputToken;
        expect(found.secondsPerOutputToken).toBeCloseTo(sum, 12);
      }),
    );
  });

  it("is no slower with faster memory, arithmetic or links, and no faster with more in flight", () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 1, max: 10, noNaN: true }), (change, times) => {
        const base = estimate({ ...change, accelerator: roomy });
        const faster: AcceleratorSpeed = {
          ...roomy,
          memoryTerabytesPerSecond: times,
          bf16TeraflopsPerSecond: 100 * times,
          fp8TeraflopsPerSecond: 200 * times,
          linkGigabytesPerSecond: 100 * times,
        };
        const rounding = 1 + 1e-12;
        const better = estimate({ ...change, accelerator: faster });
        expect(better.secondsPerOutputToken).toBeLessThanOrEqual(
          base.secondsPerOutputToken * rounding,
        );
        expect(better.secondsToFirstToken).toBeLessThanOrEqual(base.secondsToFirstToken * rounding);
        const concurrency = Math.ceil((change.concurrency ?? 1) * times);
        const busier = estimate({ ...change, accelerator: roomy, concurrency });
        expect(busier.secondsPerOutputToken * rounding).toBeGreaterThanOrEqual(
          base.secondsPerOutputToken,
        );
      }),
    );
  });
});
