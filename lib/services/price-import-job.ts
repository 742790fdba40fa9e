import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { writePrices } from "@/lib/data/imported-prices";
import { deleteJobInput, findJobInput } from "@/lib/data/job-inputs";
import { AppError } from "@/lib/errors";
import type { PriceImport } from "@/lib/importers/prices/price-import";
import { type PriceImportOrder, priceImportOrder } from "@/lib/schemas/price-import";
import { jobKeyOf } from "./job-keys";
import type { JobOutcome, JobTools } from "./organization-export";
import { priceChanges } from "./price-changes";
import { type PriceReport, priceReportFile } from "./price-report";
import { readPricesApart } from "./read-prices-apart";

/** The work of the job: reads the file apart, takes what is accepted, and leaves a report of the rest. */
export async function importPrices(ctx: Context, tools: JobTools): Promise<JobOutcome> {
  authorize(ctx, "catalog:write");
  const { orgId, userId } = ctx;
  const key = jobKeyOf(ctx, tools.jobId);
  await tools.report(0.05, "reading-prices");
  const { order, file } = await beginning(ctx, tools.jobId);
  const read = await readPricesApart({ ...order, bytes: file.bytes }, tools.signal);
  await tools.report(0.6, "writing-prices");
  const { source } = order;
  const { writes, counts } = await withOrganization(orgId, (tx) =>
    priceChanges(tx, orgId, { source, prices: read.accepted }),
  );
  return {
    file: priceReportFile(reportOf(order, file.name, read)),
    counts: { ...counts, suspicious: read.suspicious.length, refused: read.refused.length },
    write: async (tx) => {
      if (!(await writePrices(tx, orgId, { source, userId, prices: writes })))
        throw new Error("prices changed while they were imported");
      await deleteJobInput(tx, key);
    },
  };
}

async function beginning(ctx: Context, jobId: string) {
  const key = jobKeyOf(ctx, jobId);
  const found = await withOrganization(ctx.orgId, (tx) => findJobInput(tx, key));
  if (!found?.file)
    throw new AppError(
      "NOT_FOUND",
      "The file of this import is deleted: it is kept for 7 days. Import it again from the Catalog page.",
    );
  return { order: priceImportOrder.parse(found.input), file: found.file };
}

const reportOf = (
  { source, observedOn }: PriceImportOrder,
  fileName: string,
  { accepted, suspicious, refused }: PriceImport,
): PriceReport => ({
  ...{ source, observedOn, fileName, accepted: accepted.length },
  ...{ suspicious, refused },
});
