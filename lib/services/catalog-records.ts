import type { Context } from "@/lib/auth/context";
import { fieldsOfKind } from "@/lib/catalog/fields-of-kind";
import { catalogRecords } from "@/lib/catalog/index";
import type { OwnRecord } from "@/lib/catalog/own-record";
import { type CatalogRecord, catalogRecord } from "@/lib/catalog/schema";
import { insertAuditEvent } from "@/lib/data/audit";
import type { CatalogEntryRow } from "@/lib/data/catalog-entries";
import type { EntryWrite } from "@/lib/data/catalog-entry-writes";
import type { Transaction } from "@/lib/data/client";
import { AppError } from "@/lib/errors";
import type { CatalogOrigin } from "@/lib/schemas/catalog-origin";

/** The same words for a record that never was and one of another organization. */
export const noSuchRecord = () =>
  new AppError("NOT_FOUND", "The catalog has no such entry. It may have been removed.");

export const changedSince = (label: string, currentVersion: number) =>
  new AppError(
    "CONFLICT",
    `${label} changed since you opened it. Reload to see it; your entries are kept here until then.`,
    { currentVersion },
  );

const shared: ReadonlyMap<string, CatalogRecord> = new Map(
  catalogRecords.map((record) => [record.id, record]),
);

export const sharedRecord = (recordId: string): CatalogRecord | null =>
  shared.get(recordId) ?? null;

/** Null for what no longer fits the schema: the shared record counts then. */
export function checkRecord(body: unknown): CatalogRecord | null {
  return catalogRecord.safeParse(body).data ?? null;
}

export function toOwnRecord({ recordId, body, ...row }: CatalogEntryRow): OwnRecord | null {
  const record = checkRecord(body);
  return record && { ...row, record, shared: sharedRecord(recordId) };
}

/** As the table keeps it; refuses what would be no record of the catalog. */
export function toWrite(
  { userId }: Context,
  record: CatalogRecord,
  origin: CatalogOrigin = "entered",
): EntryWrite {
  if (origin === "entered") refuseOther(record);
  const { id, kind, label, subject, date } = record;
  return {
    ...{ recordId: id, origin, kind, label },
    provider: subject.provider ?? null,
    search: searchTextOf(record),
    body: record,
    observedOn: date,
    createdByUserId: userId,
  };
}

/** What a search of the catalog looks through. */
export const searchTextOf = ({ label, source, subject }: CatalogRecord): string =>
  [label, source, ...Object.values(subject)].join(" ").toLowerCase();

const wrong = (field: string, message: string) =>
  new AppError("INVALID", message, { fields: { [field]: message } });

function refuseOther({ id, kind, figures, date }: CatalogRecord): void {
  const over = sharedRecord(id);
  if (over ? over.kind !== kind : !id.startsWith("own-"))
    throw wrong("kind", "An entry over a shared one is of its kind. Enter a new one instead.");
  if (date > new Date().toISOString().slice(0, 10))
    throw wrong("date", "It is observed on a day to come. Give the day on which it was seen.");
  const known = fieldsOfKind(kind);
  const given = Object.entries(figures);
  if (given.length === 0) throw wrong("figures", "Enter at least one figure.");
  for (const [field, { unit, value }] of given) {
    if (!known.some((one) => one.field === field && one.unit === unit))
      throw wrong(`figures.${field}`, `Entries of this kind have no such figure.`);
    if (value !== null && value < 0 && unit !== "fractionPerYear")
      throw wrong(`figures.${field}`, "A figure here is 0 or more.");
  }
}

export const recordEntry = (
  tx: Transaction,
  ctx: Context,
  { action, record }: { readonly action: string; readonly record: CatalogRecord },
): Promise<void> =>
  insertAuditEvent(tx, ctx, {
    action,
    subject: "catalogEntry",
    subjectId: record.id,
    detail: { name: record.label },
  });
