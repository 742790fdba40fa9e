import { describe, expect, it } from "vitest";
import { project } from "./index";
import { assumed, compound, inference, planOf, training } from "./testing/plans";

function demandOf(plan: ReturnType<typeof planOf>) {
  const [demand] = project(plan).demand;
  if (demand === undefined) throw new Error("The plan has no demand");
  return demand;
}

describe("inference demand", () => {
  const plan = planOf({
    startMonth: "2027-12",
    horizonMonths: 13,
    workloads: [
      inference({
        requestsPerMonth: assumed(1000),
        growth: compound(0.5),
        season: [0.4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.6],
        inputTokensPerRequest: assumed(2000),
        cachedInputFraction: assumed(0.25),
        outputTokensPerRequest: assumed(100),
        reasoningRatio: assumed(3),
        retryFraction: assumed(0.1),
      }),
    ],
  });

  it("multiplies requests by growth and by the season of the calendar month", () => {
    const demand = demandOf(plan);
    if (demand.kind !== "inference") throw new Error("not inference");
    expect(demand.requests[0]).toBeCloseTo(1000 * 1.6, 9);
    expect(demand.requests[1]).toBeCloseTo(1000 * 0.4 * 1.5 ** (1 / 12), 9);
    expect(demand.requests[12]).toBeCloseTo(1000 * 1.6 * 1.5, 9);
  });

  it("writes answers without reasoning before its month, and while it is off", () => {
    const [workload] = plan.workloads;
    if (workload?.kind !== "inference") throw new Error("not inference");
    const outputOf = (reasoning: { isOn: boolean; startMonth?: ReturnType<typeof assumed> }) => {
      const demand = demandOf({ ...plan, workloads: [{ ...workload, reasoning }] });
      if (demand.kind !== "inference") throw new Error("not inference");
      return demand.outputTokens.map((tokens, month) => tokens / (demand.requests[month] ?? 0));
    };
    const later = outputOf({ isOn: true, startMonth: assumed(7) });
    expect(later[5]).toBeCloseTo(100, 9);
    expect(later[6]).toBeCloseTo(300, 9);
    expect(outputOf({ isOn: true })[0]).toBeCloseTo(300, 9);
    expect(outputOf({ isOn: false })[12]).toBeCloseTo(100, 9);
  });

  it("serves uncached and cached input and output with reasoning, without retries", () => {
    const demand = demandOf(plan);
    if (demand.kind !== "inference") throw new Error("not inference");
    // 1,600 requests: 1,500 uncached, 500 cached and 300 output tokens each.
    expect(demand.uncachedInputTokens[0]).toBeCloseTo(2_400_000, 6);
    expect(demand.cachedInputTokens[0]).toBeCloseTo(800_000, 6);
    expect(demand.outputTokens[0]).toBeCloseTo(480_000, 6);
    expect(demand.servedTokens[0]).toBeCloseTo(3_680_000, 6);
    expect(demand.retryFactor).toBeCloseTo(1.1, 12);
  });

  it("leaves out a workload with an unpriced figure, and names the figure", () => {
    const unpriced = planOf({ workloads: [inference({ retryFraction: assumed(null) })] });
    const projection = project(unpriced);
    expect(projection.demand).toEqual([]);
    expect(projection.missing).toEqual([{ path: "workloads.chat.retryFraction" }]);
  });
});

describe("training demand", () => {
  it("runs from its first month at its cadence, hours scaled at the month of the run", () => {
    const plan = planOf({
      workloads: [
        training({
          acceleratorHoursPerRun: assumed(100),
          firstRunMonth: assumed(3),
          monthsBetweenRuns: assumed(4),
          growth: compound(3),
          failureFraction: assumed(0.2),
          experimentsRatio: assumed(2),
        }),
      ],
    });
    const demand = demandOf(plan);
    if (demand.kind !== "training") throw new Error("not training");
    expect(demand.runs).toEqual([0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0]);
    // Month index 6 is half a year in: 100 x 1.2 x 2 x 4^(6/12) = 480.
    expect(demand.acceleratorHours[6]).toBeCloseTo(480, 9);
    expect(demand.acceleratorHours[5]).toBe(0);
  });
});
