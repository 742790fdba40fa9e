import type { Budget } from "@/lib/schemas/budget";
import type { OptionKind } from "@/lib/schemas/option";
import type { NoRate } from "./finance/rate-of-return";

export type * from "./analysis/types";

/** One number a month, index 0..T-1. */
export type Series = readonly number[];

/** A dated rate of the plan, as it was used. */
export type ConversionStep = {
  /** Of the rate: `exchangeRates.eur-usd.rate`. */
  readonly path: string;
  /** 1 / the rate was taken, because the plan has the pair the other way round. */
  readonly inverse: boolean;
  /** null where it is there, but has no value. */
  readonly rate: number | null;
};

/** How amounts of one currency become those of the plan's. */
export type Conversion = {
  readonly from: string;
  readonly to: string;
  /** What one of `from` is worth in `to`; null where a rate is missing. */
  readonly factor: number | null;
  /** One rate, or two through the dollar. */
  readonly steps: readonly ConversionStep[];
  /** Paths of the rates that are missing. */
  readonly missing: readonly string[];
};

/** Inference and training are never added before they are shown apart. */
export type Use = "inference" | "training";

/** `cash` is when it is paid, `accrual` when it is consumed. */
export type View = "cash" | "accrual";

/** The named lines a cost is made of. Totals exist only as sums of these. */
export type LineId =
  | "inputTokens"
  | "cachedInputTokens"
  | "outputTokens"
  | "cacheWrites"
  | "longContext"
  | "batchDiscount"
  | "requestFee"
  | "volumeDiscount"
  | "minimumSpend"
  | "fixedFee"
  | "trainingRental"
  | "rental"
  | "commitments"
  | "spot"
  | "storage"
  | "egress"
  | "servers"
  | "network"
  | "installation"
  | "racks"
  | "interest"
  | "lease"
  | "residualValue"
  | "exitFee"
  | "decommissioning"
  | "support"
  | "spareParts"
  | "licences"
  | "devices"
  | "management"
  | "power"
  | "space"
  | "rackRent"
  | "staff"
  | "bridge"
  | "remainingBookValue"
  | "owedAtHorizon"
  | "tax";

export type CostLine = {
  readonly id: LineId;
  readonly use: Use;
  readonly cash: Series;
  readonly accrual: Series;
  /** Paths of the plan's inputs that this line was computed from. */
  readonly inputs: readonly string[];
};

/**
 * What the option has installed, month by month; all zero unless the status is `complete`.
 * Power and energy are known for on-premises and edge options alone.
 */
export type Capacity = {
  readonly accelerators: Series;
  readonly servers: Series;
  /** Racks that the servers stand in; none where an option says nothing of racks. */
  readonly racks: Series;
  /** Servers that enter service in the month, by purchase. */
  readonly serversDelivered: Series;
  /** Accelerator-hours used over accelerator-hours available. */
  readonly utilizationFraction: Series;
  readonly averagePowerKw: Series;
  readonly energyKwh: Series;
  /** CO2 equivalent of that energy; null where the plan has no grid intensity, or the option no energy. */
  readonly carbonKilograms: Series | null;
  /** Share of the month's work that the bridge option serves. */
  readonly bridgedFraction: Series;
  readonly acceleratorHours: { readonly inference: Series; readonly training: Series };
  /** Training's share of the machines that inference needs, for running on their idle hours. */
  readonly baseTrainingFraction: Series;
};

/** An input that is unpriced and needed: the option cannot be ranked. */
export type Missing = { readonly path: string };

export type Infeasibility =
  | { readonly kind: "noBridge"; readonly fromMonth: number; readonly toMonth: number }
  | { readonly kind: "bridgeUnusable"; readonly bridgeOptionId: string }
  | { readonly kind: "noThroughput"; readonly workloadId: string }
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

export type Totals = {
  readonly inference: Series;
  readonly training: Series;
  readonly all: Series;
  readonly cumulative: Series;
};

