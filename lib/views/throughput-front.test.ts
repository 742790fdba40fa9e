import { describe, expect, it } from "vitest";
import { assumed, front, inference } from "@/lib/engine/testing/plans";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { frontView } from "./throughput-front";

const profile = {
  ...front([
    {
      requestsAtOnce: 4,
      timeToFirstTokenMilliseconds: 100,
      timePerOutputTokenMilliseconds: 10,
      outputTokensPerSecond: 400,
    },
    {
      requestsAtOnce: 128,
      timeToFirstTokenMilliseconds: 1150,
      timePerOutputTokenMilliseconds: 40,
      outputTokensPerSecond: 4555,
    },
    {
      timeToFirstTokenMilliseconds: 2000,
      timePerOutputTokenMilliseconds: 50,
      outputTokensPerSecond: 3000,
    },
  ]),
  acceleratorsPerReplica: assumed(2),
};

const viewAt = (parts: Partial<InferenceWorkload>) => frontView(profile, inference(parts));

describe("the view of a measured front", () => {
  it("draws each user's and each accelerator's tokens, and tells the front from the rest", () => {
    const view = viewAt({});
    expect(view.points).toEqual([
      { x: 100, y: 200, isEfficient: true },
      { x: 25, y: 2277.5, isEfficient: true },
      { x: 20, y: 1500, isEfficient: false },
    ]);
    expect(view.line.map(({ x }) => x)).toEqual([25, 100]);
    expect(view.table.rows.map(({ cells }) => cells.at(-1)?.text)).toEqual(["yes", "yes", "no"]);
  });

  it("says the operating point in words", () => {
    expect(viewAt({}).words).toEqual([
      "At 40 ms a token 4,555 tok/s a replica, 128 requests at once; the first token after 1,150 ms.",
      "A measured point: the largest throughput measured, as the workload has no target.",
    ]);
    const between = viewAt({ timePerOutputTokenTargetMilliseconds: assumed(20) });
    expect(between.words[0]).toMatch(/^At 20 ms a token 3,170 tok\/s a replica/);
    expect(between.words[1]).toBe(
      "On the line between two measured points: the largest throughput that meets the workload\u2019s targets.",
    );
    expect(between.chosen?.x).toBeCloseTo(50, 9);
    expect(between.target).toEqual({ x: 50, label: "target 20 ms" });
    expect(between.targets).toBe("Targets of Chat: at most 20 ms a token.");
  });

  it("says what the points give where none meets the targets", () => {
    const view = viewAt({ timePerOutputTokenTargetMilliseconds: assumed(5) });
    expect(view.chosen).toBeNull();
    expect(view.isMissed).toBe(true);
    expect(view.words[1]).toBe(
      "The fastest gives 10 ms a token, the earliest first token takes 100 ms. Loosen a target, or enter another throughput.",
    );
  });
});
