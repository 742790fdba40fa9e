import type { InferenceWorkload, TrainingWorkload } from "@/lib/schemas/workload";
import type { Basis } from "./basis";
import { calendarMonth } from "./calendar";
import { growthFactors } from "./curves";
import { peakToMean, shapeLevels } from "./load-shape";
import { addSeries, at, multiplySeries, scaleSeries, series } from "./series";
import { type Reader, type Source, type Traced, trace } from "./trace";
import { computedHours, datedRuns, levelRuns, runsOver } from "./training-runs";
import type { PlanWarning, Series, WorkloadDemand } from "./types";

export type InferenceDemand = {
  readonly workload: Source<InferenceWorkload>;
  readonly requests: Traced<Series>;
  /** Served tokens: without retries. */
  readonly uncachedInputTokens: Traced<Series>;
  readonly cachedInputTokens: Traced<Series>;
  readonly outputTokens: Traced<Series>;
  readonly retryFactor: Traced<number>;
};

export type TrainingDemand = {
  readonly workload: Source<TrainingWorkload>;
  readonly runs: Series;
  readonly acceleratorHours: Traced<Series>;
  /** Reference accelerators at work together while runs last. */
  readonly atOnce: Traced<Series>;
};

/**
 * requests(t) = requests(0) x growth(t) x season(calendar month) x elasticity(t);
 * uncached = requests x input x (1 - h), cached = requests x input x h,
 * output = requests x answer x reasoning multiplier, 1 before its month and while it is off.
 * Unit: tokens a month. docs/model.md, "Demand".
 */
export function inferenceDemand(
  basis: Basis,
  row: InferenceWorkload,
  elasticity: Traced<Series>,
): InferenceDemand {
  const workload = { path: `workloads.${row.id}`, row };
  const requests = trace((read) => {
    const first = read.figure(workload, "requestsPerMonth");
    const growth = growthFactors(
      read,
      { path: `${workload.path}.growth`, row: row.growth },
      basis.months,
    );
    if (row.season) read.note(`${workload.path}.season`);
    const season = (month: number) =>
      row.season?.[calendarMonth(basis.plan.startMonth, month)] ?? 1;
    const level = read.traced(elasticity);
    return series(
      basis.months,
      (month) => first * (growth[month] ?? 0) * season(month) * at(level, month),
    );
  });
  const perRequest = (tokens: Traced<number>) =>
    trace((read) => scaleSeries(read.traced(requests), read.traced(tokens)));
  return {
    workload,
    requests,
    uncachedInputTokens: perRequest(
      trace(
        (read) =>
          read.figure(workload, "inputTokensPerRequest") *
          (1 - read.figure(workload, "cachedInputFraction")),
      ),
    ),
    cachedInputTokens: perRequest(
      trace(
        (read) =>
          read.figure(workload, "inputTokensPerRequest") *
          read.figure(workload, "cachedInputFraction"),
      ),
    ),
    outputTokens: trace((read) => {
      const answer = read.figure(workload, "outputTokensPerRequest");
      const ratios = read.traced(reasoningRatios(basis.months, workload));
      return multiplySeries(
        read.traced(requests),
        ratios.map((ratio) => answer * ratio),
      );
    }),
    retryFactor: trace((read) => 1 + read.figure(workload, "retryFraction")),
  };
}

/** Tokens written for each token of the answer, month by month: test-time scaling. */
export function reasoningRatios(
  months: number,
  { path, row }: Source<InferenceWorkload>,
): Traced<Series> {
  return trace((read) => {
    const { reasoning } = row;
    if (reasoning?.isOn === false) return series(months, () => 1);
    const ratio = read.figure({ path, row }, "reasoningRatio");
    const when = { path: `${path}.reasoning`, row: reasoning ?? {} };
    const from = read.optional<"startMonth">(when, "startMonth", 1) - 1;
    return series(months, (month) => (month >= from ? ratio : 1));
  });
}

/**
 * hours(t) = runs(t) x hours a run x growth(t) x (1 + failures) x experiments factor in the months
 * in which runs start, or spread over the days of a run. Unit: hours of the plan's reference accelerator.
 * docs/model.md, "Training".
 */
