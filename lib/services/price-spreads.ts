import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { listComparablePrices } from "@/lib/data/price-spreads";
import { modelIdentity } from "@/lib/importers/prices/model-identity";
import { priceSpreads } from "@/lib/importers/prices/price-spread";
import type { PriceSpread } from "@/lib/schemas/price-import";
import { checkRecord } from "./catalog-records";

export type Spreads = {
  readonly count: number;
  /** The widest of them. */
  readonly widest: readonly PriceSpread[];
};

/** Where imported prices of the same model differ between sellers or sources, widest first. */
export async function findPriceSpreads(
  ctx: Context,
  { limit }: { readonly limit: number },
): Promise<Spreads> {
  authorize(ctx, "catalog:read");
  const rows = await listComparablePrices(ctx.orgId);
  const prices = rows.flatMap(({ sourceKey: key, body }) => {
    const record = checkRecord(body);
    return record ? [{ ...record, key, row: 0, currency: "USD" as const }] : [];
  });
  const spreads = priceSpreads(prices, modelIdentity);
  return { count: spreads.length, widest: spreads.slice(0, limit) };
}
