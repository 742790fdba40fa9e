import type { OrgId } from "@/lib/auth/context";
import { type RememberedMapping, rememberedMapping } from "@/lib/schemas/lines-import";
import type { Transaction } from "./client";

const mostProposed = 200;

export type KeptMapping = RememberedMapping & { readonly headerKey: string };

/** The newest of a supplier. One that an older version kept otherwise is not proposed. */
export async function listColumnMappings(
  tx: Transaction,
  orgId: OrgId,
  supplierId: string,
): Promise<readonly KeptMapping[]> {
  const rows = await tx.columnMapping.findMany({
    where: { orgId, supplierId },
    orderBy: { savedAt: "desc" },
    take: mostProposed,
    select: { headerKey: true, settled: true },
  });
  return rows.flatMap(({ headerKey, settled }) => {
    const read = rememberedMapping.safeParse(settled);
    return read.success ? [{ ...read.data, headerKey }] : [];
  });
}

export async function saveColumnMapping(
  tx: Transaction,
  orgId: OrgId,
  { supplierId, headerKey, ...settled }: KeptMapping & { readonly supplierId: string },
): Promise<void> {
  await tx.$executeRaw`
    insert into column_mapping (org_id, supplier_id, header_key, settled)
    values (${orgId}::uuid, ${supplierId}::uuid, ${headerKey}, ${JSON.stringify(settled)}::jsonb)
    on conflict (org_id, supplier_id, header_key) do update set settled = excluded.settled, saved_at = now()`;
}
