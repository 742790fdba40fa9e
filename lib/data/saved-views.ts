import type { Context } from "@/lib/auth/context";
import { type SavedView, type SaveView, savedViewState } from "@/lib/schemas/saved-view";
import type { Transaction } from "./client";

type Owner = Pick<Context, "orgId" | "userId">;

const ofOwner = ({ orgId, userId }: Owner) => ({ orgId, userId });

/** Whoever else changes this member's views of this table waits until the transaction ends. */
export async function lockViews(tx: Transaction, owner: Owner, tableId: string): Promise<void> {
  const key = `saved-view ${owner.orgId} ${owner.userId} ${tableId}`;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
}

/** One that no longer fits the schema is left out: a table can always be arranged anew. */
export async function listViews(
  tx: Transaction,
  owner: Owner,
  tableId: string,
): Promise<readonly SavedView[]> {
  const rows = await tx.savedView.findMany({
    where: { ...ofOwner(owner), tableId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ id, name, state }) => {
    const { data } = savedViewState.safeParse(state);
    return data ? [{ id, name, ...data }] : [];
  });
}

/** False where the organization has a view of this id already. */
export async function insertView(tx: Transaction, owner: Owner, view: SaveView): Promise<boolean> {
  const { id, tableId, name, ...state } = view;
  const data = [{ ...ofOwner(owner), id, tableId, name, state }];
  return (await tx.savedView.createMany({ data, skipDuplicates: true })).count > 0;
}

/** False where the member has no such view. */
export async function updateView(tx: Transaction, owner: Owner, view: SaveView): Promise<boolean> {
  const { id, tableId, name, ...state } = view;
  const where = { ...ofOwner(owner), id, tableId };
  return (await tx.savedView.updateMany({ where, data: { name, state } })).count > 0;
}

/** A table has one default at most. */
export async function clearOtherDefaults(
  tx: Transaction,
  { orgId, userId }: Owner,
  { id, tableId }: Pick<SaveView, "id" | "tableId">,
): Promise<void> {
  await tx.$executeRaw`
    update saved_view set state = jsonb_set(state, '{isDefault}', 'false')
    where org_id = ${orgId}::uuid and user_id = ${userId}::uuid and table_id = ${tableId}
      and id <> ${id}::uuid`;
}

/** False where the member had no such view. */
export async function deleteView(tx: Transaction, owner: Owner, id: string): Promise<boolean> {
  return (await tx.savedView.deleteMany({ where: { ...ofOwner(owner), id } })).count > 0;
}
