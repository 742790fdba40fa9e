import * as z from "zod/mini";
import { isoDate } from "./figure";
import { issueNamed } from "./proposal";
import { text } from "./text";
import { unrepeated } from "./unrepeated";
import { uuid } from "./uuid";

export const approvalNoteLimit = 1000;
export const maxReviewers = 30;
/** Of an issue: all of them are printed at the end of its files. */
export const maxApprovalSteps = 500;

export const tooManyReviewers = `At most ${maxReviewers} members review an issue.`;

export const askApprovalInput = z.strictObject({
  ...issueNamed.shape,
  userIds: z.array(uuid).check(
    z.minLength(1, "Choose who is to review it."),
    z.maxLength(maxReviewers, tooManyReviewers),
    unrepeated<string>(
      (id) => id,
      () => "A member is named twice.",
    ),
  ),
  dueOn: z.nullable(isoDate),
  /** What they should look at; may be empty. */
  note: text(approvalNoteLimit),
});
export type AskApproval = z.infer<typeof askApprovalInput>;

export const withdrawApprovalInput = z.strictObject({ ...issueNamed.shape, userId: uuid });
export type WithdrawApproval = z.infer<typeof withdrawApprovalInput>;

export const answers = ["approved", "rejected", "commented"] as const;
export type Answer = (typeof answers)[number];

export const answerApprovalInput = z.strictObject({
  ...issueNamed.shape,
  /** Of what was on screen: the answer is given for these bytes and no others. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/, "Use the hash of the issue.")),
  answer: z.enum(answers),
  note: text(approvalNoteLimit),
});
export type AnswerApproval = z.infer<typeof answerApprovalInput>;

/** A step of the trail, as it stays. */
export type ApprovalStep = {
  readonly number: number;
  readonly sha256: string;
  readonly act: Answer | "asked" | "withdrawn";
  /** Whom it is about. */
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly byUserId: string;
  readonly byName: string;
  readonly note: string;
  /** ISO date. */
  readonly dueOn: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/** Who is asked now, and what they said last; a comment is no answer. */
export type Reviewer = {
  readonly userId: string;
  readonly name: string;
  readonly asked: ApprovalStep;
  readonly answer: ApprovalStep | null;
};

/** An issue nobody was asked about is none of these. */
export type ApprovalState = "in-review" | "approved" | "rejected";

/** Those who are asked after all steps, in the order in which they were asked. */
export function reviewersOf(steps: readonly ApprovalStep[]): readonly Reviewer[] {
  const reviewers = new Map<string, Reviewer>();
  for (const step of steps) {
    const { act, reviewerId: userId, reviewerName: name } = step;
    const known = reviewers.get(userId);
    if (act === "asked") reviewers.set(userId, { userId, name, asked: step, answer: null });
    else if (act === "withdrawn") reviewers.delete(userId);
    else if (known && act !== "commented") reviewers.set(userId, { ...known, answer: step });
  }
  return [...reviewers.values()];
}

/** Whoever rejects decides; all who are asked must approve. Null while nobody is asked. */
export function approvalState(steps: readonly ApprovalStep[]): ApprovalState | null {
  const reviewers = reviewersOf(steps);
  if (reviewers.length === 0) return null;
  if (reviewers.some(({ answer }) => answer?.act === "rejected")) return "rejected";
  return reviewers.every(({ answer }) => answer?.act === "approved") ? "approved" : "in-review";
}

/** The trail of an issue, with what the reader may do about it. */
export type OpenedApproval = {
  readonly steps: readonly ApprovalStep[];
  readonly state: ApprovalState | null;
  /** The newest issue, where that is another one: what is asked and answered is about that. */
  readonly newerIssue: number | null;
  /** How the newest of the issues before it that somebody was asked about ended. */
  readonly former: { readonly issue: number; readonly state: ApprovalState } | null;
  /** The reader, where they are asked about the newest issue, answered or not; null for all others. */
  readonly mine: Reviewer | null;
  /** Reviewers who are no members any more: nobody answers for them. */
  readonly leftIds: readonly string[];
  /** Whose request the reader may take back. */
  readonly withdrawable: readonly string[];
  /** Whom the reader may ask; empty where they may not. */
  readonly askable: readonly { readonly userId: string; readonly name: string }[];
  readonly canAsk: boolean;
};

/** What a list says of an approval. */
export type ListedApproval = {
  readonly state: ApprovalState | null;
  /** What the reader is asked, until they approve or reject. */
  readonly asked: Pick<ApprovalStep, "byName" | "note" | "dueOn" | "at"> | null;
};

/** What a list says of the newest issue's approval, and of what the caller is asked. */
export function listedApproval(steps: readonly ApprovalStep[], userId: string): ListedApproval {
  const mine = reviewersOf(steps).find((one) => one.userId === userId);
  const waits = mine?.answer === null ? mine.asked : null;
  return {
    state: approvalState(steps),
    asked: waits && {
      ...{ byName: waits.byName, note: waits.note, dueOn: waits.dueOn, at: waits.at },
    },
  };
}
