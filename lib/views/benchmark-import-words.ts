export const benchmarkDialogTitle = "Import a benchmark";

export const benchmarkDialogDescription =
  "What your machines gave when you measured them becomes an option’s throughput. The file is read in this browser; only what you use is saved.";

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
  plain(") or SGLang ("),
  code("bench_serving"),
  plain("), a CSV of TTFT and TPOT, or MLPerf’s "),
  code("summary_results.json"),
  plain("."),
];
