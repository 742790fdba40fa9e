import { describe, expect, it } from "vitest";
import type { BenchmarkFile } from "@/lib/schemas/benchmark-run";
import { readBenchmark, readBenchmarks } from "./read-benchmark";
import { aiperf, aiperfCsv, genaiPerf, genaiPerfCsv } from "./testing/perf-samples";

const read = (text: string) => readBenchmark(text, "2026-11-28");
const readOne = (record: unknown) => read(JSON.stringify(record, null, 2));
const clean = ({ runs }: BenchmarkFile) => runs.flatMap(({ points }) => points);
const oddFields = ({ runs }: BenchmarkFile) =>
  runs.flatMap(({ suspicious }) =>
    suspicious.flatMap(({ remarks }) => remarks.map(({ field }) => field)),
  );
const said = ({ refused }: BenchmarkFile) =>
  refused.map(
    ({ row, field, value, reason, mend }) => `${row}: ${field}, ${value}. ${reason} ${mend}`,
  );

describe("an export of AIPerf or GenAI-Perf", () => {
  it("of AIPerf is a point with model, machine, date and requests at once, the warm-up left out", () => {
    const file = readOne(aiperf());
    expect(file).toMatchObject({ format: "genai-perf", rows: 1, refused: [] });
    expect(file.runs).toMatchObject([
      {
        modelName: "meta-llama/Llama-3.1-70B-Instruct",
        accelerator: "NVIDIA H200",
        acceleratorsPerReplica: null,
        servingEngine: null,
        inputTokens: 1024,
        outputTokens: 512,
        date: "2026-11-24",
        source: "Own benchmark, AIPerf 0.11.0",
        unsaid: ["acceleratorsPerReplica", "precision", "servingEngine"],
        suspicious: [],
        points: [
          {
            requestsAtOnce: 8,
            timeToFirstTokenMilliseconds: 120,
            outputTokensPerSecond: 1.07 * 512,
          },
        ],
      },
    ]);
  });

  it("of GenAI-Perf names no engine where the backend is its default, and the engine behind Triton", () => {
    const [run] = readOne(genaiPerf()).runs;
    expect(run).toMatchObject({
      modelName: "meta-llama/Llama-3.1-70B-Instruct",
      servingEngine: null,
      accelerator: null,
      date: null,
      source: "Own benchmark, GenAI-Perf",
      points: [{ requestsAtOnce: 8 }],
    });
    const { input_config, ...rest } = genaiPerf();
    const triton = { ...rest, input_config: { ...input_config, service_kind: "triton" } };
    expect(readOne(triton).runs[0]?.servingEngine).toBe("TensorRT-LLM");
  });

  it("of an earlier AIPerf says its load and model elsewhere", () => {
    const { input_config: _, aiperf_version: __, ...rest } = aiperf();
    const input_config = {
      endpoint: { model_names: ["Qwen/Qwen3-32B"], streaming: true },
      loadgen: { concurrency: 8 },
    };
    expect(readOne({ ...rest, input_config }).runs).toMatchObject([
      {
        modelName: "Qwen/Qwen3-32B",
        source: "Own benchmark, AIPerf",
        points: [{ requestsAtOnce: 8 }],
      },
    ]);
  });

  it("of an early GenAI-Perf has text for numbers, nanoseconds and other names", () => {
    const { output_sequence_length, input_sequence_length, ...rest } = genaiPerf();
    const nanoseconds = (metric: { avg: number }) => ({
      unit: "ns",
      avg: String(metric.avg * 1e6),
    });
    const file = readOne({
      ...rest,
      num_output_token: { unit: "tokens", avg: String(output_sequence_length.avg) },
      num_input_token: { unit: "tokens", avg: String(input_sequence_length.avg) },
      time_to_first_token: nanoseconds(rest.time_to_first_token),
      inter_token_latency: nanoseconds(rest.inter_token_latency),
      request_latency: nanoseconds(rest.request_latency),
    });
    expect(file.refused).toEqual([]);
    expect(clean(file)[0]?.timeToFirstTokenMilliseconds).toBeCloseTo(120, 9);
    expect(clean(file)[0]?.timePerOutputTokenMilliseconds).toBeCloseTo(
      rest.inter_token_latency.avg,
      9,
    );
  });

  it("as CSV has requests at once by Little's law, and the accelerator of its third table", () => {
    const [run] = read(genaiPerfCsv).runs;
    expect(read(genaiPerfCsv)).toMatchObject({ format: "genai-perf", rows: 9, refused: [] });
    expect(run).toMatchObject({ modelName: null, accelerator: null, inputTokens: 1024 });
    expect(run?.points).toMatchObject([
      { timeToFirstTokenMilliseconds: 120.4, outputTokensPerSecond: 547.84, row: 1 },
    ]);
    expect(run?.points[0]?.requestsAtOnce).toBeCloseTo(1.07 * 7.3766, 9);
    const ofAiperf = read(aiperfCsv);
    expect(ofAiperf.runs).toMatchObject([
      { accelerator: "NVIDIA H200", source: "Own benchmark, AIPerf", suspicious: [] },
    ]);
    expect(clean(ofAiperf)).toMatchObject([{ timePerOutputTokenMilliseconds: 14.2 }]);
  });

  it("is one of a sweep: files one after the other are one run, as JSON and as CSV", () => {
    const sweep = [aiperf(8, 1.07), aiperf(32, 3.4), aiperf(2, 0.3)];
    for (const text of [
      sweep.map((one) => JSON.stringify(one, null, 2)).join("\n"),
      sweep.map((one) => JSON.stringify(one)).join("\n"),
      JSON.stringify(sweep),
    ]) {
      const file = read(text);
      expect(file).toMatchObject({ rows: 3, refused: [] });
      expect(file.runs.map(({ points }) => points.map((one) => one.requestsAtOnce))).toEqual([
        [2, 8, 32],
      ]);
    }
    const slower = genaiPerfCsv.replace("),547.84", "),273.92").replace("),1.07", "),0.535");
    const tables = read(`${slower}\r\n${genaiPerfCsv}`);
    expect(tables.rows).toBe(18);
    expect(tables.runs).toHaveLength(1);
    expect(tables.runs[0]?.points.map(({ row }) => row)).toEqual([1, 14]);
  });
});

