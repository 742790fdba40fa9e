import type { IssueJob } from "@/lib/schemas/proposal";
import type { RfqImport } from "@/lib/schemas/rfq";
import type { OrgId } from "../auth/context";
import type { Transaction } from "./client";
import type { JobKey } from "./job-queue";

export type JobInput = {
  readonly input: unknown;
  readonly file: {
    readonly name: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly sha256: string;
  } | null;
};

/** What a job was given to work on. */
export async function findJobInput(
  tx: Transaction,
  { orgId, jobId }: JobKey,
): Promise<JobInput | null> {
  const job = await tx.job.findUnique({
    where: { orgId_id: { orgId, id: jobId } },
    select: { input: true },
  });
  if (!job) return null;
  const file = await tx.storedFile.findFirst({
    where: { orgId, jobId, purpose: "job-input" },
    select: { name: true, bytes: true, sha256: true },
  });
  return { input: job.input, file };
}

/** What was read is not kept a second time. */
export async function deleteJobInput(tx: Transaction, { orgId, jobId }: JobKey): Promise<void> {
  await tx.storedFile.deleteMany({ where: { orgId, jobId, purpose: "job-input" } });
}

const mostListed = 20;

/** Files for an RFQ that did not become answers, the last first. */
export async function listRfqImports(
  tx: Transaction,
  orgId: OrgId,
  rfqId: string,
): Promise<readonly RfqImport[]> {
  const rows = await tx.job.findMany({
    where: {
      orgId,
      kind: "rfq-answer",
      input: { path: ["rfqId"], equals: rfqId },
      state: { not: "succeeded" },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: mostListed,
    select: { id: true, state: true, error: true, input: true, finishedAt: true },
  });
  return rows.map(({ id, state, error, input, finishedAt }) => {
    const { supplierId, fileName } = input as { supplierId: string; fileName: string };
    const endedAt = finishedAt?.toISOString() ?? null;
    return { jobId: id, supplierId, fileName, state, error, endedAt };
  });
}

/** The last thing that somebody asked for of a proposal, while it goes on or where it failed. */
export async function findIssueJob(
  tx: Transaction,
  orgId: OrgId,
  proposalId: string,
): Promise<IssueJob | null> {
  const row = await tx.job.findFirst({
    where: { orgId, kind: "proposal-issue", input: { path: ["proposalId"], equals: proposalId } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: { id: true, state: true, error: true, progressFraction: true },
  });
  if (!row || row.state === "succeeded" || row.state === "cancelled") return null;
  const { id, state, error, progressFraction } = row;
  return { jobId: id, state, error, progressFraction };
}
