import type { ApiOption } from "@/lib/schemas/api-option";
import { routedLoad } from "./api-routing";
import type { Basis } from "./basis";
import type { InferenceLoad, Load } from "./load";
import { addSeries, at, isAllZero, multiplySeries, scaleSeries, zeros } from "./series";
import { type PricedLine, paidBy } from "./spend";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { LineId, Series } from "./types";
import { requestsPerThousand, tokensPerMillion } from "./units";

/** What one workload's tokens cost a month at list price, by line. Unit: money a month. */
type WorkloadBill = {
  readonly inputTokens: Traced<Series>;
  readonly cachedInputTokens: Traced<Series>;
  readonly outputTokens: Traced<Series>;
  readonly cacheWrites: Traced<Series>;
  readonly longContext: Traced<Series>;
  readonly smallModelTokens: Traced<Series>;
  readonly batchDiscount: Traced<Series>;
};

const billedKinds = [
  "inputTokens",
  "cachedInputTokens",
  "outputTokens",
  "cacheWrites",
  "longContext",
  "smallModelTokens",
  "batchDiscount",
] as const satisfies readonly (LineId & keyof WorkloadBill)[];

/** The bill of tokens and requests before discounts by volume. docs/model.md, "Managed API". */
export function usageLines(basis: Basis, option: Source<ApiOption>, load: Load): PricedLine[] {
  const bills = load.inference.map((one) => workloadBill(basis, option, one));
  return [
    ...billedKinds.map((id) => ({
      id,
      spend: trace((read) =>
        paidBy(
          "inference",
          addSeries(
            basis.months,
            bills.map((bill) => read.traced(bill[id])),
          ),
        ),
      ),
    })),
    requestLine(basis, option, load),
  ];
}

/**
 * tokens(t) x price x API index(t) / 10^6 for each kind, retries in the tokens. Of the uncached
 * input, the written share pays the cache write price instead of the input price.
 */
function workloadBill(basis: Basis, option: Source<ApiOption>, whole: InferenceLoad): WorkloadBill {
  const routed = routedLoad(basis, option, whole);
  const one = routed?.own ?? whole;
  const written = trace((read) =>
    option.row.cacheWritePrice ? read.optional(option, "cacheWriteFraction", 1) : 0,
  );
  const bill = (
    tokens: Traced<Series>,
    share: (read: Reader) => number,
    price: (read: Reader) => number,
  ) =>
    trace((read) => {
      const counts = read.traced(tokens);
      if (isAllZero(counts)) return zeros(basis.months);
      const part = share(read);
      if (part === 0) return zeros(basis.months);
      const pricePerToken = (price(read) * part) / tokensPerMillion;
      const index = read.traced(basis.priceIndex.api);
      return counts.map((count, month) => count * pricePerToken * at(index, month));
    });
  const all = () => 1;
  const kinds = {
    inputTokens: bill(
      one.uncachedInputTokens,
      (read) => 1 - read.traced(written),
      (read) => read.figure(option, "inputPrice"),
    ),
    cachedInputTokens: bill(one.cachedInputTokens, all, (read) =>
      read.figure(option, "cachedInputPrice"),
    ),
    outputTokens: bill(one.outputTokens, all, (read) => read.figure(option, "outputPrice")),
    cacheWrites: bill(
      one.uncachedInputTokens,
      (read) => read.traced(written),
      (read) => read.needed(option, "cacheWritePrice"),
    ),
  };
  const plain = {
    ...kinds,
    longContext: longContext(basis, option, one, kinds),
    smallModelTokens: routed?.smallModelTokens ?? trace(() => zeros(basis.months)),
  };
  return { ...plain, batchDiscount: batchDiscount(basis, option, one, plain) };
}

/** -(token bill, long context included) x share that may wait x batch discount. */
function batchDiscount(
  basis: Basis,
  option: Source<ApiOption>,
  { batchableFraction }: InferenceLoad,
  bill: Omit<WorkloadBill, "batchDiscount">,
): Traced<Series> {
  return trace((read) => {
    const discount = read.optional(option, "batchDiscountFraction", 0);
    const waits = discount === 0 ? 0 : read.traced(batchableFraction);
    if (waits === 0) return zeros(basis.months);
    const tokens = Object.values(bill).map((line) => read.traced(line));
    return scaleSeries(addSeries(basis.months, tokens), -discount * waits);
  });
}

/**
 * (input bill x (input ratio - 1) + output bill x (output ratio - 1)), where the workload's
 * requests have more input tokens than the threshold.
 */
function longContext(
  basis: Basis,
  option: Source<ApiOption>,
  { workload }: InferenceLoad,
  kinds: Omit<WorkloadBill, "longContext" | "smallModelTokens" | "batchDiscount">,
): Traced<Series> {
  if (!option.row.longContextFromTokens) return trace(() => zeros(basis.months));
  return trace((read) => {
    const threshold = read.needed(option, "longContextFromTokens");
    const isShort = read.figure(workload, "inputTokensPerRequest") <= threshold;
    if (isShort) return zeros(basis.months);
    const above = (ratio: number, bills: readonly Series[]) =>
      scaleSeries(addSeries(basis.months, bills), ratio - 1);
    return addSeries(basis.months, [
      above(read.needed(option, "longContextInputRatio"), [
        read.traced(kinds.inputTokens),
        read.traced(kinds.cachedInputTokens),
        read.traced(kinds.cacheWrites),
      ]),
      above(read.needed(option, "longContextOutputRatio"), [read.traced(kinds.outputTokens)]),
    ]);
  });
}

/** requests(t) / 1,000 x fee x API index(t), retries in the requests. */
function requestLine(basis: Basis, option: Source<ApiOption>, load: Load): PricedLine {
  const spend = trace((read) => {
    const fee = read.optional(option, "requestFee", 0);
    if (fee === 0) return basis.noSpend;
    const requests = addSeries(
      basis.months,
      load.inference.map((one) => read.traced(one.requests)),
    );
    const priced = multiplySeries(requests, read.traced(basis.priceIndex.api));
    return paidBy("inference", scaleSeries(priced, fee / requestsPerThousand));
  });
  return { id: "requestFee", spend };
}
