"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { requestIssueAction } from "@/app/(product)/(app)/proposals/actions";
import { useRefreshWhile } from "@/components/jobs/use-refresh-while";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { OpenedProposal } from "@/lib/schemas/proposal";
import { issuedText, shortHash, versionsText } from "@/lib/views/proposal/proposal-names";

/** What was issued, and issuing what is on screen. */
export function IssuePanel(props: {
  readonly opened: OpenedProposal;
  /** Why it cannot be issued now; null where it can. */
  readonly lack: string | null;
}) {
  const { opened, lack } = props;
  const { issues, issueJob, canEdit } = opened;
  const [asking, setAsking] = useState(false);
  const isOpen = issueJob?.state === "queued" || issueJob?.state === "running";
  useRefreshWhile(isOpen);
  return (
    <section aria-labelledby="issues" className="card px-4 py-4">
      <h2 id="issues" className="text-base">
        Issues
      </h2>
      <p className="mt-0.5 text-ink-3 text-xs">
        Issuing freezes plan, quotes, versions and results under a hash. It never changes again.
      </p>
      <ul className="mt-2 divide-y divide-line text-sm">
        {issues.map((one) => (
          <li key={one.issue} className="py-1.5">
            <Link href={`/proposals/${opened.id}/issues/${one.issue}`} className="link font-label">
              Issue {one.issue}, {issuedText(one.issuedAt)}
            </Link>
            <p className="text-ink-3 text-xs">
              {one.issuedByName ?? "somebody whose account is gone"}, snapshot{" "}
              {shortHash(one.sha256)}, plan version {one.planVersion}, {versionsText(one)}
            </p>
          </li>
        ))}
        {issues[0] && opened.plan && (
          <li className="py-1.5">
            <Link href={`/proposals/${opened.id}/changes`} className="link">
              Changes since issue {issues[0].issue}
            </Link>
          </li>
        )}
        {issues.length === 0 && <li className="py-1.5 text-ink-2">Nothing was issued yet.</li>}
      </ul>
      {isOpen && (
        <p role="status" className="mt-2 text-ink-2 text-sm">
          Issuing: the engine runs for every assumption
          {issueJob.progressFraction !== null &&
            `, ${Math.round(issueJob.progressFraction * 100)}%`}
        </p>
      )}
      {issueJob?.state === "failed" && (
        <p role="alert" className="mt-2 text-bad text-sm">
          Not issued: {issueJob.error}
        </p>
      )}
      {canEdit && (
        <div className="mt-3">
          <Button
            variant="primary"
            disabled={isOpen || lack !== null}
            onClick={() => setAsking(true)}
          >
            Issue this proposal
          </Button>
          {lack !== null && <p className="mt-1 text-ink-3 text-xs">{lack}</p>}
        </div>
      )}
      {asking && <IssueDialog opened={opened} onClose={() => setAsking(false)} />}
    </section>
  );
}

function IssueDialog(props: { readonly opened: OpenedProposal; readonly onClose: () => void }) {
  const { opened, onClose } = props;
  const router = useRouter();
  const jobId = useRef(newId());
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const issue = async () => {
    if (busy) return;
    setBusy(true);
    const { id: proposalId, version: expectedVersion, planVersion: expectedPlanVersion } = opened;
    const input = { id: jobId.current, proposalId, expectedVersion, expectedPlanVersion };
    const outcome = await attempt(() => requestIssueAction(input), "Not issued");
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    router.refresh();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Issue \u201c${opened.content.title}\u201d?`}
      description="What is on screen is computed once more on the server and frozen: it cannot be changed or taken back, only followed by another issue."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={busy} onClick={() => void issue()}>
            Issue it
          </Button>
        </>
      }
    >
      {message && (
        <p role="alert" className="text-bad text-sm">
          {message}
        </p>
      )}
    </Dialog>
  );
}
