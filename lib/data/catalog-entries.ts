import type { OrgId } from "@/lib/auth/context";
import type { CatalogKind } from "@/lib/schemas/catalog-kind";
import type { CatalogOrigin } from "@/lib/schemas/catalog-origin";
import { readInOrganization, type Transaction } from "./client";
import { fromDay, toDay } from "./days";

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

const select = {
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

const toRow = ({ origin, removedAt, createdBy, updatedAt, ...row }: Selected): CatalogEntryRow => ({
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

export const countEntered = (tx: Transaction, orgId: OrgId): Promise<number> =>
  tx.catalogEntry.count({ where: { orgId, origin: "entered" } });

/** Those of these ids that count, whatever their origin. */
export async function listEntriesNamed(
  tx: Transaction,
  orgId: OrgId,
  recordIds: readonly string[],
): Promise<readonly CatalogEntryRow[]> {
  const where = { orgId, recordId: { in: [...recordIds] }, removedAt: null };
  return (await tx.catalogEntry.findMany({ where, select })).map(toRow);
}

export type ImportedQuery = {
  readonly words: readonly string[];
  readonly kind: CatalogKind | null;
  readonly vendor: string | null;
  readonly provider: string | null;
};

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, "\\$&");

function importedWhere(orgId: OrgId, { words, kind, vendor, provider }: ImportedQuery) {
  return {
    orgId,
    origin: { not: "entered" },
    removedAt: null,
    ...(kind && { kind }),
    ...(provider !== null && { provider }),
    ...(vendor !== null && {
      body: { path: ["subject", "accelerator"], string_starts_with: `${escaped(vendor)} ` },
    }),
    AND: words.map((word) => ({ search: { contains: escaped(word) } })),
  };
}

/** A page of what files brought, by name, with how many there are. */
export async function findImported(
  tx: Transaction,
  orgId: OrgId,
  query: ImportedQuery,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly count: number; readonly rows: readonly CatalogEntryRow[] }> {
  const where = importedWhere(orgId, query);
  const count = await tx.catalogEntry.count({ where });
  if (limit === 0 || offset >= count) return { count, rows: [] };
  const orderBy = [{ label: "asc" as const }, { recordId: "asc" as const }];
  const rows = await tx.catalogEntry.findMany({
    where,
    orderBy,
    skip: offset,
    take: limit,
    select,
  });
  return { count, rows: rows.map(toRow) };
}

/** Who sells what files brought. */
export async function listImportedProviders(
  tx: Transaction,
  orgId: OrgId,
): Promise<readonly string[]> {
  const rows = await tx.catalogEntry.findMany({
    where: { orgId, origin: { not: "entered" }, removedAt: null, provider: { not: null } },
    distinct: ["provider"],
    select: { provider: true },
  });
  return rows.flatMap(({ provider }) => provider ?? []);
}

export async function findEntry(
  tx: Transaction,
  orgId: OrgId,
  recordId: string,
): Promise<CatalogEntryRow | null> {
  const row = await tx.catalogEntry.findUnique({
    where: { orgId_recordId: { orgId, recordId } },
    select,
  });
  return row && toRow(row);
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

export type EntryWrite = {
  readonly recordId: string;
  readonly origin: CatalogOrigin;
  readonly kind: CatalogKind;
  readonly label: string;
  readonly provider: string | null;
  readonly search: string;
  readonly body: object;
  /** ISO date. */
  readonly observedOn: string;
  readonly createdByUserId: string;
};

/** Writes what counts from now on, and keeps it as the entry's next observation. False where it is there already. */
export async function insertEntry(
  tx: Transaction,
  orgId: OrgId,
  { observedOn, ...entry }: EntryWrite,
): Promise<boolean> {
  const data = [{ ...entry, orgId, observedOn: fromDay(observedOn) }];
  const { count } = await tx.catalogEntry.createMany({ data, skipDuplicates: true });
  if (count > 0) await insertObservation(tx, orgId, { ...entry, observedOn, version: 1 });
  return count > 0;
}

export async function updateEntry(
  tx: Transaction,
  orgId: OrgId,
  { observedOn, origin: _, ...entry }: EntryWrite,
): Promise<number> {
  const { recordId } = entry;
  const { version } = await tx.catalogEntry.update({
    where: { orgId_recordId: { orgId, recordId } },
    data: {
      ...entry,
      observedOn: fromDay(observedOn),
      removedAt: null,
      version: { increment: 1 },
    },
    select: { version: true },
  });
  await insertObservation(tx, orgId, { ...entry, observedOn, version });
  return version;
}

async function insertObservation(
  tx: Transaction,
  orgId: OrgId,
  observed: Pick<EntryWrite, "recordId" | "body" | "observedOn" | "createdByUserId"> & {
    readonly version: number;
  },
): Promise<void> {
  const { recordId, body, observedOn, createdByUserId, version } = observed;
  await tx.catalogObservation.create({
    data: { orgId, recordId, body, version, createdByUserId, observedOn: fromDay(observedOn) },
    select: { version: true },
  });
}

/** Taken away or brought back; the version goes on, so that a form opened before is refused. */
export async function setEntryRemoved(
  tx: Transaction,
  orgId: OrgId,
  { recordId, removed }: { readonly recordId: string; readonly removed: boolean },
): Promise<number> {
  const { version } = await tx.catalogEntry.update({
    where: { orgId_recordId: { orgId, recordId } },
    data: { removedAt: removed ? new Date() : null, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

export type ObservationRow = {
  readonly version: number;
  readonly body: unknown;
  /** ISO date. */
  readonly observedOn: string;
  readonly authorName: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
};

/** What an entry has said over time, newest first. */
export async function listObservations(
  tx: Transaction,
  orgId: OrgId,
  { recordId, limit }: { readonly recordId: string; readonly limit: number },
): Promise<readonly ObservationRow[]> {
  const rows = await tx.catalogObservation.findMany({
    where: { orgId, recordId },
    orderBy: { version: "desc" },
    take: limit,
    select: {
      version: true,
      body: true,
      observedOn: true,
      createdAt: true,
      createdBy: { select: { name: true } },
    },
  });
  return rows.map(({ observedOn, createdAt, createdBy, ...row }) => ({
    ...row,
    observedOn: toDay(observedOn),
    authorName: createdBy?.name ?? null,
    createdAt: createdAt.toISOString(),
  }));
}
