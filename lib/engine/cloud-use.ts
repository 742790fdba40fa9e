import type { CloudOption } from "@/lib/schemas/cloud-option";
import { scaledInstances } from "./autoscale";
import type { Basis } from "./basis";
import { type CommittedTerm, committedInstances } from "./commitments";
import { type FleetNeed, fleetNeed } from "./fleet-need";
import { type Load, mainUse } from "./load";
import { addSeries, at, series } from "./series";
import { shareFleet, trainingFraction } from "./sharing";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";
import { hoursPerDay } from "./units";

/** Instances of a month. */
export type Rented = {
  readonly committed: Series;
  /** Beyond the committed ones; a mean over the hours that they run. */
  readonly onDemand: Series;
  /** The most that inference needs at once. */
  readonly needed: Series;
};

/** What is rented, and for what. */
export type CloudUse = {
  readonly acceleratorsPerInstance: number;
  readonly instances: Series;
  /** Accelerator-hours rented on demand, or on spot, for inference. */
  readonly onDemandHours: Series;
  /** Accelerator-hours under commitment, used or not. */
  readonly committedHours: Series;
  /** Both. */
  readonly billedHours: Series;
  /** Committed accelerator-hours of instances that neither inference nor training needs. */
  readonly unusedHours: Series;
  /** Accelerator-hours rented for training alone. */
  readonly extraHours: Series;
  readonly inferenceHours: Series;
  readonly trainingOnBaseHours: Series;
  readonly baseTrainingFraction: Series;
  /** Training's share of all accelerator-hours billed. */
  readonly trainingFraction: Series;
};

/**
 * Always on: instances x accelerators x hours a month. Active window: x hours a day / 24.
 * Autoscaled: the instances of each hour. Committed instances run at every hour; only what goes
 * beyond them is rented. Training beyond the idle hours rents what it needs, by the hour, in no
 * whole instances. docs/model.md, "Cloud accelerators".
 */
export function cloudUse(
  basis: Basis,
  option: Source<CloudOption>,
  load: Load,
  terms: Traced<readonly CommittedTerm[]>,
): Traced<CloudUse> {
  const hoursShare = windowShare(option);
  const need = cloudNeed(basis, option, load);
  const buffer = scalingBuffer(option, load);
  return trace((read) => {
    const wanted = read.traced(need);
    const committed = committedInstances(read.traced(terms), basis.months);
    const rented =
      option.row.policy === "autoscaled"
        ? { committed, ...scaledInstances(wanted, read.traced(buffer), committed) }
        : always(wanted, committed);
    return useOf(basis, load, wanted, rented, read.traced(hoursShare));
  });
}

function always({ units }: FleetNeed, committed: Series): Rented {
  const onDemand = units.map((needed, month) => Math.max(0, needed - at(committed, month)));
  return { committed, onDemand, needed: units };
}

/** The use that a given number of instances a month makes. */
export function useOf(
  basis: Basis,
  load: Load,
  need: FleetNeed,
  rented: Rented,
  hoursShare: number,
): CloudUse {
  const hoursPerInstance = need.acceleratorsPerUnit * basis.hoursPerMonth;
  const onDemandHours = rented.onDemand.map((count) => count * hoursPerInstance * hoursShare);
  const committedHours = rented.committed.map((count) => count * hoursPerInstance);
  const billedHours = addSeries(basis.months, [onDemandHours, committedHours]);
  const shared = shareFleet({
    baseHours: billedHours,
    ceiling: need.ceiling,
    inferenceHours: need.inferenceHours,
    trainingHours: need.trainingHours,
    trainingTimeFraction: need.trainingTimeFraction,
    mainUse: mainUse(load),
  });
  return {
    acceleratorsPerInstance: need.acceleratorsPerUnit,
    instances: rented.needed.map((count, month) => Math.max(count, at(rented.committed, month))),
    onDemandHours,
    committedHours,
    billedHours,
    unusedHours: series(basis.months, (month) => {
      const spare = at(rented.committed, month) - at(rented.needed, month);
      return Math.max(0, spare * hoursPerInstance - at(shared.trainingOnBaseHours, month));
    }),
    extraHours: shared.trainingBeyondBaseHours,
    inferenceHours: need.inferenceHours,
    trainingOnBaseHours: shared.trainingOnBaseHours,
    baseTrainingFraction: shared.baseTrainingFraction,
    trainingFraction: trainingFraction(
      billedHours,
      shared.trainingBeyondBaseHours,
      shared.baseTrainingFraction,
    ),
  };
}

/** A steady number of instances beyond the committed ones. */
export function steadyRented(committed: Series, onDemand: number): Rented {
  return {
    committed,
    onDemand: series(committed.length, () => onDemand),
    needed: committed.map((count) => count + onDemand),
  };
}

export function cloudNeed(
  basis: Basis,
  option: Source<CloudOption>,
  load: Load,
): Traced<FleetNeed> {
  return fleetNeed(basis, option, load, {
    accelerators: trace((read) => read.figure(option, "acceleratorsPerInstance")),
    hoursShare: windowShare(option),
  });
}

/** Share of the month that instances run. */
export function windowShare(option: Source<CloudOption>): Traced<number> {
  return trace((read) =>
    option.row.policy === "active-window"
      ? read.figure(option, "activeHoursPerDay") / hoursPerDay
      : 1,
  );
}

/** Only a workload's shape says how many instances each hour needs, unless all hours are alike. */
export function scalingBuffer(option: Source<CloudOption>, load: Load): Traced<number> {
  return trace((read: Reader) => {
    if (option.row.policy !== "autoscaled") return 0;
    for (const { workload } of load.inference) {
      if (workload.row.loadShape) continue;
      if (read.figure(workload, "peakToMeanRatio") > 1) read.missing(`${workload.path}.loadShape`);
    }
    return read.optional(option, "scalingBufferFraction", 0);
  });
}
