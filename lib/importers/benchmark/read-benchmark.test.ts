import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BenchmarkFile } from "@/lib/schemas/benchmark-run";
import { tooLarge } from "./benchmark-refusals";
import { readBenchmark } from "./read-benchmark";

const today = "2026-11-28";
const checkout = resolve(import.meta.dirname, "../../..");
const textOf = (path: string) => readFileSync(resolve(checkout, path), "utf8");
const example = textOf("docs/examples/vllm-benchmark.jsonl");
const sample = textOf("lib/testing/throughput-points.csv");
const records = example
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Record<string, unknown>);

const read = (text: string) => readBenchmark(text, today);
const readOne = (change: Record<string, unknown>) =>
  read(JSON.stringify({ ...records[3], ...change }));
const oddFields = ({ runs }: BenchmarkFile) =>
  runs.flatMap(({ suspicious }) =>
    suspicious.flatMap(({ remarks }) => remarks.map(({ field }) => field)),
  );
const clean = ({ runs }: BenchmarkFile) => runs.flatMap(({ points }) => points);

describe("a benchmark of vLLM", () => {
  it("is one run of six points, whether one a line, a list or with a byte order mark and CRLF", () => {
    const file = read(example);
    expect(file).toMatchObject({ format: "vllm", rows: 6, refused: [] });
    const [run] = file.runs;
    expect(run).toMatchObject({
      modelName: "meta-llama/Llama-3.1-70B-Instruct",
      accelerator: "NVIDIA H200 SXM",
      acceleratorsPerReplica: 2,
      precision: "FP8",
      servingEngine: "vLLM 0.15.1",
      inputTokens: 1024,
      outputTokens: 1024,
      date: "2026-11-24",
      suspicious: [],
      unsaid: [],
    });
    expect(run?.points.map(({ requestsAtOnce }) => requestsAtOnce)).toEqual([
      4, 8, 16, 32, 64, 128,
    ]);
    expect(run?.points[3]).toMatchObject({
      timeToFirstTokenMilliseconds: 277.3,
      timePerOutputTokenMilliseconds: 17.84,
      outputTokensPerSecond: records[3]?.output_throughput,
    });
    expect(read(JSON.stringify(records)).runs).toEqual(file.runs);
    expect(read(`\uFEFF${example.replaceAll("\n", "\r\n")}`).runs).toEqual(file.runs);
  });

  it("says what the file does not say, and guesses none of it", () => {
    const [run] = readOne({
      gpu: undefined,
      tp: undefined,
      precision: undefined,
      engine_version: undefined,
      backend: "openai-chat",
      endpoint_type: "openai-chat",
      date: undefined,
    }).runs;
    expect(run).toMatchObject({ accelerator: null, acceleratorsPerReplica: null, date: null });
    expect(run?.unsaid).toEqual([
      "accelerator",
      "acceleratorsPerReplica",
      "precision",
      "servingEngine",
    ]);
  });

  const odd: [string, Record<string, unknown>, string][] = [
    ["failed requests", { num_prompts: 400 }, "completed"],
    ["a rate that is not tokens over duration", { output_throughput: 3000 }, "output_throughput"],
    ["a total that is not either", { total_token_throughput: 9 }, "total_token_throughput"],
    ["times in seconds", { mean_tpot_ms: 0.01784, median_tpot_ms: 0.017 }, "mean_tpot_ms"],
    ["times too long for its requests at once", { mean_tpot_ms: 40 }, "mean_tpot_ms"],
    ["a long tail", { p99_tpot_ms: 400 }, "p99_tpot_ms"],
    ["all requests at once", { max_concurrency: null }, "request_rate"],
    ["a warm-up", { max_concurrency: 200 }, "completed"],
    ["no input", { total_input_tokens: 0, total_token_throughput: null }, "total_input_tokens"],
    ["mixed lengths", { input_lens: [10, 10, 10, 4000] }, "input_lens"],
    ["a data set", { dataset_name: "sharegpt" }, "dataset_name"],
    ["a date in the future", { date: "20270101-000000" }, "date"],
  ];
  it.each(odd)("does not use by itself what is odd: %s", (_, change, field) => {
    const file = readOne(change);
    expect(clean(file)).toEqual([]);
    expect(oddFields(file)).toContain(field);
    expect(file.refused).toEqual([]);
  });

  it("refuses a row whose checks cannot be read, and does not use it as well", () => {
    const file = readOne({ p99_ttft_ms: "soon" });
    expect(file.runs).toEqual([]);
    expect(file.refused).toMatchObject([{ row: 1, field: "p99_ttft_ms" }]);
  });

  it("uses the newer of two points with as many requests at once", () => {
    const slower = { ...records[3], date: "20261123-101010", mean_ttft_ms: 300 };
    const file = read(JSON.stringify([...records, slower]));
    expect(clean(file)).toHaveLength(6);
    expect(file.runs[0]?.suspicious[0]).toMatchObject({ row: 7 });
    expect(oddFields(file)).toEqual(["requests at once"]);
  });

  it("keeps lengths apart that are no random variation", () => {
    const longer = { ...records[3], total_input_tokens: 320 * 8192, total_token_throughput: null };
    expect(read(JSON.stringify([...records, longer])).runs).toHaveLength(2);
  });

  const broken: [string, Record<string, unknown>, RegExp][] = [
    ["a missing field", { duration: undefined }, /duration.*empty.*missing.*--save-result/],
    ["text for a number", { completed: "many" }, /completed.*“many”.*not a number/],
    ["a list for a number", { mean_ttft_ms: [1] }, /mean_ttft_ms.*a list.*not a number/],
    ["a negative number", { duration: -3 }, /duration.*−3.*out of bounds/],
    ["a huge number", { output_throughput: 1e300 }, /output_throughput.*out of bounds/],
    ["no time to the first token", { mean_ttft_ms: null, median_ttft_ms: null }, /median_ttft_ms/],
  ];
  it.each(broken)("refuses %s, naming row, field, value and mend", (_, change, said) => {
    const file = readOne(change);
    expect(file.runs).toEqual([]);
    const [first] = file.refused;
    expect(first?.row).toBe(1);
    expect(`${first?.field} ${first?.value} ${first?.reason} ${first?.mend}`).toMatch(said);
  });

  it("refuses the bare NaN and Infinity that Python writes, and uses the other rows", () => {
    const nan = JSON.stringify(records[0]).replace('"mean_tpot_ms":11.62', '"mean_tpot_ms":NaN');
    const endless = JSON.stringify({ ...records[1], request_rate: 0 }).replace(
      '"request_rate":0',
      '"request_rate":Infinity',
    );
    const file = read([nan, endless, "not json"].join("\n"));
    expect(clean(file)).toHaveLength(1);
    expect(file.refused.map(({ row, field }) => [row, field])).toEqual([
      [3, "row"],
      [1, "mean_tpot_ms"],
    ]);
  });
});

