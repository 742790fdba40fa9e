import { at, series, zeros } from "./series";
import type { Spend, SpendByUse } from "./spend";
import type { Series } from "./types";

/** Something paid once and used up evenly over the months that follow. */
export type Asset = {
  readonly cost: number;
  readonly firstMonth: number;
  readonly lifeMonths: number;
  /** False for what was paid before the plan began. */
  readonly paidInPlan: boolean;
};

/**
 * Straight line, salvage 0: depreciation(t) = cost / life for life months from the month in
 * service. What has no life left is written off in its first month. Unit: money a month.
 * docs/model.md, "Depreciation".
 */
export function straightLine(assets: readonly Asset[], months: number): Series {
  const amounts = zeros(months);
  for (const asset of assets) {
    const monthly = asset.cost / lifeOf(asset);
    for (let month = asset.firstMonth; month < endOf(asset, months); month += 1) {
      amounts[month] = at(amounts, month) + monthly;
    }
  }
  return amounts;
}

/** cost x (1 - months used / life) at the end of the horizon. */
export function bookValueAtEnd(asset: Asset, months: number): number {
  return asset.cost * Math.max(0, 1 - (months - asset.firstMonth) / lifeOf(asset));
}

/**
 * Training's share of an asset's depreciation inside the horizon. Cash and remaining book value
 * are divided by it too, so that cash and accrual reconcile for each use.
 */
export function lifetimeTrainingFraction(asset: Asset, trainingFraction: Series): number {
  const end = endOf(asset, trainingFraction.length);
  let sum = 0;
  for (let month = asset.firstMonth; month < end; month += 1) sum += at(trainingFraction, month);
  return sum / (end - asset.firstMonth);
}

/** Cash in the month it is paid, accrual as it is used, divided between inference and training. */
export function assetSpend(assets: readonly Asset[], trainingFraction: Series): SpendByUse {
  const months = trainingFraction.length;
  const used = straightLine(assets, months);
  const paid = { inference: zeros(months), training: zeros(months) };
  for (const asset of assets) {
    if (!asset.paidInPlan) continue;
    const fraction = lifetimeTrainingFraction(asset, trainingFraction);
    paid.inference[asset.firstMonth] =
      at(paid.inference, asset.firstMonth) + asset.cost * (1 - fraction);
    paid.training[asset.firstMonth] = at(paid.training, asset.firstMonth) + asset.cost * fraction;
  }
  const spend = (cash: Series, shareOf: (fraction: number) => number): Spend => ({
    cash,
    accrual: series(months, (month) => at(used, month) * shareOf(at(trainingFraction, month))),
  });
  return {
    inference: spend(paid.inference, (fraction) => 1 - fraction),
    training: spend(paid.training, (fraction) => fraction),
  };
}

/** The first month in which it is no longer there; past the horizon where it stays. */
export function leavingMonth(asset: Asset): number {
  return asset.firstMonth + lifeOf(asset);
}

function lifeOf(asset: Asset): number {
  return Math.max(1, asset.lifeMonths);
}

function endOf(asset: Asset, months: number): number {
  return Math.min(months, asset.firstMonth + lifeOf(asset));
}
