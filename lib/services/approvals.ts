import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { insertApprovalSteps, listApprovalSteps, type NewStep } from "@/lib/data/approval-steps";
import type { Transaction } from "@/lib/data/client";
import { findMember } from "@/lib/data/members";
import { listIssues } from "@/lib/data/proposal-issues";
import { AppError } from "@/lib/errors";
import {
  type AnswerApproval,
  type ApprovalStep,
  type AskApproval,
  maxApprovalSteps,
  maxReviewers,
  type Reviewer,
  reviewersOf,
  tooManyReviewers,
  type WithdrawApproval,
} from "@/lib/schemas/approval";
import type { Member } from "@/lib/schemas/member";
import type { Plan } from "@/lib/schemas/plan";
import type { IssueNamed, Proposal } from "@/lib/schemas/proposal";
import { refuseHiddenPrices, refuseHiddenQuotesIn } from "./hidden-prices";
import { idOr } from "./ids";
import { noSuchMember } from "./in-organization";
import { changeProposal, noSuchProposal, readableIssue, recordProposal } from "./in-proposal";

export type ApprovalChanged = { readonly steps: number };

/** Asks members to approve an issue. Who is asked already stays asked, as they were. */
export async function askApproval(ctx: Context, input: AskApproval): Promise<ApprovalChanged> {
  authorize(ctx, "proposal:ask");
  const userIds = input.userIds.map((id) => idOr(id, noSuchMember));
  return inApproval(ctx, input, async (tx, { held, options, sha256, steps }) => {
    const known = reviewersOf(steps).map(({ userId }) => userId);
    const me = await memberOf(tx, ctx, ctx.userId);
    const asked: NewStep[] = [];
    for (const userId of userIds.filter((id) => !known.includes(id))) {
      const reviewer = await memberOf(tx, ctx, userId);
      if (reviewer.userId === ctx.userId)
        throw new AppError("INVALID", "Nobody approves what they ask for. Choose somebody else.");
      await refuseBlind(tx, ctx, { held, options, reviewer });
      asked.push({
        ...{ sha256, act: "asked", reviewerId: userId, reviewerName: reviewer.name },
        ...{ byUserId: ctx.userId, byName: me.name, note: input.note.trim(), dueOn: input.dueOn },
      });
    }
    if (asked.length === 0) return { steps: steps.length };
    if (known.length + asked.length > maxReviewers) throw new AppError("INVALID", tooManyReviewers);
    await insertApprovalSteps(tx, ctx.orgId, { proposalId: held.id, issue: input.issue }, asked);
    const reviewer = asked.map(({ reviewerName }) => reviewerName).join(", ");
    await recordProposal(tx, ctx, held, { action: "ask", issue: input.issue, reviewer });
    return { steps: steps.length + asked.length };
  });
}

/** Takes a request back that nobody answered; what was answered stays. */
export async function withdrawApproval(
  ctx: Context,
  input: WithdrawApproval,
): Promise<ApprovalChanged> {
  authorize(ctx, "proposal:ask");
  const userId = idOr(input.userId, noSuchMember);
  return inApproval(ctx, input, async (tx, { held, sha256, steps }) => {
    const reviewer = reviewersOf(steps).find((one) => one.userId === userId);
    if (!reviewer) return { steps: steps.length };
    if (reviewer.asked.byUserId !== ctx.userId) authorize(ctx, "proposal:ask-all");
    if (reviewer.answer)
      throw new AppError(
        "CONFLICT",
        `${reviewer.name} has answered already. What was answered stays; they may answer again.`,
      );
    const me = await memberOf(tx, ctx, ctx.userId);
    await insertApprovalSteps(tx, ctx.orgId, { proposalId: held.id, issue: input.issue }, [
      {
        ...{ sha256, act: "withdrawn", reviewerId: userId, reviewerName: reviewer.name },
        ...{ byUserId: ctx.userId, byName: me.name, note: "", dueOn: null },
      },
    ]);
    const of = { action: "withdraw", issue: input.issue, reviewer: reviewer.name } as const;
    await recordProposal(tx, ctx, held, of);
    return { steps: steps.length + 1 };
  });
}

const verbs = { approved: "approve", rejected: "reject", commented: "comment" } as const;

