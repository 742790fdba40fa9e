import { describe, expect, it } from "vitest";
import { project } from "@/lib/engine";
import type { BenchmarkFile, BenchmarkPoint, BenchmarkRun } from "@/lib/schemas/benchmark-run";
import { answerInBrief, answerWithOption } from "./answer-effect";
import { knownAccelerator, withCeilings } from "./benchmark-ceiling";
import { acceleratorLabel, misfits } from "./benchmark-fit";
import {
  benchmarkSummary,
  leftOutText,
  pointsInBrief,
  refusedTitle,
  remarkGroups,
  replicaSizeHelp,
  runConditions,
  runName,
  suspiciousRemarks,
  suspiciousTitle,
  unsaidText,
} from "./benchmark-words";
import { examplePlan } from "./testing/example";

const point = (change: Partial<BenchmarkPoint> = {}): BenchmarkPoint => ({
  row: 1,
  date: "2026-11-24",
  requestsAtOnce: 32,
  timeToFirstTokenMilliseconds: 277.3,
  timePerOutputTokenMilliseconds: 17.84,
  outputTokensPerSecond: 1717,
  remarks: [],
  ...change,
});

const run = (change: Partial<BenchmarkRun> = {}): BenchmarkRun => ({
  id: "run-1",
  modelName: "meta-llama/Llama-3.1-70B-Instruct",
  accelerator: "NVIDIA H200-SXM-141GB",
  acceleratorsPerReplica: 2,
  precision: "FP8",
  servingEngine: "vLLM 0.15.1",
  inputTokens: 1024,
  outputTokens: 1024,
  source: "Own benchmark, vllm bench serve",
  url: null,
  note: null,
  date: "2026-11-24",
  points: [point()],
  suspicious: [],
  unsaid: [],
  ...change,
});

const file = (...runs: BenchmarkRun[]): BenchmarkFile => ({
  format: "vllm",
  rows: runs.length,
  runs,
  refused: [],
});

const remarkAt = (row: number) => ({
  row,
  field: "completed",
  value: "9",
  reason: `${row} of 10 requests failed.`,
  mend: "Run again.",
});

const oddTexts = (...runs: BenchmarkRun[]) =>
  remarkGroups(withCeilings(file(...runs)).runs.flatMap(suspiciousRemarks)).map(({ text }) => text);

describe("what a machine cannot have done", () => {
  it("leaves alone what it can", () => {
    expect(withCeilings(file(run()))).toEqual(file(run()));
  });

  it("is odd: faster than memory is read, faster than all together, larger than memory", () => {
    const [token] = oddTexts(run({ points: [point({ timePerOutputTokenMilliseconds: 4 })] }));
    expect(token).toMatch(
      /^Row 1, time per output token is 4 ms: Faster than the machine’s memory allows: 2 × NVIDIA H200 SXM needs at least 8\.19 ms for a step of Llama 3\.1/,
    );
    const whole = point({ timePerOutputTokenMilliseconds: null, outputTokensPerSecond: 900_000 });
    expect(oddTexts(run({ points: [whole] }))[0]).toContain("gives at most");
    const odd = point({ timePerOutputTokenMilliseconds: 4, remarks: [remarkAt(1)] });
    expect(oddTexts(run({ points: [], suspicious: [odd] }))).toHaveLength(2);
    const [size] = oddTexts(run({ acceleratorsPerReplica: 1, precision: "BF16" }));
    expect(size).toContain("70B does not fit: 141 GB of weights on each");
  });

  it("is not judged where the model, the machine or the replica is unknown", () => {
    const fast = { points: [point({ timePerOutputTokenMilliseconds: 0.1 })] };
    expect(
      oddTexts(
        run({ ...fast, modelName: "Something of ours" }),
        run({ ...fast, accelerator: null }),
        run({ ...fast, acceleratorsPerReplica: null }),
      ),
    ).toEqual([]);
    expect(knownAccelerator("AMD Instinct MI325X 256GB HBM3e")?.label).toBe("AMD Instinct MI325X");
  });
});

