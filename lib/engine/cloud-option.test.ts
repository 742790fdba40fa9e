import { describe, expect, it } from "vitest";
import {
  assumed,
  cloud,
  combined,
  inference,
  planOf,
  split,
  training,
  yearly,
} from "./testing/plans";
import { lineIds, lineOf, projected } from "./testing/results";

const hours = 730;

/** Replicas of one token a second that a month's mean load keeps busy. */
const busy = (replicas: number) => assumed(replicas * hours * 3600);

describe("cloud accelerators", () => {
  it("rents whole instances for the peak, under the utilization ceiling, with spares", () => {
    // 1.5 busy on the mean x peak 2 / ceiling 0.75 = 4 replicas, + 1 spare = 5, two to an instance: 3.
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: busy(1.5), peakToMeanRatio: assumed(2) })],
      options: [
        cloud({
          acceleratorsPerInstance: assumed(8),
          throughput: [combined(1, { acceleratorsPerReplica: 4 })],
          utilizationCeilingFraction: assumed(0.75),
          spareReplicas: assumed(1),
          rate: assumed(2),
          supportFraction: assumed(0.1),
          storage: assumed(300),
          egress: assumed(200),
        }),
      ],
    });
    const result = projected(plan, "cloud");
    expect(result.capacity.servers[0]).toBe(3);
    expect(result.capacity.accelerators[0]).toBe(24);
    expect(result.capacity.utilizationFraction[0]).toBeCloseTo(6 / 24, 12);
    expect(lineOf(result, "rental").cash[0]).toBeCloseTo(24 * hours * 2, 9);
    expect(lineOf(result, "support").cash[0]).toBeCloseTo(24 * hours * 0.2, 9);
    expect(result.cash.all[0]).toBeCloseTo(24 * hours * 2.2 + 500, 9);
  });

  it("adds prefill and decode seconds of a split profile, cached input taking none", () => {
    // A month of 2,628,000 s: input 0.5 x 1000 / 500 = 1 s, output 2 x 1 = 2 s a request.
    const plan = planOf({
      workloads: [
        inference({
          requestsPerMonth: assumed((hours * 3600) / 3),
          inputTokensPerRequest: assumed(1000),
          cachedInputFraction: assumed(0.5),
          outputTokensPerRequest: assumed(20),
        }),
      ],
      options: [cloud({ throughput: [split(500, 10)], rate: assumed(1) })],
    });
    expect(projected(plan, "cloud").capacity.servers[0]).toBe(1);
  });

  it("bills the active window alone, with machines enough for all the work inside it", () => {
    // The whole month's work of one machine inside 6 of 24 hours takes four, each for 182.5 hours.
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: busy(1) })],
      options: [
        cloud({ policy: "active-window", activeHoursPerDay: assumed(6), rate: assumed(2) }),
      ],
    });
    const result = projected(plan, "cloud");
    expect(result.capacity.servers[0]).toBe(4);
    expect(lineOf(result, "rental").cash[0]).toBeCloseTo(4 * (hours / 4) * 2, 9);
  });

  it("gives training the idle hours first, pro rata, and rents the rest by the hour", () => {
    // 2 machines at ceiling 1: 1,460 h, inference 1,095 h (1.5 busy), idle 365 h, training 600 h.
    const plan = planOf({
      workloads: [
        inference({ requestsPerMonth: busy(1.5) }),
        training({ acceleratorHoursPerRun: assumed(1200) }),
      ],
      options: [cloud({ rate: assumed(1), trainingSpeedRatio: assumed(2), storage: assumed(100) })],
    });
    const result = projected(plan, "cloud");
    expect(lineOf(result, "rental", "inference").cash[0]).toBeCloseTo(1460 * (1095 / 1460), 9);
    expect(lineOf(result, "rental", "training").cash[0]).toBeCloseTo(1460 * (365 / 1460), 9);
    expect(lineOf(result, "trainingRental", "training").cash[0]).toBeCloseTo(235, 9);
    expect(lineOf(result, "storage", "training").cash[0]).toBeCloseTo((100 * 600) / 1695, 9);
    expect(result.capacity.acceleratorHours.training[0]).toBeCloseTo(600, 9);
    expect(result.capacity.baseTrainingFraction[0]).toBeCloseTo(365 / 1460, 9);
  });

  it("leaves idle time to inference in a month in which neither works", () => {
    const plan = planOf({
      horizonMonths: 2,
      workloads: [
        inference({ requestsPerMonth: assumed(0) }),
        training({ firstRunMonth: assumed(2) }),
      ],
      options: [cloud({ rate: assumed(1), storage: assumed(100) })],
    });
    const result = projected(plan, "cloud");
    expect(lineOf(result, "storage", "inference").cash).toEqual([100, 0]);
    expect(lineOf(result, "storage", "training").cash).toEqual([0, 100]);
  });

  it("follows the cloud rental path", () => {
    const plan = planOf({
      horizonMonths: 13,
      assumptions: { cloudPricePath: yearly(0.38) },
      workloads: [inference({ requestsPerMonth: busy(1) })],
      options: [cloud({ rate: assumed(1) })],
    });
    expect(lineOf(projected(plan, "cloud"), "rental").cash[12]).toBeCloseTo(730 * 1.38, 9);
  });

  it("warns of a utilization ceiling of 100%", () => {
    const plan = planOf({ workloads: [inference()], options: [cloud()] });
    expect(projected(plan, "cloud").warnings).toEqual([
      { kind: "fullUtilization", path: "options.cloud.utilizationCeilingFraction" },
    ]);
  });

  it("cannot serve a workload it has no throughput for", () => {
    const plan = planOf({
      workloads: [inference(), inference({ id: "search" })],
      options: [cloud({ rate: assumed(null) })],
    });
    expect(projected(plan, "cloud")).toMatchObject({
      status: "infeasible",
      infeasibilities: [{ kind: "noThroughput", workloadId: "search" }],
      lines: [],
    });
  });

  it("cannot size a workload that only reads by a rate of output tokens", () => {
    const reader = inference({
      inputTokensPerRequest: assumed(500),
      outputTokensPerRequest: assumed(0),
    });
    const status = (throughput: ReturnType<typeof combined>) =>
      projected(
        planOf({ workloads: [reader], options: [cloud({ throughput: [throughput] })] }),
        "cloud",
      ).status;
    expect(status(combined(1000))).toBe("infeasible");
    expect(status(split(1000, 1000))).toBe("complete");
  });

  it("refuses a demand past all meaning", () => {
    const plan = planOf({
      workloads: [
        inference({ requestsPerMonth: assumed(1e12), outputTokensPerRequest: assumed(1e7) }),
      ],
      options: [cloud()],
    });
    expect(projected(plan, "cloud").infeasibilities).toEqual([
      { kind: "demandTooLarge", month: 0, tokens: 1e19 },
    ]);
    const fewer = planOf({
      workloads: [inference({ requestsPerMonth: busy(2e7) })],
      options: [cloud()],
    });
    expect(projected(fewer, "cloud").infeasibilities).toMatchObject([
      { kind: "demandTooLarge", month: 0, servers: 2e7 },
    ]);
  });

  it("needs the active hours only for the active window, the training speed only for training", () => {
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: busy(1) })],
      options: [cloud({ rate: assumed(1), trainingSpeedRatio: assumed(null) })],
    });
    expect(projected(plan, "cloud").status).toBe("complete");
    const windowed = { ...plan, options: [cloud({ policy: "active-window" as const })] };
    expect(projected(windowed, "cloud").missing).toEqual([
      { path: "options.cloud.activeHoursPerDay" },
    ]);
    expect(lineIds(projected(plan, "cloud"))).toEqual(["rental inference"]);
  });
});
