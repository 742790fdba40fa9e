import { counted, dateText, instantText, listed } from "@/lib/format";
import {
  type ApprovalState,
  type ApprovalStep,
  approvalState,
  type OpenedApproval,
  type Reviewer,
  reviewersOf,
} from "@/lib/schemas/approval";

export type Tone = "plain" | "good" | "warn" | "bad" | "accent";

export const stateNames: Readonly<Record<ApprovalState, string>> = {
  "in-review": "in review",
  approved: "approved",
  rejected: "rejected",
};
export const stateTones: Readonly<Record<ApprovalState, Tone>> = {
  "in-review": "warn",
  approved: "good",
  rejected: "bad",
};

/** "Approved by Ada Planner and Grace Ledger.", "Waits for 1 of 2: Grace Ledger." */
export function stateSentence(steps: readonly ApprovalStep[]): string {
  const reviewers = reviewersOf(steps);
  const state = approvalState(steps);
  const named = (of: readonly Reviewer[]) => listed(of.map(({ name }) => name));
  const said = (act: ApprovalStep["act"]) => reviewers.filter(({ answer }) => answer?.act === act);
  if (state === null) return "Nobody is asked to approve this issue.";
  if (state === "approved") return `Approved by ${named(reviewers)}.`;
  if (state === "rejected") return `Rejected by ${named(said("rejected"))}.`;
  const open = reviewers.filter(({ answer }) => answer === null);
  return `Waits for ${open.length} of ${counted(reviewers.length, "reviewer")}: ${named(open)}.`;
}

const acts: Readonly<Record<ApprovalStep["act"], string>> = {
  asked: "asked",
  withdrawn: "took back the request to",
  approved: "approved",
  rejected: "rejected",
  commented: "commented",
};

export type TrailLine = {
  readonly number: number;
  readonly who: string;
  /** "approved", "asked Grace Ledger, by 4 Dec 2026". */
  readonly what: string;
  readonly note: string;
  readonly at: string;
};

const isRequest = ({ act }: ApprovalStep) => act === "asked" || act === "withdrawn";

/** Each step in its order, as people read it. */
export const trailLines = (steps: readonly ApprovalStep[]): readonly TrailLine[] =>
  steps.map((step) => ({
    ...{ number: step.number, who: step.byName, note: step.note, at: instantText(step.at) },
    what: [
      isRequest(step) ? `${acts[step.act]} ${step.reviewerName}` : acts[step.act],
      ...(step.dueOn ? [`by ${dateText(step.dueOn)}`] : []),
    ].join(", "),
  }));

/** What stands beside a reviewer's name: the last answer, or that it is waited for. */
export function reviewerText({ asked, answer }: Reviewer, hasLeft: boolean): string {
  if (answer) return `${acts[answer.act]}, ${instantText(answer.at)}`;
  if (hasLeft) return "no member any more: take the request back";
  return asked.dueOn ? `asked, by ${dateText(asked.dueOn)}` : "asked";
}

/** Why nobody can be asked. */
export const nobodyToAsk = (steps: readonly ApprovalStep[]): string =>
  reviewersOf(steps).length > 0
    ? "Every other member is asked already. Invite whoever else should review it."
    : "There is no other member yet. Invite whoever should review it.";

/** What an issue says of those around it; empty where there is nothing to say. */
export function otherIssuesText({ newerIssue, former, state }: OpenedApproval): string {
  if (newerIssue !== null)
    return `Issue ${newerIssue} came after this one: approvals are asked and given there. What was answered here stays with this issue.`;
  if (state === null && former)
    return `Issue ${former.issue} was ${stateNames[former.state]}. That stays with issue ${former.issue}: this one has not been asked about.`;
  return "";
}
