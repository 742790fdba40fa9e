import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { findIssueFile, findJobInput } from "@/lib/data/job-inputs";
import { findJobForUpdate, insertJob } from "@/lib/data/jobs";
import { proposalPdf } from "@/lib/exporters/proposal-pdf/proposal-pdf";
import {
  type IssueFile,
  type IssueNamed,
  type RequestPdf,
  requestPdfInput,
} from "@/lib/schemas/proposal";
import { proposalIdOf, readableProposal } from "./in-proposal";
import { jobKeyOf, recordJob } from "./job-keys";
import { type JobChanged, refuseTooManyJobs } from "./jobs";
import type { JobOutcome, JobTools } from "./organization-export";
import { getIssue } from "./proposal-issues";

const kind = "proposal-pdf";

/** Asks for an issue as a PDF: a job with its file, kept for download. */
export async function requestProposalPdf(
  ctx: Context,
  { id, proposalId, issue }: RequestPdf,
): Promise<JobChanged> {
  authorize(ctx, "proposal:read");
  authorize(ctx, "job:manage");
  const key = jobKeyOf(ctx, id);
  await getIssue(ctx, { proposalId, issue });
  return withOrganization(ctx.orgId, async (tx) => {
    if (await findJobForUpdate(tx, key)) return { id: key.jobId };
    await refuseTooManyJobs(tx, ctx);
    const input = { id, proposalId, issue };
    if (await insertJob(tx, key, { kind, createdByUserId: ctx.userId, input }))
      await recordJob(tx, ctx, { action: "create", jobId: key.jobId, kind });
    return { id: key.jobId };
  });
}

/** The work of the job: the document as it was issued, laid out; nothing of it is computed anew. */
export async function makeProposalPdf(ctx: Context, tools: JobTools): Promise<JobOutcome> {
  authorize(ctx, "proposal:read");
  const key = jobKeyOf(ctx, tools.jobId);
  const found = await withOrganization(ctx.orgId, (tx) => findJobInput(tx, key));
  const { proposalId, issue } = requestPdfInput.parse(found?.input);
  const { document, snapshot } = await getIssue(ctx, { proposalId, issue });
  await tools.report(0.1, "laying-out");
  const bytes = await proposalPdf(document);
  const name = `proposal-${snapshot.proposal.number}-issue-${issue}.pdf`;
  return { file: { name, mediaType: "application/pdf", bytes }, counts: { issue } };
}

/** The PDF of an issue as far as it is; null while nobody asked for one. */
export async function getIssuePaper(
  ctx: Context,
  { proposalId, issue }: IssueNamed,
): Promise<IssueFile | null> {
  authorize(ctx, "proposal:read");
  const id = proposalIdOf(proposalId);
  return withOrganization(ctx.orgId, async (tx) => {
    await readableProposal(tx, ctx, id);
    return findIssueFile(tx, ctx.orgId, { proposalId: id, issue });
  });
}
