import type { OrgId } from "@/lib/auth/context";
import { type ProposalTemplate, templateSections } from "@/lib/schemas/proposal-template";
import type { Actor } from "./audit";
import type { Transaction } from "./client";

const at = (orgId: OrgId, id: string) => ({ orgId_id: { orgId, id } });
const withUser = { user: { select: { name: true } } } as const;

type Row = {
  readonly id: string;
  readonly name: string;
  readonly sections: unknown;
  readonly createdAt: Date;
  readonly user: { readonly name: string } | null;
};

const toTemplate = ({ id, name, sections, createdAt, user }: Row): ProposalTemplate => ({
  ...{ id, name, sections: templateSections.parse(sections) },
  ...{ savedBy: user?.name ?? null, savedAt: createdAt.toISOString() },
});

/** By name. */
export async function listProposalTemplates(
  tx: Transaction,
  orgId: OrgId,
): Promise<readonly ProposalTemplate[]> {
  const rows = await tx.proposalTemplate.findMany({
    where: { orgId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    include: withUser,
  });
  return rows.map(toTemplate);
}

export async function findProposalTemplate(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<ProposalTemplate | null> {
  const row = await tx.proposalTemplate.findUnique({ where: at(orgId, id), include: withUser });
  return row && toTemplate(row);
}

/** False where the organization has a template of this id already. */
export async function insertProposalTemplate(
  tx: Transaction,
  { orgId, userId }: Actor,
  template: Pick<ProposalTemplate, "id" | "name" | "sections">,
): Promise<boolean> {
  const data = [{ orgId, userId, ...template }];
  const { count } = await tx.proposalTemplate.createMany({ data, skipDuplicates: true });
  return count > 0;
}

export async function deleteProposalTemplate(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<void> {
  await tx.proposalTemplate.delete({ where: at(orgId, id) });
}
