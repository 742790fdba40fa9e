import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { Basis } from "./basis";
import { type FleetNeed, fleetNeed } from "./fleet-need";
import { type Load, mainUse } from "./load";
import { shareFleet, trainingFraction } from "./sharing";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";
import { hoursPerDay } from "./units";

/** What is rented, and for what. */
export type CloudUse = {
  readonly acceleratorsPerInstance: number;
  readonly instances: Series;
  /** Accelerator-hours of the instances that inference needs. */
  readonly billedHours: Series;
  /** Accelerator-hours rented for training alone. */
  readonly extraHours: Series;
  readonly inferenceHours: Series;
  readonly trainingOnBaseHours: Series;
  readonly baseTrainingFraction: Series;
  /** Training's share of all accelerator-hours billed. */
  readonly trainingFraction: Series;
};

/**
 * Always on: billed hours = instances x accelerators x hours a month. Active window: x hours a
 * day / 24. Training beyond the idle hours rents what it needs, by the hour, in no whole
 * instances. docs/model.md, "Cloud accelerators".
 */
export function cloudUse(basis: Basis, option: Source<CloudOption>, load: Load): Traced<CloudUse> {
  const hoursShare = windowShare(option);
  const need = cloudNeed(basis, option, load);
  return trace((read) =>
    useOf(basis, load, read.traced(need), read.traced(need).units, read.traced(hoursShare)),
  );
}

/** The use that a given number of instances a month makes. */
export function useOf(
  basis: Basis,
  load: Load,
  need: FleetNeed,
  instances: Series,
  hoursShare: number,
): CloudUse {
  const hoursPerInstance = need.acceleratorsPerUnit * basis.hoursPerMonth * hoursShare;
  const billedHours = instances.map((count) => count * hoursPerInstance);
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
    instances,
    billedHours,
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
    option.row.policy === "always-on" ? 1 : read.figure(option, "activeHoursPerDay") / hoursPerDay,
  );
}