it("is not read together with a file of another kind, and whatever mark a file begins with", () => {
  const [json, more] = [aiperf(8, 1.07), aiperf(32, 3.4)].map((one) =>
    JSON.stringify(one, null, 2),
  );
  const mixed = readBenchmarks([json ?? "", genaiPerfCsv], "2026-11-28");
  expect(mixed).toMatchObject({ format: null, refused: [{ field: "file" }] });
  expect(mixed.refused[0]?.mend).toMatch(/^Choose files of one kind at once/);
  const sweep = readBenchmarks([`\uFEFF${json}`, `\uFEFF${more}`], "2026-11-28");
  expect(clean(sweep)).toHaveLength(2);
  expect(clean(readBenchmarks([genaiPerfCsv], "2026-11-28"))).toHaveLength(1);
});

describe("what is odd in it", () => {
  const odd: [string, Record<string, unknown>, string][] = [
    [
      "failed requests",
      { error_request_count: { unit: "requests", avg: 3 } },
      "error_request_count avg",
    ],
    ["a cancelled run", { was_cancelled: true }, "was_cancelled"],
    ["a warm-up", { request_count: { unit: "requests", avg: 20 } }, "request_count avg"],
    ["a short run", { benchmark_duration: { unit: "sec", avg: 4 } }, "benchmark_duration avg"],
    [
      "another rate",
      { output_token_throughput: { unit: "tokens/sec", avg: 900 } },
      "output_token_throughput avg",
    ],
    [
      "a long tail",
      { time_to_first_token: { unit: "ms", avg: 120, p50: 90, p99: 4000 } },
      "time_to_first_token p99",
    ],
    [
      "mixed lengths",
      { input_sequence_length: { unit: "tokens", avg: 1024, std: 900 } },
      "input_sequence_length std",
    ],
    [
      "no input",
      { input_sequence_length: { unit: "tokens", avg: 0 } },
      "input_sequence_length avg",
    ],
    ["a date in the future", { start_time: "2027-01-01T00:00:00" }, "start_time"],
    ["an idle client", { input_config: { concurrency: 64 } }, "request_latency avg"],
    ["more than allowed", { input_config: { concurrency: 2 } }, "request_latency avg"],
    [
      "chunks for tokens",
      { inter_token_latency: { unit: "ms", avg: 60 } },
      "inter_token_latency avg",
    ],
    ["several models", { input_config: { model: ["a", "b"] } }, "model"],
  ];
  it.each(odd)("is not used by itself: %s", (_, change, field) => {
    const file = readOne({ ...aiperf(), ...change });
    expect(file.refused).toEqual([]);
    expect(clean(file)).toEqual([]);
    expect(oddFields(file)).toContain(field);
  });

  it("is said with the line of a CSV on which it stands", () => {
    const file = read(genaiPerfCsv.replace("per sec),547.84", "per sec),847.84"));
    expect(file.runs[0]?.suspicious[0]?.remarks).toMatchObject([
      { row: 10, field: "Output Token Throughput (per sec) avg", value: "“847.84”" },
    ]);
  });
});

