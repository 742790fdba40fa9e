import { counted, listed, numberFull, quantityEnds } from "@/lib/format";
import type {
  BenchmarkConditions,
  BenchmarkFile,
  BenchmarkFormat,
  BenchmarkPoint,
  BenchmarkRemark,
  BenchmarkRun,
} from "@/lib/schemas/benchmark-run";
import { mostFrontPoints } from "@/lib/schemas/throughput-front";

const formatNames: Readonly<Record<BenchmarkFormat, string>> = {
  vllm: "vLLM’s benchmark",
  sglang: "SGLang’s benchmark",
  "genai-perf": "GenAI-Perf or AIPerf",
  points: "Points of TTFT and TPOT",
  mlperf: "MLPerf Inference results",
};

const conditionNames: Readonly<Record<keyof BenchmarkConditions, string>> = {
  modelName: "the model",
  accelerator: "the accelerator",
  acceleratorsPerReplica: "how many accelerators a replica has",
  precision: "the precision",
  servingEngine: "the serving engine",
  inputTokens: "the input length",
  outputTokens: "the output length",
};

export type BenchmarkCounts = {
  readonly accepted: number;
  readonly suspicious: number;
  readonly refused: number;
};

export function benchmarkCounts({ runs, refused }: BenchmarkFile): BenchmarkCounts {
  const sum = (key: "points" | "suspicious") =>
    runs.reduce((total, run) => total + run[key].length, 0);
  return {
    accepted: sum("points"),
    suspicious: sum("suspicious"),
    refused: new Set(refused.map(({ row }) => row)).size,
  };
}

/** "vLLM’s benchmark: 6 rows, 1 run. 5 points accepted, 1 suspicious, 0 rows refused." */
export function benchmarkSummary(file: BenchmarkFile): string {
  const { accepted, suspicious, refused } = benchmarkCounts(file);
  if (file.format === null) return "No benchmark was found.";
  return `${formatNames[file.format]}: ${counted(file.rows, "row")}, ${counted(file.runs.length, "run")}. ${counted(accepted, "point")} accepted, ${numberFull(suspicious)} suspicious, ${counted(refused, "row")} refused.`;
}

/** "Llama-3.1-70B-Instruct on 2 × NVIDIA H200 SXM" */
export function runName(run: BenchmarkRun): string {
  const model = run.modelName?.split("/").at(-1) ?? "A model not named";
  const machine = run.accelerator ?? "accelerators not named";
  const size = run.acceleratorsPerReplica;
  return `${model} on ${size === null ? machine : `${numberFull(size)} × ${machine}`}`;
}

/** "FP8, vLLM 0.15.1, 1,024 in, 1,024 out, 2026-11-24" */
export function runConditions(run: BenchmarkRun): string {
  const { inputTokens, outputTokens } = run;
  return [
    run.precision,
    run.servingEngine,
    inputTokens === null ? null : `${numberFull(inputTokens)} in`,
    outputTokens === null ? null : `${numberFull(outputTokens)} out`,
    run.note,
    run.date,
  ]
    .filter(Boolean)
    .join(", ");
}

type RatedPoint = Pick<BenchmarkPoint, "outputTokensPerSecond" | "timePerOutputTokenMilliseconds">;

/** "5 points, 332 to 3,080 tok/s, 11.6 to 39.5 ms an output token" */
export function pointsInBrief(points: readonly RatedPoint[]): string {
  if (points.length === 0) return "no clean point";
  const rates = points.map((point) => point.outputTokensPerSecond);
  const times = points.flatMap((point) => point.timePerOutputTokenMilliseconds ?? []);
  const parts = [counted(points.length, "point"), `${quantityEnds(rates)} tok/s`];
  if (times.length > 0) parts.push(`${quantityEnds(times)} ms an output token`);
  return parts.join(", ");
}

/** "The file does not say how many accelerators a replica has and the precision." */
export const unsaidText = (run: BenchmarkRun): string | null =>
  run.unsaid.length === 0
    ? null
    : `The file does not say ${listed(run.unsaid.map((key) => conditionNames[key]))}.`;

/** Of points that a plan has no room for; null where it has. */
export const leftOutText = (leftOut: number): string | null =>
  leftOut === 0
    ? null
    : `A plan keeps ${numberFull(mostFrontPoints)} points of a front: ${counted(leftOut, "point is", "points are")} left out, those that others beat before any of the front.`;

/** Of a size that somebody has to enter; it begins as the option has it now, where it has one. */
export const replicaSizeHelp = (isAsOptionHas: boolean): string =>
  `The file does not say it${isAsOptionHas ? ": this is as the option has it" : ""}. A replica is one copy of the model.`;

export const suspiciousTitle = ({ suspicious }: BenchmarkRun): string =>
  `${counted(suspicious.length, "point is", "points are")} suspicious, and not used`;

export const nothingLeft = "Without them nothing of this run is left.";

export const refusedTitle = (file: BenchmarkFile): string =>
  `${counted(benchmarkCounts(file).refused, "row")} refused`;

export type RemarkGroup = {
  readonly key: string;
  readonly text: string;
  readonly count: number;
};

/** Remarks of one field and mend together, the first of them in full and how many more there are. */
export function remarkGroups(remarks: readonly BenchmarkRemark[]): readonly RemarkGroup[] {
  const groups = new Map<string, BenchmarkRemark[]>();
  for (const remark of remarks) {
    const key = `${remark.field} ${remark.reason.replaceAll(/[\d.,]*\d/g, "#")}`;
    const group = groups.get(key);
    if (group) group.push(remark);
    else groups.set(key, [remark]);
  }
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    return first ? [{ key, text: groupText(first, group.length), count: group.length }] : [];
  });
}

function groupText(first: BenchmarkRemark, count: number): string {
  const more = count > 1 ? ` (and ${counted(count - 1, "more row")})` : "";
  return `Row ${numberFull(first.row)}${more}, ${first.field} is ${first.value}: ${first.reason} ${first.mend}`;
}

export const suspiciousRemarks = (run: BenchmarkRun): readonly BenchmarkRemark[] =>
  run.suspicious.flatMap(({ remarks }) => remarks);
