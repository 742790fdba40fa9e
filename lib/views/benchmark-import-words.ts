import { numberFull } from "@/lib/format";

export const benchmarkDialogTitle = "Import a benchmark";

export const benchmarkDialogDescription =
  "What your machines gave when you measured them becomes an option’s throughput. Files are read in this browser; only what you use is saved.";

/** "c8.json and 3 more" */
export const namesOfFiles = (names: readonly string[]): string =>
  names.length > 1
    ? `${names[0]} and ${numberFull(names.length - 1)} more`
    : (names[0] ?? "The file");

export const becomesThroughput = (option: string, workload: string): string =>
  `It becomes the throughput of ${option || "this option"} for ${workload}.`;

export const hasThroughputOf = (option: string, fileName: string): string =>
  `${option || "The option"} has the throughput of ${fileName}.`;

export const wasNotImported = (fileName: string): string => `${fileName} was not imported.`;

/** Why nothing of a file can be used; what of it was found has no place where the plan gives it none. */
export const whyNotImported = ({
  hasRuns,
  hasPlace,
}: {
  readonly hasRuns: boolean;
  readonly hasPlace: boolean;
}): string =>
  hasRuns && !hasPlace
    ? "This plan has no option with machines, or no inference workload, that it could be for. Add one first."
    : "It holds nothing that can be used.";

type Piece = { readonly text: string; readonly isCode: boolean };
const plain = (text: string): Piece => ({ text, isCode: false });
const code = (text: string): Piece => ({ text, isCode: true });

/** Which files are read, and what makes them. */
export const readableFiles: readonly Piece[] = [
  plain("From vLLM ("),
  code("vllm bench serve --save-result"),
  plain("), SGLang ("),
  code("bench_serving"),
  plain("), NVIDIA’s GenAI-Perf or AIPerf ("),
  code("profile_export_….json"),
  plain(" or "),
  code(".csv"),
  plain("), a CSV of TTFT and TPOT, or MLPerf’s "),
  code("summary_results.json"),
  plain(". Of a sweep choose all files at once."),
];
