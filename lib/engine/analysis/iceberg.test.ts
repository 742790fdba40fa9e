import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { project } from "../project";
import { arbitraryPlan } from "../testing/arbitrary-plan";
import { assumed, cloud, combined, inference, planOf } from "../testing/plans";
import { busyFraction, costAtBusyFraction } from "./busy-share";
import { comparedIceberg } from "./compared-iceberg";
import { icebergOf } from "./iceberg";

const product = (factors: readonly { readonly factor: number }[]) =>
  factors.reduce((all, { factor }) => all * factor, 1);

describe("iceberg", () => {
  it("divides a price of the hour by tokens an hour, factor by factor", () => {
    const plan = planOf({
      horizonMonths: 1,
      workloads: [
        inference({
          requestsPerMonth: assumed(9 * 730 * 3600),
          inputTokensPerRequest: assumed(0),
          outputTokensPerRequest: assumed(1),
          peakToMeanRatio: assumed(2),
        }),
      ],
      options: [
        cloud({
          rate: assumed(3),
          utilizationCeilingFraction: assumed(0.75),
          throughput: [
            {
              ...combined(10),
              levers: [
                {
                  id: "fp4",
                  kind: "quantization",
                  speedRatio: assumed(2),
                  reach: "included",
                  isOn: true,
                },
              ],
            },
          ],
        }),
      ],
    });
    const iceberg = icebergOf(plan, project(plan), {
      optionId: "cloud",
      workloadId: "chat",
      month: 0,
    });
    // 9 tokens/s x 2 / 0.75 = 24 busy, at 10 a replica 3 accelerators that are used to 0.3.
    expect(iceberg?.pricePerAcceleratorHour).toBeCloseTo(3, 9);
    expect(iceberg?.tokensPerSecondPerAccelerator).toBeCloseTo(5, 9);
    expect(iceberg?.factors.map(({ kind, factor }) => [kind, Number(factor.toFixed(9))])).toEqual([
      ["quantization", 2],
      ["ceiling", 0.75],
      ["peak", 0.5],
      ["fleet", 0.8],
    ]);
    expect(iceberg?.tokensPerAcceleratorHour).toBeCloseTo(3 * 3600, 6);
    expect(iceberg?.costPerMillionTokens).toBeCloseTo((3 / 10_800) * 1e6, 9);
    // 0.75 x 0.5 x 0.8: busy 30% of the hours; at 100% a token costs 30% of it, at 15% the double.
    if (!iceberg) throw new Error("no iceberg");
    expect(busyFraction(iceberg)).toBeCloseTo(0.3, 9);
    expect(costAtBusyFraction(iceberg, 1)).toBeCloseTo((3 / 36_000) * 1e6, 9);
    expect(costAtBusyFraction(iceberg, 0.15)).toBeCloseTo((6 / 10_800) * 1e6, 9);
  });

  it("shows reasoning, routing and offload as factors of their own", () => {
    const plan = planOf({
      horizonMonths: 1,
      workloads: [
        inference({
          requestsPerMonth: assumed(730 * 36),
          inputTokensPerRequest: assumed(100),
          outputTokensPerRequest: assumed(100),
          reasoningRatio: assumed(3),
        }),
      ],
      options: [
        cloud({
          rate: assumed(3),
          throughput: [
            {
              ...combined(10),
              levers: [
                {
                  id: "small",
                  kind: "model-routing",
                  requestsFraction: assumed(0.5),
                  smallModelSpeedRatio: assumed(2),
                  reach: "added",
                  isOn: true,
                },
                {
                  id: "phones",
                  kind: "edge-offload",
                  requestsFraction: assumed(0.2),
                  devicesCost: assumed(2),
                  reach: "added",
                  isOn: true,
                },
              ],
            },
          ],
        }),
      ],
    });
    const projection = project(plan);
    const iceberg = icebergOf(plan, projection, {
      optionId: "cloud",
      workloadId: "chat",
      month: 0,
    });
    // An answer of 300 beside 100 read, where it was 100: 4/3 tokens for each written, not 2.
    const found = new Map(iceberg?.factors.map(({ kind, factor }) => [kind, factor]));
    expect(found.get("model-routing")).toBeCloseTo(4 / 3, 12);
    expect(found.get("edge-offload")).toBeCloseTo(1.25, 12);
    expect(found.get("input")).toBeCloseTo(2, 12);
    expect(found.get("reasoning")).toBeCloseTo(2 / 3, 12);
    expect(iceberg?.tokensPerRequest).toBeCloseTo(400, 9);
    // 400 tokens a request; without reasoning 200, each at two thirds of the cost.
    const cost = iceberg?.costPerMillionTokens ?? 0;
    expect(iceberg?.costPerThousandRequests).toBeCloseTo(cost * 0.4, 9);
    expect(iceberg?.costPerThousandRequestsWithoutReasoning).toBeCloseTo(cost * 0.2 * (2 / 3), 9);
    const [option] = projection.options;
    expect(iceberg?.costPerMillionTokens).toBeCloseTo(option?.costPerMillionTokens[0] ?? 0, 9);
  });

  it("multiplies to the projection's cost per million tokens wherever one workload is served", () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const projection = project(plan);
        const served = projection.demand.filter(({ kind }) => kind === "inference");
        const [workload] = served;
        if (served.length !== 1 || !workload) return;
        for (const option of projection.options) {
          const month = plan.horizonMonths - 1;
          const { optionId } = option;
          const { workloadId } = workload;
          const iceberg = icebergOf(plan, projection, { optionId, workloadId, month });
          if (!iceberg) continue;
          seen += 1;
          const cost = option.costPerMillionTokens[month] ?? Number.NaN;
          expect(Math.abs(iceberg.costPerMillionTokens - cost)).toBeLessThanOrEqual(cost * 1e-9);
          const tokens = iceberg.tokensPerSecondPerAccelerator * 3600 * product(iceberg.factors);
          expect(tokens / iceberg.tokensPerAcceleratorHour).toBeCloseTo(1, 9);
        }
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });
});