it("reads what SGLang saves, its load as it was and its machine from its server", () => {
  const { model_id: _, num_prompts: __, gpu: ___, tp: ____, ...rest } = records[2] ?? {};
  const sglang = {
    ...rest,
    backend: "sglang",
    endpoint_type: undefined,
    engine_version: undefined,
    random_input_len: 1024,
    total_output_tokens_retokenized: 163_840,
    max_concurrency: null,
    request_rate: 1.1,
    concurrency: 15.53,
    server_info: { tp_size: 2, version: "0.5.9", model_path: "Qwen/Qwen3-32B" },
  };
  const file = read(`${JSON.stringify(sglang)}\n`);
  expect(file.format).toBe("sglang");
  expect(file.runs[0]).toMatchObject({
    modelName: "Qwen/Qwen3-32B",
    servingEngine: "SGLang 0.5.9",
    acceleratorsPerReplica: 2,
    points: [{ requestsAtOnce: 15.53 }],
  });
});

describe("the accelerators of a replica", () => {
  const sizes: [string, Record<string, unknown>, number | null][] = [
    ["tensor parallel", { tp: 4 }, 4],
    ["tensor over pipeline", { tp: undefined, server_info: { tp_size: 8, pp_size: 2 } }, 16],
    ["copies of the model", { tp: 2, data_parallel_size: 4 }, 8],
    [
      "attention by data over the same accelerators",
      { tp: undefined, server_info: { tp_size: 8, dp_size: 8, enable_dp_attention: true } },
      8,
    ],
    ["a count, whatever splits them", { tp: 4, num_gpus: 8 }, 8],
    ["not said", { tp: undefined }, null],
  ];
  it.each(sizes)("are all of them: %s", (_, change, size) => {
    expect(readOne(change).runs[0]?.acceleratorsPerReplica).toBe(size);
  });
});

