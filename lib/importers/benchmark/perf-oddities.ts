import { shownNumber } from "@/lib/schemas/shown";
import type { PerfConditions, PerfFields } from "./perf-run";

export type PerfFigures = {
  /** Output tokens a second, and requests a second. */
  readonly rate: number;
  readonly requests: number;
  /** Means, in milliseconds: to the first token, per token after it, and of a whole request. */
  readonly toFirst: number;
  readonly perToken: number;
  readonly each: number;
  readonly input: number;
  readonly output: number;
  /** As asked for, where the file says it, and as it was. */
  readonly requestsAllowed: number | null;
  readonly requestsAtOnce: number;
};

type Seen = {
  readonly conditions: PerfConditions;
  readonly date: string | null;
  readonly today: string;
};

/** How far a rate may lie from what was counted; the CSV rounds to two decimals on top. */
const rateRoom = 0.02;
const csvRounding = 0.006;
const fewestWaves = 3;
const shortestSeconds = 10;
const busyRoom = 1.05;
const idleShare = 0.5;
const longestTail = { time_to_first_token: 20, inter_token_latency: 4 };
const mixedSpread = 0.5;
const anyCount = { min: 0, max: 1e9 };
const anyTime = { min: 0, max: 1e8 };

/** Notes what somebody should look at before using it. */
export function doubtPerf(fields: PerfFields, figures: PerfFigures, seen: Seen): void {
  doubtRequests(fields, figures, seen.conditions);
  doubtRate(fields, figures);
  doubtLoad(fields, figures);
  doubtTails(fields);
  doubtLengths(fields, figures);
  doubtMachine(fields, seen.conditions);
  if (seen.date !== null && seen.date > seen.today)
    fields.doubt("start_time", "", "It lies in the future.", "Enter the day on which it was run.");
}

function doubtRequests(
  fields: PerfFields,
  figures: PerfFigures,
  { wasCancelled }: PerfConditions,
): void {
  if (wasCancelled)
    fields.doubt("was_cancelled", "", "The run was cancelled before its end.", "Run it again.");
  const failed = fields.number("error_request_count", "avg", anyCount);
  if (failed)
    fields.doubt(
      "error_request_count",
      "avg",
      "Requests failed, and what failed took no time.",
      "See the server's log, mend it, and run again.",
    );
  const count = fields.number("request_count", "avg", anyCount);
  const atOnce = figures.requestsAllowed ?? figures.requestsAtOnce;
  const seconds = fields.number("benchmark_duration", "avg", anyCount);
  if (count !== null && count < atOnce * fewestWaves)
    fields.doubt(
      "request_count",
      "avg",
      `Fewer than ${fewestWaves} requests for each of ${shownNumber(rounded(atOnce))} at once: this is a warm-up, in which start and end weigh most.`,
      `Run again with --request-count ${shownNumber(Math.ceil(atOnce) * 10).replaceAll(",", "")}.`,
    );
  else if (seconds !== null && seconds < shortestSeconds)
    fields.doubt(
      "benchmark_duration",
      "avg",
      `It ran for less than ${shortestSeconds} s: this is a warm-up.`,
      "Run again with more requests.",
    );
}

function doubtRate(fields: PerfFields, { rate, requests, output }: PerfFigures): void {
  const counted = requests * output;
  if (Math.abs(rate / counted - 1) > rateRoom + csvRounding / requests)
    fields.doubt(
      "output_token_throughput",
      "avg",
      `${shownNumber(rounded(requests))} requests a second of ${shownNumber(rounded(output))} tokens are ${shownNumber(rounded(counted))} tokens a second.`,
      "One of the fields was changed or mixed up: take the file as it was written.",
    );
}

function doubtLoad(fields: PerfFields, figures: PerfFigures): void {
  const { requestsAllowed, requestsAtOnce, toFirst, perToken, output, each } = figures;
  const ran = `By its times ${shownNumber(rounded(requestsAtOnce))} requests ran at once`;
  if (requestsAllowed !== null && requestsAtOnce > requestsAllowed * busyRoom)
    fields.doubt(
      "request_latency",
      "avg",
      `${ran}, more than the ${shownNumber(rounded(requestsAllowed))} it was allowed.`,
      "Check the units of the times.",
    );
  if (requestsAllowed !== null && requestsAtOnce < requestsAllowed * idleShare)
    fields.doubt(
      "request_latency",
      "avg",
      `${ran}, far fewer than the ${shownNumber(rounded(requestsAllowed))} it was allowed.`,
      "Send more requests, or from a faster client, and run again.",
    );
  const whole = toFirst + Math.max(0, output - 1) * perToken;
  if (whole < each * idleShare || whole > each / idleShare)
    fields.doubt(
      "inter_token_latency",
      "avg",
      `With it a request takes ${shownNumber(rounded(whole))} ms, while the file says ${shownNumber(rounded(each))} ms.`,
      "Several tokens came in one piece, or units are mixed up: run again with a current AIPerf.",
    );
}

function doubtTails(fields: PerfFields): void {
  for (const tag of ["time_to_first_token", "inter_token_latency"] as const) {
    const median = fields.number(tag, "p50", anyTime);
    const slowest = fields.number(tag, "p99", anyTime);
    if (median && slowest && slowest > median * longestTail[tag])
      fields.doubt(
        tag,
        "p99",
        `One request in a hundred took ${shownNumber(rounded(slowest / median))} times as long as the middle one, so the mean is nobody's.`,
        "Warm the server up (--warmup-request-count), and run again for longer.",
      );
  }
}

function doubtLengths(fields: PerfFields, figures: PerfFigures): void {
  if (figures.input === 0)
    fields.doubt(
      "input_sequence_length",
      "avg",
      "No input was counted.",
      "Give the benchmark the model's tokenizer, and run again.",
    );
  for (const [tag, mean] of [
    ["input_sequence_length", figures.input],
    ["output_sequence_length", figures.output],
  ] as const) {
    const deviation = fields.number(tag, "std", anyCount);
    const [few, many] = [fields.number(tag, "p25", anyCount), fields.number(tag, "p75", anyCount)];
    const spread = deviation ?? (few !== null && many !== null ? (many - few) / quartiles : 0);
    if (spread > mean * mixedSpread)
      fields.doubt(
        tag,
        deviation === null ? "p75" : "std",
        "Requests were of very different lengths, so their mean tells little.",
        "Run again with one length, as the workload has it.",
      );
  }
}

/** Standard deviations between the first and the third quarter of a normal distribution. */
const quartiles = 1.35;

function doubtMachine(fields: PerfFields, { models, accelerators }: PerfConditions): void {
  if (models.length > 1)
    fields.doubt("model", "", "Several models shared the run.", "Measure one model at a time.");
  if (accelerators.length > 1)
    fields.doubt(
      "gpu_name",
      "",
      "The machine has several kinds of accelerator.",
      "Measure one kind at a time.",
    );
}

const rounded = (value: number) => Number(value.toPrecision(3));
