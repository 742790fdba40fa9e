import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import type {
  CatalogRecordNamed,
  RestoreCatalogRecord,
  SaveCatalogRecord,
} from "@/lib/catalog/entry-inputs";
import type { OwnRecord } from "@/lib/catalog/own-record";
import type { CatalogRecord } from "@/lib/catalog/schema";
import {
  countEntered,
  findEntry,
  findEntryForUpdate,
  listEntered,
  listEntriesNamed,
} from "@/lib/data/catalog-entries";
import { insertEntry, setEntryRemoved, updateEntry } from "@/lib/data/catalog-entry-writes";
import { listObservations } from "@/lib/data/catalog-observations";
import { type Transaction, withOrganization } from "@/lib/data/client";
import {
  findImported,
  type ImportedQuery,
  listImportedProviders,
} from "@/lib/data/imported-entries";
import { AppError } from "@/lib/errors";
import { sameData } from "@/lib/schemas/merge";
import {
  changedSince,
  checkRecord,
  noSuchRecord,
  recordEntry,
  sharedRecord,
  toOwnRecord,
  toWrite,
} from "./catalog-records";

const mostEntered = 500;
const mostObservations = 50;

export type RecordChanged = { readonly recordId: string; readonly version: number };

/** What persons entered, over shared records or beside them, newest first. */
export async function listOwnRecords(ctx: Context): Promise<readonly OwnRecord[]> {
  authorize(ctx, "catalog:read");
  const rows = await listEntered(ctx.orgId);
  return rows.flatMap((row) => toOwnRecord(row) ?? []);
}

/** Those of these records that are the organization's own, whatever they came from. */
export async function listRecordsNamed(
  ctx: Context,
  { recordIds }: { readonly recordIds: readonly string[] },
): Promise<readonly OwnRecord[]> {
  authorize(ctx, "catalog:read");
  if (recordIds.length === 0) return [];
  const rows = await withOrganization(ctx.orgId, (tx) =>
    listEntriesNamed(tx, ctx.orgId, recordIds),
  );
  return rows.flatMap((row) => toOwnRecord(row) ?? []);
}

export type ImportedPage = {
  readonly count: number;
  readonly records: readonly OwnRecord[];
  readonly providers: readonly string[];
};

/** A page of what files of prices brought. */
export async function findImportedRecords(
  ctx: Context,
  { offset, limit, ...query }: ImportedQuery & { readonly offset: number; readonly limit: number },
): Promise<ImportedPage> {
  authorize(ctx, "catalog:read");
  return withOrganization(ctx.orgId, async (tx) => {
    const { count, rows } = await findImported(tx, ctx.orgId, query, { offset, limit });
    const providers = await listImportedProviders(tx, ctx.orgId);
    return { count, records: rows.flatMap((row) => toOwnRecord(row) ?? []), providers };
  });
}

export type RecordVersion = {
  readonly version: number;
  readonly record: CatalogRecord;
  readonly authorName: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
};

export type OpenedRecord = {
  readonly shared: CatalogRecord | null;
  readonly own: OwnRecord | null;
  /** What the own one has said, newest first. */
  readonly versions: readonly RecordVersion[];
};

/** One record with what the organization made of it. */
export async function getCatalogRecord(
  ctx: Context,
  { recordId }: CatalogRecordNamed,
): Promise<OpenedRecord> {
  authorize(ctx, "catalog:read");
  const shared = sharedRecord(recordId);
  return withOrganization(ctx.orgId, async (tx) => {
    const row = await findEntry(tx, ctx.orgId, recordId);
    const own = row && toOwnRecord(row);
    if (!own && !shared) throw noSuchRecord();
    const observations = own
      ? await listObservations(tx, ctx.orgId, { recordId, limit: mostObservations })
      : [];
    const versions = observations.flatMap(({ version, body, authorName, createdAt }) => {
      const record = checkRecord(body);
      return record ? [{ version, record, authorName, at: createdAt }] : [];
    });
    return { shared, own, versions };
  });
}

