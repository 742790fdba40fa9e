import type { Plan } from "@/lib/schemas/plan";
import { netPresentCosts } from "./analysis/net-present-costs";
import { applyChanges, figureAt } from "./paths";
import type { Projection, WalkAwayPrice } from "./types";

/**
 * The factor on the quote's servers and network at which net present costs are equal:
 * cost(f) = cost(0) + f x (cost(1) - cost(0)), so f = (baseline - cost(0)) / (cost(1) - cost(0)).
 * Exact, because support that is a share and residual value follow the price in proportion; installation, a
 * support fee and the bridge stay. docs/model.md, "Walk-away price".
 */
export function walkAwayPrice(
  plan: Plan,
  optionId: string,
  baselineOptionId: string,
  /** Of the same plan, where it is there already: it saves computing two of the three costs again. */
  projection?: Projection,
): WalkAwayPrice {
  const [quoted = null, baseline = null] = projection
    ? [rankedCost(projection, optionId), rankedCost(projection, baselineOptionId)]
    : netPresentCosts(plan, [optionId, baselineOptionId]);
  const [free = null] = netPresentCosts(withHardwareFree(plan, optionId), [optionId]);
  const serverPrice = figureAt(plan, `options.${optionId}.quote.serverPrice`)?.value ?? null;
  const networkPrice = figureAt(plan, `options.${optionId}.quote.networkPrice`)?.value ?? null;
  const none = { serverPrice: null, networkPrice: null, priceFactor: null };
  const answer = { optionId, baselineOptionId, quotedServerPrice: serverPrice };
  if (quoted === null || free === null || baseline === null || optionId === baselineOptionId) {
    return { ...answer, verdict: "unranked", ...none };
  }
  const hardware = quoted - free;
  if (hardware <= Math.abs(quoted) * 1e-12) {
    return { ...answer, verdict: quoted <= baseline ? "always" : "never", ...none };
  }
  const factor = (baseline - free) / hardware;
  if (factor < 0 || serverPrice === null) return { ...answer, verdict: "never", ...none };
  return {
    ...answer,
    verdict: "price",
    serverPrice: serverPrice * factor,
    networkPrice: networkPrice === null ? null : networkPrice * factor,
    priceFactor: factor,
  };
}

function rankedCost({ options }: Projection, id: string): number | null {
  const option = options.find(({ optionId }) => optionId === id);
  return option?.status === "complete" ? option.summary.netPresentCost : null;
}

/** The quote's hardware for nothing; what is unpriced stays unpriced. */
function withHardwareFree(plan: Plan, optionId: string): Plan {
  const prices = ["serverPrice", "networkPrice"].map(
    (price) => `options.${optionId}.quote.${price}`,
  );
  const priced = prices.filter((path) => (figureAt(plan, path)?.value ?? null) !== null);
  return applyChanges(
    plan,
    priced.map((path) => ({ path, value: 0 })),
  );
}
