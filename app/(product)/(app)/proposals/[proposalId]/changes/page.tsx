import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangesScreen } from "@/components/proposals/changes-screen";
import { orNotFound } from "@/lib/adapters/page";
import { requireContext } from "@/lib/auth/session";
import { getIssue } from "@/lib/services/proposal-issues";
import { getProposal } from "@/lib/services/proposals";
import { draftSide, issueChanges, issueSide } from "@/lib/views/proposal/issue-changes";
import { issueText } from "@/lib/views/proposal/proposal-names";

export const metadata: Metadata = { title: "Changes since the last issue" };

export default async function DraftChangesPage({
  params,
}: PageProps<"/proposals/[proposalId]/changes">) {
  const ctx = await requireContext();
  const { proposalId } = await params;
  const opened = await orNotFound(getProposal(ctx, { proposalId }));
  const [last] = opened.issues;
  if (!last) notFound();
  const { snapshot } = await orNotFound(getIssue(ctx, { proposalId, issue: last.issue }));
  const [before, after] = [issueSide(snapshot), draftSide(opened)];
  return (
    <ChangesScreen
      title={`Changes since issue ${last.issue}`}
      above={[
        { href: "/proposals", label: "Proposals" },
        { href: `/proposals/${proposalId}`, label: opened.content.title },
      ]}
      about={`${issueText(last)}, beside the draft as it is saved, version ${opened.version}.`}
      sides={[`Issue ${last.issue}`, "Draft"]}
      changes={before && after && issueChanges(before, after)}
    />
  );
}
