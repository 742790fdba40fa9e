import type { OrgId } from "@/lib/auth/context";
import type { ImportedFrom } from "@/lib/schemas/attachment";
import type { Transaction } from "./client";
import type { RevisionKey } from "./line-writes";

export type NewLinesImport = {
  readonly id: string;
  readonly quoteId: string;
  readonly revision: number;
  readonly versionAfter: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly lineCount: number;
  readonly firstPosition: number;
  readonly formerFreight: string | null;
  readonly formerTotal: string | null;
  /** Null where the import left the supplier's total as it was. */
  readonly formerTotalHadTax: boolean | null;
  readonly importedByUserId: string;
};

/** Remembers what an import did. Only the newest one of a quote can be undone, so older ones let go of their lines. */
export async function insertLinesImport(
  tx: Transaction,
  orgId: OrgId,
  done: NewLinesImport,
): Promise<void> {
  await tx.$executeRaw`
    update lines_import set former_lines = null
    where org_id = ${orgId}::uuid and quote_id = ${done.quoteId}::uuid and former_lines is not null`;
  await tx.linesImport.create({ data: { ...done, orgId }, select: { id: true } });
}

/** Keeps the lines of this revision beside the import that is about to replace them. */
export async function keepFormerLines(
  tx: Transaction,
  { orgId, quoteId, revision }: RevisionKey,
  importId: string,
): Promise<void> {
  await tx.$executeRaw`
    update lines_import set former_lines = (
      select coalesce(jsonb_agg(to_jsonb(l) order by l.position), '[]') from quote_line l
      where l.org_id = ${orgId}::uuid and l.quote_id = ${quoteId}::uuid and l.revision = ${revision}::int)
    where org_id = ${orgId}::uuid and id = ${importId}::uuid`;
}

/** Puts them back, into the revision that the import wrote to. */
export async function restoreFormerLines(
  tx: Transaction,
  { orgId, revision }: RevisionKey,
  importId: string,
): Promise<void> {
  await tx.$executeRaw`
    insert into quote_line (org_id, quote_id, revision, position, category, description, part_number,
      quantity, unit, unit_price, discount_fraction, recurrence, months, tax_fraction)
    select f.org_id, f.quote_id, ${revision}::int, f.position, f.category, f.description, f.part_number,
      f.quantity, f.unit, f.unit_price, f.discount_fraction, f.recurrence, f.months, f.tax_fraction
    from lines_import i, jsonb_populate_recordset(null::quote_line, i.former_lines) f
    where i.org_id = ${orgId}::uuid and i.id = ${importId}::uuid and i.former_lines is not null`;
}

export async function setUndone(tx: Transaction, orgId: OrgId, importId: string): Promise<void> {
  await tx.$executeRaw`
    update lines_import set undone_at = now(), former_lines = null
    where org_id = ${orgId}::uuid and id = ${importId}::uuid`;
}

const select = {
  id: true,
  versionAfter: true,
  fileName: true,
  lineCount: true,
  firstPosition: true,
  formerFreight: true,
  formerTotal: true,
  formerTotalHadTax: true,
  importedAt: true,
  undoneAt: true,
  importedBy: { select: { name: true } },
} as const;

/** The newest import into a quote. */
export const findLastImport = (tx: Transaction, orgId: OrgId, quoteId: string) =>
  tx.linesImport.findFirst({
    where: { orgId, quoteId },
    orderBy: [{ importedAt: "desc" }, { id: "asc" }],
    select,
  });

/** When this very file came into this quote, and stayed. */
export async function findImportOf(
  tx: Transaction,
  orgId: OrgId,
  { quoteId, fileSha256 }: { readonly quoteId: string; readonly fileSha256: string },
): Promise<Date | null> {
  const found = await tx.linesImport.findFirst({
    where: { orgId, quoteId, fileSha256, undoneAt: null },
    orderBy: { importedAt: "desc" },
    select: { importedAt: true },
  });
  return found?.importedAt ?? null;
}

/** What was imported from which file of a quote, and stayed, by revision and hash; of one file the newest import. */
export async function listImportedFrom(
  tx: Transaction,
  orgId: OrgId,
  quoteId: string,
): Promise<ReadonlyMap<string, ImportedFrom>> {
  const rows = await tx.linesImport.findMany({
    where: { orgId, quoteId, undoneAt: null },
    orderBy: [{ importedAt: "asc" }, { id: "asc" }],
    select: { revision: true, fileSha256: true, firstPosition: true, lineCount: true },
  });
  return new Map(
    rows.map(({ revision, fileSha256, firstPosition, lineCount }) => [
      `${revision} ${fileSha256}`,
      { firstLine: firstPosition + 1, lineCount },
    ]),
  );
}
