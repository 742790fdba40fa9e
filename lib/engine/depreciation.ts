import { addTo, at, isAllZero, zeros } from "./series";
import { noSpend, paidAsUsed, type SpendByUse } from "./spend";
import type { Series } from "./types";

/** Money due in a month of the plan, or after it. */
export type Payment = { readonly month: number; readonly amount: number };

/** Something paid for and used up over the months that follow. */
export type Asset = {
  readonly cost: number;
  readonly firstMonth: number;
  readonly lifeMonths: number;
  /** False for what was paid before the plan began. */
  readonly paidInPlan: boolean;
  /** Months in service, where it leaves before its life ends. */
  readonly serviceMonths?: number;
  /** Share of the cost used up in each month of life; even, to nothing, where absent. */
  readonly usedFractions?: Series;
  /** When it is paid; in its first month where absent. */
  readonly payments?: readonly Payment[];
};

/**
 * depreciation(t) = cost x the method's share of each month of life, from the month in service on;
 * what is left when it leaves is written off in the month after its last. Straight line is
 * cost / life. What has no life left is written off in its first month. Unit: money a month.
 * docs/model.md, "Depreciation".
 */
export function depreciation(assets: readonly Asset[], months: number): Series {
  const amounts = zeros(months);
  for (const asset of assets) {
    const end = endOf(asset, months);
    const even = isEven(asset) ? asset.cost / lifeOf(asset) : null;
    for (let month = asset.firstMonth; month < end; month += 1) {
      addTo(amounts, month, even ?? usedIn(asset, month));
    }
  }
  return amounts;
}

/** cost x the share not used up at the end of the horizon; nothing once it has left. */
export function bookValueAtEnd(asset: Asset, months: number): number {
  const age = months - asset.firstMonth;
  return age > serviceOf(asset) ? 0 : asset.cost * bookFraction(asset, age);
}

/**
 * Training's share of an asset's depreciation inside the horizon. Cash and remaining book value
 * are divided by it too, so that cash and accrual reconcile for each use.
 */
export function lifetimeTrainingFraction(asset: Asset, trainingFraction: Series): number {
  const end = endOf(asset, trainingFraction.length);
  const even = isEven(asset);
  let sum = 0;
  let used = 0;
  for (let month = asset.firstMonth; month < end; month += 1) {
    const weight = even ? 1 : usedIn(asset, month);
    sum += at(trainingFraction, month) * weight;
    used += weight;
  }
  return used > 0 ? sum / used : at(trainingFraction, asset.firstMonth);
}

/** Used up by the same amount in each month, to nothing. */
function isEven(asset: Asset): boolean {
  return asset.usedFractions === undefined && serviceOf(asset) >= lifeOf(asset);
}

/** Cash when it is paid, accrual as it is used, divided between inference and training. */
export function assetSpend(assets: readonly Asset[], trainingFraction: Series): SpendByUse {
  const months = trainingFraction.length;
  if (assets.length === 0) return noSpend(months);
  const used = paidAsUsed(depreciation(assets, months), trainingFraction);
  const paid = { inference: zeros(months), training: zeros(months) };
  const isTrained = !isAllZero(trainingFraction);
  for (const asset of assets) {
    const fraction = isTrained ? lifetimeTrainingFraction(asset, trainingFraction) : 0;
    for (const { month, amount } of paymentsOf(asset)) {
      if (!(month < months)) continue;
      addTo(paid.inference, month, amount * (1 - fraction));
      addTo(paid.training, month, amount * fraction);
    }
  }
  return {
    inference: { cash: paid.inference, accrual: used.inference.accrual },
    training: { cash: paid.training, accrual: used.training.accrual },
  };
}

/** Due after the horizon for what is bought inside it. Unit: money. */
export function owedAtEnd(asset: Asset, months: number): number {
  return paymentsOf(asset).reduce(
    (sum, { month, amount }) => sum + (month < months ? 0 : amount),
    0,
  );
}

function paymentsOf({ cost, firstMonth, paidInPlan, payments }: Asset): readonly Payment[] {
  if (!paidInPlan) return [];
  return payments ?? [{ month: firstMonth, amount: cost }];
}

function usedIn(asset: Asset, month: number): number {
  const age = month - asset.firstMonth;
  if (age >= serviceOf(asset)) return asset.cost * bookFraction(asset, serviceOf(asset));
  if (asset.usedFractions) return asset.cost * at(asset.usedFractions, age);
  return age < lifeOf(asset) ? asset.cost / lifeOf(asset) : 0;
}

/** Share of the cost not used up at an age. */
function bookFraction(asset: Asset, ageMonths: number): number {
  const { usedFractions } = asset;
  if (usedFractions === undefined) return Math.max(0, 1 - ageMonths / lifeOf(asset));
  let left = 1;
  for (let age = 0; age < ageMonths; age += 1) left -= at(usedFractions, age);
  return Math.abs(left) < 1e-12 ? 0 : left;
}

/** The first month in which it is no longer there; past the horizon where it stays. */
export function leavingMonth(asset: Asset): number {
  return asset.firstMonth + serviceOf(asset);
}

function lifeOf(asset: Asset): number {
  return Math.max(1, asset.lifeMonths);
}

function serviceOf(asset: Asset): number {
  return Math.max(1, asset.serviceMonths ?? asset.lifeMonths);
}

/** The month after the last in which anything of it is used up. */
function endOf(asset: Asset, months: number): number {
  const service = serviceOf(asset);
  const isEmpty = bookFraction(asset, service) === 0;
  return Math.min(months, asset.firstMonth + service + (isEmpty ? 0 : 1));
}
