import type { ApiOption } from "@/lib/schemas/api-option";
import type { Basis } from "./basis";
import type { InferenceLoad } from "./load";
import { at, multiplySeries, scaleSeries, series } from "./series";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";
import { tokensPerMillion } from "./units";

/** The part of a workload for the option's own model, and what the smaller model's part costs. */
export type RoutedLoad = {
  readonly own: InferenceLoad;
  /** Unit: money a month, at list price. */
  readonly smallModelTokens: Traced<Series>;
};

/**
 * small model(t) = s x (uncached x input price + cached x cached price + output x output price) x
 * API index(t) / 10^6 from the month of routing on, s the share routed; the rest pays the option's
 * prices. null where the option routes nothing. docs/model.md, "Managed API".
 */
export function routedLoad(
  basis: Basis,
  { path, row }: Source<ApiOption>,
  one: InferenceLoad,
): RoutedLoad | null {
  if (!row.routing?.isOn) return null;
  const routing = { path: `${path}.routing`, row: row.routing };
  const share = trace((read) => {
    const from = read.optional(routing, "startMonth", 1) - 1;
    const fraction = read.figure(routing, "requestsFraction");
    return series(basis.months, (month) => (month >= from ? fraction : 0));
  });
  const kept = trace((read) => read.traced(share).map((fraction) => 1 - fraction));
  const part = (whole: Traced<Series>) =>
    trace((read) => multiplySeries(read.traced(whole), read.traced(kept)));
  return {
    own: {
      ...one,
      uncachedInputTokens: part(one.uncachedInputTokens),
      cachedInputTokens: part(one.cachedInputTokens),
      outputTokens: part(one.outputTokens),
    },
    smallModelTokens: trace((read) => {
      const priced = (
        tokens: Traced<Series>,
        key: "inputPrice" | "cachedInputPrice" | "outputPrice",
      ) => {
        const counts = read.traced(tokens);
        return counts.every((count) => count === 0)
          ? counts
          : scaleSeries(counts, read.figure(routing, key) / tokensPerMillion);
      };
      const input = priced(one.uncachedInputTokens, "inputPrice");
      const cached = priced(one.cachedInputTokens, "cachedInputPrice");
      const output = priced(one.outputTokens, "outputPrice");
      const index = read.traced(basis.priceIndex.api);
      return read
        .traced(share)
        .map(
          (fraction, month) =>
            fraction *
            (at(input, month) + at(cached, month) + at(output, month)) *
            at(index, month),
        );
    }),
  };
}
