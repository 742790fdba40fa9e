import {
  type BenchmarkFile,
  type BenchmarkFormat,
  benchmarkFileLimitBytes,
  benchmarkRowLimit,
} from "@/lib/schemas/benchmark-run";
import { shownInput } from "@/lib/schemas/shown";
import { isRecord } from "@/lib/schemas/walk";
import {
  empty,
  noJson,
  perfSummary,
  refuse,
  tooLarge,
  tooMany,
  twoKinds,
  unknownJson,
  unknownText,
} from "./benchmark-refusals";
import { groupRuns, type ReadPoint } from "./group-runs";
import { type JsonRow, jsonRows } from "./json-rows";
import { isMlperfRecord, readMlperfRows } from "./mlperf-rows";
import { isPerfSummary, isPerfTable, perfRunsOf } from "./perf-csv";
import { isPerfRecord, perfRunOf } from "./perf-json";
import { readPerfRun } from "./perf-point";
import { readPointsFile } from "./points-file";
import { isServingRecord, isSglangRecord, readServingRecord } from "./serving-record";

/** Reads a benchmark file of any known format: what can be used, what is odd, what cannot be used. */
export function readBenchmark(text: string, today: string): BenchmarkFile {
  const plain = text.replace(/^\uFEFF/, "").trimStart();
  if (text.length > benchmarkFileLimitBytes) return refuse(tooLarge(text.length));
  if (plain === "") return refuse(empty);
  return /^[[{]/.test(plain) ? readJson(plain, today) : readCsv(text, today);
}

/** Several files are read as one, one after the other: a sweep is often a file for each load. */
export function readBenchmarks(texts: readonly string[], today: string): BenchmarkFile {
  const plain = texts.map((text) => text.replace(/^\uFEFF/, ""));
  const kinds = new Set(plain.map((text) => /^\s*[[{]/.test(text)));
  return kinds.size > 1 ? refuse(twoKinds) : readBenchmark(plain.join("\n"), today);
}

function readJson(text: string, today: string): BenchmarkFile {
  const rows = jsonRows(text);
  if (!rows) return refuse(noJson);
  if (rows.length > benchmarkRowLimit) return refuse(tooMany(rows.length));
  const format = formatOf(rows);
  if (format === null) return refuse(unknownJson(rows));
  return fileOf(format, rows.length, readRows(format, rows, today));
}

function readRows(
  format: BenchmarkFormat,
  rows: readonly JsonRow[],
  today: string,
): readonly ReadPoint[] {
  if (format === "mlperf") return readMlperf(rows);
  return format === "genai-perf" ? readPerf(rows, today) : readServing(rows, today);
}

function formatOf(rows: readonly JsonRow[]): BenchmarkFormat | null {
  if (rows.some(({ value }) => isMlperfRecord(value))) return "mlperf";
  if (rows.some(({ value }) => isPerfRecord(value))) return "genai-perf";
  const serving = rows.filter(({ value }) => isServingRecord(value));
  if (serving.length === 0) return null;
  return serving.every(({ value }) => isSglangRecord(value)) ? "sglang" : "vllm";
}

function readMlperf(rows: readonly JsonRow[]): readonly ReadPoint[] {
  const whole = rows.filter(({ value }) => isMlperfRecord(value));
  return [strangers(rows, isMlperfRecord), ...readMlperfRows(whole)];
}

function readServing(rows: readonly JsonRow[], today: string): readonly ReadPoint[] {
  const read = rows.flatMap(({ row, value }) =>
    isRecord(value) && isServingRecord(value) ? [readServingRecord(value, row, today)] : [],
  );
  return [strangers(rows, isServingRecord), ...read];
}

function readPerf(rows: readonly JsonRow[], today: string): readonly ReadPoint[] {
  const read = rows.flatMap(({ row, value }) =>
    isRecord(value) && isPerfRecord(value) ? [readPerfRun(perfRunOf(value, row), today)] : [],
  );
  return [strangers(rows, isPerfRecord), ...read];
}

function strangers(rows: readonly JsonRow[], isKnown: (value: unknown) => boolean): ReadPoint {
  const refused = rows
    .filter(({ value }) => !isKnown(value))
    .map(({ row, value }) => ({
      row,
      field: "row",
      value: shownInput(value),
      reason: "It is no result of a benchmark.",
      mend: "Take the row out.",
    }));
  return { point: null, refused };
}

function readCsv(text: string, today: string): BenchmarkFile {
  if (isPerfSummary(text)) return refuse(perfSummary(text));
  if (isPerfTable(text)) {
    const { rows, runs } = perfRunsOf(text);
    if (rows > benchmarkRowLimit) return refuse(tooMany(rows));
    return fileOf(
      "genai-perf",
      rows,
      runs.map((run) => readPerfRun(run, today)),
    );
  }
  const { rows, read } = readPointsFile(text, today);
  if (rows > benchmarkRowLimit) return refuse(tooMany(rows));
  const file = fileOf("points", rows, read);
  // Without most columns of the layout it is another file, not a broken one.
  const lacks = file.refused.filter(({ row }) => row === 1).length;
  return rows === 0 && lacks >= columnsOfAnotherFile ? refuse(unknownText(text)) : file;
}

const columnsOfAnotherFile = 5;

function fileOf(format: BenchmarkFormat, rows: number, read: readonly ReadPoint[]): BenchmarkFile {
  return { format, rows, runs: groupRuns(read), refused: read.flatMap(({ refused }) => refused) };
}
