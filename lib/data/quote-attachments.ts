import { createHash } from "node:crypto";
import type { OrgId } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import {
  type Attachment,
  maxAttachmentBytes,
  maxAttachmentsBytes,
  maxAttachmentsEach,
  removedKeptDays,
} from "@/lib/schemas/attachment";
import type { Actor } from "./audit";
import type { Transaction } from "./client";
import { listImportedFrom } from "./lines-imports";
import { type FileRead, type NewFile, refuseTooLarge } from "./stored-files";

const purpose = "quote-attachment";
const megabyte = 1024 * 1024;
const dayMs = 24 * 60 * 60 * 1000;

type RevisionKey = { readonly quoteId: string; readonly revision: number };

/** Refuses what is too large, alone or with what came before; false where a file of this id is there already. */
export async function insertAttachment(
  tx: Transaction,
  { orgId, userId }: Actor,
  { id, quoteId, revision, ...file }: RevisionKey & NewFile & { readonly id: string },
): Promise<boolean> {
  const sizeBytes = file.bytes.byteLength;
  refuseTooLarge(sizeBytes, maxAttachmentBytes, "Attach a smaller one.");
  await refuseTooMany(tx, { orgId, quoteId, revision, sizeBytes });
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const made = await tx.storedFile.createMany({
    data: [
      {
        ...file,
        id,
        orgId,
        quoteId,
        revision,
        sizeBytes,
        sha256,
        purpose,
        createdByUserId: userId,
      },
    ],
    skipDuplicates: true,
  });
  return made.count > 0;
}

async function refuseTooMany(
  tx: Transaction,
  { orgId, quoteId, revision, sizeBytes }: RevisionKey & { orgId: OrgId; sizeBytes: number },
): Promise<void> {
  const { _sum } = await tx.storedFile.aggregate({
    where: { orgId, purpose },
    _sum: { sizeBytes: true },
  });
  if ((_sum.sizeBytes ?? 0) + sizeBytes > maxAttachmentsBytes)
    throw new AppError(
      "INVALID",
      `The attachments of an organization may have ${maxAttachmentsBytes / megabyte} MB together. Remove some that nobody needs.`,
    );
  const count = await tx.storedFile.count({ where: { orgId, quoteId, revision, expiresAt: null } });
  if (count >= maxAttachmentsEach)
    throw new AppError(
      "INVALID",
      `A revision may have ${maxAttachmentsEach} attachments. Remove one that nobody needs.`,
    );
}

type ImportedFile = RevisionKey &
  Pick<NewFile, "name" | "mediaType"> & {
    /** Of the job that read it, and then of the attachment. */
    readonly jobId: string;
    readonly sha256: string;
    readonly sizeBytes: number;
  };

/**
 * Keeps the file that a job read as an attachment under the job's id, without its bytes coming here; where the
 * revision has the very same one already, that one is it.
 */
export async function keepJobInput(
  tx: Transaction,
  { orgId, userId }: Actor,
  { jobId, quoteId, revision, name, mediaType, sha256, sizeBytes }: ImportedFile,
): Promise<void> {
  const same = { orgId, purpose, quoteId, revision, sha256, expiresAt: null };
  if (await tx.storedFile.findFirst({ where: same, select: { id: true } })) return;
  await refuseTooMany(tx, { orgId, quoteId, revision, sizeBytes });
  await tx.$executeRaw`
    insert into stored_file (org_id, id, name, media_type, size_bytes, sha256, bytes, purpose, quote_id, revision,
      created_by_user_id)
    select f.org_id, ${jobId}::uuid, ${name}, ${mediaType}, f.size_bytes, f.sha256, f.bytes, ${purpose},
      ${quoteId}::uuid, ${revision}::int, ${userId}::uuid
    from stored_file f
    where f.org_id = ${orgId}::uuid and f.job_id = ${jobId}::uuid and f.purpose = 'job-input'
    on conflict do nothing`;
}

