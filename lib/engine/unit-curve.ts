import { type Curve, type Line, steppedCurve, stepsFrom } from "./curve";
import { type FleetNeed, highestHour, unitsFor } from "./fleet-need";
import { at, series } from "./series";

/** Whole servers or instances over volume, with the month's mix of work. */
export type UnitSteps = {
  /** Busy replicas for each token, by workload, one hour that can be the highest after another. */
  readonly rates: readonly number[];
  readonly unitsOf: (counts: readonly number[]) => number;
  /** Lines that bound the number of units at any volume. */
  readonly lower: Line;
  readonly upper: Line;
};

export function unitSteps(
  need: FleetNeed,
  month: number,
  servedTokens: number,
  withSpares: (units: number) => number,
): UnitSteps {
  const width = need.workloads.length;
  const peaks = series(need.peaks, (peak) => peak);
  const rates = peaks.flatMap((peak) =>
    need.workloads.map(({ busyReplicas }) => at(busyReplicas[peak] ?? [], month) / servedTokens),
  );
  const perReplica = unitsPerReplica(need);
  const sum = (of: (units: number, workload: number) => number) =>
    perReplica.reduce((total, units, i) => total + of(units, i), 0);
  const slope = Math.max(
    0,
    ...peaks.map((peak) => sum((units, i) => units * at(rates, peak * width + i))),
  );
  const spare = withSpares(1) - 1;
  return {
    rates,
    unitsOf: (counts) =>
      withSpares(
        highestHour(need.peaks, (peak) =>
          unitsFor(need.workloads, need.acceleratorsPerUnit, need.spareReplicas, (_, i) =>
            at(counts, peak * width + i),
          ),
        ),
      ),
    lower: { fixed: 0, slope },
    upper: { fixed: sum((units) => units * (1 + need.spareReplicas)) + 1 + spare, slope },
  };
}

/** Share of a unit, or whole units, that one replica of each workload takes. */
export function unitsPerReplica({ workloads, acceleratorsPerUnit }: FleetNeed): readonly number[] {
  return workloads.map(({ acceleratorsPerReplica }) =>
    acceleratorsPerReplica <= acceleratorsPerUnit
      ? 1 / Math.floor(acceleratorsPerUnit / acceleratorsPerReplica)
      : Math.ceil(acceleratorsPerReplica / acceleratorsPerUnit),
  );
}

/** What a fleet costs a month: as it is kept, and with units bought or rented on top. */
export type UnitCost = {
  readonly kept: number;
  readonly keptUnits: number;
  readonly base: number;
  readonly perUnit: number;
};

/** base + units added x cost a unit; with none added, what is kept. */
export function unitCurve(steps: UnitSteps, cost: UnitCost): Curve {
  const { kept, keptUnits, base, perUnit } = cost;
  return steppedCurve(
    steps.rates,
    (counts) => {
      const added = steps.unitsOf(counts) - keptUnits;
      return added > 0 ? base + perUnit * added : kept;
    },
    {
      lower: {
        fixed: Math.min(kept, base) - perUnit * keptUnits,
        slope: perUnit * steps.lower.slope,
      },
      upper: {
        fixed: Math.max(kept, base) + perUnit * steps.upper.fixed,
        slope: perUnit * steps.upper.slope,
      },
    },
  );
}

/** A fixed number of units at a fixed cost; the share they have no room for goes over the bridge. */
export function bridgedCurve(
  steps: UnitSteps,
  own: { readonly cost: number; readonly units: number },
  bridge: Curve,
): Curve {
  const { lower, upper } = bridge;
  const capacity = steps.lower.slope > 0 ? own.units / steps.lower.slope : 0;
  return {
    *segmentsFrom(from) {
      for (const step of stepsFrom(steps.rates, from)) {
        const needed = steps.unitsOf(step.counts);
        const share = needed > own.units ? 1 - own.units / needed : 0;
        if (share === 0) yield { ...step, fixed: own.cost, slope: 0 };
        else yield* scaledSegments(bridge, share, step, own.cost);
      }
      throw new Error("Steps do not end");
    },
    lower: {
      fixed: own.cost + Math.min(0, lower.fixed) - lower.slope * capacity,
      slope: lower.slope,
    },
    upper: { fixed: own.cost + upper.fixed, slope: upper.slope },
  };
}

function* scaledSegments(
  bridge: Curve,
  share: number,
  { low, high }: { readonly low: number; readonly high: number },
  fixedCost: number,
) {
  for (const segment of bridge.segmentsFrom(low * share)) {
    const end = segment.high / share;
    yield {
      low: Math.max(low, segment.low / share),
      high: Math.min(high, end),
      fixed: fixedCost + segment.fixed,
      slope: segment.slope * share,
    };
    if (end >= high) return;
  }
}
