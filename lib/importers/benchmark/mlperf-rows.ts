import type { BenchmarkRemark } from "@/lib/schemas/benchmark-run";
import { isRecord } from "@/lib/schemas/walk";
import type { ReadPoint } from "./group-runs";
import type { JsonRow } from "./json-rows";
import { bounds, type RecordFields, recordFields } from "./record-fields";

export const isMlperfRecord = (value: unknown): boolean =>
  isRecord(value) &&
  Object.hasOwn(value, "Performance_Result") &&
  Object.hasOwn(value, "Performance_Units");

/** Rows of MLPerf Inference's `summary_results.json`. docs/throughput.md, "Imported benchmarks". */
export function readMlperfRows(rows: readonly JsonRow[]): readonly ReadPoint[] {
  const seen = new Map<string, number>();
  return rows.map(({ row, value }) => {
    const fields = recordFields(isRecord(value) ? value : {}, row);
    const read = readRow(fields);
    if (read.point === null) return read;
    const repeat = repeatOf(fields, seen);
    if (!repeat) return read;
    return { ...read, point: { ...read.point, remarks: [...read.point.remarks, repeat] } };
  });
}

const scenarios = ["Offline", "Server", "Interactive"];

function readRow(fields: RecordFields): ReadPoint {
  const { row, refused } = fields;
  const units = fields.text("Performance_Units");
  if (units !== "Tokens/s") {
    fields.refuse(
      "Performance_Units",
      "Only tokens a second give a throughput.",
      "Choose rows of a language model, in Tokens/s.",
    );
    return { point: null, refused };
  }
  const rate = fields.needed("Performance_Result", bounds.rate, "Take the file as published.");
  const accelerator = fields.text("Accelerator");
  if (accelerator === null)
    fields.refuse("Accelerator", "It names no accelerator.", "Choose a row of accelerators.");
  const scenario = fields.text("Scenario") ?? "";
  if (!scenarios.includes(scenario))
    fields.refuse("Scenario", "It is none of Offline, Server and Interactive.", "Choose one.");
  const each = fields.number("a#", bounds.count);
  const nodes = fields.number("Nodes", bounds.count);
  const total = fields.number("Total Accelerators", bounds.count);
  const accelerators = total ?? (each === null ? null : each * (nodes ?? 1));
  if (refused.length > 0 || rate === null) return { point: null, refused };
  doubtRow(fields, { accelerator: accelerator ?? "", scenario, accelerators });
  // Reading what it is checked by may refuse a field too: a row is used or refused, never both.
  if (refused.length > 0) return { point: null, refused };
  return {
    point: {
      row,
      date: null,
      requestsAtOnce: null,
      timeToFirstTokenMilliseconds: null,
      timePerOutputTokenMilliseconds: null,
      outputTokensPerSecond: rate,
      remarks: fields.odd,
    },
    conditions: {
      modelName: fields.text("UsedModel", "Model"),
      accelerator,
      acceleratorsPerReplica: accelerators,
      precision: precisionOf(fields.text("weight_data_types")),
      servingEngine: fields.text("Software"),
      inputTokens: null,
      outputTokens: meanOutput(fields.text("Accuracy")),
    },
    source: sourceOf(fields, scenario),
    url: addressOf(fields.text("Details")),
    note: scenario,
    refused,
  };
}

/** MLCommons asks for round, division and id wherever a result is quoted. */
const sourceOf = (fields: RecordFields, scenario: string) =>
  [
    `MLPerf Inference ${fields.text("version") ?? ""} ${fields.text("Category") ?? ""}`.trim(),
    fields.text("ID"),
    fields.text("Submitter"),
    fields.text("System", "Platform"),
    scenario,
  ]
    .filter(Boolean)
    .join(", ")
    .slice(0, 300);

const precisionOf = (stated: string | null) => (stated === "UNSET" ? null : stated);

const addressOf = (stated: string | null) =>
  stated !== null && /^https?:\/\/\S+$/.test(stated) ? stated : null;

function meanOutput(accuracy: string | null): number | null {
  const stated = Number(/TOKENS_PER_SAMPLE: ([\d.]+)/.exec(accuracy ?? "")?.[1]);
  return Number.isFinite(stated) && stated >= 1 && stated <= 1e7 ? stated : null;
}

type Doubted = {
  readonly accelerator: string;
  readonly scenario: string;
  readonly accelerators: number | null;
};

function doubtRow(fields: RecordFields, { accelerator, scenario, accelerators }: Doubted): void {
  if (scenario === "Offline")
    fields.doubt(
      "Scenario",
      "Offline hands over all queries at once and nobody waits: it is the most a batch gives.",
      "Take Server or Interactive for people who wait; take Offline for a batch.",
    );
  if (fields.text("Category") === "open")
    fields.doubt(
      "Category",
      "The open division may change the model or its accuracy.",
      "Take a row of the closed division, or read its notes.",
    );
  if (fields.number("errors", { min: 0, max: 1e9 }))
    fields.doubt("errors", "The run had errors.", "Take another row.");
  if (fields.number("inferred", { min: 0, max: 1 }) === 1)
    fields.doubt("inferred", "The result was inferred from another.", "Take the row it is from.");
  if (/\(x\d+\)|\S, \S/.test(accelerator))
    fields.doubt(
      "Accelerator",
      "The system mixes accelerators, so no rate of one follows.",
      "Take a system of one accelerator.",
    );
  const named = /(?:^|[^\w.])(\d+)\s?x(?=[A-Z])/.exec(
    `${fields.text("Platform") ?? ""} ${fields.text("System") ?? ""}`,
  );
  const counted = Number(named?.[1]);
  if (named && accelerators !== null && counted !== accelerators && counted > 1)
    fields.doubt(
      "a#",
      `Nodes times accelerators are ${accelerators}, while its name says ${counted}.`,
      "Enter the number that served.",
    );
  if (accelerators === null)
    fields.doubt("a#", "The number of accelerators is missing.", "Enter how many served.");
}

/** The same result under a stricter accuracy (-99.9 beside -99), or twice. */
function repeatOf(fields: RecordFields, seen: Map<string, number>): BenchmarkRemark | null {
  const model = (fields.text("Model", "UsedModel") ?? "").replace(/-99(\.9)?$/, "");
  const key = JSON.stringify([
    model,
    ...["Submitter", "Platform", "Category", "Scenario", "Performance_Result"].map((field) =>
      fields.text(field),
    ),
  ]);
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, fields.row);
    return null;
  }
  return {
    row: fields.row,
    field: "Model",
    value: `\u201c${fields.text("Model") ?? ""}\u201d`,
    reason: `The same result stands in row ${first}: one run, entered under two accuracies.`,
    mend: `Take row ${first}.`,
  };
}
