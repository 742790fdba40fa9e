import type { Lever, OffloadLever } from "@/lib/schemas/lever";
import type { Throughput } from "@/lib/schemas/throughput";
import type { Basis } from "./basis";
import type { InferenceLoad, Load } from "./load";
import { addSeries, at, multiplySeries, series } from "./series";
import { type PricedLine, paidBy } from "./spend";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";
import { tokensPerMillion } from "./units";

type Fleet = { readonly throughput: readonly Throughput[] };

export type Offloaded = {
  /** What is left for the option's own machines. */
  readonly own: Load;
  /** What the devices cost; none without such a lever. */
  readonly lines: readonly PricedLine[];
  /** Share of the served tokens that the option itself answers. */
  readonly ownFraction: Traced<Series>;
};

/** Shares of one workload's requests: those one lever takes, and those that all leave. */
type Taken = { readonly lever: Source<OffloadLever>; readonly share: Traced<Series> };
type Part = {
  readonly one: InferenceLoad;
  readonly kept: Traced<Series>;
  readonly taken: readonly Taken[];
};

/**
 * own(t) = load(t) x (1 - s) from the lever's month on; a second lever takes its share of what the
 * first one leaves. devices(t) = load(t) x s x cost of a million tokens x other index(t) / 10^6.
 * docs/model.md, "Levers".
 */
export function offloaded(basis: Basis, option: Source<Fleet>, load: Load): Offloaded {
  const parts = load.inference.map((one) => partOf(basis, option, one));
  const all = parts.flatMap(({ one, taken }) => taken.map((each) => ({ one, ...each })));
  if (all.length === 0) {
    return { own: load, lines: [], ownFraction: trace(() => series(basis.months, () => 1)) };
  }
  return {
    own: { ...load, inference: parts.map(ownLoad) },
    lines: [
      {
        id: "edgeOffload",
        spend: trace((read) =>
          paidBy(
            "inference",
            addSeries(
              basis.months,
              all.map((each) => read.traced(devicesBill(basis, each))),
            ),
          ),
        ),
      },
    ],
    ownFraction: ownFraction(basis, parts),
  };
}

function partOf(basis: Basis, option: Source<Fleet>, one: InferenceLoad): Part {
  const profile = option.row.throughput.find(
    ({ workloadId }) => workloadId === one.workload.row.id,
  );
  const path = `${option.path}.throughput.${one.workload.row.id}.levers`;
  let kept: Traced<Series> = trace(() => series(basis.months, () => 1));
  const taken = (profile?.levers ?? []).filter(isOffload).map((row): Taken => {
    const lever = { path: `${path}.${row.id}`, row };
    const before = kept;
    const share = trace((read) => {
      const from = read.optional(lever, "startMonth", 1) - 1;
      const fraction = read.figure(lever, "requestsFraction");
      return read.traced(before).map((left, month) => (month >= from ? left * fraction : 0));
    });
    kept = trace((read) => {
      const took = read.traced(share);
      return read.traced(before).map((left, month) => left - at(took, month));
    });
    return { lever, share };
  });
  return { one, kept, taken };
}

function isOffload(row: Lever): row is OffloadLever {
  return row.kind === "edge-offload" && row.isOn;
}

function ownLoad({ one, kept, taken }: Part): InferenceLoad {
  if (taken.length === 0) return one;
  const part = (whole: Traced<Series>) =>
    trace((read) => multiplySeries(read.traced(whole), read.traced(kept)));
  return {
    ...one,
    requests: part(one.requests),
    uncachedInputTokens: part(one.uncachedInputTokens),
    cachedInputTokens: part(one.cachedInputTokens),
    outputTokens: part(one.outputTokens),
  };
}

/** Unit: money a month. */
function devicesBill(
  basis: Basis,
  { one, lever, share }: Taken & { readonly one: InferenceLoad },
): Traced<Series> {
  return trace((read) => {
    const perToken = read.figure(lever, "devicesCost") / tokensPerMillion;
    const index = read.traced(basis.priceIndex.other);
    const worked = read.traced(tokensOf(basis, one));
    return read
      .traced(share)
      .map((part, month) => part * at(worked, month) * perToken * at(index, month));
  });
}

/** Input, cached input and output, retries included. */
function tokensOf(basis: Basis, one: InferenceLoad): Traced<Series> {
  const kinds = [one.uncachedInputTokens, one.cachedInputTokens, one.outputTokens];
  return trace((read) =>
    addSeries(
      basis.months,
      kinds.map((kind) => read.traced(kind)),
    ),
  );
}

/** Of served tokens, so without retries. */
function ownFraction(basis: Basis, parts: readonly Part[]): Traced<Series> {
  return trace((read) => {
    const served = parts.map(({ one, kept }) => {
      const retries = 1 + read.figure(one.workload, "retryFraction");
      const tokens = read.traced(tokensOf(basis, one)).map((count) => count / retries);
      return { all: tokens, own: multiplySeries(tokens, read.traced(kept)) };
    });
    const sum = (of: (part: (typeof served)[number]) => Series) =>
      addSeries(basis.months, served.map(of));
    const [all, own] = [sum((part) => part.all), sum((part) => part.own)];
    return all.map((tokens, month) => (tokens > 0 ? at(own, month) / tokens : 1));
  });
}