/** New, or over the version that was read; the shared record of this id stays as it is. */
export async function saveCatalogRecord(
  ctx: Context,
  { expectedVersion, record }: SaveCatalogRecord,
): Promise<RecordChanged> {
  authorize(ctx, "catalog:write");
  const write = toWrite(ctx, record);
  const { id: recordId } = record;
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findEntryForUpdate(tx, ctx.orgId, recordId);
    if (held && !held.removed && sameData(held.body, record))
      return { recordId, version: held.version };
    if (held && held.origin !== "entered")
      throw new AppError(
        "INVALID",
        "An imported price stays as its file says. Enter one beside it.",
      );
    if (held ? !held.removed && held.version !== expectedVersion : expectedVersion !== null)
      throw held ? changedSince(record.label, held.version) : noSuchRecord();
    if (held) {
      const version = await updateEntry(tx, ctx.orgId, write);
      await recordEntry(tx, ctx, { action: held.removed ? "create" : "save", record });
      return { recordId, version };
    }
    await refuseTooMany(tx, ctx);
    if (!(await insertEntry(tx, ctx.orgId, write))) throw changedSince(record.label, 1);
    await recordEntry(tx, ctx, { action: "create", record });
    return { recordId, version: 1 };
  });
}

async function refuseTooMany(tx: Transaction, { orgId }: Context): Promise<void> {
  if ((await countEntered(tx, orgId)) < mostEntered) return;
  throw new AppError(
    "INVALID",
    `An organization enters at most ${mostEntered} catalog entries of its own. Change one that it has, or import a file of prices.`,
  );
}

/** Back to the shared record, or away where there is none; what it said stays in its history. */
export async function removeCatalogRecord(
  ctx: Context,
  { recordId }: CatalogRecordNamed,
): Promise<RecordChanged> {
  authorize(ctx, "catalog:write");
  return changeEntry(ctx, recordId, async (tx, held) => {
    if (held.removed) return { recordId, version: held.version };
    const version = await setEntryRemoved(tx, ctx.orgId, { recordId, removed: true });
    await recordEntry(tx, ctx, { action: "remove", record: held.record });
    return { recordId, version };
  });
}

/** Undoes that, or makes a former version the one that counts, as a new one. */
export async function restoreCatalogRecord(
  ctx: Context,
  { recordId, version: asked }: RestoreCatalogRecord,
): Promise<RecordChanged> {
  authorize(ctx, "catalog:write");
  return changeEntry(ctx, recordId, async (tx, held) => {
    const record = asked === undefined ? held.record : await formerOf(tx, ctx, recordId, asked);
    if (!held.removed && sameData(record, held.record)) return { recordId, version: held.version };
    const version = sameData(record, held.record)
      ? await setEntryRemoved(tx, ctx.orgId, { recordId, removed: false })
      : await updateEntry(tx, ctx.orgId, toWrite(ctx, record, held.origin));
    await recordEntry(tx, ctx, { action: "restore", record });
    return { recordId, version };
  });
}

async function formerOf(tx: Transaction, { orgId }: Context, recordId: string, version: number) {
  const rows = await listObservations(tx, orgId, { recordId, limit: mostObservations });
  const record = checkRecord(rows.find((row) => row.version === version)?.body);
  if (!record) throw new AppError("NOT_FOUND", "This entry has no such version.");
  return record;
}

function changeEntry(
  ctx: Context,
  recordId: string,
  change: (tx: Transaction, held: OwnRecord) => Promise<RecordChanged>,
): Promise<RecordChanged> {
  return withOrganization(ctx.orgId, async (tx) => {
    const row = await findEntryForUpdate(tx, ctx.orgId, recordId);
    const held = row && toOwnRecord(row);
    if (!held) throw noSuchRecord();
    return change(tx, held);
  });
}
