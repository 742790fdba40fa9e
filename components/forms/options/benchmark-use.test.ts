import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBenchmark } from "@/lib/importers/benchmark/read-benchmark";
import type { BenchmarkRun } from "@/lib/schemas/benchmark-run";
import { checkOption } from "@/lib/schemas/check";
import { examplePlan } from "@/lib/views/testing/example";
import {
  type BenchmarkPick,
  type Chosen,
  firstPick,
  optionWithRun,
  pointsLeftOut,
  servedWorkloads,
  servingOptions,
  throughputOfRun,
} from "./benchmark-use";

const text = readFileSync(
  new URL("../../../docs/examples/vllm-benchmark.jsonl", import.meta.url),
  "utf8",
);
const file = readBenchmark(text, "2026-11-28");
const plan = examplePlan("claims-assistant");

function chosen(change: Partial<BenchmarkPick> = {}, ofRun: Partial<BenchmarkRun> = {}): Chosen {
  const first = firstPick(file, plan);
  const [run] = file.runs;
  if (!first || !run) throw new Error("The example has a run for the plan.");
  const pick = { ...first, ...change };
  const option = servingOptions(plan).find(({ id }) => id === pick.optionId);
  const workload = servedWorkloads(plan).find(({ id }) => id === pick.workloadId);
  if (!option || !workload) throw new Error("The plan has both.");
  return { run: { ...run, ...ofRun }, option, workload, pick, fileName: "mine.jsonl" };
}

describe("a benchmark as an option's throughput", () => {
  it("is its measured points, with one source and date", () => {
    expect(throughputOfRun(chosen())).toMatchObject({
      accelerator: "NVIDIA H200 SXM",
      precision: "FP8",
      servingEngine: "vLLM 0.15.1",
      acceleratorsPerReplica: { value: 2, evidence: "measured" },
      basis: "front",
      front: {
        inputTokens: 1024,
        outputTokens: 1024,
        evidence: "measured",
        source: "Own benchmark, vllm bench serve, mine.jsonl",
        date: "2026-11-24",
      },
    });
  });

  it("begins with the option and workload of the same machine and model, and makes a valid option", () => {
    const first = chosen();
    expect(first.option.kind).not.toBe("edge");
    const option = optionWithRun(first);
    expect(option && checkOption(plan, option)).toMatchObject({ ok: true });
    const row = option?.throughput.find(({ workloadId }) => workloadId === first.workload.id);
    expect(row?.basis === "front" && row.front.points).toHaveLength(6);
    expect(option?.throughput).toHaveLength(first.option.throughput.length);
  });

  it("is one rate where times or lengths are not known", () => {
    expect(throughputOfRun(chosen({}, { inputTokens: null }))).toMatchObject({
      basis: "combined",
      outputTokensPerSecond: { value: 3081.26, evidence: "measured", date: "2026-11-24" },
    });
  });

  it("asks for the replica where the file does not say it, and says that it is assumed", () => {
    const unsaid = { acceleratorsPerReplica: null };
    expect(throughputOfRun(chosen(unsaid, unsaid))).toBeNull();
    expect(
      throughputOfRun(chosen({ acceleratorsPerReplica: 4 }, unsaid))?.acceleratorsPerReplica,
    ).toEqual({ value: 4, evidence: "assumed" });
  });

  it("uses suspicious points only when asked", () => {
    const odd = { points: [], suspicious: chosen().run.points };
    expect(throughputOfRun(chosen({}, odd))).toBeNull();
    expect(throughputOfRun(chosen({ withSuspicious: true }, odd))?.basis).toBe("front");
  });

  it("keeps the largest throughputs of more points than a plan has room for, and counts the others", () => {
    const [first] = chosen().run.points;
    if (!first) throw new Error("The example has points.");
    // Every other one is beaten by its neighbour.
    const points = Array.from({ length: 250 }, (_, index) => ({
      ...first,
      requestsAtOnce: 250 - index,
      timePerOutputTokenMilliseconds: 260 - index,
      outputTokensPerSecond: index % 2 === 0 ? 1000 * (250 - index) : 1,
    }));
    for (const written of [points, points.toReversed()]) {
      const many = chosen({}, { points: written });
      const row = throughputOfRun(many);
      if (row?.basis !== "front") throw new Error("All points have their times.");
      const rates = row.front.points.map((point) => point.outputTokensPerSecond);
      expect(rates).toHaveLength(200);
      expect(rates.filter((rate) => rate > 1)).toHaveLength(125);
      expect(Math.max(...rates)).toBe(250_000);
      expect(row.conditions).toContain("200 points");
      expect(pointsLeftOut(many)).toBe(50);
      const option = optionWithRun(many);
      expect(option && checkOption(plan, option)).toMatchObject({ ok: true });
    }
    expect(pointsLeftOut(chosen())).toBe(0);
  });

  it("is the largest of all rates, however many, where there are no times", () => {
    const [first] = chosen().run.points;
    if (!first) throw new Error("The example has points.");
    const untimed = { ...first, timeToFirstTokenMilliseconds: null };
    const points = Array.from({ length: 201 }, (_, index) => ({
      ...untimed,
      outputTokensPerSecond: 1 + index,
    }));
    const many = chosen({}, { points });
    expect(throughputOfRun(many)).toMatchObject({ outputTokensPerSecond: { value: 201 } });
    expect(pointsLeftOut(many)).toBe(0);
  });

  it("finds no place in a plan without machines", () => {
    const options = plan.options.filter((option) => !("throughput" in option));
    expect(firstPick(file, { ...plan, options })).toBeNull();
  });
});