describe("points of TTFT and TPOT", () => {
  it("give a rate by requests at once over their time", () => {
    const file = read(sample);
    expect(file).toMatchObject({ format: "points", rows: 61 });
    const first = file.runs.flatMap(({ points }) => points).find(({ row }) => row === 2);
    const whole = 231.8478822184261 + 1023 * 8.065206402314423;
    expect(first?.outputTokensPerSecond).toBeCloseTo((4 * 1024 * 1000) / whole, 6);
    expect(file.runs.find(({ points }) => points.some(({ row }) => row === 2))).toMatchObject({
      accelerator: "b200_sxm",
      acceleratorsPerReplica: 8,
      servingEngine: "sglang nightly-dev",
      precision: "bf16",
    });
  });

  it("says which column is missing, and which label cannot be meant", () => {
    const lacking = read(sample.replace("silicon_tpot_ms", "tpot"));
    expect(lacking.refused[0]).toMatchObject({ row: 1, field: "silicon_tpot_ms" });
    const labelled = read(sample.replace("_c64_tp4_ep4_1882", "_c64_tp8_ep8_1882"));
    expect(oddFields(labelled)).toContain("tp_size");
  });
});

describe("results of MLPerf", () => {
  const row = {
    ID: "9.9-0001",
    Submitter: "Nobody",
    Category: "closed",
    System: "Server (8x H200)",
    Platform: "8xH200",
    UsedModel: "llama2-70b-99",
    Model: "llama2-70b-99",
    Scenario: "Server",
    Accuracy: "ROUGE1: 44.4  TOKENS_PER_SAMPLE: 301.1",
    Nodes: 1,
    Accelerator: "NVIDIA H200-SXM-141GB",
    "a#": 8,
    Software: "TensorRT",
    errors: 0,
    version: "v9.9",
    weight_data_types: "fp8",
    Details: "https://example.org/results",
    Performance_Result: 30_000.5,
    Performance_Units: "Tokens/s",
  };
  const of = (...changes: Record<string, unknown>[]) =>
    read(JSON.stringify(changes.map((change) => ({ ...row, ...change }))));

  it("are refused, and not used as well, where their checks cannot be read", () => {
    const file = of({ errors: "some" });
    expect(file.runs).toEqual([]);
    expect(file.refused).toMatchObject([{ row: 1, field: "errors" }]);
  });

  it("are rates of whole systems without times, quoted with round, division and id", () => {
    const [run] = of({ "a#": "8.0", Nodes: 2, Platform: "16xH200", System: "" }).runs;
    expect(run).toMatchObject({
      acceleratorsPerReplica: 16,
      outputTokens: 301,
      inputTokens: null,
      date: null,
      note: "Server",
      url: "https://example.org/results",
      source: "MLPerf Inference v9.9 closed, 9.9-0001, Nobody, 16xH200, Server",
      points: [{ outputTokensPerSecond: 30_000.5, timeToFirstTokenMilliseconds: null }],
    });
  });

  it("are odd offline, in the open division, on mixed machines, repeated or counted in two ways", () => {
    const file = of(
      {},
      { Model: "llama2-70b-99.9" },
      { Scenario: "Offline" },
      { Category: "open" },
      { Accelerator: "A (x32), B (x16)", Platform: "" },
      { Platform: "87xMI355X", "a#": 8, Nodes: 11 },
    );
    expect(clean(file)).toHaveLength(1);
    for (const field of ["Model", "Scenario", "Category", "Accelerator", "a#"])
      expect(oddFields(file)).toContain(field);
  });

  it("are refused without tokens or accelerators", () => {
    const file = of({ Performance_Units: "Samples/s" }, { Accelerator: "" }, { "a#": "eight" });
    expect(file.refused.map(({ field }) => field)).toEqual([
      "Performance_Units",
      "Accelerator",
      "a#",
    ]);
  });
});

