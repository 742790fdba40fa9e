/** An input that is unpriced and needed: the option cannot be ranked. */
export type Missing = { readonly path: string };

export type Infeasibility =
  | { readonly kind: "noBridge"; readonly fromMonth: number; readonly toMonth: number }
  | { readonly kind: "bridgeUnusable"; readonly bridgeOptionId: string }
  | { readonly kind: "noThroughput"; readonly workloadId: string }
  /** No measured point of its front meets the workload's targets; what the points give at best. */
  | {
      readonly kind: "serviceLevelMissed";
      readonly workloadId: string;
      readonly missed: "timePerOutputToken" | "timeToFirstToken" | "bothTogether";
      readonly bestTimeToFirstTokenMilliseconds: number;
      readonly bestTimePerOutputTokenMilliseconds: number;
    }
  /** A portfolio names no option there. */
  | { readonly kind: "noPart"; readonly part: "first" | "second" }
  /** It is a portfolio itself, named twice, not there, or cannot serve its share. */
  | { readonly kind: "partUnusable"; readonly partOptionId: string }
  /** It serves alone and cannot train, and is asked to. */
  | { readonly kind: "noTraining" }
  /** `month` is the first in which devices are asked for more of a workload's requests than they can answer. */
  | {
      readonly kind: "requestsBeyondShare";
      readonly month: number;
      readonly workloadId: string;
      readonly requestsFraction: number;
      readonly servableFraction: number;
    }
  /** `month` is the first in which the peak needs more devices than there are. */
  | {
      readonly kind: "tooFewDevices";
      readonly month: number;
      readonly needed: number;
      readonly devices: number;
    }
  /** `month` is the first in which the servers may draw more than the site has, PUE included. */
  | {
      readonly kind: "powerLimit";
      readonly month: number;
      readonly kilowatts: number;
      readonly availableKilowatts: number;
    }
  | {
      readonly kind: "demandTooLarge";
      readonly month: number;
      readonly tokens: number;
      /** Servers or instances asked for, where they and not the tokens are past the limit. */
      readonly servers?: number;
    };

export type Warning =
  | { readonly kind: "fullUtilization"; readonly path: string }
  /** A workload's requests are more than twice as long, or less than half, as those measured. */
  | {
      readonly kind: "lengthsFarFromMeasured";
      readonly path: string;
      readonly workloadId: string;
      /** Without what comes from the cache. */
      readonly inputTokens: number;
      readonly outputTokens: number;
      readonly measuredInputTokens: number;
      readonly measuredOutputTokens: number;
    }
  /** `fromMonth` is the first month with an order after the quote's last valid month. */
  | {
      readonly kind: "quoteExpires";
      readonly validUntil: string;
      readonly fromMonth: number;
      /** Of the quote, where it is another option's. */
      readonly path?: string;
    }
  /** Owned servers are older than the useful life: they serve nothing, and are written off in month 1. */
  | { readonly kind: "ownedPastLife"; readonly path: string }
  /** A commitment has run for all of its term before month 1: nothing of it is left. */
  | { readonly kind: "commitmentOver"; readonly path: string; readonly termMonths: number }
  /** Committed accelerator-hours that nothing uses, over all committed ones. */
  | {
      readonly kind: "commitmentUnused";
      readonly path: string;
      readonly fromMonth: number;
      readonly unusedFraction: number;
    }
  /** A commitment that starts after the horizon, counted from month 1: it changes nothing here. */
  | {
      readonly kind: "commitmentAfterHorizon";
      readonly path: string;
      readonly startMonth: number;
    }
  /** A loan or lease is paid for these months after its servers have left. */
  | { readonly kind: "paidPastService"; readonly path: string; readonly months: number }
  /** A lease of no rate that leaves the whole price to the lessor has no payment. */
  | { readonly kind: "freeLease"; readonly path: string }
  /** A stage of a portfolio that no month of the plan lies in. */
  | { readonly kind: "stageUnused"; readonly path: string; readonly partOptionId: string }
  /** Of purchases inside the horizon, where the plan does not count it. */
  | { readonly kind: "owedAtHorizon"; readonly path: string; readonly amount: number }
  /** Payments of commitments and leases after the horizon, and the months they reach beyond it. */
  | {
      readonly kind: "committedBeyondHorizon";
      readonly path: string;
      readonly amount: number;
      readonly months: number;
    }
  /** Owned servers leave after the horizon and before the end of their life; null where the fee is not known. */
  | {
      readonly kind: "exitFeeAfterHorizon";
      readonly path: string;
      readonly amount: number | null;
      /** The month, after the horizon, in which it is due. */
      readonly month: number;
    };

/** What to know of the plan, whatever the option. */
export type PlanWarning =
  /** Training whose first run, counted from month 1, lies beyond the horizon: it costs nothing. */
  {
    readonly kind: "noRuns";
    readonly path: string;
    readonly workloadId: string;
    readonly firstRunMonth: number;
  };
