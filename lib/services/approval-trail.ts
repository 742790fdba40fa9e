import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { listStepsOfProposals, type StepOfIssue } from "@/lib/data/approval-steps";
import { withOrganization } from "@/lib/data/client";
import { listMembers } from "@/lib/data/members";
import { listIssues } from "@/lib/data/proposal-issues";
import {
  type ApprovalStep,
  approvalState,
  type OpenedApproval,
  reviewersOf,
} from "@/lib/schemas/approval";
import type { Member } from "@/lib/schemas/member";
import type { IssueNamed } from "@/lib/schemas/proposal";
import { noSuchProposal, proposalIdOf, readableIssue, readableProposal } from "./in-proposal";

/** The trail of an issue, with what the caller may do about it. */
export async function getApproval(
  ctx: Context,
  { proposalId, issue }: IssueNamed,
): Promise<OpenedApproval> {
  authorize(ctx, "proposal:read");
  const id = proposalIdOf(proposalId);
  return withOrganization(ctx.orgId, async (tx) => {
    await readableProposal(tx, ctx, id);
    const issues = await listIssues(tx, ctx.orgId, { proposalId: id });
    if (!issues.some((one) => one.issue === issue)) throw noSuchProposal();
    await readableIssue(tx, ctx, { proposalId: id, issue });
    const all = await listStepsOfProposals(tx, ctx.orgId, [id]);
    const newest = issues[0]?.issue ?? issue;
    return {
      ...openedTrail(ctx, {
        ...{ steps: stepsOf(all, issue), isNewest: newest === issue },
        members: await listMembers(tx, ctx.orgId),
      }),
      newerIssue: newest > issue ? newest : null,
      former: formerOf(all, issue),
    };
  });
}

type Trail = {
  readonly steps: readonly ApprovalStep[];
  readonly isNewest: boolean;
  readonly members: readonly Member[];
};

function openedTrail(
  ctx: Context,
  { steps, isNewest, members }: Trail,
): Omit<OpenedApproval, "newerIssue" | "former"> {
  const reviewers = reviewersOf(steps);
  const canAsk = isNewest && can(ctx.role, "proposal:ask");
  const mayWithdraw = (byUserId: string) =>
    byUserId === ctx.userId || can(ctx.role, "proposal:ask-all");
  const isMember = (id: string) => members.some(({ userId }) => userId === id);
  return {
    ...{ steps, state: approvalState(steps), canAsk },
    mine: isNewest ? (reviewers.find(({ userId }) => userId === ctx.userId) ?? null) : null,
    leftIds: reviewers.map(({ userId }) => userId).filter((id) => !isMember(id)),
    withdrawable: canAsk
      ? reviewers
          .filter(({ answer, asked }) => answer === null && mayWithdraw(asked.byUserId))
          .map(({ userId }) => userId)
      : [],
    askable: canAsk
      ? members
          .filter(({ userId }) => userId !== ctx.userId)
          .filter(({ userId }) => !reviewers.some((one) => one.userId === userId))
          .map(({ userId, name }) => ({ userId, name }))
      : [],
  };
}

const stepsOf = (all: readonly StepOfIssue[], issue: number): readonly ApprovalStep[] =>
  all.filter((one) => one.issue === issue).map(({ step }) => step);

/** How the last issue before this one ended of which somebody was asked. */
function formerOf(all: readonly StepOfIssue[], issue: number): OpenedApproval["former"] {
  const before = [...new Set(all.map((one) => one.issue))].filter((one) => one < issue);
  for (const one of before.toSorted((a, b) => b - a)) {
    const state = approvalState(stepsOf(all, one));
    if (state) return { issue: one, state };
  }
  return null;
}

/** The trail as a file prints it: as it stands, for the issue that is being exported. */
export async function getTrail(
  ctx: Context,
  { proposalId, issue }: IssueNamed,
): Promise<readonly ApprovalStep[]> {
  authorize(ctx, "proposal:read");
  const id = proposalIdOf(proposalId);
  return withOrganization(ctx.orgId, async (tx) => {
    await readableProposal(tx, ctx, id);
    await readableIssue(tx, ctx, { proposalId: id, issue });
    return stepsOf(await listStepsOfProposals(tx, ctx.orgId, [id]), issue);
  });
}
