import { describe, expect, it } from "vitest";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { assumed, cloud, front, inference, planOf } from "./testing/plans";
import { projected } from "./testing/results";

/** A million seconds of 10 tokens a second at the fast point, 100 at the slow one. */
const points = [
  {
    timeToFirstTokenMilliseconds: 100,
    timePerOutputTokenMilliseconds: 10,
    outputTokensPerSecond: 10,
  },
  {
    timeToFirstTokenMilliseconds: 1000,
    timePerOutputTokenMilliseconds: 50,
    outputTokensPerSecond: 100,
  },
];

const planWith = (
  workload: Partial<InferenceWorkload>,
  throughput: Partial<ReturnType<typeof front>> = {},
) =>
  planOf({
    workloads: [inference({ requestsPerMonth: assumed(100 * 730 * 3600), ...workload })],
    options: [
      cloud({
        rate: assumed(1),
        throughput: [{ ...front(points), ...throughput }],
        utilizationCeilingFraction: assumed(0.999),
      }),
    ],
  });

const servers = (plan: ReturnType<typeof planWith>) => projected(plan, "cloud").capacity.servers[0];

describe("the rate of a measured front", () => {
  it("sizes by the point that the workload's targets choose", () => {
    // 100 tokens a second: 1 replica of 100, or of 10, or of 32.5 at 1,000 / 30 ms; the ceiling adds one.
    expect(servers(planWith({}))).toBe(2);
    const token = (value: number) => ({ timePerOutputTokenTargetMilliseconds: assumed(value) });
    expect(servers(planWith(token(50)))).toBe(2);
    expect(servers(planWith(token(10)))).toBe(11);
    expect(servers(planWith(token(20)))).toBe(Math.ceil(100 / (100 - (30 / 80) * 90) / 0.999));
    const first = { timeToFirstTokenTargetMilliseconds: assumed(100) };
    expect(servers(planWith(first))).toBe(11);
  });

  it("takes levers and the speed-up on top", () => {
    const lever = {
      id: "quantization",
      kind: "quantization",
      speedRatio: assumed(5),
      reach: "added",
      isOn: true,
    } as const;
    const target = { timePerOutputTokenTargetMilliseconds: assumed(10) };
    expect(servers(planWith(target, { levers: [lever] }))).toBe(3);
  });

  it("says what it read", () => {
    const plan = planWith({ timePerOutputTokenTargetMilliseconds: assumed(20) });
    const rental = projected(plan, "cloud").lines.find(({ id }) => id === "rental");
    expect(rental?.inputs).toEqual(
      expect.arrayContaining([
        "options.cloud.throughput.chat.front",
        "workloads.chat.timePerOutputTokenTargetMilliseconds",
      ]),
    );
  });

  it.each([
    ["timePerOutputToken", { timePerOutputTokenTargetMilliseconds: assumed(9) }],
    ["timeToFirstToken", { timeToFirstTokenTargetMilliseconds: assumed(99) }],
  ])("names the %s target that no point meets", (missed, target) => {
    expect(projected(planWith(target), "cloud")).toMatchObject({
      status: "infeasible",
      infeasibilities: [
        {
          kind: "serviceLevelMissed",
          workloadId: "chat",
          missed,
          bestTimeToFirstTokenMilliseconds: 100,
          bestTimePerOutputTokenMilliseconds: 10,
        },
      ],
    });
  });

  it("names both where points meet each alone", () => {
    const crossed = points.map((point) => ({
      ...point,
      timeToFirstTokenMilliseconds: 1100 - point.timeToFirstTokenMilliseconds,
    }));
    const throughput = front(crossed);
    const both = {
      timeToFirstTokenTargetMilliseconds: assumed(100),
      timePerOutputTokenTargetMilliseconds: assumed(10),
    };
    expect(projected(planWith(both, throughput), "cloud").infeasibilities).toMatchObject([
      { missed: "bothTogether" },
    ]);
  });

  it("waits for a target that is there without a value", () => {
    const plan = planWith({ timePerOutputTokenTargetMilliseconds: assumed(null) });
    expect(projected(plan, "cloud")).toMatchObject({
      status: "incomplete",
      missing: [{ path: "workloads.chat.timePerOutputTokenTargetMilliseconds" }],
    });
  });

  it("cannot size a workload that only reads", () => {
    const reads = { inputTokensPerRequest: assumed(100), outputTokensPerRequest: assumed(0) };
    expect(projected(planWith(reads), "cloud").infeasibilities).toEqual([
      { kind: "noThroughput", workloadId: "chat" },
    ]);
  });

  it("warns where requests are more than twice as long, or less than half", () => {
    const warned = (input: number, output: number, cached = 0) =>
      projected(
        planWith({
          requestsPerMonth: assumed(1),
          inputTokensPerRequest: assumed(input),
          outputTokensPerRequest: assumed(output),
          cachedInputFraction: assumed(cached),
        }),
        "cloud",
      ).warnings;
    expect(warned(2000, 500)).toEqual([]);
    expect(warned(2001, 1000)).toEqual([
      {
        kind: "lengthsFarFromMeasured",
        path: "options.cloud.throughput.chat",
        workloadId: "chat",
        inputTokens: 2001,
        outputTokens: 1000,
        measuredInputTokens: 1000,
        measuredOutputTokens: 1000,
      },
    ]);
    expect(warned(2001, 1000, 0.5)).toEqual([]);
    expect(warned(1000, 499)).toHaveLength(1);
    const unknown = planWith({ inputTokensPerRequest: assumed(null) });
    expect(projected(unknown, "cloud").warnings).toEqual([]);
  });

  it("counts what reasoning writes among the lengths only while it is on", () => {
    const warned = (isOn: boolean) =>
      projected(
        planWith({
          requestsPerMonth: assumed(1),
          inputTokensPerRequest: assumed(1000),
          outputTokensPerRequest: assumed(1000),
          reasoningRatio: assumed(3),
          reasoning: { isOn },
        }),
        "cloud",
      ).warnings;
    expect(warned(true)).toMatchObject([{ outputTokens: 3000, measuredOutputTokens: 1000 }]);
    expect(warned(false)).toEqual([]);
  });
});
