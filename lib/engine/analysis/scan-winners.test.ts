import { describe, expect, it, vi } from "vitest";
import { examplePlan } from "@/lib/views/testing/example";
import { scanWinners } from "./scan-winners";
import { winnerFinder } from "./winner-map";

vi.setConfig({ testTimeout: 120_000 });

const plan = examplePlan("claims-assistant");
const values = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, nth) => from + ((to - from) * nth) / (count - 1));

describe("scanWinners", () => {
  const x = { path: "workloads.claims.requestsPerMonth", values: values(1e6, 5e7, 40) };
  const y = { path: "options.cloud.rate", values: values(0.5, 8, 21) };

  it("runs the coarse grid first, then every cell, and ends with what each cell says alone", () => {
    const steps = scanWinners(plan, x, y);
    let step = steps.next();
    const counts: number[] = [];
    while (!step.done) {
      counts.push(step.value.verifiedCount);
      step = steps.next();
    }
    expect(counts).toEqual(Array.from({ length: 840 }, (_, nth) => nth + 1));
    const { winners, verified, verifiedCount } = step.value;
    expect(verifiedCount).toBe(840);
    expect(verified.every((ran) => ran === 1)).toBe(true);
    const winnerAt = winnerFinder(plan, x, y);
    const alone = y.values.flatMap((_, row) => x.values.map((__, column) => winnerAt(column, row)));
    expect([...winners]).toEqual(alone);
    expect(new Set(alone).size).toBeGreaterThan(1);
  });
});
