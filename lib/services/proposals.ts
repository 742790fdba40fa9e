import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { listStepsOfProposals, type StepOfIssue } from "@/lib/data/approval-steps";
import { withOrganization } from "@/lib/data/client";
import { plansWithoutPrices } from "@/lib/data/hidden-prices";
import { houseStyleOf } from "@/lib/data/house-styles";
import { findIssueJob } from "@/lib/data/job-inputs";
import { findOrganizationSettings } from "@/lib/data/organization-settings";
import { findPlan } from "@/lib/data/plans";
import { listIssues } from "@/lib/data/proposal-issues";
import {
  deleteProposal as deleteRow,
  findProposal,
  insertProposal,
  listProposals as list,
  updateProposal,
} from "@/lib/data/proposals";
import { AppError } from "@/lib/errors";
import { type ListedApproval, listedApproval } from "@/lib/schemas/approval";
import type {
  CreateProposal,
  DeleteProposal,
  ListedProposal,
  OpenedProposal,
  ProposalNamed,
  SaveProposal,
} from "@/lib/schemas/proposal";
import { withoutDangling } from "@/lib/schemas/references";
import { refuseHiddenPrices } from "./hidden-prices";
import { isSame, noSuchPlan, uuidOf } from "./in-plan";
import {
  changeProposal,
  noSuchProposal,
  type ProposalSaved,
  proposalIdOf,
  readableProposal,
  recordProposal,
  refuseStaleProposal,
} from "./in-proposal";
import { quotesOf } from "./plan-quotes";

/** All that the caller may see, the last changed first. */
export async function listProposals(
  ctx: Context,
  { planId }: { readonly planId?: string } = {},
): Promise<readonly ListedProposal[]> {
  authorize(ctx, "proposal:read");
  const of = planId === undefined ? {} : { planId: uuidOf(planId) };
  return withOrganization(ctx.orgId, async (tx) => {
    const hidden = await plansWithoutPrices(tx, ctx.orgId, ctx);
    const shown = (await list(tx, ctx.orgId, of)).filter((one) => !hidden.has(one.planId));
    const issued = shown.filter(({ issue }) => issue !== null).map(({ id }) => id);
    const steps = await listStepsOfProposals(tx, ctx.orgId, issued);
    return shown.map((one) => ({ ...one, approval: approvalOf(ctx, one, steps) }));
  });
}

/** Of the newest issue alone: what was answered to another counts for that one. */
function approvalOf(
  { userId }: Context,
  { id, issue }: Pick<ListedProposal, "id" | "issue">,
  all: readonly StepOfIssue[],
): ListedApproval {
  const steps = all.filter((one) => one.proposalId === id && one.issue === issue?.issue);
  return listedApproval(
    steps.map(({ step }) => step),
    userId,
  );
}

/** A draft with all that it is computed from. */
export async function getProposal(
  ctx: Context,
  { proposalId }: ProposalNamed,
): Promise<OpenedProposal> {
  authorize(ctx, "proposal:read");
  const id = proposalIdOf(proposalId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await readableProposal(tx, ctx, id);
    const found = await findPlan(tx, ctx.orgId, held.planId);
    const plan = found && withoutDangling(found.plan);
    const { settings } = await findOrganizationSettings(tx, ctx.orgId);
    const house = await houseStyleOf(tx, ctx.orgId, settings.name);
    return {
      ...held,
      ...{ plan, planVersion: found?.version ?? 0, house },
      quotes: plan ? await quotesOf(tx, ctx, { plan }) : [],
      issues: await listIssues(tx, ctx.orgId, { proposalId: id }),
      issueJob: await findIssueJob(tx, ctx.orgId, id),
      canEdit: can(ctx.role, "proposal:write"),
    };
  });
}

/** A draft of a plan; the id is the client's, so that a form sent twice makes one. */
export async function createProposal(
  ctx: Context,
  { id: asked, planId: ofPlan, content }: CreateProposal,
): Promise<ProposalSaved> {
  authorize(ctx, "proposal:write");
  const [id, planId] = [proposalIdOf(asked), uuidOf(ofPlan)];
  return withOrganization(ctx.orgId, async (tx) => {
    const twin = await findProposal(tx, ctx.orgId, id);
    if (twin) return { id, version: twin.version };
    if (!(await findPlan(tx, ctx.orgId, planId))) throw noSuchPlan();
    await refuseHiddenPrices(tx, ctx, planId);
    const number = await insertProposal(tx, ctx, { id, planId, content });
    if (number === null) {
      const other = await findProposal(tx, ctx.orgId, id);
      if (!other) throw noSuchProposal();
      return { id, version: other.version };
    }
    await recordProposal(tx, ctx, { id, planId, content, number }, { action: "create" });
    return { id, version: 1 };
  });
}

export async function saveProposal(ctx: Context, input: SaveProposal): Promise<ProposalSaved> {
  authorize(ctx, "proposal:write");
  const { content, expectedVersion } = input;
  return changeProposal(ctx, input.proposalId, async (tx, held) => {
    if (isSame(content, held.content)) return { id: held.id, version: held.version };
    refuseStaleProposal(held, expectedVersion);
    const version = await updateProposal(tx, ctx.orgId, { id: held.id, content });
    await recordProposal(tx, ctx, { ...held, content }, { action: "save" });
    return { id: held.id, version };
  });
}

/** With all that was issued of it: who deletes that says its title, as it does not come back. */
export async function deleteProposal(
  ctx: Context,
  { proposalId, title }: DeleteProposal,
): Promise<{ readonly id: string }> {
  authorize(ctx, "proposal:write");
  return changeProposal(ctx, proposalId, async (tx, held) => {
    const issues = await listIssues(tx, ctx.orgId, { proposalId: held.id });
    if (issues.length > 0 && title !== held.content.title) {
      const message = `Write the title as it is, \u201c${held.content.title}\u201d: what was issued is deleted with it.`;
      throw new AppError("INVALID", message, { fields: { title: message } });
    }
    await deleteRow(tx, ctx.orgId, held.id);
    await recordProposal(tx, ctx, held, { action: "delete" });
    return { id: held.id };
  });
}