describe("how a run fits a place", () => {
  it("knows one model and machine under several names, and says what is another", () => {
    const plan = examplePlan("claims-assistant");
    const workload = plan.workloads.find((one) => one.kind === "inference");
    if (!workload) throw new Error("The example has one.");
    const option = { name: "Cloud H200", accelerator: "NVIDIA H200 SXM" };
    expect(misfits(run(), option, workload)).toEqual([]);
    expect(misfits(run({ modelName: null, accelerator: null }), option, workload)).toEqual([]);
    expect(
      misfits(run({ modelName: "gpt-oss-120b", accelerator: "b200" }), option, workload),
    ).toEqual([
      "It ran on b200; Cloud H200 has NVIDIA H200 SXM.",
      "It served gpt-oss-120b; Claims chat and letters asks for Llama 3.1 70B.",
    ]);
    expect(misfits(run({ outputTokens: 8192 }), option, workload)[0]).toMatch(
      /^Its requests had 1,024 tokens in and 8,192 out; those of Claims chat and letters have [\d,]+ tokens in and [\d,]+ out\.$/,
    );
    expect(acceleratorLabel("h200_sxm")).toBe("NVIDIA H200 SXM");
    expect(acceleratorLabel("ours")).toBe("ours");
  });

  it("says the answer and what the option itself costs", () => {
    const plan = examplePlan("claims-assistant");
    const [best, other] = project(plan).ranking;
    expect(answerWithOption(plan, best ?? "")).toBe(answerInBrief(plan));
    expect(answerWithOption(plan, other ?? "")).toMatch(
      /cost least, \$[\d.]+M; .* costs? \$[\d.]+M$/,
    );
  });
});

describe("a benchmark in words", () => {
  it("says what it is, on what, and how fast", () => {
    expect(runName(run())).toBe("Llama-3.1-70B-Instruct on 2 × NVIDIA H200-SXM-141GB");
    expect(runName(run({ modelName: null, accelerator: null, acceleratorsPerReplica: null }))).toBe(
      "A model not named on accelerators not named",
    );
    expect(runConditions(run())).toBe("FP8, vLLM 0.15.1, 1,024 in, 1,024 out, 2026-11-24");
    const faster = point({ outputTokensPerSecond: 332, timePerOutputTokenMilliseconds: 11.62 });
    expect(pointsInBrief([point(), faster])).toBe(
      "2 points, 332 to 1,720 tok/s, 11.6 to 17.8 ms an output token",
    );
    expect(unsaidText(run({ unsaid: ["precision", "inputTokens"] }))).toBe(
      "The file does not say the precision and the input length.",
    );
    expect(unsaidText(run())).toBeNull();
    expect(leftOutText(0)).toBeNull();
    expect(leftOutText(1)).toMatch(/^A plan keeps 200 points of a front: 1 point is left out, /);
    expect(suspiciousTitle(run({ suspicious: [point()] }))).toBe(
      "1 point is suspicious, and not used",
    );
    expect(refusedTitle({ ...file(run()), refused: [remarkAt(1), remarkAt(1)] })).toBe(
      "1 row refused",
    );
    expect(replicaSizeHelp(true)).toContain("as the option has it");
    expect(benchmarkSummary(file(run()))).toBe(
      "vLLM’s benchmark: 1 row, 1 run. 1 point accepted, 0 suspicious, 0 rows refused.",
    );
    expect(benchmarkSummary({ ...file(), format: null })).toBe("No benchmark was found.");
  });

  it("says alike remarks once, with how many there are", () => {
    expect(remarkGroups([remarkAt(1), remarkAt(2)]).map(({ text }) => text)).toEqual([
      "Row 1 (and 1 more row), completed is 9: 1 of 10 requests failed. Run again.",
    ]);
  });
});
