import { type JobKind, jobKeptDays, maxAttempts } from "../schemas/job";
import type { Transaction } from "./client";
import { withOrganization } from "./client";
import { enqueue, type JobKey } from "./job-queue";
import { cancelChannel, jobName } from "./job-queue-names";

const at = ({ orgId, jobId }: JobKey) => ({ orgId_id: { orgId, id: jobId } });

const columns = {
  id: true,
  kind: true,
  state: true,
  progressFraction: true,
  progressStep: true,
  summary: true,
  error: true,
  attempt: true,
  createdByUserId: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} as const;

/** Newest first: of one member, or of all. */
export async function listJobRows(
  tx: Transaction,
  orgId: JobKey["orgId"],
  { userId, limit }: { readonly userId: string | null; readonly limit: number },
) {
  const rows = await tx.job.findMany({
    where: { orgId, ...(userId && { createdByUserId: userId }) },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: limit,
    select: { ...columns, createdBy: { select: { name: true } } },
  });
  // One query after another: a transaction has one connection.
  const files = await tx.storedFile.findMany({
    where: { orgId, purpose: "job-output", jobId: { in: rows.map(({ id }) => id) } },
    select: { jobId: true, name: true, sizeBytes: true, expiresAt: true },
  });
  return rows.map((row) => ({ ...row, file: files.find(({ jobId }) => jobId === row.id) ?? null }));
}

export async function findJobRow(tx: Transaction, { orgId, jobId }: JobKey) {
  const row = await tx.job.findUnique({
    where: at({ orgId, jobId }),
    select: { ...columns, createdBy: { select: { name: true } } },
  });
  if (!row) return null;
  const file = await tx.storedFile.findFirst({
    where: { orgId, purpose: "job-output", jobId },
    select: { jobId: true, name: true, sizeBytes: true, expiresAt: true },
  });
  return { ...row, file };
}

export const countOpenJobs = (tx: Transaction, orgId: JobKey["orgId"]): Promise<number> =>
  tx.job.count({ where: { orgId, state: { in: ["queued", "running"] } } });

export type JobHeld = {
  readonly kind: JobKind;
  readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
  readonly createdByUserId: string | null;
};

/** Held for the transaction: whoever else changes it waits. */
export async function findJobForUpdate(
  tx: Transaction,
  { orgId, jobId }: JobKey,
): Promise<JobHeld | null> {
  const rows = await tx.$queryRaw<JobHeld[]>`
    select kind, state::text as state, created_by_user_id as "createdByUserId" from job
    where org_id = ${orgId}::uuid and id = ${jobId}::uuid for update`;
  return rows[0] ?? null;
}

/** What a job is told, as JSON. */
type JobOrder = { readonly [key: string]: string | number | JobOrder };

export type NewJob = {
  readonly kind: JobKind;
  readonly createdByUserId: string;
  readonly input?: JobOrder;
};

/** Writes the job and queues it; false where the organization has a job of this id already. */
export async function insertJob(tx: Transaction, key: JobKey, job: NewJob): Promise<boolean> {
  const data = [{ orgId: key.orgId, id: key.jobId, ...job }];
  const { count } = await tx.job.createMany({ data, skipDuplicates: true });
  if (count > 0) await enqueue(tx, key);
  return count > 0;
}

/** Begins again with all its attempts, as if it had just been asked for. */
export async function queueAgain(tx: Transaction, key: JobKey): Promise<void> {
  await tx.job.update({
    where: at(key),
    data: {
      ...{ state: "queued", attempt: 0, startedAt: null, finishedAt: null, expiresAt: null },
      ...{ progressFraction: null, progressStep: null, error: null },
    },
  });
  await enqueue(tx, key);
}

/** From here on nothing that a running attempt writes counts; the worker that runs it is told at once. */
export async function cancelJobRow(tx: Transaction, key: JobKey): Promise<void> {
  await tx.job.update({ where: at(key), data: { state: "cancelled", ...ended() } });
  await tx.$queryRaw`select pg_notify(${cancelChannel}, ${jobName(key)})::text`;
}

/** With its files. */
export async function deleteJob(tx: Transaction, key: JobKey): Promise<void> {
  await tx.job.delete({ where: at(key) });
}

