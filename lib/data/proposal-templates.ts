import type { OrgId } from "@/lib/auth/context";
import {
  type ListedProposalTemplate,
  type ProposalTemplate,
  templateSections,
} from "@/lib/schemas/proposal-template";
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

type ListedRow = Omit<Row, "sections" | "user"> & {
  readonly savedBy: string | null;
  readonly sectionCount: number;
};

/** By name, without what they say. */
export async function listProposalTemplates(
  tx: Transaction,
  orgId: OrgId,
): Promise<readonly ListedProposalTemplate[]> {
  const rows = await tx.$queryRaw<ListedRow[]>`
    select t.id, t.name, t.created_at as "createdAt", u.name as "savedBy",
      jsonb_array_length(t.sections) as "sectionCount"
    from proposal_template t left join "user" u on u.id = t.user_id
    where t.org_id = ${orgId}::uuid
    order by t.name, t.id`;
  return rows.map(({ createdAt, ...row }) => ({ ...row, savedAt: createdAt.toISOString() }));
}

/** By name, whole: for a copy of all that an organization has. */
export async function readProposalTemplates(
  tx: Transaction,
  orgId: OrgId,
): Promise<readonly ProposalTemplate[]> {
  const rows = await tx.proposalTemplate.findMany({
    ...{ where: { orgId }, include: withUser, orderBy: [{ name: "asc" }, { id: "asc" }] },
  });
  return rows.map(toTemplate);
}

export const countProposalTemplates = (tx: Transaction, orgId: OrgId): Promise<number> =>
  tx.proposalTemplate.count({ where: { orgId } });

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

/** False where it is gone already. */
export async function deleteProposalTemplate(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<boolean> {
  const { count } = await tx.proposalTemplate.deleteMany({ where: { orgId, id } });
  return count > 0;
}
