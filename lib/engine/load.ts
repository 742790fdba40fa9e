import type { InferenceWorkload, TrainingWorkload } from "@/lib/schemas/workload";
import type { InferenceDemand, TrainingDemand } from "./demand";
import type { HourLevels } from "./load-shape";
import { multiplySeries, scaleSeries } from "./series";
import { type Source, type Traced, trace } from "./trace";
import type { Series, Use } from "./types";

/** Levels over the mean in each class of hours: of what cannot wait, and of all work. */
export type LoadHours = { readonly urgent: HourLevels; readonly work: HourLevels };

/** Requests and tokens to bill and size, retries included. */
export type InferenceLoad = {
  readonly workload: Source<InferenceWorkload>;
  readonly requests: Traced<Series>;
  /** Of the whole plan, of which `requests` may be a part. */
  readonly planRequests: Traced<Series>;
  readonly uncachedInputTokens: Traced<Series>;
  readonly cachedInputTokens: Traced<Series>;
  readonly outputTokens: Traced<Series>;
  /** Share of all these tokens that may wait: it stays outside the peak, and may take a batch price. */
  readonly batchableFraction: Traced<number>;
  /** How a part of the work lies over the hours; absent where it lies as the workload says. */
  readonly hours?: Traced<LoadHours>;
};

/** Hours on the plan's reference accelerator. */
export type TrainingLoad = {
  readonly workload: Source<TrainingWorkload>;
  readonly acceleratorHours: Traced<Series>;
  /** Reference accelerators that these hours take together while runs last. */
  readonly atOnce: Traced<Series>;
};

/**
 * What an option is asked to do, month by month: the whole plan, or for a bridge the share that
 * is not served elsewhere.
 */
export type Load = {
  readonly inference: readonly InferenceLoad[];
  readonly training: readonly TrainingLoad[];
  /** Months in which the option's standing charges are due. */
  readonly inUse: readonly boolean[];
};

/** The work of the whole plan. Retries multiply tokens, billed and sized. docs/model.md, "Demand". */
export function loadOf(
  months: number,
  inference: readonly InferenceDemand[],
  training: readonly TrainingDemand[],
): Load {
  return {
    inference: inference.map((demand) => {
      const withRetries = (served: Traced<Series>) =>
        trace((read) => scaleSeries(read.traced(served), read.traced(demand.retryFactor)));
      const requests = withRetries(demand.requests);
      return {
        workload: demand.workload,
        requests,
        planRequests: requests,
        uncachedInputTokens: withRetries(demand.uncachedInputTokens),
        cachedInputTokens: withRetries(demand.cachedInputTokens),
        outputTokens: withRetries(demand.outputTokens),
        batchableFraction: trace((read) => read.optional(demand.workload, "batchableFraction", 0)),
      };
    }),
    training: training.map(({ workload, acceleratorHours, atOnce }) => ({
      workload,
      acceleratorHours,
      atOnce,
    })),
    inUse: new Array<boolean>(months).fill(true),
  };
}

/** The part of a load that each month's share names. */
export function shareOfLoad(load: Load, share: Traced<{ readonly [U in Use]: Series }>): Load {
  const part = (whole: Traced<Series>, use: Use) =>
    trace((read) => multiplySeries(read.traced(whole), read.traced(share)[use]));
  return {
    inference: load.inference.map((one) => ({
      ...one,
      requests: part(one.requests, "inference"),
      uncachedInputTokens: part(one.uncachedInputTokens, "inference"),
      cachedInputTokens: part(one.cachedInputTokens, "inference"),
      outputTokens: part(one.outputTokens, "inference"),
    })),
    training: load.training.map((one) => ({
      workload: one.workload,
      acceleratorHours: part(one.acceleratorHours, "training"),
      atOnce: part(one.atOnce, "training"),
    })),
    inUse: share.value.inference.map(
      (inference, month) => inference !== 0 || share.value.training[month] !== 0,
    ),
  };
}

/** Who bears a cost that no hours divide: inference, or training where there is nothing else. */
export function mainUse(load: Load): Use {
  return load.inference.length === 0 && load.training.length > 0 ? "training" : "inference";
}