export type Claim = {
  readonly kind: JobKind;
  /** No other attempt of the job ever has it. */
  readonly claimNumber: number;
  readonly attempt: number;
  readonly createdByUserId: string | null;
};

/**
 * Begins the next attempt; null where there is nothing to do any more. A job that was running has lost its
 * worker, which the caller has made sure of.
 */
export async function claimJob(key: JobKey): Promise<Claim | null> {
  return withOrganization(key.orgId, async (tx) => {
    const rows = await tx.$queryRaw<Claim[]>`
      update job set state = 'running', attempt = attempt + 1, claim_number = claim_number + 1,
        started_at = coalesce(started_at, now()),
        progress_fraction = null, progress_step = null
      where org_id = ${key.orgId}::uuid and id = ${key.jobId}::uuid and state in ('queued', 'running')
        and attempt <= ${maxAttempts}
      returning kind, attempt, claim_number as "claimNumber", created_by_user_id as "createdByUserId"`;
    return rows[0] ?? null;
  });
}

/** The job while this claim is the one that counts. */
const running = ({ orgId, jobId }: JobKey, claimNumber: number) => ({
  where: { orgId, id: jobId, claimNumber, state: "running" as const },
});

const dayMs = 24 * 60 * 60 * 1000;
function ended() {
  const finishedAt = new Date();
  return { finishedAt, expiresAt: new Date(finishedAt.getTime() + jobKeptDays * dayMs) };
}

/** Each says whether this claim still counted. */
export async function saveProgress(
  key: JobKey,
  claimNumber: number,
  progress: { readonly fraction: number; readonly step: string },
): Promise<boolean> {
  const data = { progressFraction: progress.fraction, progressStep: progress.step };
  return withOrganization(key.orgId, async (tx) => {
    const { count } = await tx.job.updateMany({ ...running(key, claimNumber), data });
    return count > 0;
  });
}

export async function setSucceeded(
  tx: Transaction,
  key: JobKey,
  {
    claimNumber,
    counts,
  }: { readonly claimNumber: number; readonly counts: Readonly<Record<string, number>> },
): Promise<boolean> {
  const data = {
    state: "succeeded" as const,
    progressFraction: 1,
    progressStep: null,
    error: null,
  };
  const { count } = await tx.job.updateMany({
    ...running(key, claimNumber),
    data: { ...data, summary: { ...counts }, ...ended() },
  });
  return count > 0;
}

export async function setFailed(
  tx: Transaction,
  key: JobKey,
  { claimNumber, error }: { readonly claimNumber: number; readonly error: string },
): Promise<boolean> {
  const { count } = await tx.job.updateMany({
    ...running(key, claimNumber),
    data: { state: "failed", progressStep: null, error, ...ended() },
  });
  return count > 0;
}

/** Back to waiting. An attempt that was given up for no reason of its own does not count as one. False where it is over. */
export async function setWaiting(
  key: JobKey,
  {
    claimNumber,
    error,
    counts,
  }: { readonly claimNumber: number; readonly error: string | null; readonly counts: boolean },
): Promise<boolean> {
  return withOrganization(key.orgId, async (tx) => {
    const { count } = await tx.job.updateMany({
      ...running(key, claimNumber),
      data: {
        ...{ state: "queued", progressFraction: null, progressStep: null, error },
        ...(counts ? {} : { attempt: { decrement: 1 } }),
      },
    });
    return count > 0;
  });
}

/** What no attempt has brought to an end; false where it has ended all the same. */
export async function setDead(tx: Transaction, { orgId, jobId }: JobKey, error: string) {
  const { count } = await tx.job.updateMany({
    where: { orgId, id: jobId, state: { in: ["queued", "running"] } },
    data: { state: "failed", progressStep: null, error, ...ended() },
  });
  return count > 0;
}

/** Jobs that finished so long ago that nobody looks for them. */
export async function deleteExpiredJobs(tx: Transaction, orgId: JobKey["orgId"]): Promise<number> {
  const { count } = await tx.job.deleteMany({ where: { orgId, expiresAt: { lte: new Date() } } });
  return count;
}