export type OptionProjection = {
  readonly optionId: string;
  readonly kind: OptionKind;
  readonly status: "complete" | "incomplete" | "infeasible";
  readonly missing: readonly Missing[];
  readonly infeasibilities: readonly Infeasibility[];
  readonly warnings: readonly Warning[];
  /** Empty unless the status is `complete`. */
  readonly lines: readonly CostLine[];
  readonly cash: Totals;
  readonly accrual: Totals;
  readonly capacity: Capacity;
  /** Accrual inference cost over served tokens, money per million; null in a month with less than one token. */
  readonly costPerMillionTokens: readonly (number | null)[];
  readonly summary: {
    readonly cash: number;
    readonly accrual: number;
    /** Cash, discounted month by month. */
    readonly netPresentCost: number;
    /** Accrual, the whole horizon. */
    readonly inference: number;
    /** Accrual, the whole horizon. */
    readonly training: number;
    /** Over the whole horizon; null without tokens. */
    readonly costPerMillionTokens: number | null;
    /** Over output tokens alone, prefill and cache included in the cost. */
    readonly costPerMillionOutputTokens: number | null;
    readonly remainingBookValue: number;
    /** For what was bought inside the horizon, paid after it; counted where book value is. */
    readonly owedAtHorizon: number;
    /** Due after the horizon by commitments and leases, for use after it; in no total. */
    readonly committedBeyondHorizon: number;
    /** CO2 equivalent over the whole horizon; null where it is not counted. */
    readonly carbonKilograms: number | null;
    /** Inference tokens served here over the energy that inference takes; null without either. */
    readonly tokensPerKilowattHour: number | null;
    /** The same as a rate over a power: tokens per second for each megawatt drawn. */
    readonly tokensPerSecondPerMegawatt: number | null;
  };
};

/** Tokens and hours that the plan asks for, the same for every option. Workloads with an unpriced figure are absent. */
export type WorkloadDemand =
  | {
      readonly kind: "inference";
      readonly workloadId: string;
      readonly requests: Series;
      /** Served tokens: without retries, reasoning included in output. */
      readonly uncachedInputTokens: Series;
      readonly cachedInputTokens: Series;
      readonly outputTokens: Series;
      readonly servedTokens: Series;
      /** Billed and sized over served. */
      readonly retryFactor: number;
      /** null where unpriced: an API bill does not need it. */
      readonly peakToMeanRatio: number | null;
    }
  | {
      readonly kind: "training";
      readonly workloadId: string;
      readonly runs: Series;
      /** On the plan's reference accelerator, failures and experiments included. */
      readonly acceleratorHours: Series;
      /** Reference accelerators at work together while runs last. */
      readonly acceleratorsAtOnce: Series;
    };

export type Projection = {
  readonly months: number;
  readonly startMonth: string;
  readonly currency: string;
  readonly hoursPerMonth: number;
  readonly demand: readonly WorkloadDemand[];
  readonly servedTokens: Series;
  readonly options: readonly OptionProjection[];
  /** Complete options, lowest net present cost first. */
  readonly ranking: readonly string[];
  readonly baselineOptionId: string | null;
  /** Of the workloads; an option's own stand with it. */
  readonly warnings: readonly PlanWarning[];
  /** Of the workloads and of every option, each once. */
  readonly missing: readonly Missing[];
};

/** Months `from`..`to`, 0-based and inclusive, in which A has cost less than B in total. */
export type MonthInterval = { readonly from: number; readonly to: number };

export type MonthBreakEven = {
  readonly a: string;
  readonly b: string;
  /** `once`: one interval, to the horizon. `several`: anything between that and `never`. */
  readonly verdict: "once" | "several" | "always" | "never" | "unranked";
  readonly intervals: readonly MonthInterval[];
  /** First month from which A stays cheaper to the horizon; null if it does not. */
  readonly forGoodFrom: number | null;
  /** B minus A at the horizon, in the chosen view. */
  readonly differenceAtHorizon: number | null;
  /** Smallest lead of B over A (A minus B) over all months, where A never wins. */
  readonly smallestGap: number | null;
};

/** Monthly served tokens (low, high] in which A is cheaper; `high` null = up to the search bound. */
export type VolumeInterval = { readonly low: number; readonly high: number | null };

export type VolumeBreakEven = {
  readonly a: string;
  readonly b: string;
  readonly month: number;
  /** `never` is proved for every volume; `notVerified` is no crossing up to the bound, unproved beyond. */
  readonly verdict: "once" | "several" | "always" | "never" | "notVerified" | "unranked";
  readonly intervals: readonly VolumeInterval[];
  readonly searchedUpToTokens: number;
  /** False where the search ran out of steps before its bound. */
  readonly complete: boolean;
};

