import type { Figure } from "@/lib/schemas/figure";
import type { Throughput } from "@/lib/schemas/throughput";
import type { Basis } from "./basis";
import { missedServiceLevel } from "./front-rate";
import type { InferenceLoad, Load, LoadHours, TrainingLoad } from "./load";
import {
  flatLevels,
  type HourLevels,
  peakHours,
  shapeLevels,
  withBatchInValleys,
} from "./load-shape";
import { addSeries, at, scaleSeries, series } from "./series";
import { wholeReplicas, wholeUnits } from "./sizing";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { Infeasibility, Series } from "./types";
import { secondsPerHour } from "./units";
import { replicaSeconds } from "./work";

/** What is the same for rented and owned accelerators. */
export type FleetOption = {
  readonly throughput: readonly Throughput[];
  readonly utilizationCeilingFraction: Figure;
  /** None where absent. */
  readonly spareReplicas?: Figure;
  /** Absent where the option does not train. */
  readonly trainingSpeedRatio?: Figure;
};

export type WorkloadNeed = {
  /** Work rate of the average hour over the utilization ceiling. */
  readonly meanReplicas: Series;
  /** The same in each hour that can be the fleet's highest, before it is rounded up. */
  readonly busyReplicas: readonly Series[];
  /** Work in each class of hours over the mean; level where the plan has no shape of it. */
  readonly hourLevels: HourLevels;
  readonly acceleratorsPerReplica: number;
};

export type FleetNeed = {
  readonly acceleratorsPerUnit: number;
  readonly ceiling: number;
  readonly spareReplicas: number;
  readonly workloads: readonly WorkloadNeed[];
  /** How many hours can be the fleet's highest. */
  readonly peaks: number;
  /** Servers or instances that inference needs, spare replicas included. */
  readonly units: Series;
  /** Accelerator-hours of work, on this option's accelerators. */
  readonly inferenceHours: Series;
  readonly trainingHours: Series;
  /** Share of the month that runs last, 1 where they have no deadline. */
  readonly trainingTimeFraction: Series;
};

/**
 * busy replicas(t) in an hour = replica-seconds(t) / (hours x 3600) x max(level of the hour,
 * month / window) / utilization ceiling. Units are those of the highest hour of all workloads
 * together, and enough for the whole work inside the window. `hoursShare` is the window over the
 * month, 1 where machines always run. docs/model.md, "Sizing".
 */
export function fleetNeed<Option extends FleetOption>(
  basis: Basis,
  option: Source<Option>,
  load: Load,
  unit: { readonly accelerators: Traced<number>; readonly hoursShare: Traced<number> },
): Traced<FleetNeed> {
  return trace((read) => {
    const acceleratorsPerUnit = read.traced(unit.accelerators);
    const hoursShare = read.traced(unit.hoursShare);
    const ceiling = read.figure(option, "utilizationCeilingFraction");
    const spareReplicas =
      load.inference.length > 0 ? read.optional<"spareReplicas">(option, "spareReplicas", 0) : 0;
    const secondsPerMonth = basis.hoursPerMonth * secondsPerHour;
    const shapes = load.inference.map((one) => hourLevelsOf(read, one));
    const hours = peakHours(
      shapes.map(({ urgent }) => urgent),
      { minimum: hoursShare < 1 ? 1 / hoursShare : 0, mean: 1 / hoursShare },
    );
    const parts = load.inference.map((one, index) => {
      const profile = profileOf(option, one);
      const work = replicaSeconds(read, one, profile);
      const acceleratorsPerReplica = read.figure(profile, "acceleratorsPerReplica");
      const busyAt = (level: number) =>
        work.map((seconds) => ((seconds / secondsPerMonth) * level) / ceiling);
      return {
        meanReplicas: busyAt(1),
        busyReplicas: hours.map((levels) => busyAt(at(levels, index))),
        hourLevels: shapes[index]?.work ?? flatLevels(1),
        acceleratorsPerReplica,
        hours: scaleSeries(work, acceleratorsPerReplica / secondsPerHour),
      };
    });
    return {
      acceleratorsPerUnit,
      ceiling,
      spareReplicas,
      workloads: parts,
      peaks: hours.length,
      units: series(basis.months, (month) =>
        highestHour(hours.length, (peak) =>
          unitsFor(parts, acceleratorsPerUnit, spareReplicas, (part) =>
            at(part.busyReplicas[peak] ?? [], month),
          ),
        ),
      ),
      inferenceHours: addSeries(
        basis.months,
        parts.map((part) => part.hours),
      ),
      trainingHours: trainingHours(basis, read, option, load),
      trainingTimeFraction: trainingTime(basis, read, load),
    };
  });
}

