import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { type Transaction, withOrganization } from "@/lib/data/client";
import {
  cancelJobRow,
  countOpenJobs,
  deleteJob,
  findJobRow,
  listJobRows,
  queueAgain,
} from "@/lib/data/jobs";
import { type FileRead, findJobOutput } from "@/lib/data/stored-files";
import { AppError } from "@/lib/errors";
import type { JobCounts, JobKind, JobNamed, JobSummary } from "@/lib/schemas/job";
import { maxOpenJobs } from "@/lib/schemas/job";
import { readableOrder } from "./file-order";
import { authorizeJob, changeJob, jobKeyOf, noSuchJob, recordJob, rightOf } from "./job-keys";

const mostListed = 100;

export type JobChanged = { readonly id: string };

/** One's own jobs; all members' for an administrator. Newest first. */
export async function listJobs(ctx: Context): Promise<readonly JobSummary[]> {
  authorize(ctx, "job:manage");
  const userId = can(ctx.role, "job:manage-all") ? null : ctx.userId;
  const rows = await withOrganization(ctx.orgId, (tx) =>
    listJobRows(tx, ctx.orgId, { userId, limit: mostListed }),
  );
  return rows.map((row) => toSummary(ctx, row));
}

/** One's own; anybody's for an administrator. */
export async function getJob(ctx: Context, { jobId }: JobNamed): Promise<JobSummary> {
  authorize(ctx, "job:manage");
  const key = jobKeyOf(ctx, jobId);
  const row = await withOrganization(ctx.orgId, (tx) => findJobRow(tx, key));
  if (!row) throw noSuchJob();
  authorizeJob(ctx, row);
  return toSummary(ctx, row);
}

type Row = Awaited<ReturnType<typeof listJobRows>>[number];

function toSummary(ctx: Context, row: Row): JobSummary {
  const { createdByUserId, createdBy, summary, file, createdAt, startedAt, finishedAt } = row;
  const { id, state, progressFraction, progressStep, error, attempt } = row;
  return {
    ...{ id, state, progressFraction, progressStep, error, attempt },
    kind: row.kind as JobKind,
    counts: (summary ?? {}) as JobCounts,
    requestedByName: createdBy?.name ?? null,
    isOwn: createdByUserId === ctx.userId,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    file: file && {
      name: file.name,
      sizeBytes: file.sizeBytes,
      expiresAt: file.expiresAt?.toISOString() ?? null,
    },
  };
}

/** Cancelling twice is cancelling once; what has ended stays as it ended. */
export async function cancelJob(ctx: Context, { jobId }: JobNamed): Promise<JobChanged> {
  authorize(ctx, "job:manage");
  return changeJob(ctx, jobId, async (tx, { key, kind, state }) => {
    if (state === "queued" || state === "running") {
      await cancelJobRow(tx, key);
      await recordJob(tx, ctx, { action: "cancel", jobId: key.jobId, kind });
    }
    return { id: key.jobId };
  });
}

/** Begins again what failed or was cancelled; what waits, runs or succeeded stays as it is. */
export async function retryJob(ctx: Context, { jobId }: JobNamed): Promise<JobChanged> {
  authorize(ctx, "job:manage");
  return changeJob(ctx, jobId, async (tx, { key, kind, state }) => {
    if (state === "failed" || state === "cancelled") {
      await refuseTooManyJobs(tx, ctx);
      await queueAgain(tx, key);
      await recordJob(tx, ctx, { action: "retry", jobId: key.jobId, kind });
    }
    return { id: key.jobId };
  });
}

/** With its files. What runs is to be cancelled first: nothing disappears under a worker's hands. */
export async function removeJob(ctx: Context, { jobId }: JobNamed): Promise<JobChanged> {
  authorize(ctx, "job:manage");
  return changeJob(ctx, jobId, async (tx, { key, kind, state }) => {
    if (state === "queued" || state === "running")
      throw new AppError("CONFLICT", "This job has not ended. Cancel it first.");
    await deleteJob(tx, key);
    await recordJob(tx, ctx, { action: "remove", jobId: key.jobId, kind });
    return { id: key.jobId };
  });
}

/** What a job made. Each download is audited: the file leaves the organization. */
export async function getJobFile(ctx: Context, { jobId }: JobNamed): Promise<FileRead> {
  authorize(ctx, "job:manage");
  const key = jobKeyOf(ctx, jobId);
  const of = await changeJob(ctx, jobId, async (_tx, { kind }) => {
    authorize(ctx, rightOf[kind]);
    return kind;
  });
  if (of === "proposal-file") await readableOrder(ctx, key);
  // Outside of a transaction: it takes a connection of its own, and would wait for one while holding another.
  const file = await findJobOutput(key);
  if (!file)
    throw new AppError(
      "NOT_FOUND",
      "This job has no file, or none any more: files are deleted after 7 days. Ask for another one.",
    );
  await changeJob(ctx, jobId, (tx, { kind }) =>
    recordJob(tx, ctx, { action: "download", jobId: key.jobId, kind }),
  );
  return file;
}

export async function refuseTooManyJobs(tx: Transaction, { orgId }: Context): Promise<void> {
  if ((await countOpenJobs(tx, orgId)) < maxOpenJobs) return;
  throw new AppError(
    "INVALID",
    `${maxOpenJobs} jobs wait or run in this organization already. Wait for one to end, or cancel one.`,
  );
}