/** Of all revisions, in the order they came. */
export async function listAttachments(
  tx: Transaction,
  orgId: OrgId,
  quoteId: string,
): Promise<readonly Attachment[]> {
  return (await findAttachments(tx, orgId, quoteId)).filter(({ isRemoved }) => !isRemoved);
}

export type HeldAttachment = Attachment & { readonly isRemoved: boolean };

export async function findAttachment(
  tx: Transaction,
  orgId: OrgId,
  { quoteId, id }: { readonly quoteId: string; readonly id: string },
): Promise<HeldAttachment | null> {
  return (await findAttachments(tx, orgId, quoteId)).find((one) => one.id === id) ?? null;
}

async function findAttachments(
  tx: Transaction,
  orgId: OrgId,
  quoteId: string,
): Promise<readonly HeldAttachment[]> {
  const rows = await tx.storedFile.findMany({
    where: { orgId, quoteId, purpose, revision: { not: null } },
    orderBy: [{ revision: "desc" }, { createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, revision: true, name: true, mediaType: true, sizeBytes: true, sha256: true },
      ...{ createdAt: true, expiresAt: true, createdByUserId: true },
    },
  });
  // One query after another: a transaction has one connection.
  const revisions = await tx.quoteRevision.findMany({
    where: { orgId, quoteId },
    select: { revision: true, receivedAt: true },
  });
  const imports = await listImportedFrom(tx, orgId, quoteId);
  const ids = rows.map(({ createdByUserId }) => createdByUserId).filter((id) => id !== null);
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return rows.map(({ revision, createdAt, expiresAt, createdByUserId, sha256, ...row }) => {
    const received = revisions.find((one) => one.revision === revision)?.receivedAt ?? null;
    return {
      ...row,
      revision: revision ?? 0,
      createdAt: createdAt.toISOString(),
      createdBy: users.find(({ id }) => id === createdByUserId)?.name ?? null,
      isKept: received !== null && received >= createdAt,
      isRemoved: expiresAt !== null,
      imported: imports.get(`${revision} ${sha256}`) ?? null,
    };
  });
}

/** Removed, to be deleted later; or had back. */
export async function setAttachmentRemoved(
  tx: Transaction,
  orgId: OrgId,
  { id, isRemoved }: { readonly id: string; readonly isRemoved: boolean },
): Promise<void> {
  await tx.storedFile.updateMany({
    where: { orgId, id, purpose },
    data: { expiresAt: isRemoved ? new Date(Date.now() + removedKeptDays * dayMs) : null },
  });
}

/** Takes the files of a draft that is deleted out of it; answers with their ids, so that they can come back. */
export async function detachFiles(
  tx: Transaction,
  orgId: OrgId,
  quoteId: string,
): Promise<readonly string[]> {
  const rows = await tx.storedFile.findMany({
    where: { orgId, quoteId, purpose, expiresAt: null },
    select: { id: true },
  });
  await tx.storedFile.updateMany({
    where: { orgId, quoteId, purpose },
    data: {
      quoteId: null,
      revision: null,
      expiresAt: new Date(Date.now() + removedKeptDays * dayMs),
    },
  });
  return rows.map(({ id }) => id);
}

export async function reattachFiles(
  tx: Transaction,
  orgId: OrgId,
  { ids, ...key }: RevisionKey & { readonly ids: readonly string[] },
): Promise<void> {
  await tx.storedFile.updateMany({
    where: { orgId, id: { in: [...ids] }, purpose, quoteId: null },
    data: { ...key, expiresAt: null },
  });
}

export async function readAttachment(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<FileRead | null> {
  const row = await tx.storedFile.findFirst({
    where: { orgId, id, purpose, expiresAt: null },
    select: { name: true, mediaType: true, bytes: true },
  });
  return row && { ...row, bytes: new Uint8Array(row.bytes) };
}
