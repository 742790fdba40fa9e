import type { OrgId } from "@/lib/auth/context";
import type { ProposalIssue } from "@/lib/schemas/proposal";
import type { Actor } from "./audit";
import type { Transaction } from "./client";

type Of = { readonly proposalId: string };
export type IssueKey = Of & { readonly issue: number };

const columns = {
  issue: true,
  sha256: true,
  planVersion: true,
  engineVersion: true,
  catalogVersion: true,
  issuedAt: true,
  issuedBy: { select: { name: true } },
} as const;

/** What was issued of a proposal, the newest first. */
export async function listIssues(
  tx: Transaction,
  orgId: OrgId,
  { proposalId }: Of,
): Promise<readonly ProposalIssue[]> {
  const rows = await tx.proposalIssue.findMany({
    where: { orgId, proposalId },
    orderBy: { issue: "desc" },
    select: columns,
  });
  return rows.map(({ issuedAt, issuedBy, ...row }) => ({
    ...row,
    issuedAt: issuedAt.toISOString(),
    issuedByName: issuedBy?.name ?? null,
  }));
}

export type IssueText = {
  readonly snapshot: string;
  readonly document: string;
  readonly sha256: string;
};

/** An issue as it was kept. */
export const findIssueText = (
  tx: Transaction,
  orgId: OrgId,
  { proposalId, issue }: IssueKey,
): Promise<IssueText | null> =>
  tx.proposalIssue.findUnique({
    where: { orgId_proposalId_issue: { orgId, proposalId, issue } },
    select: { snapshot: true, document: true, sha256: true },
  });

export type NewIssue = IssueKey &
  IssueText & {
    readonly planVersion: number;
    readonly engineVersion: string;
    readonly catalogVersion: string;
    readonly issuedAt: Date;
  };

export async function insertIssue(
  tx: Transaction,
  { orgId, userId }: Actor,
  issue: NewIssue,
): Promise<void> {
  await tx.proposalIssue.create({ data: { orgId, ...issue, issuedByUserId: userId } });
}
