import { type RecordFields, recordFields } from "./record-fields";

/** One metric of GenAI-Perf or AIPerf as its file has it: what it is called there, its unit and its statistics. */
export type PerfMetric = {
  readonly row: number;
  readonly label: string;
  readonly unit: string | null;
  readonly statistics: Readonly<Record<string, unknown>>;
};

/** What an export says beside its metrics; null and empty are what it does not say. */
export type PerfConditions = {
  readonly models: readonly string[];
  readonly accelerators: readonly string[];
  readonly servingEngine: string | null;
  readonly requestsAtOnce: number | null;
  readonly startedAt: string | null;
  readonly wasCancelled: boolean;
};

/** One export of GenAI-Perf or AIPerf: one run at one load. */
export type PerfRun = {
  readonly row: number;
  readonly tool: string;
  readonly metrics: ReadonlyMap<string, PerfMetric>;
  readonly conditions: PerfConditions;
};

export type PerfFields = Pick<RecordFields, "refused" | "odd"> & {
  readonly number: (tag: string, statistic: string, limits: Limits) => number | null;
  readonly needed: (tag: string, limits: Limits, mend: string) => number | null;
  readonly doubt: (tag: string, statistic: string, reason: string, mend: string) => void;
};
type Limits = { readonly min: number; readonly max: number };

/** Names of earlier versions. */
const formerTags: Readonly<Record<string, string>> = {
  num_output_token: "output_sequence_length",
  num_output_tokens: "output_sequence_length",
  num_input_token: "input_sequence_length",
  num_input_tokens: "input_sequence_length",
};

export const tagOf = (name: string): string => formerTags[name] ?? name;

/** The figures of a run under the names that its file has for them. */
export function perfFields({ row, metrics, conditions }: PerfRun): PerfFields {
  const named: Record<string, unknown> = {
    concurrency: conditions.requestsAtOnce,
    was_cancelled: String(conditions.wasCancelled),
    start_time: conditions.startedAt,
    model: conditions.models.join(", "),
    gpu_name: conditions.accelerators.join(", "),
  };
  const rows = new Map<string, number>();
  for (const [tag, metric] of metrics) {
    for (const [statistic, value] of Object.entries(metric.statistics)) {
      const name = nameOf(metric, statistic);
      named[name] = isTime(tag) ? inMilliseconds(value, metric.unit) : value;
      rows.set(name, metric.row);
    }
  }
  const fields = recordFields(named, row);
  const placed = placedIn(rows);
  const name = (tag: string, statistic: string) => {
    const metric = metrics.get(tag);
    return metric ? nameOf(metric, statistic) : tag;
  };
  return {
    get refused() {
      return fields.refused.map(placed);
    },
    get odd() {
      return fields.odd.map(placed);
    },
    number: (tag, statistic, limits) => fields.number(name(tag, statistic), limits),
    needed: (tag, limits, mend) => {
      const metric = metrics.get(tag);
      if (metric && isTime(tag) && !(metric.unit ?? "ms").toLowerCase().match(knownTimes))
        return fields.refuse(name(tag, "avg"), unknownUnit(metric.unit ?? ""), mend);
      return fields.needed(name(tag, "avg"), limits, mend);
    },
    doubt: (tag, statistic, reason, mend) => fields.doubt(name(tag, statistic), reason, mend),
  };
}

const nameOf = ({ label }: PerfMetric, statistic: string) =>
  statistic === "" ? label : `${label} ${statistic}`;

const unknownUnit = (unit: string) => `Its unit, “${unit.slice(0, 20)}”, is not known here.`;

function placedIn(rows: ReadonlyMap<string, number>) {
  return <Remark extends { readonly row: number; readonly field: string }>(remark: Remark) => ({
    ...remark,
    row: rows.get(remark.field) ?? remark.row,
  });
}

const times = ["time_to_first_token", "inter_token_latency", "request_latency"];
const isTime = (tag: string) => times.includes(tag);

const perMillisecond: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1e3,
  sec: 1e3,
};
const knownTimes = /^(ns|us|µs|ms|s|sec)$/;

function inMilliseconds(value: unknown, unit: string | null): unknown {
  const factor = perMillisecond[(unit ?? "ms").toLowerCase()] ?? 1;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return factor !== 1 && typeof number === "number" ? number * factor : value;
}