export function trainingDemand(basis: Basis, row: TrainingWorkload): TrainingDemand {
  const workload = { path: `workloads.${row.id}`, row };
  const schedule = trace((read) => {
    if (row.runSchedule) {
      read.note(`${workload.path}.runSchedule`);
      return datedRuns(row.runSchedule, basis.months);
    }
    const first = read.figure(workload, "firstRunMonth") - 1;
    const gap = read.figure(workload, "monthsBetweenRuns");
    return series(basis.months, (month) => (month >= first && (month - first) % gap === 0 ? 1 : 0));
  });
  const load = trace((read) => {
    const hoursPerRun =
      hoursOfRun(read, workload) *
      (1 + read.figure(workload, "failureFraction")) *
      read.figure(workload, "experimentsRatio");
    const growth = growthFactors(
      read,
      { path: `${workload.path}.growth`, row: row.growth },
      basis.months,
    );
    const runs = read.traced(schedule);
    const runHours = series(basis.months, (month) =>
      at(runs, month) === 0 ? 0 : at(runs, month) * hoursPerRun * (growth[month] ?? 0),
    );
    if (row.runDays === undefined) return levelRuns(runHours, basis.hoursPerMonth);
    return runsOver(read.optional(workload, "runDays", 0), runHours, basis.hoursPerMonth);
  });
  return {
    workload,
    runs: schedule.value,
    acceleratorHours: trace((read) => read.traced(load).hours),
    atOnce: trace((read) => read.traced(load).atOnce),
  };
}

/** Said where every run of it would come after the horizon. */
export function noRuns({ workload: { path, row }, runs }: TrainingDemand): PlanWarning[] {
  const dated = row.runSchedule?.runs[0];
  const firstRunMonth = dated ? dated.month + 1 : row.firstRunMonth.value;
  if (firstRunMonth === null || runs.some((count) => count > 0)) return [];
  const field = dated ? "runSchedule" : "firstRunMonth";
  return [{ kind: "noRuns", path: `${path}.${field}`, workloadId: row.id, firstRunMonth }];
}

/** Given, or computed from the model and its tokens. */
function hoursOfRun(read: Reader, { path, row }: Source<TrainingWorkload>): number {
  return row.compute
    ? computedHours(read, { path: `${path}.compute`, row: row.compute })
    : read.figure({ path, row }, "acceleratorHoursPerRun");
}

/** The demand as published; null while one of its figures is unpriced. */
export function toWorkloadDemand(
  basis: Basis,
  demand: InferenceDemand | TrainingDemand,
): WorkloadDemand | null {
  if (missingOf(demand).length > 0) return null;
  const workloadId = demand.workload.row.id;
  if ("runs" in demand) {
    const { runs, acceleratorHours, atOnce } = demand;
    return {
      kind: "training",
      workloadId,
      runs,
      acceleratorHours: acceleratorHours.value,
      acceleratorsAtOnce: atOnce.value,
    };
  }
  const kinds = [demand.uncachedInputTokens, demand.cachedInputTokens, demand.outputTokens];
  return {
    kind: "inference",
    workloadId,
    requests: demand.requests.value,
    uncachedInputTokens: demand.uncachedInputTokens.value,
    cachedInputTokens: demand.cachedInputTokens.value,
    outputTokens: demand.outputTokens.value,
    servedTokens: addSeries(
      basis.months,
      kinds.map((kind) => kind.value),
    ),
    retryFactor: demand.retryFactor.value,
    peakToMeanRatio: peakToMeanOf(demand.workload.row),
  };
}

/** A shape's own, else the plain factor. */
function peakToMeanOf({ loadShape, peakToMeanRatio }: InferenceWorkload): number | null {
  return loadShape ? peakToMean(shapeLevels(loadShape)) : peakToMeanRatio.value;
}

export function missingOf(demand: InferenceDemand | TrainingDemand): readonly string[] {
  const parts =
    "runs" in demand
      ? [demand.acceleratorHours]
      : [
          demand.uncachedInputTokens,
          demand.cachedInputTokens,
          demand.outputTokens,
          demand.retryFactor,
        ];
  return [...new Set(parts.flatMap((part) => part.missing))];
}
