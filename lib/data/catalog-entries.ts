import type { OrgId } from "@/lib/auth/context";
import type { CatalogOrigin } from "@/lib/schemas/catalog-origin";
import { readInOrganization, type Transaction } from "./client";

/** An organization's record of the catalog; whoever reads it parses the body by the catalog's schema. */
export type CatalogEntryRow = {
  readonly recordId: string;
  readonly origin: CatalogOrigin;
  readonly body: unknown;
  readonly version: number;
  readonly removed: boolean;
  readonly authorName: string | null;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
};

export const entryColumns = {
  recordId: true,
  origin: true,
  body: true,
  version: true,
  removedAt: true,
  updatedAt: true,
  createdBy: { select: { name: true } },
} as const;

type Selected = {
  readonly recordId: string;
  readonly origin: string;
  readonly body: unknown;
  readonly version: number;
  readonly removedAt: Date | null;
  readonly updatedAt: Date;
  readonly createdBy: { readonly name: string } | null;
};

export const toEntry = ({
  origin,
  removedAt,
  createdBy,
  updatedAt,
  ...row
}: Selected): CatalogEntryRow => ({
  ...row,
  origin: origin as CatalogOrigin,
  removed: removedAt !== null,
  authorName: createdBy?.name ?? null,
  updatedAt: updatedAt.toISOString(),
});

/** What persons entered and what lies over shared records, newest first: each page of a plan asks. */
export async function listEntered(orgId: OrgId): Promise<readonly CatalogEntryRow[]> {
  return readInOrganization(orgId)<CatalogEntryRow>`
    select e.record_id as "recordId", e.origin, e.body, e.version, false as removed,
      u.name as "authorName",
      to_char(e.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"
    from catalog_entry e left join "user" u on u.id = e.created_by_user_id
    where e.org_id = ${orgId}::uuid and e.origin = 'entered' and e.removed_at is null
    order by e.updated_at desc, e.record_id`;
}

/** All that count, in the order of their ids, behind the one given. */
export async function listEntriesBehind(
  tx: Transaction,
  orgId: OrgId,
  { recordId, limit }: { readonly recordId: string; readonly limit: number },
): Promise<readonly CatalogEntryRow[]> {
  const rows = await tx.catalogEntry.findMany({
    where: { orgId, removedAt: null, recordId: { gt: recordId } },
    orderBy: { recordId: "asc" },
    take: limit,
    select: entryColumns,
  });
  return rows.map(toEntry);
}

export const countEntered = (tx: Transaction, orgId: OrgId): Promise<number> =>
  tx.catalogEntry.count({ where: { orgId, origin: "entered" } });

/** Those of these ids that count, whatever their origin. */
export async function listEntriesNamed(
  tx: Transaction,
  orgId: OrgId,
  recordIds: readonly string[],
): Promise<readonly CatalogEntryRow[]> {
  const where = { orgId, recordId: { in: [...recordIds] }, removedAt: null };
  return (await tx.catalogEntry.findMany({ where, select: entryColumns })).map(toEntry);
}

export async function findEntry(
  tx: Transaction,
  orgId: OrgId,
  recordId: string,
): Promise<CatalogEntryRow | null> {
  const row = await tx.catalogEntry.findUnique({
    where: { orgId_recordId: { orgId, recordId } },
    select: entryColumns,
  });
  return row && toEntry(row);
}

/** Held until the transaction ends, so that two changes of it follow each other. */
export async function findEntryForUpdate(
  tx: Transaction,
  orgId: OrgId,
  recordId: string,
): Promise<CatalogEntryRow | null> {
  await tx.$queryRaw`
    select record_id from catalog_entry
    where org_id = ${orgId}::uuid and record_id = ${recordId} for update`;
  return findEntry(tx, orgId, recordId);
}
