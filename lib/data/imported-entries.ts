import type { OrgId } from "@/lib/auth/context";
import type { CatalogKind } from "@/lib/schemas/catalog-kind";
import { type CatalogEntryRow, entryColumns, toEntry } from "./catalog-entries";
import type { Transaction } from "./client";

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
    select: entryColumns,
  });
  return { count, rows: rows.map(toEntry) };
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
