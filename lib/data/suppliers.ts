import type { OrgId } from "@/lib/auth/context";
import { noQuoteYet } from "@/lib/schemas/has-quote";
import type { ListedSupplier, Supplier, SupplierDetails } from "@/lib/schemas/quote-inputs";
import type { Transaction } from "./client";
import { Prisma } from "./generated/client";

const at = (orgId: OrgId, id: string) => ({ orgId_id: { orgId, id } });
const select = {
  id: true,
  name: true,
  contactName: true,
  email: true,
  phone: true,
  note: true,
  version: true,
} as const;

/** The supplier of that name, made where there is none. */
export async function supplierIdOf(tx: Transaction, orgId: OrgId, name: string): Promise<string> {
  const [supplier] = await tx.$queryRaw<{ id: string }[]>`
    insert into supplier (org_id, name) values (${orgId}::uuid, ${name})
    on conflict (org_id, name) do update set name = excluded.name
    returning id`;
  if (!supplier) throw new Error("the supplier was neither found nor made");
  return supplier.id;
}

/** By name, with how many quotes each has; without the one that stands for no supplier. */
export async function listSuppliers(
  tx: Transaction,
  orgId: OrgId,
): Promise<readonly ListedSupplier[]> {
  const rows = await tx.supplier.findMany({
    where: { orgId, name: { notIn: [noQuoteYet, ""] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { ...select, _count: { select: { quotes: true } } },
  });
  return rows.map(({ _count, ...supplier }) => ({ ...supplier, quotes: _count.quotes }));
}

export const findSupplier = (tx: Transaction, orgId: OrgId, id: string): Promise<Supplier | null> =>
  tx.supplier.findUnique({ where: at(orgId, id), select });

/** Held until the transaction ends, so that two changes of it follow each other. */
export async function lockSupplier(tx: Transaction, orgId: OrgId, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select id from supplier where org_id = ${orgId}::uuid and id = ${id}::uuid for update`;
  return rows.length > 0;
}

export async function isSupplierNameTaken(
  tx: Transaction,
  orgId: OrgId,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<boolean> {
  const found = await tx.supplier.findFirst({
    where: { orgId, name, NOT: { id } },
    select: { id: true },
  });
  return found !== null;
}

/** False where the organization has a supplier of this id, or of this name, already. */
export async function insertSupplier(
  tx: Transaction,
  orgId: OrgId,
  supplier: SupplierDetails & { readonly id: string },
): Promise<boolean> {
  const { count } = await tx.supplier.createMany({
    data: [{ ...supplier, orgId }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** False where another was given this name in the meantime: the transaction is then lost. */
export async function updateSupplier(
  tx: Transaction,
  orgId: OrgId,
  { id, ...details }: SupplierDetails & { readonly id: string },
): Promise<boolean> {
  try {
    await tx.supplier.update({
      where: at(orgId, id),
      data: { ...details, version: { increment: 1 } },
      select: { version: true },
    });
    return true;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return false;
    throw error;
  }
}
