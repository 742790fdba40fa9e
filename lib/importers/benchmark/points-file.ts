import type { BenchmarkPoint, BenchmarkRemark } from "@/lib/schemas/benchmark-run";
import { shownInput, shownNumber } from "@/lib/schemas/shown";
import type { PointIssue } from "../point-cells";
import { type MeasuredPoint, readThroughputPoints } from "../throughput-points";
import type { ReadPoint } from "./group-runs";
import { type Bounds, bounds } from "./record-fields";

const millisecondsPerSecond = 1000;
/** Beyond this wait, and half of the whole time, requests stood in a queue. */
const queueMilliseconds = 10_000;

/** The TTFT/TPOT layout as benchmark points; each row's rate follows from its times. */
export function readPointsFile(
  text: string,
  today: string,
): { readonly rows: number; readonly read: readonly ReadPoint[] } {
  const file = readThroughputPoints(text);
  const mended = new Map<number, PointIssue[]>();
  for (const issue of file.mended) mended.set(issue.row, [...(mended.get(issue.row) ?? []), issue]);
  const read = file.points.map((point) =>
    readPoint(point, (mended.get(point.row) ?? []).map(asLabel), today),
  );
  const refused = file.issues.map((issue) => remarkOf(issue, refusalOf(issue)));
  return { rows: file.rows, read: [{ point: null, refused }, ...read] };
}

const refusalOf = ({ value }: PointIssue) =>
  value === "" ? "It is missing." : "It cannot be used as it is.";

function remarkOf({ row, column, value, mend }: PointIssue, reason: string): BenchmarkRemark {
  return { row, field: column, value: shownInput(value), reason, mend };
}

const asLabel = (issue: PointIssue) =>
  remarkOf(issue, "The label cannot be meant: it does not fit the rest of the row.");

function readPoint(point: MeasuredPoint, labels: BenchmarkRemark[], today: string): ReadPoint {
  const { row, measured, inputTokens, outputTokens, decode, prefill, mode } = point;
  const toFirst = measured.secondsToFirstToken * millisecondsPerSecond;
  const perToken = measured.secondsPerOutputToken * millisecondsPerSecond;
  const atOnce = decode.concurrency * decode.workers;
  const whole = toFirst + Math.max(0, outputTokens - 1) * perToken;
  // Little's law: so many requests at once, each giving its tokens in this time.
  const rate = (atOnce * outputTokens * millisecondsPerSecond) / whole;
  const accelerators =
    mode === "agg"
      ? decode.accelerators
      : decode.accelerators * decode.workers + prefill.accelerators * prefill.workers;
  const refused = outOfBounds(row, [
    ["silicon_ttft_ms", toFirst, bounds.toFirst],
    ["silicon_tpot_ms", perToken, bounds.perToken],
    ["isl", inputTokens, { min: 1, max: 1e7 }],
    ["osl", outputTokens, { min: 1, max: 1e7 }],
    ["batch_size", atOnce, bounds.atOnce],
    ["tp_size", accelerators, bounds.count],
  ]);
  if (refused.length > 0) return { point: null, refused };
  const remarks = [...labels, ...oddities(point, { toFirst, whole, today })];
  const read: BenchmarkPoint = {
    row,
    date: point.measuredOn,
    requestsAtOnce: atOnce,
    timeToFirstTokenMilliseconds: toFirst,
    timePerOutputTokenMilliseconds: perToken,
    outputTokensPerSecond: rate,
    remarks,
  };
  return {
    point: read,
    conditions: {
      modelName: point.model,
      accelerator: point.system,
      acceleratorsPerReplica: accelerators,
      precision: point.expertWeights === "bf16" ? point.weights : point.expertWeights,
      servingEngine: point.engine,
      inputTokens,
      outputTokens,
    },
    source: "Benchmark points of TTFT and TPOT; rate by requests at once over their time",
    url: null,
    note: noteOf(point),
    refused: [],
  };
}

function noteOf({ mode, decode, prefill, expertsOver }: MeasuredPoint): string | null {
  const notes = [
    mode === "disagg" &&
      `prefill apart: ${prefill.workers} × ${prefill.accelerators} and ${decode.workers} × ${decode.accelerators}`,
    decode.attention === "data" && "attention by data parallelism",
    expertsOver !== null && expertsOver > 1 && `experts over ${expertsOver}`,
  ];
  return notes.filter(Boolean).join(", ") || null;
}

function oddities(
  point: MeasuredPoint,
  { toFirst, whole, today }: { toFirst: number; whole: number; today: string },
): readonly BenchmarkRemark[] {
  const remark = (field: string, value: string, reason: string, mend: string): BenchmarkRemark => ({
    row: point.row,
    field,
    value,
    reason,
    mend,
  });
  const queued = toFirst > queueMilliseconds && toFirst > whole / 2;
  const early = point.measuredOn !== null && point.measuredOn > today;
  return [
    ...(queued
      ? [
          remark(
            "silicon_ttft_ms",
            shownNumber(toFirst),
            "More than half of the time went to the first token: requests stood in a queue, and fewer ran at once than the row says.",
            "Leave it out, or measure with fewer requests at once.",
          ),
        ]
      : []),
    ...(early
      ? [
          remark(
            "silicon_data_source",
            point.measuredOn ?? "",
            "It lies in the future.",
            "Enter the day on which it was measured.",
          ),
        ]
      : []),
  ];
}

function outOfBounds(
  row: number,
  fields: readonly (readonly [string, number, Bounds])[],
): BenchmarkRemark[] {
  return fields
    .filter(([, value, { min, max }]) => !(value >= min && value <= max))
    .map(([field, value, { min, max }]) => ({
      row,
      field,
      value: shownNumber(value),
      reason: "It is out of bounds.",
      mend: `Enter a number from ${shownNumber(min)} to ${shownNumber(max)}.`,
    }));
}