describe("any other file", () => {
  const files: [string, string, RegExp][] = [
    ["nothing", " \r\n", /empty/],
    ["other JSON", '{"loadline":"plan","plan":{}}', /no benchmark.*vllm bench serve/],
    ["other text", "a,b\n1,2", /no benchmark/],
    ["JSON that breaks off", '{"model_id": "x", ', /no JSON/],
    ["nesting without end", "[".repeat(200_000), /no JSON/],
    ["a list of numbers", "[1, 2, 3]", /no benchmark/],
  ];
  it.each(files)("is refused with what to choose instead: %s", (_, text, said) => {
    const { format, runs, refused } = read(text);
    expect({ format, runs }).toEqual({ format: null, runs: [] });
    expect(`${refused[0]?.reason} ${refused[0]?.mend}`).toMatch(said);
  });

  it("says how to make a large file smaller", () => {
    expect(read(" ".repeat(20_000_001)).refused[0]?.mend).toContain("--save-detailed");
    expect(tooLarge(25_400_000)).toMatchObject({ value: "26 MB" });
  });

  it("refuses more rows than anybody publishes at once, whatever they hold", () => {
    const line = JSON.stringify(records[3]);
    const lines = (rows: number) => `${line}\n`.repeat(rows);
    const refused = read(lines(10_001));
    expect(refused).toMatchObject({ format: null, runs: [] });
    expect(refused.refused).toMatchObject([{ field: "file", value: "10,001 rows" }]);
    const [head = "", row = ""] = sample.split("\n");
    expect(read([head, ...Array<string>(10_001).fill(row)].join("\n")).refused).toMatchObject([
      { field: "file", value: "10,001 rows" },
    ]);
    expect(read(lines(100)).rows).toBe(100);
  });

  it("takes nothing from fields that every object has", () => {
    const hostile = `{"__proto__": {"duration": 1, "completed": 9}, "constructor": 1, "output_throughput": 5}`;
    const file = read(hostile);
    expect(clean(file)).toEqual([]);
    expect(file.refused.map(({ field }) => field)).toContain("duration");
    expect(Object.hasOwn(Object.prototype, "duration")).toBe(false);
  });

  it("never throws, whatever a field holds", () => {
    const fields = fc.constantFrom(...Object.keys(records[0] ?? {}));
    fc.assert(
      fc.property(fields, fc.jsonValue(), (field, value) => {
        const file = readOne({ [field]: value });
        for (const point of clean(file))
          expect(Number.isFinite(point.outputTokensPerSecond)).toBe(true);
      }),
    );
  });
});

describe("published files", () => {
  /** Real files where somebody has put them, else what the project has. docs/throughput.md, "Imported benchmarks". */
  const whole = (name: string, otherwise: string) => {
    const path = resolve(checkout, "bench/data", name);
    return existsSync(path) ? readFileSync(path, "utf8") : otherwise;
  };

  it("are read whole: every row is accepted, suspicious or refused", () => {
    const files = [
      whole("silicon_sample.csv", sample),
      whole("mlperf_v4.1_summary_results.json", example),
      whole("mlperf_v5.1_summary_results.json", example),
    ];
    for (const text of files) {
      const file = read(text);
      const used = file.runs.flatMap(({ points, suspicious }) => [...points, ...suspicious]);
      const rows = new Set([...used, ...file.refused].map(({ row }) => row));
      expect(rows.size).toBe(file.rows);
      expect(clean(file).length).toBeGreaterThan(0);
    }
  });
});
