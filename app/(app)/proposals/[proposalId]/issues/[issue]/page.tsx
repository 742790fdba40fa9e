import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IssueScreen } from "@/components/proposals/issue-screen";
import { numberOfAddress, orNotFound } from "@/lib/adapters/page";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { getIssue } from "@/lib/services/proposal-issues";
import { getIssuePaper } from "@/lib/services/proposal-papers";

type Props = PageProps<"/proposals/[proposalId]/issues/[issue]">;

export const metadata: Metadata = { title: "Issued proposal" };

export default async function IssuePage({ params }: Props) {
  const { proposalId, issue } = await params;
  const number = numberOfAddress(issue);
  if (number === null) notFound();
  const ctx = await requireContext();
  const found = await orNotFound(getIssue(ctx, { proposalId, issue: number }));
  return (
    <IssueScreen
      proposalId={proposalId}
      issue={number}
      document={found.document}
      sha256={found.sha256}
      paper={await getIssuePaper(ctx, { proposalId, issue: number })}
      canAsk={can(ctx.role, "job:manage")}
    />
  );
}
