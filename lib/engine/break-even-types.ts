import type { NoRate } from "./finance/rate-of-return";
import type { Series } from "./types";

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
