import type { OrgId } from "@/lib/auth/context";
import { type Plan, plan } from "@/lib/schemas/plan";
import type { PlanTemplate } from "@/lib/schemas/template";
import type { Transaction } from "./client";

const at = (orgId: OrgId, id: string) => ({ orgId_id: { orgId, id } });

/** By name; bodies stay where they are. */
export async function listTemplates(
  tx: Transaction,
  orgId: OrgId,
): Promise<readonly PlanTemplate[]> {
  const rows = await tx.planTemplate.findMany({
    where: { orgId, deletedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      description: true,
      createdAt: true,
      user: { select: { name: true } },
    },
  });
  return rows.map(({ user, createdAt, ...row }) => ({
    ...row,
    savedBy: user?.name ?? null,
    savedAt: createdAt.toISOString(),
  }));
}

/** The plan that a template holds, parsed on the way out too; null where there is no such template. */
export async function findTemplatePlan(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<Plan | null> {
  const row = await tx.planTemplate.findUnique({
    where: { ...at(orgId, id), deletedAt: null },
    select: { body: true },
  });
  return row ? plan.parse(row.body) : null;
}

export const countTemplates = (tx: Transaction, orgId: OrgId): Promise<number> =>
  tx.planTemplate.count({ where: { orgId, deletedAt: null } });

export type NewTemplate = Pick<PlanTemplate, "id" | "name" | "description"> & {
  readonly userId: string;
  readonly body: Plan;
};

/** False where the organization has a template of this id already, deleted or not. */
export async function insertTemplate(
  tx: Transaction,
  orgId: OrgId,
  template: NewTemplate,
): Promise<boolean> {
  const data = [{ ...template, orgId }];
  const { count } = await tx.planTemplate.createMany({ data, skipDuplicates: true });
  return count > 0;
}

export type TemplateState = { readonly name: string; readonly deleted: boolean };

/** Whether a template is deleted; null where there never was one. Held for the transaction. */
export async function findTemplateState(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<TemplateState | null> {
  const rows = await tx.$queryRaw<TemplateState[]>`
    select name, deleted_at is not null as deleted from plan_template
    where org_id = ${orgId}::uuid and id = ${id}::uuid for update`;
  return rows[0] ?? null;
}

export async function setTemplateDeleted(
  tx: Transaction,
  orgId: OrgId,
  { id, deleted }: { id: string; deleted: boolean },
): Promise<void> {
  const data = { deletedAt: deleted ? new Date() : null };
  await tx.planTemplate.update({ where: at(orgId, id), data });
}
