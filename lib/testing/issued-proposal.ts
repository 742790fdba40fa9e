import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { findPlan } from "@/lib/data/plans";
import { insertIssue } from "@/lib/data/proposal-issues";
import { createProposal } from "@/lib/services/proposals";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";

/** A document without sections, under a title. */
export const bareDocument = (title: string): ProposalDocument => ({
  ...{ subject: title, title, name: "Proposal 1", issued: null, sections: [] },
  house: {
    ...{ organizationName: title, accentColour: null, logo: null },
    ...{ confidentiality: "", footer: "" },
  },
});

/** A proposal that was issued once, without the worker. */
export async function issuedProposal(
  ctx: Context,
  planId: string,
  title: string,
): Promise<{ readonly proposalId: string; readonly issue: number }> {
  const proposalId = randomUUID();
  const content = newProposalContent(title);
  await createProposal(ctx, { id: proposalId, planId, content });
  await withOrganization(ctx.orgId, async (tx) => {
    const plan = (await findPlan(tx, ctx.orgId, planId))?.plan;
    const snapshot = JSON.stringify({ plan, proposal: { number: 1, issue: 1, content } });
    await insertIssue(tx, ctx, {
      ...{ proposalId, issue: 1, snapshot, document: JSON.stringify(bareDocument(title)) },
      ...{ sha256: "0".repeat(64), planVersion: 1, engineVersion: "1.0", catalogVersion: "1" },
      issuedAt: new Date(),
    });
  });
  return { proposalId, issue: 1 };
}
