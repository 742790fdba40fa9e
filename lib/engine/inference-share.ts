import { energyByUse } from "./energy-by-use";
import { fiscalYearsOf } from "./fiscal-years";
import { at } from "./series";
import type { FiscalYear, OptionProjection, Projection, Series } from "./types";

/** Inference's share in one calendar year of an option; null where nothing, or nothing known, is shared. */
export type InferenceShare = {
  readonly year: FiscalYear;
  /** Of the accrual cost. */
  readonly spendFraction: number | null;
  /** Of the accelerator-hours used on the option's own or rented accelerators. */
  readonly computeFraction: number | null;
  /** Of the energy, divided as its cost is; null while any machine at work does not state its power. */
  readonly energyFraction: number | null;
};

const firstCalendarMonth = 1;

/** Inference over inference and training, by calendar year. docs/model.md, "Share of inference". */
export function inferenceShares(
  projection: Projection,
  option: OptionProjection,
): readonly InferenceShare[] {
  const { inference, training } = option.capacity.acceleratorHours;
  const isOwnCompute = option.kind !== "api";
  const energy = option.powerUnknown.length > 0 ? null : energyByUse(option);
  return fiscalYearsOf(projection, firstCalendarMonth).map((year) => ({
    year,
    spendFraction: shareIn(year, option.accrual.inference, option.accrual.training),
    computeFraction: isOwnCompute ? shareIn(year, inference, training) : null,
    energyFraction: energy && shareIn(year, energy.inference, energy.training),
  }));
}

/** A part of a whole; a credit that outweighs the cost of a use leaves no share. */
function shareIn(year: FiscalYear, inference: Series, training: Series): number | null {
  const sum = (values: Series) => {
    let total = 0;
    for (let month = year.fromMonth; month <= year.toMonth; month += 1) total += at(values, month);
    return total;
  };
  const [one, other] = [sum(inference), sum(training)];
  return one + other > 0 && one >= 0 && other >= 0 ? one / (one + other) : null;
}
