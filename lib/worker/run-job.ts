import { withOrganization } from "@/lib/data/client";
import type { Holds } from "@/lib/data/job-holds";
import type { JobKey } from "@/lib/data/job-queue";
import { type Claim, claimJob, saveProgress, setFailed, setWaiting } from "@/lib/data/jobs";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log/logger";
import { maxAttempts } from "@/lib/schemas/job";
import { recordJob } from "@/lib/services/job-keys";
import type { JobTools } from "@/lib/services/organization-export";
import { attemptJob, SupersededError } from "./attempt-job";
import { isDiskFull } from "./full-disk";

/** Why an attempt is given up from outside. */
export type GivenUp = "cancelled" | "stopping";

/** The queue brings the job again: nothing is wrong that has not been said. */
export class AgainError extends Error {}

const reportEveryMs = 250;
const reference = ({ jobId }: JobKey) => jobId.slice(0, 8);

export const lostWords = (key: JobKey) =>
  `The worker ended ${maxAttempts} times while it did this. Retry it once; if it fails again, tell whoever runs Loadline this number: ${reference(key)}.`;
const bugWords = (key: JobKey) =>
  `Something went wrong on the server, ${maxAttempts} times. Retry it later; if it fails again, tell whoever runs Loadline this number: ${reference(key)}.`;
const diskWords =
  "The disk of the server is full, so nothing was kept. Ask whoever runs Loadline to make room, then retry it.";
const againWords = "The last attempt failed. The next one begins by itself.";

/**
 * One message of the queue: brings its job a step on and returns, or throws where the queue should bring it
 * again later. A job that ended needs nothing; one that is held may need this message once it is let go.
 */
export async function runJob(key: JobKey, holds: Holds, stop: AbortController): Promise<void> {
  if (!(await holds.take(key))) throw new AgainError("Another attempt holds this job.");
  try {
    const claim = await claimJob(key);
    if (!claim) return;
    if (claim.attempt > maxAttempts) return await fail(key, claim, lostWords(key));
    log().info({ job: key.jobId, kind: claim.kind, attempt: claim.attempt }, "job begins");
    await attemptJob(key, claim, toolsOf(key, claim, stop)).catch((error: unknown) =>
      endOf(error, key, claim, stop.signal),
    );
  } finally {
    await holds.release(key).catch(() => {});
  }
}

/** Progress is for people: written now and then. It also tells an attempt that it counts no more. */
function toolsOf(key: JobKey, { claimNumber }: Claim, stop: AbortController): JobTools {
  let saidAt = 0;
  return {
    jobId: key.jobId,
    signal: stop.signal,
    report: async (fraction, step) => {
      stop.signal.throwIfAborted();
      if (performance.now() - saidAt < reportEveryMs) return;
      saidAt = performance.now();
      if (!(await saveProgress(key, claimNumber, { fraction, step }))) stop.abort("cancelled");
      stop.signal.throwIfAborted();
    },
  };
}

/** What becomes of a job whose attempt came to no good end. */
async function endOf(
  error: unknown,
  key: JobKey,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const { attempt, claimNumber } = claim;
  if (error instanceof SupersededError) return;
  if (signal.aborted) {
    // A call to cancel that comes late may reach the attempt after the one it meant.
    if (!(await setWaiting(key, { claimNumber, error: null, counts: false }))) return;
    throw new AgainError("The attempt was given up.");
  }
  if (error instanceof AppError) return fail(key, claim, error.message);
  log().error({ err: error, job: key.jobId, kind: claim.kind, attempt }, "job failed");
  if (isDiskFull(error)) return fail(key, claim, diskWords);
  if (attempt >= maxAttempts) return fail(key, claim, bugWords(key));
  await setWaiting(key, { claimNumber, error: againWords, counts: true });
  throw new AgainError("The attempt failed.");
}

/** The dead letter that people read. */
async function fail(key: JobKey, { claimNumber, kind, createdByUserId }: Claim, error: string) {
  await withOrganization(key.orgId, async (tx) => {
    if (!(await setFailed(tx, key, { claimNumber, error })) || !createdByUserId) return;
    const { orgId, jobId } = key;
    await recordJob(tx, { orgId, userId: createdByUserId }, { action: "fail", jobId, kind });
  });
}
