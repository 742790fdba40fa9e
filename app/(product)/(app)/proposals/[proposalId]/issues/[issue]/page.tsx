import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IssueScreen } from "@/components/proposals/issue-screen";
import { numberOfAddress, orNotFound } from "@/lib/adapters/page";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { getApproval } from "@/lib/services/approval-trail";
import { listFiles } from "@/lib/services/proposal-files";
import { getIssue } from "@/lib/services/proposal-issues";
import { countOpenLinks } from "@/lib/services/share-links";

type Props = PageProps<"/proposals/[proposalId]/issues/[issue]">;

export const metadata: Metadata = { title: "Issued proposal" };

const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });

export default async function IssuePage({ params }: Props) {
  const { proposalId, issue } = await params;
  const number = numberOfAddress(issue);
  if (number === null) notFound();
  const ctx = await requireContext();
  const found = await orNotFound(getIssue(ctx, { proposalId, issue: number }));
  const approval = await getApproval(ctx, { proposalId, issue: number });
  const { plan } = found.snapshot;
  const openLinks = can(ctx.role, "proposal:share")
    ? await countOpenLinks(ctx, { proposalId, issue: number })
    : null;
  return (
    <IssueScreen
      proposalId={proposalId}
      issue={number}
      document={found.document}
      sha256={found.sha256}
      approval={approval}
      names={{ options: plan.options.map(named), workloads: plan.workloads.map(named) }}
      openLinks={openLinks}
      files={await listFiles(ctx, { proposalId, of: { issue: number } })}
    />
  );
}
