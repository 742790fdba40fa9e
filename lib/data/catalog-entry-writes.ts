import type { OrgId } from "@/lib/auth/context";
import type { CatalogKind } from "@/lib/schemas/catalog-kind";
import type { CatalogOrigin } from "@/lib/schemas/catalog-origin";
import { insertObservation } from "./catalog-observations";
import type { Transaction } from "./client";
import { fromDay } from "./days";

/** What an entry says, whoever says it. */
export type EntryText = {
  readonly recordId: string;
  readonly kind: CatalogKind;
  readonly label: string;
  readonly provider: string | null;
  readonly search: string;
  readonly body: object;
  /** ISO date. */
  readonly observedOn: string;
};

export type EntryWrite = EntryText & {
  readonly origin: CatalogOrigin;
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
