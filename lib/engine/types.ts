import type { OptionKind } from "@/lib/schemas/option";
import type { Infeasibility, Missing, PlanWarning, Warning } from "./problem-types";

export type * from "./analysis/types";
export type * from "./break-even-types";
export type * from "./fiscal-year-types";
export type { FrontThroughput } from "./front-rate";
export type * from "./problem-types";
export type { OperatingPoint } from "./throughput/front";

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
  | "smallModelTokens"
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
  | "edgeOffload"
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
 * Power and energy are of on-premises and edge options, and of cloud ones that state their power.
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

export type Totals = {
  readonly inference: Series;
  readonly training: Series;
  readonly all: Series;
  readonly cumulative: Series;
};

/** An option that works with machines whose power is not stated. */
export type UnknownPower = { readonly optionId: string; readonly uses: readonly Use[] };

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
  /** Of inference on machines whose energy is known; null where none is. */
  readonly inferenceEnergy: {
    /** Served by those machines. */
    readonly servedTokens: Series;
    readonly energyKwh: Series;
  } | null;
  /** Machines whose energy is not known, and what they do; a portfolio's parts each for itself. */
  readonly powerUnknown: readonly UnknownPower[];
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
