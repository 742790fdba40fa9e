import { RecordSheet } from "@/components/catalog/record-sheet";
import type { Context } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { fieldsByKind } from "@/lib/catalog/fields-of-kind";
import { AppError } from "@/lib/errors";
import { getCatalogRecord, type OpenedRecord as Opened } from "@/lib/services/catalog-entries";
import { kindChoices } from "@/lib/views/catalog-filter";
import { recordHelp, versionLines } from "@/lib/views/catalog-record";
import { newRecordId } from "@/lib/views/catalog-words";
import { ownPriceSeries } from "@/lib/views/own-price-series";

type OpenedRecordProps = {
  readonly ctx: Context;
  readonly entryId: string;
  readonly today: string;
};

const nothingYet: Opened = { shared: null, own: null, versions: [] };

/** The sheet of the entry that the address names; nothing for one that is not there. */
export async function OpenedRecord({ ctx, entryId, today }: OpenedRecordProps) {
  const isNew = entryId === newRecordId;
  const opened = isNew ? nothingYet : await orNull(getCatalogRecord(ctx, { recordId: entryId }));
  if (!opened) return null;
  const { shared, own, versions } = opened;
  return (
    <RecordSheet
      key={entryId}
      recordId={isNew ? null : entryId}
      {...{ shared, own, today, fieldsByKind }}
      versions={versionLines(versions, own)}
      help={recordHelp(shared, own)}
      kinds={kindChoices}
      hasSeries={ownPriceSeries(versions.map(({ record }) => record)) !== null}
      canEdit={can(ctx.role, "catalog:write")}
    />
  );
}

/** Null for what is not there. */
export async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
