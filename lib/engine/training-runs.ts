import type { RunSchedule } from "@/lib/schemas/run-schedule";
import type { TrainingCompute } from "@/lib/schemas/training-compute";
import { at, series } from "./series";
import { type Reader, type Source, trace } from "./trace";
import type { Series } from "./types";
import { hoursPerDay, parametersPerBillion, secondsPerHour, tokensPerBillion } from "./units";

const flopsPerParameterAndToken = 6;
const flopsPerTeraflop = 1e12;

/**
 * hours of a run = 6 x active parameters x tokens / (MFU x peak FLOP/s x 3600), on the reference
 * accelerator: forward and backward pass of a transformer. Kaplan et al., arXiv 2001.08361, 2020.
 * docs/model.md, "Training".
 */
export function computedHours(read: Reader, compute: Source<TrainingCompute>): number {
  const flops =
    flopsPerParameterAndToken *
    read.figure(compute, "activeParameters") *
    parametersPerBillion *
    read.figure(compute, "tokens") *
    tokensPerBillion;
  const flopsPerSecond =
    read.figure(compute, "modelFlopsUtilizationFraction") *
    read.figure(compute, "peakTeraflopsPerSecond") *
    flopsPerTeraflop;
  return flops / (flopsPerSecond * secondsPerHour);
}

/** The same for one run alone; null while a figure of it is missing. */
export function trainingRunHours(compute: TrainingCompute): number | null {
  const { value, missing } = trace((read) =>
    computedHours(read, { path: "compute", row: compute }),
  );
  return missing.length > 0 ? null : value;
}

/** Runs that start in each month, as given. docs/model.md, "Training". */
export function datedRuns({ runs }: RunSchedule, months: number): Series {
  const counts = new Map(runs.map(({ month, count }) => [month, count]));
  return series(months, (month) => counts.get(month) ?? 0);
}

export type RunLoad = {
  /** Accelerator-hours in each month. */
  readonly hours: Series;
  /** Accelerators at work together while runs last; those of runs that overlap add up. */
  readonly atOnce: Series;
};

/** A run that has its month: its hours lie level over it. */
export function levelRuns(runHours: Series, hoursPerMonth: number): RunLoad {
  return { hours: runHours, atOnce: runHours.map((hours) => hours / hoursPerMonth) };
}

/**
 * Runs that each take so many days from the start of their month: accelerators at once = hours /
 * (days x 24), hours of a month = those times the part of the run that lies in it.
 * docs/model.md, "Training".
 */
export function runsOver(days: number, runHours: Series, hoursPerMonth: number): RunLoad {
  const months = runHours.length;
  const runMonths = (days * hoursPerDay) / hoursPerMonth;
  const sumOver = (part: (overlap: number) => number) =>
    series(months, (month) => {
      let sum = 0;
      for (let start = 0; start <= month; start += 1) {
        const overlap = Math.min(1, runMonths - (month - start));
        if (overlap > 0) sum += at(runHours, start) * part(overlap);
      }
      return sum;
    });
  return {
    hours: sumOver((overlap) => overlap / runMonths),
    atOnce: sumOver(() => 1 / (days * hoursPerDay)),
  };
}
