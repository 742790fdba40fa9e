import {
  type BenchmarkFile,
  type BenchmarkFormat,
  type BenchmarkRemark,
  benchmarkFileLimitBytes,
  benchmarkRowLimit,
} from "@/lib/schemas/benchmark-run";
import { shownInput, shownNumber } from "@/lib/schemas/shown";
import { isRecord } from "@/lib/schemas/walk";
import { groupRuns, type ReadPoint } from "./group-runs";
import { type JsonRow, jsonRows } from "./json-rows";
import { isMlperfRecord, readMlperfRows } from "./mlperf-rows";
import { readPointsFile } from "./points-file";
import { isServingRecord, isSglangRecord, readServingRecord } from "./serving-record";

/** Reads a benchmark file of any known format: what can be used, what is odd, what cannot be used. */
export function readBenchmark(text: string, today: string): BenchmarkFile {
  const plain = text.replace(/^\uFEFF/, "").trimStart();
  if (text.length > benchmarkFileLimitBytes) return refuse(tooLarge(text.length));
  if (plain === "") return refuse(fileRemark("empty", "The file is empty.", runAgain));
  return /^[[{]/.test(plain) ? readJson(plain, today) : readCsv(text, today);
}

function readJson(text: string, today: string): BenchmarkFile {
  const rows = jsonRows(text);
  if (!rows)
    return refuse(
      fileRemark("text", "It is no JSON: it breaks off, or holds what JSON does not have.", again),
    );
  if (rows.length > benchmarkRowLimit) return refuse(tooMany(rows.length));
  const format = formatOf(rows);
  if (format === null) return refuse(unknownJson(rows));
  const read = format === "mlperf" ? readMlperf(rows) : readServing(rows, today);
  return fileOf(format, rows.length, read);
}

function formatOf(rows: readonly JsonRow[]): BenchmarkFormat | null {
  if (rows.some(({ value }) => isMlperfRecord(value))) return "mlperf";
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

const refuse = (remark: BenchmarkRemark): BenchmarkFile => ({
  format: null,
  rows: 0,
  runs: [],
  refused: [remark],
});

const fileRemark = (value: string, reason: string, mend: string): BenchmarkRemark => ({
  row: 1,
  field: "file",
  value,
  reason,
  mend,
});

const formats =
  "what vllm bench serve --save-result or SGLang's bench_serving saves, a CSV of TTFT and TPOT, or MLPerf's summary_results.json";
const runAgain = `Choose ${formats}.`;
const again = "Mend it, or choose the file as the benchmark wrote it.";

function unknownJson(rows: readonly JsonRow[]): BenchmarkRemark {
  const [first] = rows;
  const fields = isRecord(first?.value) ? Object.keys(first.value).slice(0, 5) : [];
  const shown = fields.length > 0 ? shownInput(fields.join(", ")) : "no fields";
  return fileRemark(shown, "It holds no benchmark that is known here.", runAgain);
}

const unknownText = (text: string) =>
  fileRemark(
    shownInput(text.split(/\r?\n/, 1)[0] ?? ""),
    "It holds no benchmark that is known here.",
    runAgain,
  );

/** For whoever knows the size before reading. */
export const tooLarge = (bytes: number): BenchmarkRemark =>
  fileRemark(
    `${shownNumber(Math.ceil(bytes / 1e6))} MB`,
    `A benchmark file has at most ${shownNumber(benchmarkFileLimitBytes / 1e6)} MB.`,
    "Save it without the single requests (vLLM: no --save-detailed), or cut it into several files.",
  );

const tooMany = (rows: number): BenchmarkRemark =>
  fileRemark(
    `${shownNumber(rows)} rows`,
    `A benchmark file has at most ${shownNumber(benchmarkRowLimit)} rows.`,
    "Cut it into several files.",
  );
