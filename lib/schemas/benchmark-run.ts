/** Formats of benchmark files that are read. */
export type BenchmarkFormat = "vllm" | "sglang" | "genai-perf" | "points" | "mlperf";

/** What is wrong or odd at one field of a file, why, and what to do about it. */
export type BenchmarkRemark = {
  /** Line of the file, or place in its list; the first is 1. */
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  readonly mend: string;
};

/** One operating point as a file has it; null is what the file does not say. */
export type BenchmarkPoint = {
  readonly row: number;
  readonly date: string | null;
  readonly requestsAtOnce: number | null;
  readonly timeToFirstTokenMilliseconds: number | null;
  readonly timePerOutputTokenMilliseconds: number | null;
  /** Of the whole replica, prefill inside. */
  readonly outputTokensPerSecond: number;
  /** Why somebody should look before it is used; empty for a clean point. */
  readonly remarks: readonly BenchmarkRemark[];
};

/** What a run was made with; null is what the file does not say, and is never guessed. */
export type BenchmarkConditions = {
  readonly modelName: string | null;
  readonly accelerator: string | null;
  readonly acceleratorsPerReplica: number | null;
  readonly precision: string | null;
  readonly servingEngine: string | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
};

/** Points that were measured under the same conditions, the clean ones apart from the odd ones. */
export type BenchmarkRun = BenchmarkConditions & {
  readonly id: string;
  readonly source: string;
  readonly url: string | null;
  /** The newest of its points. */
  readonly date: string | null;
  /** What else tells it from its neighbours: a scenario, a way of splitting. */
  readonly note: string | null;
  readonly points: readonly BenchmarkPoint[];
  readonly suspicious: readonly BenchmarkPoint[];
  /** What the file does not say, and a person must. */
  readonly unsaid: readonly (keyof BenchmarkConditions)[];
};

export type BenchmarkFile = {
  readonly format: BenchmarkFormat | null;
  readonly rows: number;
  readonly runs: readonly BenchmarkRun[];
  /** Rows that cannot be used, each with its mend. */
  readonly refused: readonly BenchmarkRemark[];
};

/** Read by the browser and by the command line, never sent: only what is taken from it is. */
export const benchmarkFileLimitBytes = 20_000_000;

/** Several times what anybody publishes in one file; runs of more would keep a browser busy for minutes. */
export const benchmarkRowLimit = 10_000;
