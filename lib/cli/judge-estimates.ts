import { type Errors, errorsOf, estimateThroughput } from "@/lib/engine";
import type { PointIssue } from "@/lib/importers/point-cells";
import { type MeasuredPoint, readThroughputPoints } from "@/lib/importers/throughput-points";
import { groupsOf } from "./groups";
import { deploymentsOf, type PointDeployments } from "./point-estimates";

/** The estimator set beside a file of measured points. */
export type Judgement = {
  readonly rows: number;
  readonly judged: number;
  readonly timePerOutputToken: ErrorTables;
  readonly timeToFirstToken: ErrorTables;
  /** Rows that were not judged: where, what stands there, and what to enter. */
  readonly issues: readonly PointIssue[];
  /** Labels that were read as something else. */
  readonly mended: readonly PointIssue[];
};

export type NamedErrors = { readonly name: string } & Errors;
export type ErrorTables = {
  readonly overall: Errors | null;
  readonly byMode: readonly NamedErrors[];
  readonly byModel: readonly NamedErrors[];
  readonly byMachine: readonly NamedErrors[];
  readonly byModelAndMachine: readonly NamedErrors[];
};

type Pair = readonly [estimated: number, measured: number];
type Judged = {
  readonly mode: string;
  readonly model: string;
  readonly machine: string;
  readonly perOutputToken: Pair;
  readonly toFirstToken: Pair;
};

export function judgeEstimates(text: string): Judgement {
  const file = readThroughputPoints(text);
  const results = file.points.map(judgePoint);
  const judged = results.filter((result): result is Judged => "mode" in result);
  const found = results.filter((result): result is PointIssue => "mend" in result);
  return {
    rows: file.rows,
    judged: judged.length,
    timePerOutputToken: tablesOf(judged, ({ perOutputToken }) => perOutputToken),
    timeToFirstToken: tablesOf(judged, ({ toFirstToken }) => toFirstToken),
    issues: [...file.issues, ...found].toSorted((a, b) => a.row - b.row),
    mended: file.mended,
  };
}

function judgePoint(point: MeasuredPoint): Judged | PointIssue {
  const deployments = deploymentsOf(point);
  if ("mend" in deployments) return deployments;
  const { decode, prefill, model, machine } = deployments;
  const decoding = estimateThroughput(decode);
  const reading = estimateThroughput(prefill);
  if (decoding.kind !== "estimate" || reading.kind !== "estimate") return unfitting(deployments);
  const { secondsPerOutputToken, secondsToFirstToken } = point.measured;
  return {
    mode: point.mode === "agg" ? "aggregated" : "disaggregated",
    model,
    machine,
    perOutputToken: [decoding.secondsPerOutputToken, secondsPerOutputToken],
    toFirstToken: [reading.secondsToFirstToken, secondsToFirstToken],
  };
}

function unfitting({ point }: PointDeployments): PointIssue {
  const column = point.mode === "agg" ? "tp_size" : "decode_tp_size";
  const value = String(point.decode.accelerators);
  const mend =
    "Enter more accelerators a replica, or narrower weights: by the catalog's figures the weights and the cache of one request do not fit.";
  return { row: point.row, column, value, mend };
}

function tablesOf(judged: readonly Judged[], pairOf: (of: Judged) => Pair): ErrorTables {
  const by = (nameOf: (of: Judged) => string): NamedErrors[] =>
    groupsOf(judged, nameOf)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .flatMap(([name, group]) => {
        const errors = errorsOf(group.map(pairOf));
        return errors ? [{ name, ...errors }] : [];
      });
  return {
    overall: errorsOf(judged.map(pairOf)),
    byMode: by(({ mode }) => mode),
    byModel: by(({ model }) => model),
    byMachine: by(({ machine }) => machine),
    byModelAndMachine: by(({ model, machine }) => `${model} on ${machine}`),
  };
}
