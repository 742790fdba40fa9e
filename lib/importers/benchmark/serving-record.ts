import type { BenchmarkConditions, BenchmarkPoint } from "@/lib/schemas/benchmark-run";
import { isRecord } from "@/lib/schemas/walk";
import type { ReadPoint } from "./group-runs";
import { bounds, type RecordFields, recordFields } from "./record-fields";
import { replicaSize } from "./replica-size";
import { doubtServing, type ServingFigures } from "./serving-oddities";

/** Names under which people put what the benchmark does not save by itself (`--metadata KEY=VALUE`). */
const accelerators = ["accelerator", "gpu", "gpu_name", "gpu_type", "hardware", "hw"];
const precisions = ["precision", "quantization", "dtype"];
const versions = ["engine_version", "vllm_version", "sglang_version", "version"];

/** Fields without which a record is no serving benchmark. */
export const isServingRecord = (value: unknown): boolean =>
  isRecord(value) &&
  ["output_throughput", "mean_ttft_ms", "median_ttft_ms", "total_output_tokens"].some((field) =>
    Object.hasOwn(value, field),
  );

/** SGLang saves what a run was asked for, and no list of prompts; vLLM the reverse. */
export const isSglangRecord = (value: unknown): boolean =>
  isRecord(value) &&
  !Object.hasOwn(value, "num_prompts") &&
  ["total_output_tokens_retokenized", "random_input_len", "sharegpt_output_len"].some((field) =>
    Object.hasOwn(value, field),
  );

/** A record of `vllm bench serve --save-result` or of SGLang's `bench_serving`. docs/throughput.md, "Imported benchmarks". */
export function readServingRecord(
  record: Readonly<Record<string, unknown>>,
  row: number,
  today: string,
): ReadPoint {
  const fields = recordFields(record, row);
  const figures = figuresOf(fields);
  const conditions = conditionsOf(record, fields, figures);
  const { refused, odd } = fields;
  if (figures === null || refused.length > 0) return { point: null, refused };
  const date = dateOf(fields);
  doubtServing(fields, figures, date, today);
  // Reading what it is checked by may refuse a field too: a row is used or refused, never both.
  if (refused.length > 0) return { point: null, refused };
  const point: BenchmarkPoint = {
    row,
    date,
    requestsAtOnce: figures.requestsAtOnce,
    timeToFirstTokenMilliseconds: figures.toFirst,
    timePerOutputTokenMilliseconds: figures.perToken,
    outputTokensPerSecond: figures.rate,
    remarks: odd,
  };
  return { point, conditions, source: sourceOf(record), url: null, note: null, refused };
}

const again = "Run the benchmark again with --save-result.";
const missedFirst =
  "Add it, or run the benchmark again: streamed answers give it, and --percentile-metrics ttft,tpot.";

function figuresOf(fields: RecordFields): ServingFigures | null {
  const completed = fields.needed("completed", { min: 1, max: 1e9 }, again);
  const seconds = fields.needed("duration", bounds.seconds, again);
  const input = fields.needed("total_input_tokens", bounds.tokens, again);
  const output = fields.needed("total_output_tokens", { ...bounds.tokens, min: 1 }, again);
  const stated = fields.number("output_throughput", bounds.rate);
  const toFirst =
    fields.number("mean_ttft_ms", bounds.toFirst) ??
    fields.needed("median_ttft_ms", bounds.toFirst, missedFirst);
  const perToken =
    fields.number("mean_tpot_ms", bounds.perToken) ??
    fields.needed("median_tpot_ms", bounds.perToken, missedFirst);
  const most = fields.number("max_concurrency", bounds.atOnce);
  const mean = fields.number("concurrency", bounds.atOnce);
  if (fields.refused.length > 0) return null;
  if (!completed || !seconds || input === null || !output) return null;
  if (toFirst === null || perToken === null) return null;
  const counted = output / seconds;
  return {
    completed,
    seconds,
    input,
    output,
    toFirst,
    perToken,
    rate: stated ?? counted,
    counted,
    requestsAtOnce: most ?? mean,
  };
}

function conditionsOf(
  record: Readonly<Record<string, unknown>>,
  fields: RecordFields,
  figures: ServingFigures | null,
): BenchmarkConditions {
  const info = Object.hasOwn(record, "server_info") ? record.server_info : null;
  const server = recordFields(isRecord(info) ? info : {}, fields.row);
  const said = (names: readonly string[]) => fields.text(...names) ?? server.text(...names);
  const engine = fields.text("backend", "endpoint_type");
  const version = said(versions);
  return {
    modelName: fields.text("model_id") ?? said(["model_path", "model"]),
    accelerator: said(accelerators),
    acceleratorsPerReplica: replicaSize(fields, server),
    precision: said(precisions),
    servingEngine: engineName(engine, version),
    inputTokens: figures && figures.input / figures.completed,
    outputTokens: figures && figures.output / figures.completed,
  };
}

/** "openai" and its kin are how the client asked, not what answered. */
function engineName(backend: string | null, version: string | null): string | null {
  const name = backend && !/^openai/.test(backend) ? backend : null;
  const shown = { vllm: "vLLM", sglang: "SGLang" }[name ?? ""] ?? name;
  return [shown, version].filter(Boolean).join(" ").slice(0, 120) || null;
}

const sourceOf = (record: Readonly<Record<string, unknown>>) =>
  isSglangRecord(record)
    ? "Own benchmark, SGLang bench_serving"
    : "Own benchmark, vllm bench serve";

/** `20260813-152244`, or a date as everybody writes it. */
function dateOf(fields: RecordFields): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?:\D|$)/.exec(fields.text("date") ?? "");
  if (!found) return null;
  const [, year, month, day] = found;
  const days = Number(day);
  const months = Number(month);
  const possible = months >= 1 && months <= 12 && days >= 1 && days <= 31;
  return possible && /^(19|20|21)/.test(year ?? "") ? `${year}-${month}-${day}` : null;
}
