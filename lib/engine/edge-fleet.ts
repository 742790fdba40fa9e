import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { Basis } from "./basis";
import type { Asset } from "./depreciation";
import { type FleetNeed, fleetNeed } from "./fleet-need";
import type { Load } from "./load";
import { at } from "./series";
import { type Source, type Traced, trace } from "./trace";
import type { Infeasibility } from "./types";

/** Devices that the peak needs, and the hours that they answer. A device is a unit of one accelerator. */
export function edgeNeed(basis: Basis, option: Source<EdgeOption>, load: Load): Traced<FleetNeed> {
  const one = trace(() => 1);
  return fleetNeed(
    basis,
    option,
    { ...load, training: [] },
    { accelerators: one, hoursShare: one },
  );
}

/**
 * Devices x price x other index(t), in the first month of use and at the end of each life while they
 * are used; nothing for devices that are not bought for this. docs/model.md, "Edge devices".
 */
export function deviceAssets(
  basis: Basis,
  option: Source<EdgeOption>,
  load: Load,
  devices: Traced<number>,
): Traced<readonly Asset[]> {
  return trace((read) => {
    if (option.row.ownership !== "bought" || !load.inUse.includes(true)) return [];
    const count = read.traced(devices);
    if (count === 0) return [];
    const price = count * read.needed(option, "devicePrice");
    if (price === 0) return [];
    const lifeMonths = Math.max(1, read.figure(option, "usefulLifeMonths"));
    const index = read.traced(basis.priceIndex.other);
    const assets: Asset[] = [];
    let oldUntil = 0;
    for (let month = 0; month < basis.months; month += 1) {
      if (!load.inUse[month] || month < oldUntil) continue;
      assets.push({
        cost: price * at(index, month),
        firstMonth: month,
        lifeMonths,
        paidInPlan: true,
      });
      oldUntil = month + lifeMonths;
    }
    return assets;
  });
}

/** What devices are asked for and cannot do. */
export function edgeLimits(
  option: Source<EdgeOption>,
  load: Load,
  need: Traced<FleetNeed>,
): Traced<readonly Infeasibility[]> {
  const share = beyondShare(option, load);
  return trace((read) => {
    const { units } = read.traced(need);
    const devices = read.figure(option, "devices");
    const month = units.findIndex((needed) => needed > devices);
    const needed = at(units, month);
    return [
      ...cannotTrain(load),
      ...read.traced(share),
      ...(month < 0 ? [] : [{ kind: "tooFewDevices" as const, month, needed, devices }]),
    ];
  });
}

/** Not the rounding of a share that is exactly as much as they can serve. */
const tolerance = 1 + 1e-9;

export function beyondShare(
  option: Source<EdgeOption>,
  load: Load,
): Traced<readonly Infeasibility[]> {
  return trace((read) =>
    load.inference.flatMap(({ workload, requests, planRequests }) => {
      const asked = read.traced(requests);
      const all = read.traced(planRequests);
      const servableFraction = read.figure(option, "servableFraction");
      const month = asked.findIndex(
        (count, at) => count > (all[at] ?? 0) * servableFraction * tolerance,
      );
      if (month < 0) return [];
      return [
        {
          kind: "requestsBeyondShare" as const,
          month,
          workloadId: workload.row.id,
          requestsFraction: at(asked, month) / at(all, month),
          servableFraction,
        },
      ];
    }),
  );
}

function cannotTrain({ training }: Load): Infeasibility[] {
  const trains = training.some(({ acceleratorHours }) =>
    acceleratorHours.value.some((hours) => hours > 0),
  );
  return trains ? [{ kind: "noTraining" }] : [];
}
