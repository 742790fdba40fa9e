import type { OrgId } from "@/lib/auth/context";
import type { ListedProposal, Proposal, ProposalContent } from "@/lib/schemas/proposal";
import { proposalContent } from "@/lib/schemas/proposal";
import type { Actor } from "./audit";
import type { Transaction } from "./client";

const at = (orgId: OrgId, id: string) => ({ orgId_id: { orgId, id } });
const author = { select: { name: true } } as const;
const newest = {
  orderBy: { issue: "desc" as const },
  take: 1,
  select: { issue: true, issuedAt: true, sha256: true },
};

/** The organization's proposals, or those of one plan, the last changed first. */
export async function listProposals(
  tx: Transaction,
  orgId: OrgId,
  { planId }: { readonly planId?: string } = {},
): Promise<readonly Omit<ListedProposal, "approval">[]> {
  const rows = await tx.proposal.findMany({
    where: { orgId, ...(planId !== undefined && { planId }) },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: mostListed,
    include: { issues: newest },
  });
  const plans = await tx.plan.findMany({
    where: { orgId, id: { in: rows.map((row) => row.planId) }, deletedAt: null },
    select: { id: true, name: true },
  });
  const links = await tx.shareLink.groupBy({
    by: ["proposalId"],
    where: { orgId, revokedAt: null, expiresAt: { gt: new Date() } },
    _count: true,
  });
  return rows.map(
    ({ id, planId: ofPlan, number, content, version, updatedAt, issues: [last] }) => ({
      ...{ id, planId: ofPlan, number, version, updatedAt: updatedAt.toISOString() },
      title: proposalContent.parse(content).title,
      planName: plans.find((plan) => plan.id === ofPlan)?.name ?? null,
      issue: last
        ? { issue: last.issue, issuedAt: last.issuedAt.toISOString(), sha256: last.sha256 }
        : null,
      openLinks: links.find(({ proposalId }) => proposalId === id)?._count ?? 0,
    }),
  );
}

/** More than anybody reads; a plan's own list is short. */
const mostListed = 500;

/** All of them, by number. */
export async function listProposalIds(tx: Transaction, orgId: OrgId): Promise<readonly string[]> {
  const rows = await tx.proposal.findMany({
    where: { orgId },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export async function findProposal(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<Proposal | null> {
  const row = await tx.proposal.findUnique({
    where: at(orgId, id),
    include: { createdBy: author },
  });
  if (!row) return null;
  const { planId, number, content, version, createdBy, updatedAt } = row;
  return {
    ...{ id, planId, number, version, createdByName: createdBy?.name ?? null },
    content: proposalContent.parse(content),
    updatedAt: updatedAt.toISOString(),
  };
}

/** Holds the proposal until the transaction ends, so that two changes of it follow each other. */
export async function lockProposal(tx: Transaction, orgId: OrgId, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select id from proposal where org_id = ${orgId}::uuid and id = ${id}::uuid for update`;
  return rows.length > 0;
}

type NewProposal = {
  readonly id: string;
  readonly planId: string;
  readonly content: ProposalContent;
};

/** With the organization's next number; null where the id is taken already. */
export async function insertProposal(
  tx: Transaction,
  { orgId, userId }: Actor,
  { id, planId, content }: NewProposal,
): Promise<number | null> {
  // One new proposal after another, so that no two get one number.
  await tx.$queryRaw`select from organization where id = ${orgId}::uuid for no key update`;
  const { _max } = await tx.proposal.aggregate({ where: { orgId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  const { count } = await tx.proposal.createMany({
    data: [{ orgId, id, planId, number, content, createdByUserId: userId }],
    skipDuplicates: true,
  });
  return count === 0 ? null : number;
}

/** Gives the new version. */
export async function updateProposal(
  tx: Transaction,
  orgId: OrgId,
  { id, content }: { readonly id: string; readonly content: ProposalContent },
): Promise<number> {
  const { version } = await tx.proposal.update({
    where: at(orgId, id),
    data: { content, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

export async function deleteProposal(tx: Transaction, orgId: OrgId, id: string): Promise<void> {
  await tx.proposal.delete({ where: at(orgId, id) });
}
