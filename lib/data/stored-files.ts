import { createHash } from "node:crypto";
import type { OrgId } from "../auth/context";
import { AppError } from "../errors";
import { maxFileBytes, maxFilesBytes } from "../schemas/job";
import { globalDb, readInOrganization, type Transaction } from "./client";
import type { JobKey } from "./job-queue";

export type NewFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

type Kept = {
  readonly purpose: "job-input" | "job-output";
  readonly jobId: string;
  readonly createdByUserId: string | null;
  readonly expiresAt: Date;
};

/** What two files of the same bytes have in common. */
export const hashOf = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

const megabytes = (bytes: number) => Math.round(bytes / (1024 * 1024));

/** For what is still being made too, so that it is not made to its end. */
export function refuseTooLarge(
  sizeBytes: number,
  most = maxFileBytes,
  mend = "Delete plans that nobody needs, or ask for less.",
): void {
  if (sizeBytes <= most) return;
  throw new AppError(
    "INVALID",
    `The file has ${megabytes(sizeBytes)} MB, and a file may have at most ${megabytes(most)} MB. ${mend}`,
  );
}

/** Refuses what is too large, alone or with what the organization has already. */
export async function insertFile(
  tx: Transaction,
  orgId: OrgId,
  file: NewFile & Kept,
  mostInAll = maxFilesBytes,
): Promise<void> {
  const sizeBytes = file.bytes.byteLength;
  refuseTooLarge(sizeBytes);
  const { _sum } = await tx.storedFile.aggregate({
    where: { orgId, purpose: { in: ["job-input", "job-output"] } },
    _sum: { sizeBytes: true },
  });
  if ((_sum.sizeBytes ?? 0) + sizeBytes > mostInAll)
    throw new AppError(
      "INVALID",
      `The files of an organization may have ${megabytes(mostInAll)} MB together. Delete jobs with files that nobody needs, then retry.`,
    );
  const sha256 = hashOf(file.bytes);
  await tx.storedFile.create({ data: { ...file, orgId, sizeBytes, sha256 }, select: { id: true } });
}

export type FileRead = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** What a job made, while it is kept. */
export async function findJobOutput({ orgId, jobId }: JobKey): Promise<FileRead | null> {
  const rows = await readInOrganization(orgId)<FileRead>`
    select name, media_type as "mediaType", bytes from stored_file
    where org_id = ${orgId}::uuid and job_id = ${jobId}::uuid and purpose = 'job-output'
      and (expires_at is null or expires_at > now())`;
  return rows[0] ?? null;
}

export async function deleteExpiredFiles(tx: Transaction, orgId: OrgId): Promise<number> {
  const { count } = await tx.storedFile.deleteMany({
    where: { orgId, expiresAt: { lte: new Date() } },
  });
  return count;
}

/** The organizations that retention has something to do in. */
export async function listOrganizationsWithExpired(): Promise<readonly OrgId[]> {
  const rows = await globalDb.$queryRaw<{ orgId: OrgId }[]>`
    select organizations_with_expired as "orgId" from organizations_with_expired()`;
  return rows.map(({ orgId }) => orgId);
}