/** The most units that any of the hours needs. */
export function highestHour(peaks: number, unitsAt: (peak: number) => number): number {
  let units = 0;
  for (let peak = 0; peak < peaks; peak += 1) units = Math.max(units, unitsAt(peak));
  return units;
}

/**
 * What cannot wait, and all work, by hour. A plain peak factor may fall in any hour; it says
 * nothing of the others, so its work lies level.
 */
export function hourLevelsOf(
  read: Reader,
  { workload, batchableFraction, hours }: InferenceLoad,
): LoadHours {
  if (hours) return read.traced(hours);
  const waits = read.traced(batchableFraction);
  const { loadShape } = workload.row;
  if (loadShape === undefined) {
    const peak = read.figure(workload, "peakToMeanRatio");
    return { urgent: flatLevels(peak * (1 - waits)), work: flatLevels(1) };
  }
  read.note(`${workload.path}.loadShape`);
  const levels = shapeLevels(loadShape);
  return {
    urgent: levels.map((level) => level * (1 - waits)),
    work: withBatchInValleys(levels, waits),
  };
}

/** Only a workload's shape says what each hour needs, unless all hours are alike. */
export function needShape(read: Reader, { workload, hours }: InferenceLoad): void {
  if (hours || workload.row.loadShape) return;
  if (read.figure(workload, "peakToMeanRatio") > 1) read.missing(`${workload.path}.loadShape`);
}

/** Whole units for the busy replicas that each workload has. */
export function unitsFor(
  workloads: readonly WorkloadNeed[],
  acceleratorsPerUnit: number,
  spareReplicas: number,
  busyReplicas: (workload: WorkloadNeed, index: number) => number,
): number {
  const needs = workloads.map((workload, index) => ({
    replicas: wholeReplicas(busyReplicas(workload, index), spareReplicas),
    acceleratorsPerReplica: workload.acceleratorsPerReplica,
  }));
  return wholeUnits(needs, acceleratorsPerUnit);
}

/**
 * Workloads that the option cannot serve: it has no throughput for them at all, or a rate per output
 * token for one that only reads, or measured points of which none meets the workload's targets.
 */
export function unservable(option: FleetOption, load: Load): Infeasibility[] {
  return load.inference.flatMap(({ workload: { row }, uncachedInputTokens, outputTokens }) => {
    const profile = option.throughput.find(({ workloadId }) => workloadId === row.id);
    const reads = uncachedInputTokens.value.some((tokens) => tokens > 0);
    const writes = outputTokens.value.some((tokens) => tokens !== 0);
    const isOfOutput = profile !== undefined && profile.basis !== "split";
    if (profile === undefined || (isOfOutput && reads && !writes))
      return [{ kind: "noThroughput" as const, workloadId: row.id }];
    const missed = profile.basis === "front" ? missedServiceLevel(profile, row) : null;
    return missed ? [missed] : [];
  });
}

/** Reference hours / training speed. */
function trainingHours<Option extends FleetOption>(
  basis: Basis,
  read: Reader,
  option: Source<Option>,
  load: Load,
): Series {
  if (load.training.length === 0) return series(basis.months, () => 0);
  const speed = read.needed<"trainingSpeedRatio">(option, "trainingSpeedRatio");
  const reference = addSeries(
    basis.months,
    load.training.map((one) => read.traced(one.acceleratorHours)),
  );
  return reference.map((hours) => hours / speed);
}

/** hours / (accelerators at once x hours of the month). docs/model.md, "Training". */
function trainingTime(basis: Basis, read: Reader, load: Load): Series {
  const hasDeadline = load.training.some(({ workload }) => workload.row.runDays !== undefined);
  if (!hasDeadline) return series(basis.months, () => 1);
  const sum = (of: (one: TrainingLoad) => Traced<Series>) =>
    addSeries(
      basis.months,
      load.training.map((one) => read.traced(of(one))),
    );
  const hours = sum((one) => one.acceleratorHours);
  return sum((one) => one.atOnce).map((atOnce, month) =>
    atOnce > 0 ? Math.min(1, at(hours, month) / (atOnce * basis.hoursPerMonth)) : 1,
  );
}

function profileOf(option: Source<FleetOption>, load: InferenceLoad): Source<Throughput> {
  const workloadId = load.workload.row.id;
  const row = option.row.throughput.find((profile) => profile.workloadId === workloadId);
  if (row === undefined) throw new Error(`${option.path} has no throughput for ${workloadId}`);
  return { path: `${option.path}.throughput.${workloadId}`, row };
}
