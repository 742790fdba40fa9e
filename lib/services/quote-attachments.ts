import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { isSampleOrganization } from "@/lib/data/api-keys";
import { withOrganization } from "@/lib/data/client";
import {
  findAttachment,
  type HeldAttachment,
  insertAttachment,
  readAttachment,
  setAttachmentRemoved,
} from "@/lib/data/quote-attachments";
import type { FileRead } from "@/lib/data/stored-files";
import { AppError } from "@/lib/errors";
import {
  type AddAttachment,
  type AttachmentNamed,
  attachmentTypeOf,
  safeFileName,
} from "@/lib/schemas/attachment";
import { refuseHiddenQuote } from "./hidden-prices";
import { idOr } from "./ids";
import { changeQuote, quoteIdOf, recordQuote } from "./in-quote";

const noSuchAttachment = () =>
  new AppError("NOT_FOUND", "There is no such attachment, or none any more.");

export type NewAttachment = AddAttachment & {
  readonly file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
};

/** A file as it came, with the newest revision. Its own bytes say what it is. */
export async function addAttachment(
  ctx: Context,
  { quoteId, id: asked, file: { name: given, bytes } }: NewAttachment,
): Promise<{ readonly id: string }> {
  authorize(ctx, "quote:write");
  const id = idOr(asked, noSuchAttachment);
  const mediaType = attachmentTypeOf(bytes);
  if (!mediaType)
    throw new AppError(
      "INVALID",
      "This is none of the files that can be attached. Attach a PDF, a picture (PNG, JPEG, WebP), an XLSX workbook or an e-mail (.eml).",
    );
  const name = safeFileName(given, mediaType);
  return changeQuote(ctx, quoteId, async (tx, held) => {
    if (await isSampleOrganization(tx, ctx.orgId))
      throw new AppError(
        "FORBIDDEN",
        "Visitors share the sample organization, so it keeps no files. Sign up to attach this one: it takes a minute.",
      );
    const { revision } = held;
    const file = { id, name, mediaType, bytes, quoteId: held.id, revision };
    if (await insertAttachment(tx, ctx, file))
      await recordQuote(tx, ctx, held, { action: "attach", revision, file: name });
    return { id };
  });
}

/** Kept for a while, so that it can be taken back; what a revision had when it was received stays. */
export async function removeAttachment(
  ctx: Context,
  named: AttachmentNamed,
): Promise<{ readonly id: string }> {
  authorize(ctx, "quote:write");
  return setRemoved(ctx, named, true);
}

export async function restoreAttachment(
  ctx: Context,
  named: AttachmentNamed,
): Promise<{ readonly id: string }> {
  authorize(ctx, "quote:write");
  return setRemoved(ctx, named, false);
}

function setRemoved(
  ctx: Context,
  { quoteId, attachmentId }: AttachmentNamed,
  isRemoved: boolean,
): Promise<{ readonly id: string }> {
  const id = idOr(attachmentId, noSuchAttachment);
  return changeQuote(ctx, quoteId, async (tx, held) => {
    const found = await findAttachment(tx, ctx.orgId, { quoteId: held.id, id });
    if (!found) throw noSuchAttachment();
    if (found.isRemoved === isRemoved) return { id };
    if (isRemoved) refuseKept(found);
    await setAttachmentRemoved(tx, ctx.orgId, { id, isRemoved });
    const action = isRemoved ? "remove-attachment" : "restore-attachment";
    const { revision, name } = found;
    await recordQuote(tx, ctx, held, { action, revision, file: name });
    return { id };
  });
}

function refuseKept({ isKept, name, revision }: HeldAttachment): void {
  if (!isKept) return;
  throw new AppError(
    "INVALID",
    `${name} came with revision ${revision}, which is received and stays as it is. Save a change of the quote: the next revision has attachments of its own.`,
  );
}

/** The file as it came. */
export async function getAttachment(
  ctx: Context,
  { quoteId, attachmentId }: AttachmentNamed,
): Promise<FileRead> {
  authorize(ctx, "quote:read");
  const asked = quoteIdOf(quoteId);
  const id = idOr(attachmentId, noSuchAttachment);
  return withOrganization(ctx.orgId, async (tx) => {
    await refuseHiddenQuote(tx, ctx, asked);
    const held = await findAttachment(tx, ctx.orgId, { quoteId: asked, id });
    const file = held && (await readAttachment(tx, ctx.orgId, id));
    if (!file) throw noSuchAttachment();
    return file;
  });
}
