import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { deleteJobInput, findJobInput } from "@/lib/data/job-inputs";
import { findJobForUpdate, insertJob } from "@/lib/data/jobs";
import { AppError } from "@/lib/errors";
import type { IssueSnapshot } from "@/lib/exporters/proposal-issue";
import {
  type IssueNamed,
  type OpenedProposal,
  type RequestIssue,
  requestIssueInput,
} from "@/lib/schemas/proposal";
import {
  changeProposal,
  proposalIdOf,
  readableIssue,
  readableProposal,
  refuseStaleProposal,
} from "./in-proposal";
import { jobKeyOf, recordJob } from "./job-keys";
import { type JobChanged, refuseTooManyJobs } from "./jobs";
import type { JobOutcome, JobTools } from "./organization-export";
import { frozenIssue } from "./proposal-freezing";
import { getProposal } from "./proposals";

/** Asks for an issue of what is on screen: a job, as its analyses run the engine some hundred times. */
export async function requestIssue(ctx: Context, input: RequestIssue): Promise<JobChanged> {
  authorize(ctx, "proposal:write");
  const key = jobKeyOf(ctx, input.id);
  return changeProposal(ctx, input.proposalId, async (tx, held) => {
    if (await findJobForUpdate(tx, key)) return { id: key.jobId };
    refuseStaleProposal(held, input.expectedVersion);
    await refuseTooManyJobs(tx, ctx);
    const kind = "proposal-issue";
    if (await insertJob(tx, key, { kind, createdByUserId: ctx.userId, input }))
      await recordJob(tx, ctx, { action: "create", jobId: key.jobId, kind });
    return { id: key.jobId };
  });
}

/** The work of the job: computes everything anew from the plan as it is, and keeps it. */
export async function issueProposal(ctx: Context, tools: JobTools): Promise<JobOutcome> {
  authorize(ctx, "proposal:write");
  const { orgId } = ctx;
  const key = jobKeyOf(ctx, tools.jobId);
  await tools.report(0.05, "computing");
  const found = await withOrganization(orgId, (tx) => findJobInput(tx, key));
  const order = requestIssueInput.parse(found?.input);
  const opened = await getProposal(ctx, { proposalId: order.proposalId });
  refuseMoved(opened, order);
  const { issue, write } = await frozenIssue(ctx, opened, tools);
  return {
    file: null,
    counts: { issue },
    write: async (tx) => {
      await write(tx);
      await deleteJobInput(tx, key);
    },
  };
}

/** Nobody signs what they have not seen. */
function refuseMoved(opened: OpenedProposal, order: RequestIssue): void {
  refuseStaleProposal(opened, order.expectedVersion);
  if (opened.plan && opened.planVersion === order.expectedPlanVersion) return;
  throw new AppError(
    "CONFLICT",
    opened.plan
      ? "The plan changed after this issue was asked for, so nothing was issued. Look at the draft, and issue it again."
      : "The plan of this proposal was deleted, so nothing was issued.",
  );
}

export type OpenedIssue = {
  readonly snapshot: IssueSnapshot;
  readonly sha256: string;
  /** The document as it was issued, with its hash. */
  readonly document: IssueSnapshot["document"];
};

/** What was issued, as it was. */
export async function getIssue(ctx: Context, named: IssueNamed): Promise<OpenedIssue> {
  authorize(ctx, "proposal:read");
  const { text, snapshot } = await readIssue(ctx, named);
  const document = JSON.parse(text.document) as IssueSnapshot["document"];
  return { snapshot, document, sha256: text.sha256 };
}

/** The snapshot as a file: its SHA-256 is the hash of the issue, by any tool. */
export async function getIssueFile(
  ctx: Context,
  named: IssueNamed,
): Promise<{ readonly fileName: string; readonly text: string }> {
  authorize(ctx, "proposal:read");
  const { text, snapshot } = await readIssue(ctx, named);
  const { number, issue } = snapshot.proposal;
  return { fileName: `proposal-${number}-issue-${issue}.json`, text: text.snapshot };
}

function readIssue(ctx: Context, { proposalId, issue }: IssueNamed) {
  const id = proposalIdOf(proposalId);
  return withOrganization(ctx.orgId, async (tx) => {
    await readableProposal(tx, ctx, id);
    return readableIssue(tx, ctx, { proposalId: id, issue });
  });
}
