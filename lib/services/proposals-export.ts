import type { Context } from "@/lib/auth/context";
import { listStepsOfProposals } from "@/lib/data/approval-steps";
import { withOrganization } from "@/lib/data/client";
import { findIssueText, listIssues } from "@/lib/data/proposal-issues";
import { readProposalTemplates } from "@/lib/data/proposal-templates";
import { findProposal, listProposalIds } from "@/lib/data/proposals";
import { refuseTooLarge } from "@/lib/data/stored-files";
import type { OrganizationArchive } from "@/lib/exporters/organization-archive";

const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

type Counts = Record<string, number>;

/** Proposals with their issues and what became of each, every snapshot byte for byte, and templates of proposals. */
export async function packProposals(
  ctx: Context,
  archive: OrganizationArchive,
  { counts }: { readonly counts: Counts },
): Promise<void> {
  const { orgId } = ctx;
  const { ids, templates } = await withOrganization(orgId, async (tx) => ({
    ids: await listProposalIds(tx, orgId),
    templates: await readProposalTemplates(tx, orgId),
  }));
  const held = { proposals: 0, issues: 0, "approval steps": 0 };
  for (const id of ids) {
    const found = await packProposal(ctx, archive, id);
    if (!found) continue;
    held.proposals += 1;
    held.issues += found.issues;
    held["approval steps"] += found.steps;
  }
  for (const template of templates) {
    const { id, name } = template;
    const bytes = jsonText({ loadline: "proposal-template", ...template });
    archive.addFile({
      ...{ folder: "proposal-templates", id, name, ending: ".json", bytes, about: {} },
    });
  }
  refuseTooLarge(archive.size());
  Object.assign(counts, { ...held, "proposal templates": templates.length });
}

/** Null where it was deleted since the list was read. */
async function packProposal({ orgId }: Context, archive: OrganizationArchive, id: string) {
  const found = await withOrganization(orgId, async (tx) => {
    const proposal = await findProposal(tx, orgId, id);
    if (!proposal) return null;
    const issues = await listIssues(tx, orgId, { proposalId: id });
    return { proposal, issues, steps: await listStepsOfProposals(tx, orgId, [id]) };
  });
  if (!found) return null;
  const { proposal, steps } = found;
  const issues = found.issues.map((issue) => ({
    ...issue,
    approval: steps.filter((one) => one.issue === issue.issue).map(({ step }) => step),
  }));
  const { number, content } = proposal;
  const about = { planId: proposal.planId };
  const name = `Proposal ${number} ${content.title}`;
  const bytes = jsonText({ loadline: "proposal", ...proposal, issues });
  archive.addFile({ folder: "proposals", id, name, ending: ".json", bytes, about });
  for (const { issue, sha256 } of issues) {
    const kept = await withOrganization(orgId, (tx) =>
      findIssueText(tx, orgId, { proposalId: id, issue }),
    );
    if (!kept) continue;
    // As it was kept, so that its hash is the one that was issued.
    archive.addFile({
      ...{ folder: "proposals", id, name: `Proposal ${number} issue ${issue}`, ending: ".json" },
      ...{ bytes: kept.snapshot, about: { ...about, issue, sha256 } },
    });
    refuseTooLarge(archive.size());
  }
  return { issues: issues.length, steps: steps.length };
}
