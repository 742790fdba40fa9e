import type { Context } from "@/lib/auth/context";
import { catalogVersion } from "@/lib/catalog/version";
import type { Transaction } from "@/lib/data/client";
import { insertIssue, listIssues } from "@/lib/data/proposal-issues";
import { engineVersion } from "@/lib/engine";
import { AppError } from "@/lib/errors";
import { freezeIssue, type IssueOf } from "@/lib/exporters/proposal-issue";
import type { OpenedProposal } from "@/lib/schemas/proposal";
import { noSuchProposal, recordProposal } from "./in-proposal";
import type { JobTools } from "./organization-export";
import { inSteps } from "./proposal-steps";

/** The next issue of a proposal, computed and not yet kept: `write` keeps it, unless another came before. */
export async function frozenIssue(
  ctx: Context,
  opened: OpenedProposal,
  tools: Pick<JobTools, "report" | "signal">,
): Promise<{ readonly issue: number; readonly write: (tx: Transaction) => Promise<void> }> {
  const of = issueOf(opened);
  const { issue, planVersion } = of;
  const made = await inSteps(freezeIssue(of), tools);
  await tools.report(0.95, "freezing");
  const write = async (tx: Transaction) => {
    const { id: proposalId, issues } = opened;
    if ((await listIssues(tx, ctx.orgId, { proposalId })).length !== issues.length)
      throw new AppError(
        "CONFLICT",
        "Somebody else issued this proposal meanwhile. Look at that issue first.",
      );
    await insertIssue(tx, ctx, {
      ...{ proposalId, issue, ...made, planVersion },
      ...{ engineVersion: of.engineVersion, catalogVersion: of.catalogVersion },
      issuedAt: new Date(of.issuedAt),
    });
    await recordProposal(tx, ctx, opened, { action: "issue", issue });
  };
  return { issue, write };
}

function issueOf(opened: OpenedProposal): IssueOf {
  const { plan, planVersion, quotes, house, issues } = opened;
  if (!plan) throw noSuchProposal();
  return {
    ...{ proposal: opened, plan, planVersion, quotes, house },
    issue: (issues[0]?.issue ?? 0) + 1,
    ...{ engineVersion, catalogVersion: catalogVersion(), issuedAt: new Date().toISOString() },
  };
}
