"use client";

import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import type { IssueFile } from "@/lib/schemas/proposal";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { DocumentView } from "./document-view";
import { IssuePaper } from "./issue-paper";

/** What was issued, as it was: nothing on it is computed anew. */
export function IssueScreen(props: {
  readonly proposalId: string;
  readonly issue: number;
  readonly document: ProposalDocument;
  readonly sha256: string;
  readonly paper: IssueFile | null;
  /** Whether files may be asked for: who reads alone is given none. */
  readonly canAsk: boolean;
}) {
  const { proposalId, issue, document, sha256, paper, canAsk } = props;
  return (
    <>
      <header className="border-line border-b bg-surface px-4 py-3.5 md:px-7">
        <div className="mx-auto flex min-h-8 max-w-[1680px] flex-wrap items-center gap-x-4 gap-y-2">
          <nav aria-label="Breadcrumb" className="mr-auto flex min-w-0 items-center gap-2 text-sm">
            <Link href="/proposals" className="rounded-sm text-ink-3 hover:text-ink">
              Proposals
            </Link>
            <span aria-hidden className="text-ink-3">
              /
            </span>
            <Link
              href={`/proposals/${proposalId}`}
              className="truncate rounded-sm text-ink-3 hover:text-ink"
            >
              {document.title}
            </Link>
            <span aria-hidden className="text-ink-3">
              /
            </span>
            <h1 className="text-sm">Issue {issue}</h1>
          </nav>
          <p className="text-ink-3 text-xs" title={sha256}>
            Issued {document.issued?.date}, snapshot {document.issued?.snapshot}
          </p>
          {canAsk && <IssuePaper proposalId={proposalId} issue={issue} paper={paper} />}
          <ButtonLink href={`/proposals/${proposalId}/issues/${issue}/snapshot`} download>
            Snapshot
          </ButtonLink>
        </div>
      </header>
      <div className="px-3 py-6 md:px-7">
        <DocumentView document={document} />
      </div>
    </>
  );
}
