import { type FleetNeed, unitsFor } from "./fleet-need";
import { hourShares } from "./load-shape";
import { at, series } from "./series";
import type { Series } from "./types";

/** A class of hours: how high each workload stands in it, over the mean, and its share of all hours. */
export type ScaledHour = { readonly levels: readonly number[]; readonly hoursFraction: number };

/** The hours that differ, each with the levels of all workloads, the buffer included. */
export function scaledHours({ workloads }: FleetNeed, bufferFraction: number): ScaledHour[] {
  const hours = new Map<string, { levels: readonly number[]; hoursFraction: number }>();
  hourShares.forEach((hoursFraction, hour) => {
    const levels = workloads.map(
      ({ hourLevels }) => (hourLevels[hour] ?? 0) * (1 + bufferFraction),
    );
    const known = hours.get(levels.join());
    if (known) known.hoursFraction += hoursFraction;
    else hours.set(levels.join(), { levels, hoursFraction });
  });
  return [...hours.values()];
}

/**
 * instances in an hour = ceil(load of the hour x (1 + buffer) / (capacity x ceiling)), by replicas
 * and then whole instances as in "Sizing"; `counts` are replicas busy, by workload.
 */
export function scaledUnits(need: FleetNeed, busyReplicas: (workload: number) => number): number {
  return unitsFor(need.workloads, need.acceleratorsPerUnit, need.spareReplicas, (_, index) =>
    busyReplicas(index),
  );
}

/** Instances rented beyond what is committed, as a mean over the hours, and the most in any hour. */
export function scaledInstances(
  need: FleetNeed,
  bufferFraction: number,
  committed: Series,
): { readonly onDemand: Series; readonly needed: Series } {
  const hours = scaledHours(need, bufferFraction);
  const unitsIn = ({ levels }: ScaledHour, month: number) =>
    scaledUnits(
      need,
      (index) => at(need.workloads[index]?.meanReplicas ?? [], month) * at(levels, index),
    );
  return {
    onDemand: series(committed.length, (month) =>
      hours.reduce(
        (sum, hour) =>
          sum + hour.hoursFraction * Math.max(0, unitsIn(hour, month) - at(committed, month)),
        0,
      ),
    ),
    needed: series(committed.length, (month) =>
      Math.max(0, ...hours.map((hour) => unitsIn(hour, month))),
    ),
  };
}
