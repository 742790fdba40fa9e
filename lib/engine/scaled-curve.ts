import { scaledHours, scaledUnits } from "./autoscale";
import { type Curve, steppedCurve } from "./curve";
import type { FleetNeed } from "./fleet-need";
import { at } from "./series";
import { type UnitCost, unitsPerReplica } from "./unit-curve";

/**
 * Autoscaled instances over volume: the cost of a unit x the mean over the hours of what each needs
 * beyond the kept ones. Each hour steps at volumes of its own; exact. docs/model.md, "Break-even by
 * volume".
 */
export function scaledCurve(
  need: FleetNeed,
  { kept, keptUnits, base, perUnit }: UnitCost,
  rate: { readonly month: number; readonly servedTokens: number; readonly bufferFraction: number },
): Curve {
  const hours = scaledHours(need, rate.bufferFraction);
  const width = need.workloads.length;
  const rates = hours.flatMap(({ levels }) =>
    need.workloads.map(
      ({ meanReplicas }, i) => (at(meanReplicas, rate.month) * at(levels, i)) / rate.servedTokens,
    ),
  );
  const perReplica = unitsPerReplica(need);
  const slope = hours.reduce(
    (sum, { hoursFraction }, hour) =>
      sum +
      hoursFraction *
        perReplica.reduce((units, one, i) => units + one * at(rates, hour * width + i), 0),
    0,
  );
  const rounding = perReplica.reduce((sum, one) => sum + one * (1 + need.spareReplicas), 1);
  const addedUnits = (counts: readonly number[]) =>
    hours.reduce((sum, { hoursFraction }, hour) => {
      const units = scaledUnits(need, (i) => at(counts, hour * width + i));
      return sum + hoursFraction * Math.max(0, units - keptUnits);
    }, 0);
  return steppedCurve(
    rates,
    (counts) => {
      const added = addedUnits(counts);
      return added > 0 ? base + perUnit * added : kept;
    },
    {
      lower: { fixed: Math.min(kept, base) - perUnit * keptUnits, slope: perUnit * slope },
      upper: { fixed: Math.max(kept, base) + perUnit * rounding, slope: perUnit * slope },
    },
  );
}
