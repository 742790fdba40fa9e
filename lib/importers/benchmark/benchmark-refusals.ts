import {
  type BenchmarkFile,
  type BenchmarkRemark,
  benchmarkFileLimitBytes,
  benchmarkRowLimit,
} from "@/lib/schemas/benchmark-run";
import { shownInput, shownNumber } from "@/lib/schemas/shown";
import { isRecord } from "@/lib/schemas/walk";
import type { JsonRow } from "./json-rows";
import { isPerfNeighbour } from "./perf-json";

/** A file of which nothing is read, and why. */
export const refuse = (remark: BenchmarkRemark): BenchmarkFile => ({
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
  "what vllm bench serve --save-result, SGLang's bench_serving, GenAI-Perf or AIPerf saves, a CSV of TTFT and TPOT, or MLPerf's summary_results.json";
const runAgain = `Choose ${formats}.`;

export const empty: BenchmarkRemark = fileRemark("empty", "The file is empty.", runAgain);

export const twoKinds: BenchmarkRemark = fileRemark(
  "JSON and text",
  "The files are of two kinds.",
  "Choose files of one kind at once; of GenAI-Perf and AIPerf the JSON says more than the CSV.",
);

export const noJson: BenchmarkRemark = fileRemark(
  "text",
  "It is no JSON: it breaks off, or holds what JSON does not have.",
  "Mend it, or choose the file as the benchmark wrote it.",
);

export function unknownJson(rows: readonly JsonRow[]): BenchmarkRemark {
  const [first] = rows;
  const fields = isRecord(first?.value) ? Object.keys(first.value).slice(0, 5) : [];
  if (rows.some(({ value }) => isPerfNeighbour(value))) return neighbour(fields.join(", "));
  const shown = fields.length > 0 ? shownInput(fields.join(", ")) : "no fields";
  return fileRemark(shown, "It holds no benchmark that is known here.", runAgain);
}

export const unknownText = (text: string): BenchmarkRemark =>
  fileRemark(shownInput(firstLine(text)), "It holds no benchmark that is known here.", runAgain);

export const perfSummary = (text: string): BenchmarkRemark => neighbour(firstLine(text));

const firstLine = (text: string) => text.split(/\r?\n/, 1)[0] ?? "";

const neighbour = (value: string) =>
  fileRemark(
    shownInput(value),
    "GenAI-Perf and AIPerf write it beside their result: single requests, repeats, or a summary of several runs.",
    "Choose profile_export_genai_perf or profile_export_aiperf (.json, else .csv) of the same folder.",
  );

/** For whoever knows the size before reading. */
export const tooLarge = (bytes: number): BenchmarkRemark =>
  fileRemark(
    `${shownNumber(Math.ceil(bytes / 1e6))} MB`,
    `A benchmark file has at most ${shownNumber(benchmarkFileLimitBytes / 1e6)} MB.`,
    "Save it without the single requests (vLLM: no --save-detailed), or cut it into several files.",
  );

export const tooMany = (rows: number): BenchmarkRemark =>
  fileRemark(
    `${shownNumber(rows)} rows`,
    `A benchmark file has at most ${shownNumber(benchmarkRowLimit)} rows.`,
    "Cut it into several files.",
  );
