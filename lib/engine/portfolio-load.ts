import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import type { Basis } from "./basis";
import { hourLevelsOf, needShape } from "./fleet-need";
import { type InferenceLoad, type Load, type LoadHours, shareOfLoad } from "./load";
import { type HourLevels, hourShares } from "./load-shape";
import { scaleSeries, series } from "./series";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

/** What each part of a portfolio is asked to do. */
export type PartLoads = {
  readonly first: Load;
  readonly second: Load;
  /** What divides the work, and so every charge that is due with it. */
  readonly split: Traced<unknown>;
};

export function partLoads(basis: Basis, option: Source<PortfolioOption>, load: Load): PartLoads {
  switch (option.row.mode) {
    case "staged":
      return stagedLoads(basis, option, load);
    case "by-share":
      return sharedLoads(basis, option, load);
    case "base-and-burst":
      return baseAndBurstLoads(option, load);
  }
}

/** The same share of every workload's requests in each month; training runs on the second option. */
function sharedLoads(basis: Basis, option: Source<PortfolioOption>, load: Load): PartLoads {
  const fraction = trace((read) => read.needed(option, "requestsFraction"));
  const trains = load.training.some(({ acceleratorHours }) =>
    acceleratorHours.value.some((hours) => hours > 0),
  );
  const partOf = (inferenceOf: (fraction: number) => number, training: number) =>
    shareOfLoad(
      load,
      trace((read) => {
        const inference = inferenceOf(read.traced(fraction));
        return {
          inference: series(basis.months, () => inference),
          training: series(basis.months, () => training),
        };
      }),
    );
  return {
    first: { ...partOf((share) => share, 0), training: [] },
    second: partOf((share) => 1 - share, trains ? 1 : 0),
    split: fraction,
  };
}

/** Everything to the first option until the month of the switch, and to the second from it on. */
function stagedLoads(basis: Basis, option: Source<PortfolioOption>, load: Load): PartLoads {
  const first = trace((read) => {
    const switchMonth = read.figure(option, "switchMonth") - 1;
    return series(basis.months, (month) => (month < switchMonth ? 1 : 0));
  });
  const partOf = (shareOf: (first: Series) => Series) =>
    shareOfLoad(
      load,
      trace((read) => {
        const share = shareOf(read.traced(first));
        return { inference: share, training: share };
      }),
    );
  return {
    first: partOf((share) => share),
    second: partOf((share) => share.map((taken) => 1 - taken)),
    split: first,
  };
}

/** One workload's work up to the base level, or above it. */
type HourSlice = LoadHours & { readonly share: number; readonly batchableFraction: number };
type HourSlices = { readonly first: HourSlice; readonly second: HourSlice };

/**
 * base(hour) = min(load(hour), base level x mean load), burst = the rest, for each workload, what may
 * wait lying in the valleys first. Shares, levels and waiting work of both add up to the workload's.
 * Training runs on the first option. docs/model.md, "Portfolios".
 */
function baseAndBurstLoads(option: Source<PortfolioOption>, load: Load): PartLoads {
  const parts = load.inference.map((one) => {
    const slices = slicesOf(option, one);
    return {
      slices,
      first: sliced(
        one,
        trace((read) => read.traced(slices).first),
      ),
      second: sliced(
        one,
        trace((read) => read.traced(slices).second),
      ),
    };
  });
  const serves = (name: keyof HourSlices) =>
    parts.some((part) => part[name].requests.value.some((requests) => requests > 0));
  const trains = load.training.some(({ acceleratorHours }) =>
    acceleratorHours.value.some((hours) => hours > 0),
  );
  const due = (isUsed: boolean) => load.inUse.map((inUse) => inUse && isUsed);
  return {
    first: {
      inference: parts.map(({ first }) => first),
      training: load.training,
      inUse: due(serves("first") || trains || !serves("second")),
    },
    second: {
      inference: parts.map(({ second }) => second),
      training: [],
      inUse: due(serves("second")),
    },
    split: trace((read) => {
      for (const { slices } of parts) read.traced(slices);
    }),
  };
}

function slicesOf(option: Source<PortfolioOption>, one: InferenceLoad): Traced<HourSlices> {
  return trace((read) => {
    needShape(read, one);
    const { urgent, work } = hourLevelsOf(read, one);
    const base = read.figure(option, "baseLevelRatio");
    const upTo = (levels: HourLevels) => levels.map((level) => Math.min(level, base));
    const above = (levels: HourLevels) => levels.map((level) => Math.max(0, level - base));
    return {
      first: sliceOf(upTo(urgent), upTo(work)),
      second: sliceOf(above(urgent), above(work)),
    };
  });
}

function sliceOf(urgent: HourLevels, work: HourLevels): HourSlice {
  const mean = (levels: HourLevels) =>
    levels.reduce((sum, level, hour) => sum + level * (hourShares[hour] ?? 0), 0);
  const share = mean(work);
  const overMean = (levels: HourLevels) => levels.map((level) => (share > 0 ? level / share : 1));
  return {
    share,
    batchableFraction: share > 0 ? Math.max(0, 1 - mean(urgent) / share) : 0,
    urgent: overMean(urgent),
    work: overMean(work),
  };
}

function sliced(one: InferenceLoad, slice: Traced<HourSlice>): InferenceLoad {
  const part = (whole: Traced<Series>) =>
    trace((read) => scaleSeries(read.traced(whole), read.traced(slice).share));
  return {
    workload: one.workload,
    requests: part(one.requests),
    planRequests: one.planRequests,
    uncachedInputTokens: part(one.uncachedInputTokens),
    cachedInputTokens: part(one.cachedInputTokens),
    outputTokens: part(one.outputTokens),
    batchableFraction: trace((read) => read.traced(slice).batchableFraction),
    hours: slice,
  };
}
