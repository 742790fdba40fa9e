import { createHash, randomUUID } from "node:crypto";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { insertIssue } from "@/lib/data/proposal-issues";
import { plainHouse } from "@/lib/schemas/house-style";
import type { Plan } from "@/lib/schemas/plan";
import { createProposal } from "@/lib/services/proposals";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";

const document: ProposalDocument = {
  ...{ subject: "About", title: "Title", name: "Proposal 1", sections: [] },
  ...{ issued: { date: "20 Nov 2026", snapshot: "", versions: "" }, house: plainHouse("House") },
};

type Of = { readonly planId: string; readonly plan: Plan };

/** A proposal of a plan, not issued yet. */
export async function newProposal(ctx: Context, { planId }: Pick<Of, "planId">): Promise<string> {
  const id = randomUUID();
  await createProposal(ctx, { id, planId, content: newProposalContent("House") });
  return id;
}

/** An issue with nothing in its document, where a test is about what happens to it; gives its hash. */
export async function insertEmptyIssue(
  ctx: Context,
  { plan, proposalId, issue }: Pick<Of, "plan"> & { proposalId: string; issue: number },
): Promise<string> {
  const proposal = { id: proposalId, number: 1, issue, content: newProposalContent("House") };
  const snapshot = JSON.stringify({ plan, proposal, document });
  const sha256 = createHash("sha256").update(snapshot).digest("hex");
  await withOrganization(ctx.orgId, (tx) =>
    insertIssue(tx, ctx, {
      ...{ proposalId, issue, snapshot, document: JSON.stringify(document), sha256 },
      ...{ planVersion: 1, engineVersion: "1.0", catalogVersion: "1", issuedAt: new Date() },
    }),
  );
  return sha256;
}