/** What a member who was asked says of an issue, for the hash that they saw. The last answer counts. */
export async function answerApproval(
  ctx: Context,
  input: AnswerApproval,
): Promise<ApprovalChanged> {
  authorize(ctx, "proposal:review");
  const { answer, issue } = input;
  const note = input.note.trim();
  return inApproval(ctx, input, async (tx, { held, sha256, steps }) => {
    const mine = reviewersOf(steps).find(({ userId }) => userId === ctx.userId);
    if (!mine)
      throw new AppError(
        "FORBIDDEN",
        "You are not asked to review this issue. Ask an editor to ask you.",
      );
    if (input.sha256 !== sha256)
      throw new AppError("CONFLICT", "This is not the issue that you saw. Reload to see it.");
    if (answer !== "approved" && note === "") throw emptyNote(answer);
    if (isSaid(steps, mine, { answer, note })) return { steps: steps.length };
    const { name } = await memberOf(tx, ctx, ctx.userId);
    await insertApprovalSteps(tx, ctx.orgId, { proposalId: held.id, issue }, [
      {
        ...{ sha256, act: answer, reviewerId: ctx.userId, reviewerName: name },
        ...{ byUserId: ctx.userId, byName: name, note, dueOn: null },
      },
    ]);
    await recordProposal(tx, ctx, held, { action: verbs[answer], issue });
    return { steps: steps.length + 1 };
  });
}

const emptyNote = (answer: "rejected" | "commented") => {
  const message =
    answer === "rejected"
      ? "Say why you reject it: whoever asked must know what to change."
      : "Write a comment.";
  return new AppError("INVALID", message, { fields: { note: message } });
};

/** A form that is sent twice says a thing once. */
function isSaid(
  steps: readonly ApprovalStep[],
  { asked }: Reviewer,
  { answer, note }: Pick<AnswerApproval, "answer" | "note">,
): boolean {
  const last = steps.findLast(({ byUserId }) => byUserId === asked.reviewerId);
  return last?.act === answer && last.note === note && last.number > asked.number;
}

type Held = {
  readonly held: Proposal;
  /** Of the plan as it was issued. */
  readonly options: Plan["options"];
  readonly sha256: string;
  readonly steps: readonly ApprovalStep[];
};

/** One change at a time of how an issue is approved, and of the newest issue alone. */
function inApproval<T>(
  ctx: Context,
  { proposalId, issue }: IssueNamed,
  change: (tx: Transaction, held: Held) => Promise<T>,
): Promise<T> {
  return changeProposal(ctx, proposalId, async (tx, held) => {
    const key = { proposalId: held.id, issue };
    const issues = await listIssues(tx, ctx.orgId, key);
    const named = issues.find((one) => one.issue === issue);
    if (!named) throw noSuchProposal();
    const newest = issues[0]?.issue ?? issue;
    if (newest > issue)
      throw new AppError(
        "CONFLICT",
        `Issue ${newest} came after this one. What was answered here stays; approvals are asked and given for issue ${newest}.`,
      );
    const { snapshot } = await readableIssue(tx, ctx, key);
    const steps = await listApprovalSteps(tx, ctx.orgId, key);
    if (steps.length >= maxApprovalSteps)
      throw new AppError(
        "INVALID",
        `An issue has at most ${maxApprovalSteps} requests, answers and comments. Go on with the next issue.`,
      );
    return change(tx, { held, options: snapshot.plan.options, sha256: named.sha256, steps });
  });
}

async function memberOf(tx: Transaction, ctx: Context, userId: string): Promise<Member> {
  const member = await findMember(tx, ctx.orgId, userId);
  if (!member) throw noSuchMember();
  return member;
}

type ReviewedBy = Pick<Held, "held" | "options"> & { readonly reviewer: Member };

/** Whoever is given no price of the plan cannot say what it may cost. */
async function refuseBlind(
  tx: Transaction,
  ctx: Context,
  { held, options, reviewer }: ReviewedBy,
): Promise<void> {
  const asReviewer = { ...ctx, userId: reviewer.userId, role: reviewer.role };
  const mayRead = async () => {
    await refuseHiddenPrices(tx, asReviewer, held.planId);
    await refuseHiddenQuotesIn(tx, asReviewer, options);
  };
  await mayRead().catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "FORBIDDEN") throw error;
    throw new AppError(
      "INVALID",
      `Prices of this plan are hidden from ${reviewer.name}, who judges its quotes. Choose somebody else, or show them the prices first.`,
    );
  });
}
