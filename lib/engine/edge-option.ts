import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { Basis } from "./basis";
import { carbonOf } from "./carbon";
import { fullUtilization } from "./cloud-option";
import { deviceAssets, edgeLimits, edgeNeed } from "./edge-fleet";
import {
  countedDevices,
  deviceBookValue,
  edgeEnergy,
  edgePowerLine,
  edgeStandingLines,
} from "./edge-lines";
import { offloaded } from "./edge-offload";
import { unservable } from "./fleet-need";
import { farFromMeasured } from "./front-rate";
import type { Load } from "./load";
import { infeasible, noCapacity, type OptionParts } from "./option-parts";
import { at, scaleSeries, series, zeros } from "./series";
import { trace } from "./trace";
import type { Capacity, Series } from "./types";

/** Devices that answer where they are. docs/model.md, "Edge devices". */
export function projectEdge(basis: Basis, row: EdgeOption, load: Load): OptionParts {
  const unserved = unservable(row, load);
  if (unserved.length > 0) return infeasible(basis.months, unserved);
  const option = { path: `options.${row.id}`, row };
  const { own, lines, ownFraction } = offloaded(basis, option, load);
  const need = edgeNeed(basis, option, own);
  const devices = trace((read) => read.figure(option, "devices"));
  const assets = deviceAssets(basis, option, load, devices);
  const energy = edgeEnergy(option, need);
  const limits = edgeLimits(option, own, need);
  const isUnknown = limits.missing.length + energy.missing.length > 0;
  const capacity = isUnknown
    ? noCapacity(basis.months)
    : capacityOf(basis, load, {
        devices: devices.value,
        hours: need.value.inferenceHours,
        energyKwh: energy.value,
      });
  return {
    lines: [
      ...edgeStandingLines(basis, option, load, { devices, assets }),
      edgePowerLine(basis, option, energy),
      ...lines,
      ...countedDevices(basis, assets),
    ],
    capacity,
    inferenceEnergy: {
      servedFraction: ownFraction.value,
      energyKwh: capacity.energyKwh,
    },
    infeasibilities: limits.value,
    alsoRead: [limits, energy],
    warnings: [...fullUtilization(option), ...farFromMeasured(option.path, row.throughput, load)],
    remainingBookValue: trace((read) => deviceBookValue(basis, read.traced(assets))),
  };
}

/** A device counts as one machine of one accelerator. */
function capacityOf(
  basis: Basis,
  { inUse }: Load,
  fleet: { readonly devices: number; readonly hours: Series; readonly energyKwh: Series },
): Capacity {
  const machines = series(basis.months, (month) => (inUse[month] ? fleet.devices : 0));
  return {
    ...noCapacity(basis.months),
    accelerators: machines,
    servers: machines,
    utilizationFraction: series(basis.months, (month) => {
      const available = at(machines, month) * basis.hoursPerMonth;
      return available > 0 ? at(fleet.hours, month) / available : 0;
    }),
    averagePowerKw: scaleSeries(fleet.energyKwh, 1 / basis.hoursPerMonth),
    energyKwh: fleet.energyKwh,
    carbonKilograms: carbonOf(basis, fleet.energyKwh),
    acceleratorHours: { inference: fleet.hours, training: zeros(basis.months) },
  };
}
