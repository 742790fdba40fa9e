import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { type FleetNeed, fleetNeed } from "./fleet-need";
import { type Load, mainUse } from "./load";
import { at, series } from "./series";
import { shareFleet } from "./sharing";
import { roundUp } from "./sizing";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

export type OnPremisesNeed = FleetNeed & {
  /** Accelerator-hours that one server has in a month. */
  readonly hoursPerServer: number;
  /** Kept beside the servers that inference needs. */
  readonly spareServers: number;
  /** Servers for inference alone, spares included. */
  readonly inferenceServers: Series;
  /** Servers for inference, and those that training needs beyond their idle hours. */
  readonly servers: Series;
};

/**
 * servers(t) = inference servers(t) + spare servers +
 * ceil(training hours beyond idle(t) / (accelerators x hours x share of the month x ceiling)).
 * docs/model.md, "Sizing" and "Shared machines".
 */
export function onPremisesNeed(
  basis: Basis,
  option: Source<OnPremisesOption>,
  load: Load,
): Traced<OnPremisesNeed> {
  const fleet = fleetNeed(basis, option, load, {
    accelerators: trace((read) => read.figure(option, "acceleratorsPerServer")),
    hoursShare: trace(() => 1),
  });
  return trace((read) => {
    const need = read.traced(fleet);
    const spareServers = load.inference.length > 0 ? read.figure(option, "spareServers") : 0;
    const hoursPerServer = need.acceleratorsPerUnit * basis.hoursPerMonth;
    const inferenceServers = need.units.map((units) => withSpares(units, spareServers));
    const { trainingBeyondBaseHours } = shareFleet({
      baseHours: inferenceServers.map((servers) => servers * hoursPerServer),
      ceiling: need.ceiling,
      inferenceHours: need.inferenceHours,
      trainingHours: need.trainingHours,
      trainingTimeFraction: need.trainingTimeFraction,
      mainUse: mainUse(load),
    });
    const servers = series(basis.months, (month) => {
      const hours = hoursPerServer * need.ceiling * at(need.trainingTimeFraction, month);
      const added = at(trainingBeyondBaseHours, month) / hours;
      return at(inferenceServers, month) + roundUp(added);
    });
    return { ...need, hoursPerServer, spareServers, inferenceServers, servers };
  });
}

/** A fleet with nothing to do keeps no spares. */
export function withSpares(servers: number, spareServers: number): number {
  return servers === 0 ? 0 : servers + spareServers;
}
