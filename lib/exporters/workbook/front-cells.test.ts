import { describe, expect, test } from "vitest";
import { assumed, cloud, front, inference, planOf } from "@/lib/engine/testing/plans";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { disagreements } from "./testing/disagreements";

const points = [
  [100, 10, 10],
  [1000, 50, 100],
  [300, 60, 60],
  [4000, 80, 130],
].map(([first = 0, token = 0, rate = 0]) => ({
  timeToFirstTokenMilliseconds: first,
  timePerOutputTokenMilliseconds: token,
  outputTokensPerSecond: rate,
}));

describe("a spreadsheet reads a measured front as the engine does", () => {
  const target = (first: number | null, token: number | null): Partial<InferenceWorkload> => ({
    ...(first === null ? {} : { timeToFirstTokenTargetMilliseconds: assumed(first) }),
    ...(token === null ? {} : { timePerOutputTokenTargetMilliseconds: assumed(token) }),
  });
  test.each([
    ["no target", target(null, null)],
    ["a measured point", target(null, 50)],
    ["between two points", target(null, 20)],
    ["by the first token", target(2000, null)],
    ["off the front", target(300, 70)],
    ["by both", target(500, 30)],
  ])("%s", (_, workload) => {
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: assumed(2000 * 730 * 3600), ...workload })],
      options: [cloud({ rate: assumed(3), throughput: [front(points)] })],
    });
    expect(disagreements(plan)).toEqual([]);
  });
});
