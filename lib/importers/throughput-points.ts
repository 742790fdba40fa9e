import { csvRows } from "./csv";
import { type PointIssue, type PointRow, pointCells } from "./point-cells";
import { replicaOf } from "./point-replica";

/** One measured operating point of the TTFT/TPOT layout, its labels mended. */
export type MeasuredPoint = {
  /** Line of the file; the header is 1. */
  readonly row: number;
  readonly model: string;
  readonly system: string;
  readonly mode: "agg" | "disagg";
  readonly weights: string;
  readonly expertWeights: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The name of the row, the engine with its version, and when it was measured, where it says so. */
  readonly id: string | null;
  readonly engine: string | null;
  readonly measuredOn: string | null;
  /** Accelerators over which experts are dealt, where it says so. */
  readonly expertsOver: number | null;
  /** Where tokens are decoded, and where prompts are read: the same unless disaggregated. */
  readonly decode: ReplicaLabel;
  readonly prefill: ReplicaLabel;
  readonly measured: {
    readonly secondsToFirstToken: number;
    readonly secondsPerOutputToken: number;
  };
};

export type ReplicaLabel = {
  readonly accelerators: number;
  readonly attention: "tensor" | "data";
  /** Requests in flight on this replica. */
  readonly concurrency: number;
  /** How many such replicas share the requests: one unless disaggregated. */
  readonly workers: number;
};

export type PointsFile = {
  readonly rows: number;
  readonly points: readonly MeasuredPoint[];
  /** Rows that cannot be read, each with its mend. */
  readonly issues: readonly PointIssue[];
  /** Labels that were read as something else, and why. */
  readonly mended: readonly PointIssue[];
};

const columns = [
  "model_path",
  "system",
  "mode",
  "isl",
  "osl",
  "silicon_ttft_ms",
  "silicon_tpot_ms",
];

/** Reads a file in the layout of aiconfigurator's `silicon_sample.csv`. docs/throughput.md, "Judging". */
export function readThroughputPoints(text: string): PointsFile {
  const [head = [], ...lines] = csvRows(text);
  const missing = columns.filter((column) => !head.includes(column));
  if (missing.length > 0) {
    const mend = `Name this column in the first line. It has: ${head.join(", ") || "nothing"}.`;
    const issues = missing.map((column) => ({ row: 1, column, value: "", mend }));
    return { rows: 0, points: [], issues, mended: [] };
  }
  const read = lines.map((line, at) => readPoint(pointCells(head, line, at + 2)));
  return {
    rows: lines.length,
    points: read.flatMap(({ point }) => point ?? []),
    issues: read.flatMap(({ issues }) => issues),
    mended: read.flatMap(({ mended }) => mended),
  };
}

type Read = {
  readonly point: MeasuredPoint | null;
  readonly issues: readonly PointIssue[];
  readonly mended: readonly PointIssue[];
};

function readPoint(cells: PointRow): Read {
  const mode = cells.oneOf("mode", ["agg", "disagg"]);
  const inputTokens = cells.positive("isl");
  const outputTokens = cells.positive("osl");
  const ttft = cells.positive("silicon_ttft_ms");
  const tpot = cells.positive("silicon_tpot_ms");
  const model = cells.text("model_path");
  const system = cells.text("system");
  const replicas = mode === null ? null : replicaOf(cells, mode);
  const { issues, mended } = cells;
  const whole = mode && replicas && inputTokens && outputTokens && ttft && tpot && model && system;
  if (!whole || issues.length > 0) return { point: null, issues, mended };
  const weights = cells.optional("gemm_quant_mode") ?? cells.optional("precision") ?? "bf16";
  const point: MeasuredPoint = {
    row: cells.row,
    model,
    system,
    mode,
    weights,
    expertWeights: cells.optional("moe_quant_mode") ?? weights,
    inputTokens,
    outputTokens,
    id: cells.optional("id"),
    engine: engineOf(cells),
    measuredOn: measuredOn(cells),
    expertsOver:
      Number(cells.optional(mode === "agg" ? "moe_ep_size" : "decode_moe_ep_size")) || null,
    ...replicas,
    measured: {
      secondsToFirstToken: ttft / millisecondsPerSecond,
      secondsPerOutputToken: tpot / millisecondsPerSecond,
    },
  };
  return { point, issues, mended };
}

function engineOf(cells: PointRow): string | null {
  const named = [cells.optional("backend"), cells.optional("backend_version")].filter(Boolean);
  return named.join(" ") || null;
}

const measuredOn = (cells: PointRow) =>
  /measured=(\d{4}-\d{2}-\d{2})/.exec(cells.optional("silicon_data_source") ?? "")?.[1] ?? null;

const millisecondsPerSecond = 1000;
