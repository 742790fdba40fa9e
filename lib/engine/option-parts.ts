import { zeros } from "./series";
import { mostUnits } from "./sizing";
import type { PricedLine } from "./spend";
import type { TaxTiming } from "./tax-depreciation";
import { type Traced, trace } from "./trace";
import type { Capacity, Infeasibility, Warning } from "./types";

/** What the calculation of one kind of option hands to the projection. */
export type OptionParts = {
  readonly lines: readonly PricedLine[];
  readonly capacity: Capacity;
  readonly infeasibilities: readonly Infeasibility[];
  readonly warnings: readonly Warning[];
  /** Paid and not yet depreciated at the end of the horizon. */
  readonly remainingBookValue: Traced<number>;
  /** Where tax depreciates otherwise than the books. */
  readonly taxTiming?: Traced<TaxTiming> | undefined;
  /** Due after the horizon under contracts made inside it; absent where nothing can be. */
  readonly obligationsBeyond?: Traced<number>;
};

export function noCapacity(months: number): Capacity {
  const none = zeros(months);
  return {
    accelerators: none,
    servers: none,
    serversDelivered: none,
    utilizationFraction: none,
    averagePowerKw: none,
    energyKwh: none,
    bridgedFraction: none,
    acceleratorHours: { inference: none, training: none },
    baseTrainingFraction: none,
  };
}

export function infeasible(months: number, infeasibilities: readonly Infeasibility[]): OptionParts {
  return {
    lines: [],
    capacity: noCapacity(months),
    infeasibilities,
    warnings: [],
    remainingBookValue: nothingLeft,
  };
}

export const nothingLeft = trace(() => 0);

/** The first month in which the option would need more machines than a plan may have. */
export function tooManyUnitsFrom({ lines, capacity }: OptionParts): number | null {
  if (lines.some((line) => line.spend.missing.length > 0)) return null;
  const month = capacity.servers.findIndex((count) => !(count <= mostUnits));
  return month < 0 ? null : month;
}
