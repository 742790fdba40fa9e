import type { OrgId } from "@/lib/auth/context";
import { type CatalogRecord, catalogRecord } from "@/lib/catalog/schema";
import type { Transaction } from "@/lib/data/client";
import {
  type HeldPrice,
  listHeldPrices,
  listSeenPrices,
  type PriceWrite,
  type SeenPrice,
} from "@/lib/data/imported-prices";
import { modelIdentity } from "@/lib/importers/prices/model-identity";
import type { ImportedPrice } from "@/lib/importers/prices/price-import";
import type { PriceSource } from "@/lib/schemas/catalog-origin";
import { sameData } from "@/lib/schemas/merge";
import { searchTextOf } from "./catalog-records";

export type PriceChanges = {
  readonly writes: readonly PriceWrite[];
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    /** The same price, seen on another day. */
    readonly confirmed: number;
    readonly unchanged: number;
  };
};

type Change = keyof PriceChanges["counts"];

/** What prices of a file change of what the organization has: a price and day that it has already changes nothing. */
export async function priceChanges(
  tx: Transaction,
  orgId: OrgId,
  { source, prices }: { readonly source: PriceSource; readonly prices: readonly ImportedPrice[] },
): Promise<PriceChanges> {
  const held = new Map(
    (await listHeldPrices(tx, orgId, source)).map((price) => [price.recordId, price]),
  );
  const earlier = prices.filter(({ id, date }) => date < (held.get(id)?.observedOn ?? ""));
  const seen = await listSeenPrices(
    tx,
    orgId,
    earlier.map(({ id }) => id),
  );
  const counts = { added: 0, changed: 0, confirmed: 0, unchanged: 0 };
  const writes: PriceWrite[] = [];
  // A file that says a price twice means the last of them.
  for (const price of new Map(prices.map((one) => [one.id, one])).values()) {
    const of = held.get(price.id);
    const change = changeOf(price, of, seen);
    counts[change] += 1;
    if (change !== "unchanged") writes.push(toPriceWrite(price, (of?.version ?? 0) + 1));
  }
  return { writes, counts };
}

function changeOf(
  { id, date, figures }: ImportedPrice,
  held: HeldPrice | undefined,
  seen: readonly SeenPrice[],
): Change {
  if (!held) return "added";
  // What somebody removed stays away until they bring it back.
  if (held.removed) return "unchanged";
  if (date < held.observedOn) {
    const then = seen.find(({ recordId, observedOn }) => recordId === id && observedOn === date);
    return then && sameData(then.figures, figures) ? "unchanged" : "confirmed";
  }
  if (!sameData(held.figures, figures)) return "changed";
  return date === held.observedOn ? "unchanged" : "confirmed";
}

/** Exactly what the catalog's schema knows: the rest of an imported price is about its file. */
function recordOf({ key: _k, row: _r, currency: _c, ...record }: ImportedPrice): CatalogRecord {
  return catalogRecord.parse("reason" in record ? withoutReason(record) : record);
}

function withoutReason(record: object): unknown {
  const { reason: _, ...rest } = record as { reason: string };
  return rest;
}

function toPriceWrite(price: ImportedPrice, version: number): PriceWrite {
  const record = recordOf(price);
  const { id, kind, label, subject, date } = record;
  return {
    ...{ recordId: id, kind, label, version, sourceKey: price.key, identity: modelIdentity(price) },
    ...{ provider: subject.provider ?? null, search: searchTextOf(record), body: record },
    observedOn: date,
  };
}
