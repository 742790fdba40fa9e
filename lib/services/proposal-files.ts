import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { findJobInput } from "@/lib/data/job-inputs";
import { findJobForUpdate, insertJob } from "@/lib/data/jobs";
import { listProposalFiles } from "@/lib/data/proposal-files";
import { type FileRead, findJobOutput } from "@/lib/data/stored-files";
import { AppError } from "@/lib/errors";
import { fileMakers, type ProposalSource, withTrail } from "@/lib/exporters/proposal-files";
import { computeDraft } from "@/lib/exporters/proposal-issue";
import type { IssueNamed } from "@/lib/schemas/proposal";
import {
  type FileNamed,
  type FileSubject,
  type ProposalFile,
  type ProposalFilesOf,
  type RequestFile,
  requestFileInput,
} from "@/lib/schemas/proposal-file";
import { getTrail } from "./approval-trail";
import { readableOrder } from "./file-order";
import { proposalIdOf, readableProposal, refuseStaleProposal, shownPlan } from "./in-proposal";
import { jobKeyOf, noSuchJob, recordJob } from "./job-keys";
import { type JobChanged, refuseTooManyJobs } from "./jobs";
import type { JobOutcome, JobTools } from "./organization-export";
import { getIssue } from "./proposal-issues";
import { inSteps } from "./proposal-steps";
import { getProposal } from "./proposals";

const kind = "proposal-file";

/** Asks for a proposal as a file: a job whose file is kept for download. Whoever may read it may have it. */
export async function requestProposalFile(ctx: Context, input: RequestFile): Promise<JobChanged> {
  authorize(ctx, "proposal:read");
  const key = jobKeyOf(ctx, input.id);
  const { proposalId, of } = input;
  if ("issue" in of) await getIssue(ctx, { proposalId, issue: of.issue });
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await readableProposal(tx, ctx, proposalIdOf(proposalId));
    if (await findJobForUpdate(tx, key)) return { id: key.jobId };
    if ("version" in of) refuseStaleProposal(held, of.version);
    await refuseTooManyJobs(tx, ctx);
    const order = { ...input, id: key.jobId, proposalId: held.id };
    if (await insertJob(tx, key, { kind, createdByUserId: ctx.userId, input: order }))
      await recordJob(tx, ctx, { action: "create", jobId: key.jobId, kind });
    return { id: key.jobId };
  });
}

/** The work of the job. Nothing of an issue is computed anew; how it was approved follows it. */
export async function makeProposalFile(ctx: Context, tools: JobTools): Promise<JobOutcome> {
  authorize(ctx, "proposal:read");
  const key = jobKeyOf(ctx, tools.jobId);
  const found = await withOrganization(ctx.orgId, (tx) => findJobInput(tx, key));
  const { proposalId, of, format } = requestFileInput.parse(found?.input);
  const { stem, source } =
    "issue" in of
      ? await issuedSource(ctx, { proposalId, issue: of.issue })
      : await draftSource(ctx, { proposalId, of }, tools);
  await tools.report(0.9, "laying-out");
  const { mediaType, extension, refusal, make } = fileMakers[format];
  const tooLarge = refusal?.(source) ?? null;
  if (tooLarge !== null) throw new AppError("INVALID", tooLarge);
  const bytes = await make(source);
  return { file: { name: `${stem}.${extension}`, mediaType, bytes }, counts: { file: 1 } };
}

type Sourced = { readonly stem: string; readonly source: ProposalSource };

async function issuedSource(ctx: Context, named: IssueNamed): Promise<Sourced> {
  const { document, snapshot, sha256 } = await getIssue(ctx, named);
  const steps = await getTrail(ctx, named);
  const exportedAt = new Date().toISOString();
  const source = { document, plan: shownPlan(snapshot), projection: snapshot.results };
  return {
    stem: `proposal-${snapshot.proposal.number}-issue-${named.issue}`,
    source: withTrail(source, { steps, sha256, exportedAt }),
  };
}

type DraftNamed = {
  readonly proposalId: string;
  readonly of: Extract<FileSubject, { version: number }>;
};

async function draftSource(
  ctx: Context,
  { proposalId, of }: DraftNamed,
  tools: JobTools,
): Promise<Sourced> {
  const opened = await getProposal(ctx, { proposalId });
  const { plan, planVersion, quotes, house, issues } = opened;
  refuseStaleProposal(opened, of.version);
  if (!plan)
    throw new AppError(
      "NOT_FOUND",
      "The plan of this proposal was deleted, so there is no draft to make a file of. What was issued of it can be exported as before.",
    );
  if (planVersion !== of.planVersion)
    throw new AppError(
      "CONFLICT",
      "The plan changed after this file was asked for. Look at the draft, and ask for it again.",
    );
  const nextIssue = (issues[0]?.issue ?? 0) + 1;
  const computed = computeDraft({ proposal: opened, plan, quotes, house, nextIssue });
  const { document, material } = await inSteps(computed, tools);
  const { results } = material;
  return {
    stem: `proposal-${opened.number}-draft`,
    source: { document, plan: results.plan, projection: results.projection },
  };
}

/** Of each format the newest file, as far as it is. */
export async function listFiles(
  ctx: Context,
  { proposalId, of }: ProposalFilesOf,
): Promise<readonly ProposalFile[]> {
  authorize(ctx, "proposal:read");
  const id = proposalIdOf(proposalId);
  return withOrganization(ctx.orgId, async (tx) => {
    await readableProposal(tx, ctx, id);
    return listProposalFiles(tx, ctx.orgId, { proposalId: id, of });
  });
}

/** A file that was made, for all who may read the proposal. Each download is audited: it leaves the organization. */
export async function getProposalFile(ctx: Context, named: FileNamed): Promise<FileRead> {
  authorize(ctx, "proposal:read");
  const id = proposalIdOf(named.proposalId);
  const key = jobKeyOf(ctx, named.jobId);
  if ((await readableOrder(ctx, key)).proposalId !== id) throw noSuchJob();
  // Outside of a transaction: it takes a connection of its own, and would wait for one while holding another.
  const file = await findJobOutput(key);
  if (!file)
    throw new AppError(
      "NOT_FOUND",
      "This file is not made yet, or was deleted: files are kept for 7 days. Ask for another one.",
    );
  await withOrganization(ctx.orgId, (tx) =>
    recordJob(tx, ctx, { action: "download", jobId: key.jobId, kind }),
  );
  return file;
}
