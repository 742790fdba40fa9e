"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import { type OpenedApproval, reviewersOf } from "@/lib/schemas/approval";
import type { IssueNamed } from "@/lib/schemas/proposal";
import {
  nobodyToAsk,
  otherIssuesText,
  reviewerText,
  stateNames,
  stateSentence,
  stateTones,
  trailLines,
} from "@/lib/views/proposal/approval-words";
import { AnswerButtons } from "./answer-buttons";
import { AskApprovalDialog } from "./ask-approval-dialog";
import { WithdrawButton } from "./withdraw-button";

/** Who is asked to approve an issue, what they said, and what the reader may do about it. */
export function ApprovalPanel(props: {
  readonly named: IssueNamed;
  readonly sha256: string;
  readonly approval: OpenedApproval;
}) {
  const { named, sha256, approval } = props;
  const { steps, state, mine, leftIds, withdrawable, askable, canAsk } = approval;
  const [asking, setAsking] = useState(false);
  const others = otherIssuesText(approval);
  return (
    <section aria-labelledby="approval" className="card px-4 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="approval" className="text-base">
          Approval
        </h2>
        {state && <Pill tone={stateTones[state]}>{stateNames[state]}</Pill>}
      </div>
      <p className="mt-0.5 text-ink-2 text-sm">{stateSentence(steps)}</p>
      {others !== "" && <p className="mt-1 text-ink-2 text-sm">{others}</p>}
      <ul aria-label="Reviewers" className="mt-2 divide-y divide-line text-sm">
        {reviewersOf(steps).map((reviewer) => (
          <li key={reviewer.userId} className="flex flex-wrap items-center gap-x-3 py-1.5">
            <div className="mr-auto min-w-0">
              <p className="font-label">{reviewer.name}</p>
              <p className="text-ink-3 text-xs tabular-nums">
                {reviewerText(reviewer, leftIds.includes(reviewer.userId))}
              </p>
            </div>
            {withdrawable.includes(reviewer.userId) && (
              <WithdrawButton named={named} userId={reviewer.userId} name={reviewer.name} />
            )}
          </li>
        ))}
      </ul>
      {mine && <AnswerButtons {...{ named, sha256, mine }} />}
      {canAsk && (
        <div className="mt-3">
          <Button
            variant={state === null ? "primary" : "secondary"}
            disabled={askable.length === 0}
            onClick={() => setAsking(true)}
          >
            Ask for approval
          </Button>
          {askable.length === 0 && <p className="mt-1 text-ink-3 text-xs">{nobodyToAsk(steps)}</p>}
        </div>
      )}
      <Trail steps={steps} />
      {asking && <AskApprovalDialog {...{ named, askable }} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Trail({ steps }: Pick<OpenedApproval, "steps">) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 font-label text-sm">Trail</h3>
      <ol className="mt-1 grid gap-2 text-sm">
        {trailLines(steps).map(({ number, who, what, note, at }) => (
          <li key={number}>
            <p>
              <span className="font-label">{who}</span> <span className="text-ink-2">{what}</span>
            </p>
            {note !== "" && <p className="whitespace-pre-line break-words text-ink-2">{note}</p>}
            <p className="text-ink-3 text-xs tabular-nums">{at}</p>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-ink-3 text-xs">
        Kept as it is, and printed at the end of files that are made from now on.
      </p>
    </>
  );
}
