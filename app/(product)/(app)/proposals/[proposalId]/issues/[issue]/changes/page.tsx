import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangesScreen } from "@/components/proposals/changes-screen";
import { numberOfAddress, orNotFound } from "@/lib/adapters/page";
import { requireContext } from "@/lib/auth/session";
import { getIssue, type OpenedIssue } from "@/lib/services/proposal-issues";
import { issueChanges, issueSide } from "@/lib/views/proposal/issue-changes";
import { issueText } from "@/lib/views/proposal/proposal-names";

export const metadata: Metadata = { title: "Changes between issues" };

const named = ({ snapshot, sha256 }: OpenedIssue) =>
  issueText({ issue: snapshot.proposal.issue, issuedAt: snapshot.issuedAt, sha256 });

export default async function IssueChangesPage({
  params,
}: PageProps<"/proposals/[proposalId]/issues/[issue]/changes">) {
  const { proposalId, issue } = await params;
  const number = numberOfAddress(issue);
  if (number === null || number < 2) notFound();
  const ctx = await requireContext();
  const [then, now] = [
    await orNotFound(getIssue(ctx, { proposalId, issue: number - 1 })),
    await orNotFound(getIssue(ctx, { proposalId, issue: number })),
  ];
  const [before, after] = [issueSide(then.snapshot), issueSide(now.snapshot)];
  return (
    <ChangesScreen
      title={`Changes since issue ${number - 1}`}
      above={[
        { href: "/proposals", label: "Proposals" },
        { href: `/proposals/${proposalId}`, label: now.document.title },
        { href: `/proposals/${proposalId}/issues/${number}`, label: `Issue ${number}` },
      ]}
      about={`${named(then)}, beside ${named(now)}.`}
      sides={[`Issue ${number - 1}`, `Issue ${number}`]}
      changes={before && after && issueChanges(before, after)}
    />
  );
}
