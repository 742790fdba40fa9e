import type { Basis } from "./basis";
import type { Load } from "./load";
import { addSeries, at, series } from "./series";
import type { Capacity, Series } from "./types";

type Part = { readonly load: Load; readonly capacity: Capacity };

/** Machines, power and hours of all parts; shares weighted by what they are shares of. */
export function joinedCapacity(basis: Basis, load: Load, parts: readonly Part[]): Capacity {
  const { months, hoursPerMonth } = basis;
  const sum = (of: (capacity: Capacity) => Series) =>
    addSeries(
      months,
      parts.map(({ capacity }) => of(capacity)),
    );
  const fleets = parts.map(({ capacity }) => fleetHours(months, hoursPerMonth, capacity));
  const used = addSeries(
    months,
    fleets.map((fleet) => fleet.used),
  );
  const available = addSeries(
    months,
    fleets.map((fleet) => fleet.available),
  );
  const base = fleets.map((fleet) => fleet.base);
  return {
    accelerators: sum((capacity) => capacity.accelerators),
    servers: sum((capacity) => capacity.servers),
    serversDelivered: sum((capacity) => capacity.serversDelivered),
    racks: sum((capacity) => capacity.racks),
    utilizationFraction: series(months, (month) => ratio(at(used, month), at(available, month))),
    averagePowerKw: sum((capacity) => capacity.averagePowerKw),
    energyKwh: sum((capacity) => capacity.energyKwh),
    carbonKilograms: carbonOf(months, parts),
    bridgedFraction: weightedMean(
      months,
      parts.map(({ capacity }) => capacity.bridgedFraction),
      parts.map((part) => workOf(months, part.load)),
      workOf(months, load),
    ),
    acceleratorHours: {
      inference: sum(({ acceleratorHours }) => acceleratorHours.inference),
      training: sum(({ acceleratorHours }) => acceleratorHours.training),
    },
    baseTrainingFraction: weightedMean(
      months,
      parts.map(({ capacity }) => capacity.baseTrainingFraction),
      base,
      addSeries(months, base),
    ),
  };
}

/** Not counted where a part does not count it: half of the carbon is no answer. */
function carbonOf(months: number, parts: readonly Part[]): Series | null {
  const all = parts.flatMap(({ capacity }) =>
    capacity.carbonKilograms ? [capacity.carbonKilograms] : [],
  );
  return all.length === parts.length ? addSeries(months, all) : null;
}

function weightedMean(
  months: number,
  shares: readonly Series[],
  weights: readonly Series[],
  whole: Series,
): Series {
  return series(months, (month) =>
    ratio(
      shares.reduce((sum, share, i) => sum + at(share, month) * at(weights[i] ?? [], month), 0),
      at(whole, month),
    ),
  );
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Tokens, or hours of training where none are served: what a share of the work is a share of. */
function workOf(months: number, { inference, training }: Load): Series {
  const tokens = inference.flatMap((one) => [
    one.uncachedInputTokens.value,
    one.outputTokens.value,
  ]);
  const hours = training.map((one) => one.acceleratorHours.value);
  return addSeries(months, inference.length > 0 ? tokens : hours);
}

/** Accelerator-hours of a part's own machines: used, there, and used of those for inference. */
function fleetHours(months: number, hoursPerMonth: number, capacity: Capacity) {
  const { accelerators, acceleratorHours, utilizationFraction, baseTrainingFraction } = capacity;
  const owned = (of: (month: number) => number) =>
    series(months, (month) => (at(accelerators, month) > 0 ? of(month) : 0));
  const used = owned(
    (month) => at(acceleratorHours.inference, month) + at(acceleratorHours.training, month),
  );
  return {
    used,
    available: owned((month) =>
      at(utilizationFraction, month) > 0
        ? at(used, month) / at(utilizationFraction, month)
        : at(accelerators, month) * hoursPerMonth,
    ),
    base: owned((month) => {
      const inferenceShare = 1 - at(baseTrainingFraction, month);
      return ratio(at(acceleratorHours.inference, month), inferenceShare);
    }),
  };
}
