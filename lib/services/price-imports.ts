import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { isSampleOrganization } from "@/lib/data/api-keys";
import { withOrganization } from "@/lib/data/client";
import { listHeldPrices, writePrices } from "@/lib/data/imported-prices";
import { findJobForUpdate, insertJob } from "@/lib/data/jobs";
import { findJobOutput, insertFile, refuseTooLarge } from "@/lib/data/stored-files";
import { AppError } from "@/lib/errors";
import { fileKeptDays, type JobNamed, type JobSummary } from "@/lib/schemas/job";
import type { RequestPriceImport, TakePrices } from "@/lib/schemas/price-import";
import { changeJob, jobKeyOf, recordJob } from "./job-keys";
import { getJob, type JobChanged, listJobs, refuseTooManyJobs } from "./jobs";
import { priceChanges } from "./price-changes";
import { type PriceReport, readPriceReport } from "./price-report";

const dayMs = 24 * 60 * 60 * 1000;

export type PriceFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Asks for the prices of this file: a job with the file as its input; the id is the client's. */
export async function requestPriceImport(
  ctx: Context,
  { id, file, ...order }: RequestPriceImport & { readonly file: PriceFile },
): Promise<JobChanged> {
  authorize(ctx, "catalog:write");
  const key = jobKeyOf(ctx, id);
  refuseTooLarge(file.bytes.byteLength);
  refuseFuture(order.observedOn);
  return withOrganization(ctx.orgId, async (tx) => {
    if (await findJobForUpdate(tx, key)) return { id: key.jobId };
    if (await isSampleOrganization(tx, ctx.orgId))
      throw new AppError(
        "FORBIDDEN",
        "Visitors share the sample organization, so it keeps no files. Sign up to import this one: it takes a minute.",
      );
    await refuseTooManyJobs(tx, ctx);
    const kind = "price-import";
    if (!(await insertJob(tx, key, { kind, createdByUserId: ctx.userId, input: order })))
      return { id: key.jobId };
    await insertFile(tx, ctx.orgId, {
      ...{ name: file.name, bytes: file.bytes, mediaType: "application/octet-stream" },
      ...{ purpose: "job-input", jobId: key.jobId, createdByUserId: ctx.userId },
      expiresAt: new Date(Date.now() + fileKeptDays * dayMs),
    });
    await recordJob(tx, ctx, { action: "create", jobId: key.jobId, kind });
    return { id: key.jobId };
  });
}

function refuseFuture(observedOn: string): void {
  if (observedOn <= new Date().toISOString().slice(0, 10)) return;
  const message = "The prices were seen on a day to come. Give the day of the file.";
  throw new AppError("INVALID", message, { fields: { observedOn: message } });
}

/** Imports of prices, one's own or all for an administrator, newest first. */
export async function listPriceImports(ctx: Context): Promise<readonly JobSummary[]> {
  authorize(ctx, "catalog:write");
  return (await listJobs(ctx)).filter(({ kind }) => kind === "price-import");
}

export type OpenedImport = {
  readonly job: JobSummary;
  /** Null while the job has made none, and once its file is deleted. */
  readonly report: PriceReport | null;
  /** Which of the suspicious prices are entries by now. */
  readonly taken: readonly string[];
};

/** An import with its report, once there is one. */
export async function getPriceImport(ctx: Context, { jobId }: JobNamed): Promise<OpenedImport> {
  authorize(ctx, "catalog:write");
  const job = await getJob(ctx, { jobId });
  if (job.kind !== "price-import") throw noSuchImport();
  const report = await reportIn(ctx, jobId);
  if (!report) return { job, report, taken: [] };
  const held = await withOrganization(ctx.orgId, (tx) =>
    listHeldPrices(tx, ctx.orgId, report.source),
  );
  const ids = new Set(held.filter(({ removed }) => !removed).map(({ recordId }) => recordId));
  const taken = report.suspicious.map(({ id }) => id).filter((id) => ids.has(id));
  return { job, report, taken };
}

const noSuchImport = () => new AppError("NOT_FOUND", "There is no such import of prices.");

async function reportIn(ctx: Context, jobId: string): Promise<PriceReport | null> {
  const file = await findJobOutput(jobKeyOf(ctx, jobId));
  return file && readPriceReport(file.bytes);
}

export type PricesTaken = { readonly taken: number };

/** Suspicious prices of an import that a person said are right. */
export async function takePrices(
  ctx: Context,
  { jobId, recordIds }: TakePrices,
): Promise<PricesTaken> {
  authorize(ctx, "catalog:write");
  const { report } = await getPriceImport(ctx, { jobId });
  if (!report)
    throw new AppError(
      "NOT_FOUND",
      "The report of this import is deleted: it is kept for 7 days. Import the file again.",
    );
  const { source } = report;
  const prices = report.suspicious.filter(({ id }) => recordIds.includes(id));
  if (prices.length === 0) throw noSuchImport();
  return changeJob(ctx, jobId, async (tx, { key, kind }) => {
    const { writes } = await priceChanges(tx, ctx.orgId, { source, prices });
    if (!(await writePrices(tx, ctx.orgId, { source, userId: ctx.userId, prices: writes })))
      throw new AppError("CONFLICT", "Another import changed these prices. Try once more.");
    if (writes.length > 0) await recordJob(tx, ctx, { action: "take", jobId: key.jobId, kind });
    return { taken: writes.length };
  });
}
