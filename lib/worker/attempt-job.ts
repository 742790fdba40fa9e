import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import type { JobKey } from "@/lib/data/job-queue";
import { type Claim, setSucceeded } from "@/lib/data/jobs";
import { findMember } from "@/lib/data/members";
import { insertFile } from "@/lib/data/stored-files";
import { AppError } from "@/lib/errors";
import { fileKeptDays, type JobKind } from "@/lib/schemas/job";
import { recordJob } from "@/lib/services/job-keys";
import { importLines } from "@/lib/services/lines-import-job";
import { type JobOutcome, type JobTools, makeExport } from "@/lib/services/organization-export";
import { importPrices } from "@/lib/services/price-import-job";
import { makeProposalFile } from "@/lib/services/proposal-files";
import { issueProposal } from "@/lib/services/proposal-issues";
import { readRfqAnswer } from "./read-rfq-answer";

type Work = (ctx: Context, tools: JobTools) => Promise<JobOutcome>;

/** The work behind each kind of job. */
const works: Readonly<Record<JobKind, Work>> = {
  "organization-export": makeExport,
  "price-import": importPrices,
  "rfq-answer": readRfqAnswer,
  "quote-lines-import": importLines,
  "proposal-issue": issueProposal,
  "proposal-file": makeProposalFile,
};

/** Another attempt, or a person who cancelled, came before the end of this one: what it made does not count. */
export class SupersededError extends Error {}

const dayMs = 24 * 60 * 60 * 1000;

/** Does the work and keeps what it made, all of it or nothing, and that once. */
export async function attemptJob(key: JobKey, claim: Claim, tools: JobTools): Promise<void> {
  const ctx = await callerOf(key, claim);
  const work = works[claim.kind];
  const { file, counts, write } = await work(ctx, tools);
  tools.signal.throwIfAborted();
  await withOrganization(key.orgId, async (tx) => {
    if (!(await setSucceeded(tx, key, { claimNumber: claim.claimNumber, counts })))
      throw new SupersededError("Another attempt took this job over.");
    await write?.(tx);
    if (file)
      await insertFile(tx, key.orgId, {
        ...file,
        purpose: "job-output",
        jobId: key.jobId,
        createdByUserId: ctx.userId,
        expiresAt: new Date(Date.now() + fileKeptDays * dayMs),
      });
    await recordJob(tx, ctx, { action: "finish", jobId: key.jobId, kind: claim.kind });
  });
}

/** A job acts for the member who asked for it, and never beyond what they may do now. */
async function callerOf({ orgId, jobId }: JobKey, { createdByUserId }: Claim): Promise<Context> {
  const member =
    createdByUserId &&
    (await withOrganization(orgId, (tx) => findMember(tx, orgId, createdByUserId)));
  if (!member)
    throw new AppError(
      "FORBIDDEN",
      "Who asked for this is no member of the organization any more. Ask for it anew.",
    );
  return { orgId, userId: member.userId, role: member.role, sessionId: jobId };
}
