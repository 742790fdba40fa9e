import type { OrgId } from "@/lib/auth/context";
import type { PriceSource } from "@/lib/schemas/catalog-origin";
import type { EntryText } from "./catalog-entry-writes";
import type { Transaction } from "./client";

/** What an organization has of a price that a file brings again. */
export type HeldPrice = {
  readonly recordId: string;
  readonly version: number;
  readonly removed: boolean;
  /** ISO date. */
  readonly observedOn: string;
  readonly figures: unknown;
};

export async function listHeldPrices(
  tx: Transaction,
  orgId: OrgId,
  source: PriceSource,
): Promise<readonly HeldPrice[]> {
  return tx.$queryRaw<HeldPrice[]>`
    select record_id as "recordId", version, removed_at is not null as removed,
      observed_on::text as "observedOn", body->'figures' as figures
    from catalog_entry where org_id = ${orgId}::uuid and origin = ${source}`;
}

export type SeenPrice = Pick<HeldPrice, "recordId" | "observedOn" | "figures">;

/** What these entries said on each day that they were seen: the last word on each. */
export async function listSeenPrices(
  tx: Transaction,
  orgId: OrgId,
  recordIds: readonly string[],
): Promise<readonly SeenPrice[]> {
  if (recordIds.length === 0) return [];
  return tx.$queryRaw<SeenPrice[]>`
    select distinct on (record_id, observed_on) record_id as "recordId",
      observed_on::text as "observedOn", body->'figures' as figures
    from catalog_observation
    where org_id = ${orgId}::uuid and record_id = any(${[...recordIds]})
    order by record_id, observed_on, version desc`;
}

/** A price to be written. */
export type PriceWrite = EntryText & {
  readonly sourceKey: string;
  readonly identity: string | null;
  /** The version that it makes: 1 for a new entry. */
  readonly version: number;
};

type Imported = {
  readonly source: PriceSource;
  readonly userId: string;
  readonly prices: readonly PriceWrite[];
};

const atOnce = 2000;

/** Whether all could be written: false where one of them was changed by somebody else meanwhile. */
export async function writePrices(
  tx: Transaction,
  orgId: OrgId,
  { source, userId, prices }: Imported,
): Promise<boolean> {
  for (let at = 0; at < prices.length; at += atOnce) {
    const some = prices.slice(at, at + atOnce);
    const rows = JSON.stringify(some);
    const count = await tx.$executeRaw`
      insert into catalog_entry as held (org_id, record_id, origin, source_key, identity, kind,
        label, provider, search, body, observed_on, version, created_by_user_id)
      select ${orgId}::uuid, p."recordId", ${source}, p."sourceKey", p.identity, p.kind, p.label,
        p.provider, p.search, p.body, p."observedOn", p.version, ${userId}::uuid
      from jsonb_to_recordset(${rows}::jsonb) as p("recordId" text, "sourceKey" text,
        identity text, kind text, label text, provider text, search text, body jsonb,
        "observedOn" date, version integer)
      on conflict (org_id, record_id) do update set
        version = excluded.version, updated_at = now(),
        identity = excluded.identity, label = excluded.label, provider = excluded.provider,
        search = excluded.search,
        body = case when excluded.observed_on < held.observed_on then held.body else excluded.body end,
        observed_on = greatest(held.observed_on, excluded.observed_on),
        created_by_user_id = excluded.created_by_user_id
      where held.version = excluded.version - 1`;
    if (count !== some.length) return false;
    await tx.$executeRaw`
      insert into catalog_observation (org_id, record_id, version, body, observed_on, created_by_user_id)
      select ${orgId}::uuid, p."recordId", p.version, p.body, p."observedOn", ${userId}::uuid
      from jsonb_to_recordset(${rows}::jsonb)
        as p("recordId" text, body jsonb, "observedOn" date, version integer)`;
  }
  return true;
}