describe("what cannot be used of it", () => {
  it("is named with row, field, value and mend", () => {
    const { time_to_first_token: _, ...unstreamed } = aiperf();
    expect(said(readOne(unstreamed))).toEqual([
      "1: time_to_first_token, empty. It is missing. Run it again with --streaming: without it nobody sees the first token.",
    ]);
    expect(said(read(genaiPerfCsv.replace(",14.20,", ",fast,")))).toEqual([
      "5: Inter Token Latency (ms) avg, “fast”. It is not a number. Enter a number from 0.001 to 1,000,000, or run it again.",
    ]);
    expect(said(read(genaiPerfCsv.replace("per sec),1.07", "per sec),-1.07")))[0]).toMatch(
      /^11: Request Throughput \(per sec\) avg, “-1\.07”\. It is out of bounds\./,
    );
    const weeks = { ...aiperf(), inter_token_latency: { unit: "weeks", avg: 14 } };
    expect(said(readOne(weeks))[0]).toMatch(/^1: inter_token_latency avg, 14\. Its unit, “weeks”/);
    const broken = { ...aiperf(), time_to_first_token: { unit: "ms", avg: 120, p99: "soon" } };
    expect(readOne(broken)).toMatchObject({
      runs: [],
      refused: [{ field: "time_to_first_token p99" }],
    });
  });

  const neighbours: [string, string][] = [
    [
      "requests of AIPerf",
      '{"metadata":{"x_request_id":"1"},"metrics":{}}\n{"metadata":{},"metrics":{}}',
    ],
    ["requests of GenAI-Perf", '{"service_kind":"openai","endpoint":"v1","experiments":[]}'],
    [
      "a summary of several runs",
      "Config Name,Concurrency,ISL,p99 Time To First Token (ms)\ngpt2,1,201,33.54",
    ],
  ];
  it.each(neighbours)("is what lies beside the result: %s", (_, text) => {
    const file = read(text);
    expect(file).toMatchObject({ format: null, runs: [] });
    expect(said(file)[0]).toMatch(/beside their result.*profile_export_aiperf/);
  });

  it("leaves the others of a sweep in use", () => {
    const file = read(
      [aiperf(8), { model_id: "x" }, aiperf(32, 3.4)].map((one) => JSON.stringify(one)).join("\n"),
    );
    expect(clean(file)).toHaveLength(2);
    expect(file.refused).toMatchObject([{ row: 2, field: "row" }]);
  });
});
