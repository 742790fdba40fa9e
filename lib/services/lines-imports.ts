import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { isSampleOrganization } from "@/lib/data/api-keys";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { listColumnMappings } from "@/lib/data/column-mappings";
import { findJobForUpdate, insertJob } from "@/lib/data/jobs";
import { countLines, hasPricedLine } from "@/lib/data/line-writes";
import { findImportOf } from "@/lib/data/lines-imports";
import { findQuoteOutline, type QuoteOutline } from "@/lib/data/quotes";
import { findRfq } from "@/lib/data/rfqs";
import { hashOf, insertFile, refuseTooLarge } from "@/lib/data/stored-files";
import { AppError } from "@/lib/errors";
import { isId } from "@/lib/schemas/id";
import { fileKeptDays } from "@/lib/schemas/job";
import type {
  FileReceived,
  LinesPreview,
  PreviewLines,
  QuoteToImport,
  RequestLinesImport,
  TemplateNamed,
} from "@/lib/schemas/lines-import";
import { refuseHiddenQuote } from "./hidden-prices";
import { noSuchQuote, quoteIdOf } from "./in-quote";
import { newestRfq } from "./in-rfq";
import { jobKeyOf, recordJob } from "./job-keys";
import { type JobChanged, refuseTooManyJobs } from "./jobs";
import { previewOf } from "./lines-preview";
import { readLinesApart } from "./read-lines-apart";

const dayMs = 24 * 60 * 60 * 1000;

/** The quote that lines are to come into. */
export async function getQuoteToImport(
  ctx: Context,
  { quoteId }: { readonly quoteId: string },
): Promise<QuoteToImport> {
  authorize(ctx, "quote:write");
  const id = quoteIdOf(quoteId);
  return withOrganization(ctx.orgId, async (tx) => {
    const { supplierName, number, currency, version, revision, isReceived, status } =
      await outlineIn(tx, ctx, id);
    const key = { orgId: ctx.orgId, quoteId: id, revision };
    const lineCount = await countLines(tx, key);
    const hasPrices = await hasPricedLine(tx, key);
    const isAwarded = status === "awarded";
    const head = { id, supplierName, number, currency, version, revision, isReceived, isAwarded };
    return { ...head, lineCount, hasPrices };
  });
}

async function outlineIn(tx: Transaction, ctx: Context, id: string): Promise<QuoteOutline> {
  const outline = await findQuoteOutline(tx, ctx.orgId, id);
  if (!outline) throw noSuchQuote();
  await refuseHiddenQuote(tx, ctx, id);
  return outline;
}

/** What a file's lines would be in this quote. Nothing is kept of it. */
export async function previewLines(
  ctx: Context,
  { quoteId, settings, file }: PreviewLines & { readonly file: FileReceived },
  signal?: AbortSignal,
): Promise<LinesPreview> {
  authorize(ctx, "quote:write");
  const id = quoteIdOf(quoteId);
  refuseTooLarge(file.bytes.byteLength);
  const fileSha256 = hashOf(file.bytes);
  const { outline, remembered, importedBefore } = await withOrganization(ctx.orgId, async (tx) => {
    const held = await outlineIn(tx, ctx, id);
    return {
      outline: held,
      remembered: await listColumnMappings(tx, ctx.orgId, held.supplierId),
      importedBefore: await findImportOf(tx, ctx.orgId, { quoteId: id, fileSha256 }),
    };
  });
  const { currency } = outline;
  const read = await readLinesApart({ bytes: file.bytes, currency, settings, remembered }, signal);
  const answersRfq = await answeredBy(ctx, read.reading.template);
  return previewOf(read, { currency, importedBefore, answersRfq });
}

/** The RFQ that a template names, where it is one of ours. */
async function answeredBy(
  ctx: Context,
  template: TemplateNamed | null,
): Promise<LinesPreview["answersRfq"]> {
  if (!template || !isId(template.rfqId)) return null;
  const rfqId = template.rfqId.toLowerCase();
  const rfq = await withOrganization(ctx.orgId, (tx) => findRfq(tx, ctx.orgId, rfqId));
  if (!rfq) return null;
  const asked = rfq.suppliers.find((one) => one.supplierId === template.supplierId.toLowerCase());
  const { title } = newestRfq(rfq);
  return { rfqId: rfq.id, title, supplierName: asked?.name ?? null };
}

/** Asks for the lines of this file in this quote: a job with the file as its input. */
export async function requestLinesImport(
  ctx: Context,
  { id, file, ...order }: RequestLinesImport & { readonly file: FileReceived },
): Promise<JobChanged> {
  authorize(ctx, "quote:write");
  const key = jobKeyOf(ctx, id);
  const quoteId = quoteIdOf(order.quoteId);
  refuseTooLarge(file.bytes.byteLength);
  return withOrganization(ctx.orgId, async (tx) => {
    const { version, number } = await outlineIn(tx, ctx, quoteId);
    if (await findJobForUpdate(tx, key)) return { id: key.jobId };
    if (await isSampleOrganization(tx, ctx.orgId))
      throw new AppError(
        "FORBIDDEN",
        "Visitors share the sample organization, so it keeps no files. Sign up to import this one: it takes a minute.",
      );
    if (version !== order.expectedVersion)
      throw new AppError(
        "CONFLICT",
        `${number} changed since you opened it. Reload the page, and choose the file again.`,
        {
          currentVersion: version,
        },
      );
    await refuseTooManyJobs(tx, ctx);
    const kind = "quote-lines-import";
    const input = { order: JSON.stringify({ ...order, quoteId }) };
    if (!(await insertJob(tx, key, { kind, createdByUserId: ctx.userId, input })))
      return { id: key.jobId };
    await insertFile(tx, ctx.orgId, {
      name: file.name,
      mediaType: "application/octet-stream",
      bytes: file.bytes,
      purpose: "job-input",
      jobId: key.jobId,
      createdByUserId: ctx.userId,
      expiresAt: new Date(Date.now() + fileKeptDays * dayMs),
    });
    await recordJob(tx, ctx, { action: "create", jobId: key.jobId, kind });
    return { id: key.jobId };
  });
}
