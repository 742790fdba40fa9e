import { shownNumber } from "@/lib/schemas/shown";
import { bounds, type RecordFields } from "./record-fields";

export type ServingFigures = {
  readonly completed: number;
  readonly seconds: number;
  readonly input: number;
  readonly output: number;
  /** Means, in milliseconds. */
  readonly toFirst: number;
  readonly perToken: number;
  /** Output tokens a second, as stated and as counted. */
  readonly rate: number;
  readonly counted: number;
  readonly requestsAtOnce: number | null;
};

const millisecondsPerSecond = 1000;
/** How far a stated rate may lie from what was counted: benches round. */
const rateRoom = 0.02;
/** Waves of requests below which the start and the end of a run weigh as much as its middle. */
const fewestWaves = 3;
const shortestSeconds = 10;
/** A run in a closed loop keeps its requests at once busy; these allow for its start and end. */
const busyRoom = 1.05;
const idleShare = 0.5;
/** How far the slowest of a hundred may lie from the middle. */
const longestTail = { ttft: 20, tpot: 4 };
const mixedSpread = 0.5;

/** Notes on the record what somebody should look at before using it. */
export function doubtServing(
  fields: RecordFields,
  figures: ServingFigures,
  date: string | null,
  today: string,
): void {
  doubtRequests(fields, figures);
  doubtRates(fields, figures);
  doubtTimes(fields, figures);
  doubtLoad(fields, figures);
  doubtLengths(fields, figures);
  if (date !== null && date > today)
    fields.doubt("date", "It lies in the future.", "Enter the day on which it was run.");
}

function doubtRequests(fields: RecordFields, { completed }: ServingFigures): void {
  const asked = fields.number("num_prompts", { min: 1, max: 1e9 });
  if (asked !== null && completed < asked)
    fields.doubt(
      "completed",
      `${shownNumber(asked - completed)} of ${shownNumber(asked)} requests failed, and what failed took no time.`,
      "See the server's log, mend it, and run again.",
    );
  const failed = fields.number("failed", { min: 0, max: 1e9 });
  if (failed && (asked === null || completed >= asked))
    fields.doubt("failed", "Requests failed.", "See the server's log, mend it, and run again.");
}

function doubtRates(fields: RecordFields, figures: ServingFigures): void {
  const { rate, counted, seconds, completed, input, output } = figures;
  const check = (field: string, stated: number | null, right: number, what: string) => {
    if (stated !== null && Math.abs(stated / right - 1) > rateRoom)
      fields.doubt(
        field,
        `${what} in ${shownNumber(rounded(seconds))} s are ${shownNumber(rounded(right))} a second.`,
        "One of the fields was changed or mixed up: take the file as the benchmark wrote it.",
      );
  };
  const tokens = (count: number) => `${shownNumber(count)} tokens`;
  const number = (field: string) => fields.number(field, bounds.rate);
  check("output_throughput", rate, counted, tokens(output));
  check(
    "total_token_throughput",
    number("total_token_throughput"),
    (input + output) / seconds,
    tokens(input + output),
  );
  check(
    "request_throughput",
    number("request_throughput"),
    completed / seconds,
    `${shownNumber(completed)} requests`,
  );
}

function doubtTimes(fields: RecordFields, figures: ServingFigures): void {
  const { completed, seconds, output, toFirst, perToken, requestsAtOnce } = figures;
  const each = toFirst + Math.max(0, output / completed - 1) * perToken;
  const atOnce = (completed * each) / (seconds * millisecondsPerSecond);
  const field = fields.raw("mean_tpot_ms") === undefined ? "median_tpot_ms" : "mean_tpot_ms";
  const ran = `By its times ${shownNumber(rounded(atOnce))} requests ran at once`;
  if (requestsAtOnce !== null && atOnce > requestsAtOnce * busyRoom)
    fields.doubt(
      field,
      `${ran}, more than the ${shownNumber(rounded(requestsAtOnce))} it was allowed.`,
      "Check the units of the times (ms) and the duration (s).",
    );
  if (requestsAtOnce !== null && atOnce < requestsAtOnce * idleShare)
    fields.doubt(
      field,
      `${ran}, far fewer than the ${shownNumber(rounded(requestsAtOnce))} it was allowed.`,
      "Send more requests, or from a faster client, and run again.",
    );
  if (each > seconds * millisecondsPerSecond * busyRoom)
    fields.doubt(field, "One request took longer than the whole run.", "Check the units.");
  for (const kind of ["ttft", "tpot"] as const) {
    const median = fields.number(`median_${kind}_ms`, bounds.toFirst);
    const slowest = fields.number(`p99_${kind}_ms`, bounds.toFirst);
    if (median && slowest && slowest > median * longestTail[kind])
      fields.doubt(
        `p99_${kind}_ms`,
        `One request in a hundred took ${shownNumber(rounded(slowest / median))} times as long as the middle one, so the mean is nobody's.`,
        "Warm the server up, and run again for longer.",
      );
  }
}

function doubtLoad(fields: RecordFields, figures: ServingFigures): void {
  const { completed, seconds, requestsAtOnce } = figures;
  const rate = fields.text("request_rate")?.toLowerCase();
  const unlimited = rate === undefined || rate.startsWith("inf");
  if (unlimited && fields.number("max_concurrency", bounds.atOnce) === null)
    fields.doubt(
      "request_rate",
      "All requests were sent at once, so the time to first token is that of a queue.",
      "Run again with --max-concurrency, once for each number of requests at once.",
    );
  if (requestsAtOnce !== null && completed < requestsAtOnce * fewestWaves)
    fields.doubt(
      "completed",
      `Fewer than ${fewestWaves} requests for each of ${shownNumber(rounded(requestsAtOnce))} at once: this is a warm-up, in which start and end weigh most.`,
      `Run again with --num-prompts ${shownNumber(Math.ceil(requestsAtOnce) * 10).replaceAll(",", "")}.`,
    );
  else if (seconds < shortestSeconds)
    fields.doubt(
      "duration",
      `It ran for less than ${shortestSeconds} s: this is a warm-up.`,
      "Run again with more requests.",
    );
}

function doubtLengths(fields: RecordFields, { input }: ServingFigures): void {
  if (input === 0)
    fields.doubt(
      "total_input_tokens",
      "No input was counted.",
      "Give the benchmark the model's tokenizer, and run again.",
    );
  for (const field of ["input_lens", "output_lens"]) {
    if (spread(fields.raw(field)) > mixedSpread)
      fields.doubt(
        field,
        "Requests were of very different lengths, so their mean tells little.",
        "Run again with one length, as the workload has it.",
      );
  }
  const mixed = fields.text("dataset_name");
  if (mixed !== null && !/random|sonnet|custom|synthetic/.test(mixed))
    fields.doubt(
      "dataset_name",
      "Requests of a data set are of mixed lengths; the mean stands for all.",
      "Use it where the workload is alike, or run again with --dataset-name random.",
    );
}

/** Standard deviation over mean; 0 where it is no list of numbers. */
function spread(value: unknown): number {
  if (!Array.isArray(value) || value.length < 2) return 0;
  const lengths = value.filter((length) => typeof length === "number" && length >= 0) as number[];
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  if (!(mean > 0)) return 0;
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length;
  return Math.sqrt(variance) / mean;
}

const rounded = (value: number) => Number(value.toPrecision(3));