export type WalkAwayPrice = {
  readonly optionId: string;
  readonly baselineOptionId: string;
  readonly verdict: "price" | "always" | "never" | "unranked";
  /** Per server, before installation; null unless the verdict is `price`. */
  readonly serverPrice: number | null;
  readonly quotedServerPrice: number | null;
  /** Network, a server, at the same factor; null unless the verdict is `price`. */
  readonly networkPrice: number | null;
  /** Walk-away over quoted, one factor for servers and network. */
  readonly priceFactor: number | null;
};

/** When what an option costs more at first has come back, by month ends. */
export type MonthPayback =
  /** Ahead from the first month's end on: nothing has to come back. */
  | { readonly kind: "atOnce" }
  | { readonly kind: "never" }
  | { readonly kind: "month"; readonly month: number }
  /** Ahead more than once; `month` is the one from which it stays so, null if it does not. */
  | {
      readonly kind: "several";
      readonly intervals: readonly MonthInterval[];
      readonly month: number | null;
    };

export type InternalRate =
  /** More is paid first: what the money earns. */
  | { readonly kind: "return"; readonly ratePerYearFraction: number }
  /** Less is paid first, and more later: what the money costs, like a loan. */
  | { readonly kind: "loan"; readonly ratePerYearFraction: number }
  | { readonly kind: "several"; readonly ratesPerYearFraction: readonly number[] }
  /** `noDifference`: no month's cash differs; `above`, `below`: a rate past that bound of -90% to 1,000%. */
  | { readonly kind: "none"; readonly why: "noDifference" | NoRate };

/** What one option's cash does against the baseline's, before interest on it. */
export type OptionReturn = {
  readonly optionId: string;
  readonly baselineOptionId: string;
  /** Baseline minus option, cash of each month. */
  readonly advantage: Series;
  readonly discountRatePerYearFraction: number;
  /** The advantage, discounted: net present cost of the baseline minus the option's. */
  readonly netPresentAdvantage: number;
  readonly internalRate: InternalRate;
  /** Financed and reinvested at the discount rate; null where more is not paid first, or nothing comes back. */
  readonly modifiedRatePerYearFraction: number | null;
  readonly payback: MonthPayback;
  readonly discountedPayback: MonthPayback;
};

/** The exact stepped curve of one month's cost over volume; a vertical is two points at the same tokens. */
export type RunRateCurve = {
  readonly points: readonly { readonly tokens: number; readonly cost: number }[];
};

/** Twelve months from the fiscal year's first, named by the calendar year in which they end. */
export type FiscalYear = {
  readonly year: number;
  /** `YYYY-MM` of the year's own first and last month, in the plan or not. */
  readonly firstMonth: string;
  readonly lastMonth: string;
  /** Months of the plan that lie in the year, 0-based and inclusive. */
  readonly fromMonth: number;
  readonly toMonth: number;
  /** 12, or fewer in a year that the plan begins or ends in. */
  readonly monthsCovered: number;
};

/** One option by fiscal year: its series hold one number for each year. */
export type FiscalYearSpend = {
  readonly optionId: string;
  readonly lines: readonly CostLine[];
  readonly cash: Totals;
  readonly accrual: Totals;
};

export type FiscalYears = {
  readonly years: readonly FiscalYear[];
  /** Complete options, in the order of the plan. */
  readonly options: readonly FiscalYearSpend[];
};

type AmountByUse = { readonly inference: number; readonly training: number; readonly all: number };

/** The line to name beside a difference, with what it costs in the year. */
export type BudgetCause = {
  readonly lineId: LineId;
  readonly amount: number;
  /** The months that most of it falls on; empty where it is spread over the year. */
  readonly months: readonly number[];
  readonly monthsHoldAll: boolean;
};

/** One fiscal year of one option against its budget. */
export type BudgetVariance = {
  readonly fiscalYear: FiscalYear;
  readonly budget: Budget | null;
  readonly cash: AmountByUse;
  readonly accrual: AmountByUse;
  /** `partialYear`: the budget is for twelve months, and the plan covers fewer. */
  readonly state: "compared" | "noBudget" | "partialYear";
  /** Cost minus budget, in the view that the budget counts; null unless compared. */
  readonly difference: number | null;
  /** Over the budget; null for a budget of 0 too. */
  readonly differenceFraction: number | null;
  /** The same in the other view. */
  readonly otherDifference: number | null;
  readonly cause: BudgetCause | null;
};
