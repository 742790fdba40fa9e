import { fewerPoints } from "@/lib/engine";
import type { BenchmarkFile, BenchmarkPoint, BenchmarkRun } from "@/lib/schemas/benchmark-run";
import type { Figure } from "@/lib/schemas/figure";
import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import type { Throughput } from "@/lib/schemas/throughput";
import {
  mostFrontPoints,
  type ThroughputFront,
  type ThroughputPoint,
} from "@/lib/schemas/throughput-front";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { acceleratorLabel, benchmarkFit } from "@/lib/views/benchmark-fit";
import { pointsInBrief, runConditions } from "@/lib/views/benchmark-words";
import { assumed } from "../provenance";
import { withWhatComesOnTop } from "./throughput";

/** An option that runs machines, whose throughput a benchmark can be. */
export type ServingOption = Extract<SupplyOption, { readonly throughput: unknown }>;

export const servingOptions = (plan: Plan): readonly ServingOption[] =>
  plan.options.filter((option): option is ServingOption => "throughput" in option);

export const servedWorkloads = (plan: Plan): readonly InferenceWorkload[] =>
  plan.workloads.filter((workload): workload is InferenceWorkload => workload.kind === "inference");

export const machineOf = (option: ServingOption): string =>
  option.kind === "edge" ? option.device : option.accelerator;

/** What is chosen of a file, and for whom. */
export type BenchmarkPick = {
  readonly runId: string;
  readonly optionId: string;
  readonly workloadId: string;
  /** Only where the file does not say it. */
  readonly acceleratorsPerReplica: number | null;
  readonly withSuspicious: boolean;
};

/** The run, option and workload that fit best: clean points, the same model, machine and lengths, then the most points. */
export function firstPick(
  file: BenchmarkFile,
  plan: Plan,
  place?: Pick<BenchmarkPick, "optionId" | "workloadId">,
): BenchmarkPick | null {
  const options = servingOptions(plan).filter(({ id }) => !place || id === place.optionId);
  const workloads = servedWorkloads(plan).filter(({ id }) => !place || id === place.workloadId);
  const fits = file.runs.flatMap((run) =>
    options.flatMap((option) =>
      workloads.map((workload) => {
        const fit = benchmarkFit(run, machineOf(option), workload);
        const marks = [run.points.length > 0, fit.model, fit.accelerator, fit.lengths];
        return { run, option, workload, score: scoreOf(marks) };
      }),
    ),
  );
  const [best] = fits.toSorted(
    (a, b) => b.score - a.score || b.run.points.length - a.run.points.length,
  );
  return best ? pickOf(best.run, best.option, best.workload.id) : null;
}

/** Earlier marks outweigh later ones; what is not known lies between yes and no. */
const scoreOf = (marks: readonly (boolean | null)[]): number =>
  marks.reduce((score, mark) => score * 3 + (mark === true ? 2 : mark === null ? 1 : 0), 0);

/** A new choice begins with the replica that the option has now, where the file says none. */
export function pickOf(
  run: BenchmarkRun,
  option: ServingOption,
  workloadId: string,
): BenchmarkPick {
  const now = rowOf(option, workloadId)?.acceleratorsPerReplica.value ?? null;
  return {
    runId: run.id,
    optionId: option.id,
    workloadId,
    acceleratorsPerReplica: run.acceleratorsPerReplica === null ? now : null,
    withSuspicious: false,
  };
}

const rowOf = ({ throughput }: ServingOption, workloadId: string) =>
  throughput.find((row) => row.workloadId === workloadId);

export const pointsTaken = (
  run: BenchmarkRun,
  withSuspicious: boolean,
): readonly BenchmarkPoint[] => (withSuspicious ? [...run.points, ...run.suspicious] : run.points);

/** How many of the chosen points a front has no room for. */
export function pointsLeftOut({ run, pick }: Pick<Chosen, "run" | "pick">): number {
  const points = pointsTaken(run, pick.withSuspicious);
  return points.length - (measuredFront(run, points)?.points.length ?? points.length);
}

export type Chosen = {
  readonly run: BenchmarkRun;
  readonly option: ServingOption;
  readonly workload: InferenceWorkload;
  readonly pick: BenchmarkPick;
  readonly fileName: string;
};

/** The option with the run as its throughput for the workload; null while something is missing. */
export function optionWithRun(chosen: Chosen): ServingOption | null {
  const { option, workload } = chosen;
  const row = throughputOfRun(chosen);
  if (!row) return null;
  const before = rowOf(option, workload.id);
  const throughput = before
    ? option.throughput.map((one) => (one === before ? withWhatComesOnTop(before, row) : one))
    : [...option.throughput, row];
  return { ...option, throughput };
}

/** Measured points where all have their times, else the largest rate, prefill inside. */
export function throughputOfRun(chosen: Chosen): Throughput | null {
  const { run, option, workload, pick } = chosen;
  const points = pointsTaken(run, pick.withSuspicious);
  const size = run.acceleratorsPerReplica ?? pick.acceleratorsPerReplica;
  if (points.length === 0 || size === null) return null;
  const provenance = provenanceOf(chosen);
  const front = measuredFront(run, points);
  const conditions = {
    workloadId: workload.id,
    modelName: run.modelName ?? workload.modelName,
    accelerator: acceleratorLabel(run.accelerator ?? machineOf(option)),
    precision: run.precision ?? "",
    servingEngine: run.servingEngine ?? "",
    conditions: [runConditions(run), pointsInBrief(front?.points ?? points)]
      .join("; ")
      .slice(0, 500),
    acceleratorsPerReplica:
      run.acceleratorsPerReplica === null ? assumed(size) : { ...provenance, value: size },
  };
  if (front) return { ...conditions, basis: "front", front: { ...front, ...provenance } };
  const rate = Math.max(...points.map((point) => point.outputTokensPerSecond));
  return {
    ...conditions,
    basis: "combined",
    outputTokensPerSecond: { ...provenance, value: rounded(rate) },
  };
}

/** As many points as a plan keeps; null where a time or a length is not known. */
function measuredFront(
  { inputTokens, outputTokens }: BenchmarkRun,
  points: readonly BenchmarkPoint[],
): Pick<ThroughputFront, "inputTokens" | "outputTokens" | "points"> | null {
  const timed = points.flatMap((point) => timedPoint(point) ?? []);
  if (timed.length < points.length || inputTokens === null || outputTokens === null) return null;
  return { inputTokens, outputTokens, points: [...fewerPoints(timed, mostFrontPoints)] };
}

function timedPoint(point: BenchmarkPoint): ThroughputPoint | null {
  const { requestsAtOnce, timeToFirstTokenMilliseconds, timePerOutputTokenMilliseconds } = point;
  if (timeToFirstTokenMilliseconds === null || timePerOutputTokenMilliseconds === null) return null;
  return {
    ...(requestsAtOnce !== null && { requestsAtOnce: rounded(requestsAtOnce) }),
    timeToFirstTokenMilliseconds: rounded(timeToFirstTokenMilliseconds),
    timePerOutputTokenMilliseconds: rounded(timePerOutputTokenMilliseconds),
    outputTokensPerSecond: rounded(point.outputTokensPerSecond),
  };
}

function provenanceOf({ run, fileName }: Chosen): Omit<Figure, "value"> {
  return {
    evidence: "measured",
    source: `${run.source}, ${fileName}`.slice(0, 300),
    ...(run.date && { date: run.date }),
    ...(run.url && { url: run.url.slice(0, 500) }),
  };
}

/** Six digits: a benchmark knows no more. */
const rounded = (value: number) => Number(value.toPrecision(6));
