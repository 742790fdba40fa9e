import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { calendarMonth } from "./calendar";
import {
  type Asset,
  bookValueAtEnd,
  depreciation,
  leavingMonth,
  lifetimeTrainingFraction,
} from "./depreciation";
import {
  type MacrsConvention,
  type MacrsYears,
  macrsConventionOf,
  macrsFractions,
} from "./finance/macrs";
import { fiscalYearsOf } from "./fiscal-years";
import { type Hardware, orderPriceFactor } from "./hardware";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { addTo, at, zeros } from "./series";
import { type Source, type Traced, trace } from "./trace";
import type { FiscalYear, Series, Use } from "./types";
import { monthsPerYear } from "./units";

export type TaxTiming = {
  /** Tax depreciation less book depreciation: months of use negative, a fiscal year's end positive. */
  readonly early: { readonly [U in Use]: Series };
  /** Book value at the horizon less what tax has still to deduct. */
  readonly deferred: number;
};

export function noTiming(months: number): TaxTiming {
  return { early: { inference: zeros(months), training: zeros(months) }, deferred: 0 };
}

const classes: Partial<Record<string, MacrsYears>> = { macrs3: 3, macrs5: 5, macrs7: 7 };

/**
 * What MACRS deducts before the books do, by fiscal year: the year's share of each purchase, all that
 * is left in the year it leaves. Owned servers keep the depreciation of the books, and so does
 * everything without MACRS: undefined. docs/model.md, "Tax".
 */
export function taxTimingOf(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  hardware: Hardware,
): Traced<TaxTiming> | undefined {
  const { taxDepreciation = "book", taxRateFraction } = basis.assumptions.row;
  const recovery = classes[taxDepreciation];
  if (recovery === undefined || !taxRateFraction?.value) return undefined;
  const orderFactor = orderPriceFactor(basis, option, fleet);
  return trace((read) => {
    const { vintages, trainingFraction } = read.traced(fleet);
    const factor = read.traced(orderFactor);
    const conventionAt = conventions(
      basis,
      vintages.map((vintage) => ({
        month: vintage.inServiceMonth,
        weight: vintage.servers * factor(vintage),
      })),
    );
    const assets = [hardware.servers, hardware.network, hardware.installation, hardware.racks]
      .flatMap((of) => read.traced(of))
      .filter(({ paidInPlan }) => paidInPlan);
    return timingOf(basis, assets, trainingFraction, ({ firstMonth }) =>
      macrsFractions(recovery, conventionAt(firstMonth)),
    );
  });
}

/** The fiscal years of the plan, which are its tax years. */
export function taxYears({ plan, months }: Basis): readonly FiscalYear[] {
  return fiscalYearsOf({ startMonth: plan.startMonth, months }, plan.fiscalYearStartMonth ?? 1);
}

function indexOf(years: readonly FiscalYear[], month: number): number {
  return years.findIndex(({ fromMonth, toMonth }) => fromMonth <= month && month <= toMonth);
}

/** 1 to 4, of the fiscal year. */
function quarterOf({ plan }: Basis, month: number): 1 | 2 | 3 | 4 {
  const before = calendarMonth(plan.startMonth, month) + 1 - (plan.fiscalYearStartMonth ?? 1);
  const monthOfYear = (before + monthsPerYear) % monthsPerYear;
  return (Math.floor(monthOfYear / 3) + 1) as 1 | 2 | 3 | 4;
}

/**
 * The convention of each month of entry into service. A purchase weighs as its servers at their price
 * over the quote's, so that the answer, and with it the walk-away price, does not turn on the quote.
 */
function conventions(
  basis: Basis,
  placed: readonly { readonly month: number; readonly weight: number }[],
): (month: number) => MacrsConvention {
  const years = taxYears(basis);
  const weights = years.map((): [number, number, number, number] => [0, 0, 0, 0]);
  for (const { month, weight } of placed) {
    const year = weights[indexOf(years, month)];
    const quarter = quarterOf(basis, month) - 1;
    if (year) year[quarter] = (year[quarter] ?? 0) + weight;
  }
  return (month) =>
    macrsConventionOf(weights[indexOf(years, month)] ?? [0, 0, 0, 0])(quarterOf(basis, month));
}

function timingOf(
  basis: Basis,
  assets: readonly Asset[],
  trainingFraction: Series,
  fractionsOf: (asset: Asset) => readonly number[],
): TaxTiming {
  const { months } = basis;
  const years = taxYears(basis);
  const inference = zeros(months);
  const training = zeros(months);
  const add = (month: number, amount: number, share: number) => {
    addTo(inference, month, amount * (1 - share));
    addTo(training, month, amount * share);
  };
  let deferred = 0;
  for (const asset of assets) {
    const share = lifetimeTrainingFraction(asset, trainingFraction);
    const schedule = deductions(asset, years, fractionsOf(asset));
    for (const { month, fraction } of schedule.deducted) add(month, asset.cost * fraction, share);
    depreciation([asset], months).forEach((amount, month) => {
      add(month, -amount, at(trainingFraction, month));
    });
    const untaxed = bookValueAtEnd(asset, months) - asset.cost * schedule.leftFraction;
    deferred += untaxed;
    if (basis.assumptions.row.countRemainingBookValue) add(months - 1, -untaxed, share);
  }
  return { early: { inference, training }, deferred };
}

/** The share of its cost that each fiscal year deducts, in the year's last month, and what is left. */
function deductions(asset: Asset, years: readonly FiscalYear[], fractions: readonly number[]) {
  const first = indexOf(years, asset.firstMonth);
  const leaves = indexOf(years, leavingMonth(asset));
  const deducted: { readonly month: number; readonly fraction: number }[] = [];
  let leftFraction = 1;
  for (let year = first; year < years.length; year += 1) {
    const fraction =
      year === leaves ? leftFraction : Math.min(leftFraction, fractions[year - first] ?? 0);
    leftFraction -= fraction;
    deducted.push({ month: years[year]?.toMonth ?? 0, fraction });
    if (year === leaves) break;
  }
  return { deducted, leftFraction };
}
