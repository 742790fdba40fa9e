import type { Transaction } from "./client";
import type { JobKey } from "./job-queue";

/** What a job was asked to do, and the file that it reads; null for a file that is deleted by now. */
export async function findJobInputs(tx: Transaction, { orgId, jobId }: JobKey) {
  const job = await tx.job.findUnique({
    where: { orgId_id: { orgId, id: jobId } },
    select: { input: true },
  });
  const file = await tx.storedFile.findFirst({
    where: { orgId, jobId, purpose: "job-input" },
    select: { name: true, bytes: true },
  });
  return { order: job?.input as unknown, file };
}

export async function deleteJobInputs(tx: Transaction, { orgId, jobId }: JobKey): Promise<void> {
  await tx.storedFile.deleteMany({ where: { orgId, jobId, purpose: "job-input" } });
}
