import type { OrgId } from "@/lib/auth/context";
import type { Transaction } from "./client";

/** Whether a plan of this id is among the organization's, archived or not. */
export async function hasPlan(tx: Transaction, orgId: OrgId, id: string): Promise<boolean> {
  return (await tx.plan.count({ where: { orgId, id, deletedAt: null } })) > 0;
}
