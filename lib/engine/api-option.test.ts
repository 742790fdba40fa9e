import { describe, expect, it } from "vitest";
import { api, assumed, inference, planOf, training, yearly } from "./testing/plans";
import { lineIds, lineOf, projected } from "./testing/results";

const workload = inference({
  requestsPerMonth: assumed(1_000_000),
  inputTokensPerRequest: assumed(2000),
  cachedInputFraction: assumed(0.5),
  outputTokensPerRequest: assumed(250),
  reasoningRatio: assumed(2),
  retryFraction: assumed(0.1),
});
const option = api({
  inputPrice: assumed(2),
  cachedInputPrice: assumed(0.5),
  outputPrice: assumed(8),
  fixedFee: assumed(1000),
});

describe("a managed API", () => {
  it("bills uncached, cached and output tokens, retries included, and the fee", () => {
    const result = projected(planOf({ workloads: [workload], options: [option] }), "api");
    // A million requests: 1,000M uncached, 1,000M cached, 500M output, each x 1.1 for retries.
    expect(lineOf(result, "inputTokens").cash[0]).toBeCloseTo(1100 * 2, 9);
    expect(lineOf(result, "cachedInputTokens").cash[0]).toBeCloseTo(1100 * 0.5, 9);
    expect(lineOf(result, "outputTokens").cash[0]).toBeCloseTo(550 * 8, 9);
    expect(lineOf(result, "fixedFee").cash[0]).toBe(1000);
    expect(result.cash.all[0]).toBeCloseTo(2200 + 550 + 4400 + 1000, 9);
    // Served: 2,500M tokens, without retries.
    expect(result.costPerMillionTokens[0]).toBeCloseTo(8150 / 2500, 12);
    expect(result.summary.costPerMillionOutputTokens).toBeCloseTo(8150 / 500, 12);
  });

  it("lets token prices follow the API price path, and the fee keep its amount", () => {
    const plan = planOf({
      horizonMonths: 13,
      assumptions: { apiPricePath: yearly(-0.5) },
      workloads: [workload],
      options: [option],
    });
    const result = projected(plan, "api");
    expect(lineOf(result, "outputTokens").cash[12]).toBeCloseTo(2200, 9);
    expect(lineOf(result, "fixedFee").cash[12]).toBe(1000);
  });

  it("rents training by the reference accelerator-hour, at the cloud rental path", () => {
    const plan = planOf({
      horizonMonths: 13,
      assumptions: { cloudPricePath: yearly(-0.2) },
      workloads: [workload, training({ acceleratorHoursPerRun: assumed(1000) })],
      options: [api({ trainingRate: assumed(3) })],
    });
    const line = lineOf(projected(plan, "api"), "trainingRental", "training");
    expect(line.cash[0]).toBeCloseTo(3000, 9);
    expect(line.cash[12]).toBeCloseTo(2400, 9);
  });

  it("needs no price that nothing uses", () => {
    const plan = planOf({
      workloads: [inference({ peakToMeanRatio: assumed(null) })],
      options: [
        api({
          outputPrice: assumed(1),
          inputPrice: assumed(null),
          cachedInputPrice: assumed(null),
          trainingRate: assumed(null),
        }),
      ],
      assumptions: { staffCost: assumed(null), powerPrice: assumed(null) },
    });
    expect(projected(plan, "api").status).toBe("complete");
  });

  it("is incomplete without a price it needs, and shows no line at all", () => {
    const plan = planOf({
      workloads: [workload],
      options: [{ ...option, inputPrice: assumed(null) }],
    });
    const result = projected(plan, "api");
    expect(result.status).toBe("incomplete");
    expect(result.missing).toEqual([{ path: "options.api.inputPrice" }]);
    expect(result.lines).toEqual([]);
    expect(result.costPerMillionTokens[0]).toBeNull();
  });

  it("charges the fee to training where the plan has nothing else", () => {
    const plan = planOf({ workloads: [training()], options: [option] });
    expect(lineIds(projected(plan, "api"))).toEqual(["fixedFee training"]);
  });

  it("names the inputs of each line, its own price first", () => {
    const result = projected(planOf({ workloads: [workload], options: [option] }), "api");
    const { inputs } = lineOf(result, "outputTokens");
    expect(inputs[0]).toBe("options.api.outputPrice");
    expect(inputs).toContain("workloads.chat.reasoningRatio");
    expect(inputs).toContain("assumptions.apiPricePath.changePerYearFraction");
    expect(inputs).not.toContain("workloads.chat.inputTokensPerRequest");
    expect(inputs).not.toContain("options.api.inputPrice");
  });
});
