import type { PriceSpread } from "@/lib/schemas/price-import";
import { withoutNoise } from "./amounts";
import type { ImportedPrice } from "./price-import";

const fields = ["inputPrice", "outputPrice"] as const;

/**
 * Where prices of the same model differ, widest first. Two rows are of the same model only where their
 * whole names say so (`modelIdentity`); the end of a name is no identity.
 */
export function priceSpreads(
  prices: readonly ImportedPrice[],
  identityOf: (price: ImportedPrice) => string | null,
): readonly PriceSpread[] {
  const byModel = new Map<string, ImportedPrice[]>();
  for (const price of prices) {
    const model = identityOf(price);
    if (model !== null) byModel.set(model, [...(byModel.get(model) ?? []), price]);
  }
  return [...byModel]
    .flatMap(([model, same]) => fields.flatMap((field) => spreadOf(model, field, same) ?? []))
    .toSorted((a, b) => b.ratio - a.ratio || a.model.localeCompare(b.model));
}

function spreadOf(
  model: string,
  field: string,
  same: readonly ImportedPrice[],
): PriceSpread | null {
  const prices = same
    .flatMap(({ figures, subject, source, key, date }) => {
      const value = figures[field]?.value;
      return !value || value < 0
        ? []
        : [{ source, provider: subject.provider ?? "", key, date, value }];
    })
    .toSorted((a, b) => a.value - b.value || a.key.localeCompare(b.key));
  const [low, high] = [prices[0]?.value, prices.at(-1)?.value];
  if (low === undefined || high === undefined || low === high) return null;
  return { model, field, low, high, ratio: withoutNoise(high / low), prices };
}
