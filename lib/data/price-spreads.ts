import type { OrgId } from "@/lib/auth/context";
import { readInOrganization } from "./client";

export type ComparablePrice = { readonly sourceKey: string; readonly body: unknown };

/** Imported prices of models that more than one seller or source has a price of. */
export async function listComparablePrices(orgId: OrgId): Promise<readonly ComparablePrice[]> {
  return readInOrganization(orgId)<ComparablePrice>`
    select e.source_key as "sourceKey", e.body from catalog_entry e
    where e.org_id = ${orgId}::uuid and e.removed_at is null and e.identity in (
      select identity from catalog_entry
      where org_id = ${orgId}::uuid and removed_at is null and identity is not null
      group by identity having count(*) > 1)`;
}
