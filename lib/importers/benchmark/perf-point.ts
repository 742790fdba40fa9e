import type { BenchmarkPoint } from "@/lib/schemas/benchmark-run";
import type { ReadPoint } from "./group-runs";
import { doubtPerf, type PerfFigures } from "./perf-oddities";
import { type PerfFields, type PerfRun, perfFields } from "./perf-run";
import { bounds } from "./record-fields";

const millisecondsPerSecond = 1000;
const longestName = 120;

/** One export of GenAI-Perf or AIPerf as a point. docs/throughput.md, "Imported benchmarks". */
export function readPerfRun(run: PerfRun, today: string): ReadPoint {
  const fields = perfFields(run);
  const { conditions } = run;
  const figures = figuresOf(fields);
  if (figures === null || fields.refused.length > 0)
    return { point: null, refused: fields.refused };
  const date = dateOf(conditions.startedAt);
  doubtPerf(fields, figures, { conditions, date, today });
  // Reading what it is checked by may refuse a field too: a row is used or refused, never both.
  if (fields.refused.length > 0) return { point: null, refused: fields.refused };
  const point: BenchmarkPoint = {
    row: run.row,
    date,
    requestsAtOnce: figures.requestsAllowed ?? figures.requestsAtOnce,
    timeToFirstTokenMilliseconds: figures.toFirst,
    timePerOutputTokenMilliseconds: figures.perToken,
    outputTokensPerSecond: figures.rate,
    remarks: fields.odd,
  };
  return {
    point,
    conditions: {
      modelName: shown(conditions.models[0]),
      accelerator: shown(conditions.accelerators[0]),
      acceleratorsPerReplica: null,
      precision: null,
      servingEngine: conditions.servingEngine,
      inputTokens: figures.input,
      outputTokens: figures.output,
    },
    source: `Own benchmark, ${run.tool}`,
    url: null,
    note: null,
    refused: [],
  };
}

const shown = (name: string | undefined) =>
  name
    ?.replaceAll(/[\p{Control}\p{Surrogate}]/gu, " ")
    .trim()
    .slice(0, longestName) || null;

const streamed = "Run it again with --streaming: without it nobody sees the first token.";
const asWritten = "Choose the file as GenAI-Perf or AIPerf wrote it.";

function figuresOf(fields: PerfFields): PerfFigures | null {
  const rate = fields.needed("output_token_throughput", bounds.rate, asWritten);
  const toFirst = fields.needed("time_to_first_token", bounds.toFirst, streamed);
  const perToken = fields.needed("inter_token_latency", bounds.perToken, streamed);
  const output = fields.needed("output_sequence_length", { min: 1, max: 1e7 }, asWritten);
  const input = fields.needed("input_sequence_length", { min: 0, max: 1e7 }, asWritten);
  const requests = fields.needed("request_throughput", { min: 1e-6, max: 1e7 }, asWritten);
  const stated = fields.number("request_latency", "avg", bounds.toFirst);
  const requestsAllowed = fields.number("concurrency", "", bounds.atOnce);
  if (rate === null || toFirst === null || perToken === null) return null;
  if (output === null || input === null || requests === null) return null;
  const each = stated ?? toFirst + Math.max(0, output - 1) * perToken;
  return {
    rate,
    toFirst,
    perToken,
    output,
    input,
    requests,
    each,
    requestsAllowed,
    // Little's law: what comes a second times how long each stays.
    requestsAtOnce: Math.max(bounds.atOnce.min, (requests * each) / millisecondsPerSecond),
  };
}

function dateOf(startedAt: string | null): string | null {
  const [date] = /^(19|20|21)\d{2}-\d{2}-\d{2}(?=T|\s|$)/.exec(startedAt ?? "") ?? [];
  return date !== undefined && !Number.isNaN(Date.parse(date)) ? date : null;
}
