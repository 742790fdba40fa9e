import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { listAttachments, readAttachment } from "@/lib/data/quote-attachments";
import { findQuote, type HeldQuote, listQuoteIds } from "@/lib/data/quotes";
import { refuseTooLarge } from "@/lib/data/stored-files";
import { listSuppliers } from "@/lib/data/suppliers";
import type { OrganizationArchive } from "@/lib/exporters/organization-archive";
import type { Attachment } from "@/lib/schemas/attachment";
import { maxFileBytes } from "@/lib/schemas/job";
import type { JobTools } from "./organization-export";

type Packing = {
  readonly counts: Record<string, number>;
  readonly report: JobTools["report"];
};

const jsonText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
/** Room for the list of contents, which comes last. */
const roomBytes = 1024 * 1024;

/** Suppliers, quotes with all their revisions, then what came with them for as long as there is room. */
export async function packQuotes(
  ctx: Context,
  archive: OrganizationArchive,
  { counts, report }: Packing,
): Promise<void> {
  const { orgId } = ctx;
  const suppliers = await withOrganization(orgId, (tx) => listSuppliers(tx, orgId));
  for (const { id, name, quotes: _, ...rest } of suppliers) {
    const bytes = jsonText({ loadline: "supplier", id, name, ...rest });
    archive.addFile({ folder: "suppliers", id, name, ending: ".json", bytes, about: {} });
  }
  const ids = await withOrganization(orgId, (tx) => listQuoteIds(tx, orgId));
  const files: { readonly quoteId: string; readonly file: Attachment }[] = [];
  for (const [done, id] of ids.entries()) {
    await report(0.5 + done / ids.length / 4, "reading");
    const found = await withOrganization(orgId, async (tx) => ({
      held: await findQuote(tx, orgId, id),
      attachments: await listAttachments(tx, orgId, id),
    }));
    if (!found.held) continue;
    archive.addFile(quoteFile(found.held, found.attachments));
    refuseTooLarge(archive.size());
    files.push(...found.attachments.map((file) => ({ quoteId: id, file })));
  }
  const left = await packFiles(ctx, archive, { files, report });
  Object.assign(counts, {
    suppliers: suppliers.length,
    quotes: ids.length,
    attachments: files.length - left,
    ...(left > 0 && { attachmentsLeftOut: left }),
  });
}

function quoteFile(held: HeldQuote, attachments: readonly Attachment[]) {
  const { id, supplierName, number } = held;
  const bytes = jsonText({ loadline: "quote", ...held, attachments });
  const name = `${supplierName} ${number}`;
  return { folder: "quotes", id, name, ending: ".json", bytes, about: {} } as const;
}

/** Answers with how many had no room: each can be downloaded from its quote. */
async function packFiles(
  { orgId }: Context,
  archive: OrganizationArchive,
  {
    files,
    report,
  }: {
    readonly files: readonly { readonly quoteId: string; readonly file: Attachment }[];
    readonly report: JobTools["report"];
  },
): Promise<number> {
  let left = 0;
  for (const [done, { quoteId, file }] of files.entries()) {
    await report(0.75 + done / files.length / 4, "reading");
    const { id, name, sizeBytes, revision } = file;
    if (archive.size() + sizeBytes > maxFileBytes - roomBytes) {
      left += 1;
      continue;
    }
    const read = await withOrganization(orgId, (tx) => readAttachment(tx, orgId, id));
    if (!read) continue;
    const dot = name.lastIndexOf(".");
    archive.addFile({
      ...{ folder: "attachments", id, name: name.slice(0, dot), ending: name.slice(dot) },
      bytes: read.bytes,
      about: { quoteId, revision },
    });
  }
  return left;
}
