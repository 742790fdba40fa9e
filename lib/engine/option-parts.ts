import type { InferenceEnergy } from "./carbon";
import { zeros } from "./series";
import { mostUnits } from "./sizing";
import type { PricedLine } from "./spend";
import type { TaxTiming } from "./tax-depreciation";
import { type Traced, trace } from "./trace";
import type { Capacity, Infeasibility, UnknownPower, Warning } from "./types";

/** What the calculation of one kind of option hands to the projection. */
export type OptionParts = {
  readonly lines: readonly PricedLine[];
  readonly capacity: Capacity;
  readonly infeasibilities: readonly Infeasibility[];
  readonly warnings: readonly Warning[];
  /** Paid and not yet depreciated at the end of the horizon. */
  readonly remainingBookValue: Traced<number>;
  /** For what was bought inside the horizon, paid after it; nothing where absent. */
  readonly owedAtHorizon?: Traced<number>;
  /** Due after the horizon by commitments and leases, for use after it; nothing where absent. */
  readonly committedBeyondHorizon?: Traced<number>;
  /** Of the inference served here, where its energy is known. */
  readonly inferenceEnergy?: InferenceEnergy;
  /** Of a portfolio's parts. */
  readonly powerUnknown?: readonly UnknownPower[];
  /** Read beside the lines; what is missing of it blocks the option too. */
  readonly alsoRead?: readonly Traced<unknown>[];
  /** Where tax depreciates otherwise than the books. */
  readonly taxTiming?: Traced<TaxTiming> | undefined;
};

export function noCapacity(months: number): Capacity {
  const none = zeros(months);
  return {
    accelerators: none,
    servers: none,
    racks: none,
    serversDelivered: none,
    utilizationFraction: none,
    averagePowerKw: none,
    energyKwh: none,
    carbonKilograms: null,
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
