import { at, isAllZero, series, zeros } from "./series";
import type { Series, Use } from "./types";

export type FleetUse = {
  /** Accelerator-hours that training runs on hours the base fleet has idle. */
  readonly trainingOnBaseHours: Series;
  /** Accelerator-hours of training that the base fleet has no room for. */
  readonly trainingBeyondBaseHours: Series;
  /** Training's share of the base fleet's cost. */
  readonly baseTrainingFraction: Series;
};

/**
 * Training takes idle hours first, while its runs last: idle = max(0, base hours x ceiling -
 * inference hours) x share of the month.
 * The base fleet's cost follows the hours used, its idle time pro rata; a month that uses none
 * falls to `mainUse`. docs/model.md, "Shared machines".
 */
export function shareFleet(fleet: {
  readonly baseHours: Series;
  readonly ceiling: number;
  readonly inferenceHours: Series;
  readonly trainingHours: Series;
  /** Share of the month that runs last: idle hours outside it are of no use to them. */
  readonly trainingTimeFraction: Series;
  readonly mainUse: Use;
}): FleetUse {
  const months = fleet.baseHours.length;
  if (fleet.mainUse === "inference" && isAllZero(fleet.trainingHours))
    return withoutTraining(months);
  const onBase = series(months, (month) => {
    const idle = at(fleet.baseHours, month) * fleet.ceiling - at(fleet.inferenceHours, month);
    const inTime = Math.max(0, idle) * at(fleet.trainingTimeFraction, month);
    return Math.min(at(fleet.trainingHours, month), inTime);
  });
  return {
    trainingOnBaseHours: onBase,
    trainingBeyondBaseHours: series(
      months,
      (month) => at(fleet.trainingHours, month) - at(onBase, month),
    ),
    baseTrainingFraction: series(months, (month) => {
      const used = at(fleet.inferenceHours, month) + at(onBase, month);
      if (used > 0) return at(onBase, month) / used;
      return fleet.mainUse === "training" ? 1 : 0;
    }),
  };
}

function withoutTraining(months: number): FleetUse {
  const none = zeros(months);
  return {
    trainingOnBaseHours: none,
    trainingBeyondBaseHours: none,
    baseTrainingFraction: none,
  };
}

/**
 * Training's share of all machines: the base fleet's share, and what was added for training in
 * full. Sizes are in any one unit.
 */
export function trainingFraction(
  base: Series,
  addedForTraining: Series,
  baseTrainingFraction: Series,
): Series {
  if (isAllZero(addedForTraining) && isAllZero(baseTrainingFraction)) return baseTrainingFraction;
  return series(base.length, (month) => {
    const all = at(base, month) + at(addedForTraining, month);
    const share = at(baseTrainingFraction, month);
    if (all === 0) return share;
    return (at(base, month) * share + at(addedForTraining, month)) / all;
  });
}
