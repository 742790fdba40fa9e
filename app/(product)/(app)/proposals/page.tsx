import type { Metadata } from "next";
import { ProposalsScreen } from "@/components/proposals/proposals-screen";
import { can } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { listProposalTemplates } from "@/lib/services/proposal-templates";
import { listProposals } from "@/lib/services/proposals";
import { listTemplateTargets } from "@/lib/services/template-targets";
import { proposalRow } from "@/lib/views/proposal/proposal-list";

export const metadata: Metadata = { title: "Proposals" };

export default async function ProposalsPage() {
  const ctx = await requireContext();
  const rows = (await listProposals(ctx)).map(proposalRow);
  const [templates, targets] = await Promise.all([
    listProposalTemplates(ctx),
    listTemplateTargets(ctx),
  ]);
  const canEdit = can(ctx.role, "proposal:write");
  return <ProposalsScreen {...{ rows, templates, targets, canEdit }} />;
}
