"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { answerApprovalAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { SentenceDialog } from "@/components/ui/sentence-dialog";
import { useToast } from "@/components/ui/toast";
import { type Answer, approvalNoteLimit, type Reviewer } from "@/lib/schemas/approval";
import type { IssueNamed } from "@/lib/schemas/proposal";
import { shortHash } from "@/lib/views/proposal/proposal-names";

type Words = {
  readonly title: string;
  readonly label: string;
  readonly submitLabel: string;
  readonly lack?: string;
  readonly done: string;
};

const words: Readonly<Record<Answer, Words>> = {
  approved: {
    ...{ title: "Approve this issue?", label: "Comment", submitLabel: "Approve" },
    done: "Approved",
  },
  rejected: {
    ...{ title: "Reject this issue?", label: "Why", submitLabel: "Reject", done: "Rejected" },
    lack: "Say why you reject it: whoever asked must know what to change.",
  },
  commented: {
    ...{ title: "Comment on this issue", label: "Comment", submitLabel: "Comment" },
    ...{ lack: "Write a comment.", done: "Comment added" },
  },
};

/** What the reader, who was asked, says of the issue on screen. */
export function AnswerButtons(props: {
  readonly named: IssueNamed;
  readonly sha256: string;
  readonly mine: Reviewer;
}) {
  const { named, sha256, mine } = props;
  const router = useRouter();
  const toast = useToast();
  const [answering, setAnswering] = useState<Answer | null>(null);
  const say = async (answer: Answer, note: string) => {
    const outcome = await attempt(
      () => answerApprovalAction({ ...named, sha256, answer, note }),
      "Nothing was answered",
    );
    if (!outcome.ok) return outcome.message;
    toast.show({ text: words[answer].done });
    router.refresh();
  };
  return (
    <div className="mt-3 grid gap-2 rounded-md bg-sunken px-3 py-2.5">
      <p className="text-sm">
        {mine.answer
          ? "You answered. You may answer again: the last answer counts."
          : `${mine.asked.byName} asks you to review this issue.`}
      </p>
      {mine.asked.note !== "" && (
        <p className="whitespace-pre-line break-words text-ink-2 text-sm">{mine.asked.note}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => setAnswering("approved")}>
          Approve
        </Button>
        <Button onClick={() => setAnswering("rejected")}>Reject</Button>
        <Button variant="quiet" onClick={() => setAnswering("commented")}>
          Comment
        </Button>
      </div>
      {answering && (
        <SentenceDialog
          {...words[answering]}
          description={`It is given for snapshot ${shortHash(sha256)} and for no other, under your name. It stays in the trail.`}
          maxLength={approvalNoteLimit}
          onSubmit={(note) => say(answering, note)}
          onClose={() => setAnswering(null)}
        />
      )}
    </div>
  );
}
