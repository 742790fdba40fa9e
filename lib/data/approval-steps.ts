import type { OrgId } from "@/lib/auth/context";
import type { ApprovalStep } from "@/lib/schemas/approval";
import type { Transaction } from "./client";
import type { IssueKey } from "./proposal-issues";

const columns = {
  ...{ number: true, sha256: true, act: true, reviewerId: true, reviewerName: true },
  ...{ byUserId: true, byName: true, note: true, dueOn: true, at: true },
} as const;

type Row = Omit<ApprovalStep, "dueOn" | "at"> & { readonly dueOn: Date | null; readonly at: Date };
const toStep = ({ dueOn, at, ...row }: Row): ApprovalStep => ({
  ...row,
  dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
  at: at.toISOString(),
});

/** The trail of one issue, in the order in which it came. */
export async function listApprovalSteps(
  tx: Transaction,
  orgId: OrgId,
  { proposalId, issue }: IssueKey,
): Promise<readonly ApprovalStep[]> {
  const rows = await tx.approvalStep.findMany({
    where: { orgId, proposalId, issue },
    orderBy: { number: "asc" },
    select: columns,
  });
  return rows.map(toStep);
}

export type StepOfIssue = IssueKey & { readonly step: ApprovalStep };

/** The trails of all issues of these proposals, each in its order. */
export async function listStepsOfProposals(
  tx: Transaction,
  orgId: OrgId,
  proposalIds: readonly string[],
): Promise<readonly StepOfIssue[]> {
  if (proposalIds.length === 0) return [];
  const rows = await tx.approvalStep.findMany({
    where: { orgId, proposalId: { in: [...proposalIds] } },
    orderBy: [{ proposalId: "asc" }, { issue: "asc" }, { number: "asc" }],
    select: { ...columns, proposalId: true, issue: true },
  });
  return rows.map(({ proposalId, issue, ...row }) => ({ proposalId, issue, step: toStep(row) }));
}

export type NewStep = Omit<ApprovalStep, "number" | "at" | "dueOn"> & {
  readonly dueOn: string | null;
};

/** Follows the steps there are. The proposal is held, so that no two get one number. */
export async function insertApprovalSteps(
  tx: Transaction,
  orgId: OrgId,
  { proposalId, issue }: IssueKey,
  steps: readonly NewStep[],
): Promise<void> {
  const { _max } = await tx.approvalStep.aggregate({
    where: { orgId, proposalId, issue },
    _max: { number: true },
  });
  const last = _max.number ?? 0;
  await tx.approvalStep.createMany({
    data: steps.map(({ dueOn, ...step }, at) => ({
      ...{ orgId, proposalId, issue, number: last + 1 + at, ...step },
      dueOn: dueOn === null ? null : new Date(dueOn),
    })),
  });
}
