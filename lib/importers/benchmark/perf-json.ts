import { isRecord } from "@/lib/schemas/walk";
import { type PerfConditions, type PerfMetric, type PerfRun, tagOf } from "./perf-run";

const telling = [
  "output_token_throughput",
  "time_to_first_token",
  "inter_token_latency",
  "request_latency",
];

/** An export of GenAI-Perf (`…_genai_perf.json`) or AIPerf (`…_aiperf.json`). */
export const isPerfRecord = (value: unknown): boolean =>
  isRecord(value) &&
  telling.some((tag) => {
    const metric = own(value, tag);
    return isRecord(metric) && Object.hasOwn(metric, "unit") && Object.hasOwn(metric, "avg");
  });

/** What the same tools write beside it: single requests, repeats, or what perf_analyzer saw. */
export const isPerfNeighbour = (value: unknown): boolean =>
  isRecord(value) &&
  (Array.isArray(own(value, "experiments")) ||
    (isRecord(own(value, "metadata")) && isRecord(own(value, "metrics"))));

export function perfRunOf(record: Readonly<Record<string, unknown>>, row: number): PerfRun {
  const metrics = new Map<string, PerfMetric>();
  for (const [name, value] of Object.entries(record)) {
    if (!isRecord(value) || typeof value.unit !== "string") continue;
    const { unit, ...statistics } = value;
    metrics.set(tagOf(name), { row, label: name, unit, statistics });
  }
  return { row, tool: toolOf(record), metrics, conditions: conditionsOf(record) };
}

/** A value of the record itself, by its keys. */
function own(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys)
    found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === "string" && one.trim() !== "",
  );

function toolOf(record: Readonly<Record<string, unknown>>): string {
  const version = own(record, "aiperf_version");
  if (typeof version === "string") return `AIPerf ${version.slice(0, 20)}`;
  return Object.hasOwn(record, "benchmark_duration") ? "AIPerf" : "GenAI-Perf";
}

function conditionsOf(record: Readonly<Record<string, unknown>>): PerfConditions {
  const config = own(record, "input_config");
  const [startedAt = null] = texts(own(record, "start_time"));
  return {
    models: [...new Set(modelsOf(config))],
    accelerators: acceleratorsOf(record),
    servingEngine: engineOf(config),
    requestsAtOnce: requestsAtOnceOf(config),
    startedAt,
    wasCancelled: own(record, "was_cancelled") === true,
  };
}

function modelsOf(config: unknown): readonly string[] {
  const items = own(config, "models", "items");
  if (Array.isArray(items)) return items.flatMap((item) => texts(own(item, "name")));
  return [["endpoint", "model_names"], ["model_names"], ["model"]].flatMap((keys) =>
    texts(own(config, ...keys)),
  );
}

/** A warm-up is a phase too, and tells nothing of the run. */
function requestsAtOnceOf(config: unknown): number | null {
  const phases = own(config, "phases");
  const measured = (Array.isArray(phases) ? phases : []).filter(
    (phase) => own(phase, "exclude_from_results") !== true,
  );
  const places = [
    ["loadgen", "concurrency"],
    ["perf_analyzer", "stimulus", "concurrency"],
    ["concurrency"],
  ];
  const said = [
    ...(measured.length === 1 ? [own(measured[0], "concurrency")] : []),
    ...places.map((keys) => own(config, ...keys)),
  ];
  return said.find((value): value is number => typeof value === "number") ?? null;
}

/** Only Triton is asked by its backend; GenAI-Perf writes the same default for every other server. */
function engineOf(config: unknown): string | null {
  const service = own(config, "service_kind");
  const backend = service === "tensorrtllm_engine" ? "tensorrtllm" : own(config, "backend");
  if (service !== "triton" && service !== "tensorrtllm_engine") return null;
  return { vllm: "vLLM", tensorrtllm: "TensorRT-LLM" }[String(backend).toLowerCase()] ?? null;
}

/** Names in the telemetry: what the machine has, not how many of it served. */
function acceleratorsOf(record: Readonly<Record<string, unknown>>): readonly string[] {
  const endpoints = own(record, "telemetry_data", "endpoints");
  const machines = isRecord(endpoints) ? Object.values(endpoints) : [];
  const found = machines.flatMap((machine) => {
    const gpus = own(machine, "gpus");
    return isRecord(gpus) ? Object.values(gpus).flatMap((gpu) => texts(own(gpu, "gpu_name"))) : [];
  });
  return [...new Set(found)];
}
