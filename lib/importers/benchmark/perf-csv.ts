import { csvRows } from "../csv";
import { type PerfMetric, type PerfRun, tagOf } from "./perf-run";

/** Tables of GenAI-Perf and AIPerf: statistics of each metric, then single values, then the accelerators. */
export const isPerfTable = (text: string): boolean =>
  /^\s*"?Metric"?,\s*"?(Unit|avg|Value)"?,?/i.test(text);

/** The summary of `genai-perf analyze`: only the slowest of a hundred, and no time of its own. */
export const isPerfSummary = (text: string): boolean => /^\s*Config Name,/i.test(text);

type Table = {
  readonly head: readonly string[];
  readonly line: number;
};

type Draft = {
  readonly row: number;
  readonly metrics: Map<string, PerfMetric>;
  readonly accelerators: Set<string>;
};

/** One run for each table of statistics: several exports may stand in one text, one after the other. */
export function perfRunsOf(text: string): { readonly rows: number; readonly runs: PerfRun[] } {
  const drafts: Draft[] = [];
  let table: Table | null = null;
  let rows = 0;
  for (const { line, cells } of placedRows(text)) {
    const [first = ""] = cells;
    if (isHead(cells)) {
      table = { head: cells.map((cell) => cell.trim()), line };
      if (beginsRun(table.head, drafts.at(-1)))
        drafts.push({ row: line, metrics: new Map(), accelerators: new Set() });
      continue;
    }
    const draft = drafts.at(-1);
    if (!table || !draft || first.trim() === "") continue;
    const gpu = table.head.indexOf("GPU_Name");
    if (gpu >= 0) {
      const name = cells[gpu]?.trim();
      if (name) draft.accelerators.add(name);
    } else if (/^metric$/i.test(table.head[0] ?? "")) {
      rows += 1;
      addMetric(draft, { head: table.head, cells, line });
    }
  }
  return { rows, runs: drafts.map(runOf) };
}

const isHead = ([first = ""]: readonly string[]) => /^(metric|endpoint)$/i.test(first.trim());

/** A new export begins with its statistics, or with single values where the one before has them already. */
function beginsRun(head: readonly string[], before: Draft | undefined): boolean {
  if (!/^metric$/i.test(head[0] ?? "")) return false;
  if (before === undefined || head.some((cell) => /^avg$/i.test(cell))) return true;
  return before.metrics.has("output_token_throughput");
}

function addMetric(
  { metrics }: Draft,
  row: {
    readonly head: readonly string[];
    readonly cells: readonly string[];
    readonly line: number;
  },
): void {
  const { head, cells, line } = row;
  const label = (cells[0] ?? "").trim();
  const stated = head.findIndex((name) => /^unit$/i.test(name));
  const named = /^(.*?)\s*\(([^()]*)\)$/.exec(label);
  const unit = stated >= 0 ? (cells[stated]?.trim() ?? null) : (named?.[2] ?? null);
  const statistics = head.flatMap((name, column) =>
    column === 0 || column === stated
      ? []
      : [[statisticOf(name), plainNumber(cells[column])] as const],
  );
  const tag = tagOf((named?.[1] ?? label).toLowerCase().replaceAll(/[^a-z0-9]+/g, "_"));
  metrics.set(tag, { row: line, label, unit, statistics: Object.fromEntries(statistics) });
}

const statisticOf = (name: string) => (/^value$/i.test(name) ? "avg" : name.toLowerCase());

/** Thousands are apart by commas in these files, and decimals by a point. */
const plainNumber = (cell: string | undefined) =>
  cell !== undefined && /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(cell.trim())
    ? cell.replaceAll(",", "")
    : cell;

function runOf({ row, metrics, accelerators }: Draft): PerfRun {
  return {
    row,
    tool: metrics.has("benchmark_duration") ? "AIPerf" : "GenAI-Perf",
    metrics,
    conditions: {
      models: [],
      accelerators: [...accelerators],
      servingEngine: null,
      requestsAtOnce: null,
      startedAt: null,
      wasCancelled: false,
    },
  };
}

/** Rows with the line on which each begins; a quoted cell of these files holds no line break. */
function placedRows(text: string) {
  return text.split(/\r?\n/).flatMap((written, at) => {
    const [cells] = csvRows(written);
    return cells ? [{ line: at + 1, cells }] : [];
  });
}
