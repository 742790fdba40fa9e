"use client";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import type { OpenedApproval } from "@/lib/schemas/approval";
import type { ProposalFile } from "@/lib/schemas/proposal-file";
import type { PlanNames } from "@/lib/views/proposal/check-words";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { ApprovalPanel } from "./approval-panel";
import { CheckPanel } from "./check-panel";
import { DocumentView } from "./document-view";
import { ExportButton } from "./export-button";
import { ShareButton } from "./share-button";

/** What was issued, as it was: nothing on it is computed anew. */
export function IssueScreen(props: {
  readonly proposalId: string;
  readonly issue: number;
  readonly document: ProposalDocument;
  readonly sha256: string;
  readonly files: readonly ProposalFile[];
  readonly approval: OpenedApproval;
  /** Of the plan as it was issued. */
  readonly names: PlanNames;
  /** Null for who may not share it. */
  readonly openLinks: number | null;
}) {
  const { proposalId, issue, document, sha256, files, approval, names, openLinks } = props;
  return (
    <>
      <header className="border-line border-b bg-surface px-4 py-3.5 md:px-7">
        <div className="mx-auto flex min-h-8 max-w-[1680px] flex-wrap items-center gap-x-4 gap-y-2">
          <div className="mr-auto min-w-0">
            <Breadcrumb
              above={[
                { href: "/proposals", label: "Proposals" },
                { href: `/proposals/${proposalId}`, label: document.title },
              ]}
              here={`Issue ${issue}`}
            />
          </div>
          <p className="text-ink-3 text-xs" title={sha256}>
            Issued {document.issued?.date}, snapshot {document.issued?.snapshot}
          </p>
          {issue > 1 && (
            <ButtonLink href={`/proposals/${proposalId}/issues/${issue}/changes`}>
              Changes since issue {issue - 1}
            </ButtonLink>
          )}
          <ExportButton proposalId={proposalId} of={{ issue }} files={files} lack={null} />
          {openLinks !== null && <ShareButton {...{ proposalId, issue, openLinks }} />}
          <ButtonLink
            href={`/proposals/${proposalId}/issues/${issue}/snapshot`}
            download
            prefetch={false}
          >
            Snapshot
          </ButtonLink>
        </div>
      </header>
      <div className="mx-auto grid w-full max-w-[1680px] gap-5 px-3 py-5 md:px-7 xl:grid-cols-[340px_minmax(0,1fr)]">
        <div className="grid content-start gap-4">
          <ApprovalPanel named={{ proposalId, issue }} sha256={sha256} approval={approval} />
          <CheckPanel named={{ proposalId, issue }} names={names} />
        </div>
        <div className="min-w-0">
          <DocumentView document={document} />
        </div>
      </div>
    </>
  );
}
