import type { Context } from "@/lib/auth/context";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { findIssueText, type IssueKey, type IssueText } from "@/lib/data/proposal-issues";
import { findProposal, lockProposal } from "@/lib/data/proposals";
import { underScenario } from "@/lib/engine";
import { AppError } from "@/lib/errors";
import type { IssueSnapshot } from "@/lib/exporters/proposal-issue";
import type { Plan } from "@/lib/schemas/plan";
import type { Proposal } from "@/lib/schemas/proposal";
import { refuseHiddenPrices, refuseHiddenQuotesIn } from "./hidden-prices";
import { idOr } from "./ids";

/** The same words for a proposal that never was, was deleted, or is another organization's. */
export const noSuchProposal = () =>
  new AppError("NOT_FOUND", "There is no such proposal. It may have been deleted.");

export const proposalIdOf = (id: string): string => idOr(id, noSuchProposal);

export type ProposalSaved = { readonly id: string; readonly version: number };

/** A proposal tells what its plan costs: who is given no price of the plan is given none here. */
export async function readableProposal(
  tx: Transaction,
  ctx: Context,
  id: string,
): Promise<Proposal> {
  const held = await findProposal(tx, ctx.orgId, id);
  if (!held) throw noSuchProposal();
  await refuseHiddenPrices(tx, ctx, held.planId);
  return held;
}

/** An issue of a proposal that the caller may read: its plan had quotes of its own then. */
export async function readableIssue(
  tx: Transaction,
  ctx: Context,
  key: IssueKey,
): Promise<{ readonly text: IssueText; readonly snapshot: IssueSnapshot }> {
  const text = await findIssueText(tx, ctx.orgId, key);
  if (!text) throw noSuchProposal();
  const snapshot = JSON.parse(text.snapshot) as IssueSnapshot;
  await refuseHiddenQuotesIn(tx, ctx, snapshot.plan.options);
  return { text, snapshot };
}

/** The plan of an issue as it shows it: no issue was frozen without its scenario. */
export const shownPlan = ({ plan, proposal }: Pick<IssueSnapshot, "plan" | "proposal">): Plan =>
  underScenario(plan, proposal.content.scenarioId) ?? plan;

/** Changes a proposal in one transaction, one change at a time for each. */
export function changeProposal<T>(
  ctx: Context,
  proposalId: string,
  change: (tx: Transaction, held: Proposal) => Promise<T>,
): Promise<T> {
  const id = proposalIdOf(proposalId);
  return withOrganization(ctx.orgId, async (tx) => {
    if (!(await lockProposal(tx, ctx.orgId, id))) throw noSuchProposal();
    return change(tx, await readableProposal(tx, ctx, id));
  });
}

export function refuseStaleProposal(held: Proposal, expectedVersion: number): void {
  if (held.version === expectedVersion) return;
  throw new AppError(
    "CONFLICT",
    `${held.content.title} changed since you opened it (version ${held.version}, yours was ${expectedVersion}). Reload to see it; your entries are kept here until then.`,
    { currentVersion: held.version },
  );
}

export type ProposalAction =
  | ("create" | "save" | "issue" | "delete")
  | ("ask" | "withdraw" | "approve" | "reject" | "comment")
  | ("share" | "revoke");

type ProposalEvent = {
  readonly action: ProposalAction;
  readonly issue?: number;
  readonly reviewer?: string;
  /** For whom a share link is. */
  readonly link?: string;
};

/** Who did what with which proposal, in the transaction of the change. */
export const recordProposal = (
  tx: Transaction,
  ctx: Context,
  { id, planId, content, number }: Pick<Proposal, "id" | "planId" | "content" | "number">,
  { action, ...detail }: ProposalEvent,
): Promise<void> =>
  insertAuditEvent(tx, ctx, {
    ...{ action, subject: "proposal", subjectId: id, planId },
    detail: { name: content.title, number, ...detail },
  });
