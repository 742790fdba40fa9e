import type { Basis } from "./basis";
import { series } from "./series";
import { type Traced, trace } from "./trace";
import type { Series } from "./types";

/** A price of 0 counts as this share of the first, so that demand is refused as too large, not infinite. */
const leastPriceFactor = 1e-9;

/**
 * Demand over what it would be at month 1's price: (p(t) / p(0))^(-e), p along one price path of the
 * plan, so that demand is the same for every option. At e = 0 the path is not read.
 * docs/model.md, "Elasticity".
 */
export function elasticityFactors(basis: Basis): Traced<Series> {
  const { path, row } = basis.assumptions;
  return trace((read) => {
    const elasticity = read.optional(basis.assumptions, "priceElasticityRatio", 0);
    if (elasticity === 0) return series(basis.months, () => 1);
    read.note(`${path}.elasticityPricePath`);
    const price = read.traced(basis.priceIndex[row.elasticityPricePath ?? "api"]);
    const first = Math.max(price[0] ?? 1, leastPriceFactor);
    return price.map((factor) => (Math.max(factor, leastPriceFactor) / first) ** -elasticity);
  });
}