describe("an iceberg over another", () => {
  const at = (optionId: string, price: number, rate: number, quantized: boolean) => {
    const factors = quantized
      ? [{ id: "lever.quantization.a", kind: "quantization" as const, factor: 2, inputs: ["a"] }]
      : [];
    const tokensPerAcceleratorHour = rate * 3600 * (quantized ? 2 : 1);
    return {
      optionId,
      workloadId: "chat",
      month: 0,
      pricePerAcceleratorHour: price,
      priceInputs: [],
      tokensPerSecondPerAccelerator: rate,
      rateInputs: ["r"],
      factors,
      tokensPerAcceleratorHour,
      millionTokensPerAcceleratorHour: tokensPerAcceleratorHour / 1e6,
      costPerMillionTokens: (price / tokensPerAcceleratorHour) * 1e6,
      tokensPerRequest: 1,
      costPerThousandRequests: (price / tokensPerAcceleratorHour) * 1e3,
      costPerThousandRequestsWithoutReasoning: null,
    };
  };

  it("divides price by price, rate by rate and factor by factor", () => {
    const [dear, plain] = [at("dear", 4, 30, true), at("plain", 2, 10, false)];
    const compared = comparedIceberg(dear, plain);
    expect(compared.priceRatio).toBe(2);
    expect(compared.costRatio).toBeCloseTo(2 / 6, 12);
    expect(compared.tokensRatio).toBeCloseTo(6, 12);
    expect(compared.factors.map(({ kind, factor }) => [kind, factor])).toEqual([
      ["rate", 3],
      ["quantization", 2],
    ]);
    expect(compared.factors[0]?.costPerMillionTokensWithout).toBeCloseTo(
      dear.costPerMillionTokens * 3,
      9,
    );
  });

  it("leaves the rate out where there is nothing to compare it with", () => {
    const compared = comparedIceberg(at("dear", 4, 30, true), null);
    expect(compared).toMatchObject({ priceRatio: null, costRatio: null, tokensRatio: 2 });
    expect(compared.factors.map(({ kind }) => kind)).toEqual(["quantization"]);
  });
});
