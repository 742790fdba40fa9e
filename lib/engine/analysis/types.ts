import type { LeverKind } from "@/lib/schemas/lever";
import type { LineId, Series } from "../types";

/** What one line adds from one option to another, or from one scenario to another. */
export type BridgeStep = {
  readonly lineId: LineId;
  /** Inference and training together. */
  readonly from: number;
  readonly to: number;
  /** `to` minus `from`: negative saves. */
  readonly difference: number;
  /** The running sum after this step. */
  readonly level: number;
};

/** Ends and signed steps in one measure; `from` plus the steps is `to`. */
export type CostBridge = {
  readonly from: number;
  readonly to: number;
  readonly steps: readonly BridgeStep[];
};

/** What a bridge adds up: what is paid, what is consumed, or what is paid and discounted. */
export type BridgeMeasure = "cash" | "accrual" | "netPresentCost";

/** Whose net present cost is asked for; with `againstId`, how much less it is than that option's. */
export type Subject = { readonly optionId: string; readonly againstId: string | null };

/** An input and the two ends it is run at. */
export type RangedInput = { readonly path: string; readonly low: number; readonly high: number };

/** The subject with one input at either end; null where the option has no rank there. */
export type Swing = {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  readonly atLow: number | null;
  readonly atHigh: number | null;
  /** Between the furthest of both ends and the base; 0 for an input that changes nothing. */
  readonly span: number;
};

export type Swings = { readonly base: number | null; readonly swings: readonly Swing[] };

/** One option with every ranged input at the end that is cheaper for it, and at the dearer one. */
export type CostEnds = {
  readonly optionId: string;
  readonly base: number | null;
  readonly atLowCost: number | null;
  readonly atHighCost: number | null;
  /** Inputs that move this option's cost, with the value taken for each. */
  readonly taken: readonly {
    readonly path: string;
    readonly lowCost: number;
    readonly highCost: number;
  }[];
};

/** An input and where its thresholds are looked for. */
export type ThresholdSearch = {
  readonly path: string;
  /** Bounds of the input. */
  readonly from: number;
  readonly to: number;
  /** Where most of the tried values lie. */
  readonly usual: readonly [low: number, high: number];
  readonly integer: boolean;
  /** A price: cost may be a straight line in it, which the search checks and then uses. */
  readonly price: boolean;
};

/** How the option stands against its rivals at a value of the input. */
export type Standing = "less" | "notLess" | "unranked";

/** Two values, as close as numbers get, between which the standing changes. */
export type Threshold = {
  readonly before: number;
  readonly after: number;
  readonly was: Standing;
  readonly becomes: Standing;
  /** The option that costs least at either value; null where none has a rank. */
  readonly cheapestBefore: string | null;
  readonly cheapestAfter: string | null;
};

export type Thresholds = {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /**
   * `always` and `never` are said of every value; `notVerified` is no change among the tried values,
   * and nothing said of those between; `unranked`: one of the options has no rank at any of them.
   */
  readonly verdict: "always" | "never" | "once" | "several" | "notVerified" | "unranked";
  /** Stretches in which the option costs less than every rival, both ends included. */
  readonly intervals: readonly { readonly low: number; readonly high: number }[];
  readonly thresholds: readonly Threshold[];
  /** How it stands at the first value that has a rank: all of them, where the verdict is `notVerified`. */
  readonly standing: Standing;
  readonly tried: number;
  /** False for an input that moved nothing at any tried value. */
  readonly moves: boolean;
  /** Every change is found: the cost is a straight line, or each whole value was tried. */
  readonly exact: boolean;
};

export type MapAxis = { readonly path: string; readonly values: readonly number[] };

/** Place of the cheapest option in the plan; `unranked` where none has a rank. */
export type WinnerCell = number;

/** A map as far as it is computed; row by row, the lowest value of y first. */
export type MapScan = {
  readonly columns: number;
  readonly rows: number;
  readonly winners: Int8Array;
  /** 1 where the engine was run; elsewhere the winner is that of the nearest run of a coarser grid. */
  readonly verified: Uint8Array;
  readonly verifiedCount: number;
};

/** What stands between an accelerator's rate and the tokens that are paid for; above 1 is a gain. */
export type IcebergFactor = {
  /** The same for what is comparable between two options. */
  readonly id: string;
  readonly kind:
    | LeverKind
    | "speedUp"
    | "reasoning"
    | "input"
    | "cache"
    | "retries"
    | "ceiling"
    | "peak"
    | "fleet";
  readonly factor: number;
  /** Paths of the plan's inputs behind it; none for one that follows from sizing. */
  readonly inputs: readonly string[];
};

/** One workload on one option in one month: cost = price of the hour / tokens an hour. */
export type Iceberg = {
  readonly optionId: string;
  readonly workloadId: string;
  readonly month: number;
  /** Consumed inference cost over the accelerator-hours it pays for, idle ones pro rata. */
  readonly pricePerAcceleratorHour: number;
  readonly priceInputs: readonly string[];
  /** Output tokens while busy, prefill inside, without any lever. */
  readonly tokensPerSecondPerAccelerator: number;
  readonly rateInputs: readonly string[];
  /** Rate x 3600 x their product = tokens an accelerator-hour. */
  readonly factors: readonly IcebergFactor[];
  /** Served tokens, cached ones among them, for each hour that is paid for. */
  readonly tokensPerAcceleratorHour: number;
  readonly millionTokensPerAcceleratorHour: number;
  readonly costPerMillionTokens: number;
  /** Served, reasoning included. */
  readonly tokensPerRequest: number;
  readonly costPerThousandRequests: number;
  /** The same with answers alone; null where nothing is reasoned. */
  readonly costPerThousandRequestsWithoutReasoning: number | null;
};

/** An iceberg alone, or over another one: ratios are null where it stands alone. */
export type ComparedIceberg = {
  readonly priceRatio: number | null;
  readonly costRatio: number | null;
  /** Tokens an hour over the other's, or over the bare rate: what all factors come to. */
  readonly tokensRatio: number;
  readonly factors: readonly {
    readonly kind: IcebergFactor["kind"] | "rate";
    readonly factor: number;
    readonly inputs: readonly string[];
    /** Money per million tokens, with this factor at 1 and all others as they are. */
    readonly costPerMillionTokensWithout: number;
  }[];
};

/** What tokens take in energy, over a span of months, PUE included. */
export type EnergyFigures = {
  readonly servedTokens: number;
  readonly energyKwh: number;
  readonly tokensPerKilowattHour: number;
  readonly tokensPerSecondPerMegawatt: number;
  readonly kilowattHoursPerMillionTokens: number;
  /** CO2 equivalent; null where the plan has no grid intensity. */
  readonly gramsPerMillionTokens: number | null;
};

/**
 * When the energy of inference, all of it so far, passes that of training and stays above it. Unknown
 * is a use that there is, all of it on machines whose power is not stated.
 */
export type EnergyPassing =
  | { readonly kind: "noEnergy" | "noTraining" | "noInference" | "always" | "never" }
  /** The power of these options is not stated; none are named where work goes where energy is not counted. */
  | {
      readonly kind: "unknownTraining" | "unknownInference";
      readonly optionIds: readonly string[];
    }
  | { readonly kind: "from"; readonly month: number };

/** Cumulative, in kWh; null for a use whose energy is not known. */
export type EnergyOfUses = {
  readonly inference: Series | null;
  readonly training: Series | null;
  /** Share of the tokens served whose energy is in `inference`; null without tokens. */
  readonly knownTokensFraction: number | null;
  readonly passing: EnergyPassing;
};
