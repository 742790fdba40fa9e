import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { type KeptMapping, saveColumnMapping } from "@/lib/data/column-mappings";
import { deleteJobInput, findJobInput } from "@/lib/data/job-inputs";
import { beginRevision, countLines, deleteLinesFrom, insertLines } from "@/lib/data/line-writes";
import { insertLinesImport, keepFormerLines } from "@/lib/data/lines-imports";
import { keepJobInput } from "@/lib/data/quote-attachments";
import { setFreight, setStatedTotal, updateQuote } from "@/lib/data/quote-writes";
import { findQuoteOutline, lockQuote, type QuoteOutline } from "@/lib/data/quotes";
import { exactSum } from "@/lib/engine";
import { AppError } from "@/lib/errors";
import type { LinesAsked, LinesRead } from "@/lib/importers/lines/read-lines";
import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import {
  type LinesImportOrder,
  type LinesReading,
  linesImportOrder,
  type StatedTotal,
} from "@/lib/schemas/lines-import";
import { maxQuoteLines } from "@/lib/schemas/quote";
import { refuseHiddenQuote } from "./hidden-prices";
import { importedFile } from "./imported-file";
import { noSuchQuote, recordQuote } from "./in-quote";
import { jobKeyOf } from "./job-keys";
import { freightOf } from "./lines-preview";
import type { JobOutcome, JobTools } from "./organization-export";
import { readLinesApart } from "./read-lines-apart";

type Asked = LinesImportOrder & {
  readonly importId: string;
  readonly file: ReturnType<typeof importedFile>;
  readonly total: StatedTotal | null;
};

/** The work of the job: reads the file apart, and puts its lines into the quote, all of them or none. */
export async function importLines(ctx: Context, tools: JobTools): Promise<JobOutcome> {
  authorize(ctx, "quote:write");
  const { orgId } = ctx;
  await tools.report(0.05, "reading-lines");
  const began = beginning(ctx, tools.jobId);
  const read = await readLinesApart(began.then(toRead), tools.signal);
  refuseUnready(read);
  const { order, file } = await began;
  const total = totalAsked(read, order.totalRow ?? null);
  await tools.report(0.6, "writing-lines");
  const asked = {
    ...order,
    total,
    importId: tools.jobId,
    file: importedFile(file),
  };
  return {
    file: null,
    counts: { lines: read.reading.lineCount },
    write: async (tx) => {
      await writeLines(tx, ctx, { asked, read });
      await deleteJobInput(tx, { orgId, jobId: tools.jobId });
    },
  };
}

type Beginning = Awaited<ReturnType<typeof beginning>>;

/** The order says all that was settled in the preview: nothing is left to be remembered. */
const toRead = ({ order, file, currency }: Beginning): LinesAsked => ({
  bytes: file.bytes,
  currency,
  settings: order.settings,
  remembered: [],
});

async function beginning(ctx: Context, jobId: string) {
  const { orgId } = ctx;
  const key = jobKeyOf(ctx, jobId);
  return withOrganization(orgId, async (tx) => {
    const found = await findJobInput(tx, key);
    const input = found?.input as { readonly order?: string } | undefined;
    const order = linesImportOrder.parse(JSON.parse(input?.order ?? "null"));
    if (!found?.file)
      throw new AppError(
        "NOT_FOUND",
        "The file of this import is deleted: it is kept for 7 days. Import it again from the quote\u2019s page.",
      );
    const outline = await findQuoteOutline(tx, orgId, order.quoteId);
    if (!outline) throw noSuchQuote();
    await refuseHiddenQuote(tx, ctx, order.quoteId);
    return { order, file: found.file, currency: outline.currency };
  });
}

function refuseUnready({ reading }: LinesRead): void {
  if (reading.template)
    throw new AppError(
      "INVALID",
      "Nothing was imported: this is the template of an RFQ. Import it on the page of that RFQ, where it needs no mapping.",
    );
  const [first] = reading.refused;
  if (first)
    throw new AppError(
      "INVALID",
      `Nothing was imported: ${reading.refusedCount} of the rows cannot be lines. The first is row ${first.row}, column ${first.column}: ${first.mend} Mend the file, and import it again from the quote\u2019s page.`,
    );
  const [unsaid] = reading.unsaidPaid;
  if (unsaid !== undefined)
    throw new AppError(
      "INVALID",
      `Nothing was imported: ${reading.unsaidPaidCount} of the rows have months, and nothing says how often they are paid. The first is row ${unsaid}. Import the file again from the quote\u2019s page, and choose once, monthly or yearly there.`,
    );
  if (reading.lineCount === 0)
    throw new AppError(
      "INVALID",
      "Nothing was imported: no row of the file is a line. Choose another sheet or header row.",
    );
}

/** The preview's total is in the file still, since the file is the same. */
function totalAsked({ reading }: LinesRead, row: number | null): StatedTotal | null {
  if (row === null) return null;
  const total = reading.totals.find((one) => one.row === row);
  if (total) return total;
  throw new AppError("INVALID", `Nothing was imported: row ${row} of the file states no total.`);
}

async function writeLines(
  tx: Transaction,
  ctx: Context,
  { asked, read }: { readonly asked: Asked; readonly read: LinesRead },
): Promise<void> {
  const { orgId, userId } = ctx;
  const held = (await lockQuote(tx, orgId, asked.quoteId))
    ? await findQuoteOutline(tx, orgId, asked.quoteId)
    : null;
  if (!held) throw noSuchQuote();
  await refuseHiddenQuote(tx, ctx, asked.quoteId);
  if (held.version !== asked.expectedVersion)
    throw new AppError(
      "CONFLICT",
      `${held.number} changed after the import was asked for, so nothing was imported. Open the quote, and import the file again.`,
      { currentVersion: held.version },
    );
  const isAdded = asked.mode === "add";
  const revision = held.isReceived ? held.revision + 1 : held.revision;
  const key = { orgId, quoteId: held.id, revision };
  const former = { ...key, revision: held.revision };
  const before = isAdded ? await countLines(tx, former) : 0;
  refuseTooMany(before, read.reading.lineCount);
  const version = await updateQuote(tx, orgId, { id: held.id });
  await insertLinesImport(tx, orgId, {
    ...{
      id: asked.importId,
      quoteId: held.id,
      revision,
      versionAfter: version,
      importedByUserId: userId,
    },
    ...{ fileName: asked.file.given, fileSha256: asked.file.sha256 },
    ...{ lineCount: read.reading.lineCount, firstPosition: before, formerFreight: held.freight },
    formerTotal: asked.total ? held.statedTotal : null,
    formerTotalHadTax: asked.total ? held.statedTotalHasTax : null,
  });
  if (!isAdded) await keepFormerLines(tx, former, asked.importId);
  if (held.isReceived) await beginRevision(tx, key, { userId, withLines: isAdded });
  else if (!isAdded) await deleteLinesFrom(tx, key, 0);
  await insertLines(tx, key, { lines: read.lines, firstPosition: before });
  await writeFreight(tx, held, { key, isAdded, read });
  if (asked.total) {
    const { amount: statedTotal, hasTax: statedTotalHasTax } = asked.total;
    await setStatedTotal(tx, orgId, { ...key, statedTotal, statedTotalHasTax });
  }
  await saveColumnMapping(tx, orgId, { ...settledOf(read.reading), supplierId: held.supplierId });
  const { given: _given, ...kept } = asked.file;
  await keepJobInput(tx, ctx, { ...kept, jobId: asked.importId, quoteId: held.id, revision });
  await recordQuote(tx, ctx, held, { action: "import-lines", revision, file: kept.name });
}

function refuseTooMany(before: number, count: number): void {
  if (before + count <= maxQuoteLines) return;
  throw new AppError(
    "INVALID",
    `A quote may have ${maxQuoteLines} lines, and with these it would have ${before + count}. Split the file over several quotes.`,
  );
}

type Freighted = {
  readonly key: Parameters<typeof countLines>[1];
  readonly isAdded: boolean;
  readonly read: LinesRead;
};

/** Freight by the line is the quote's freight: added to what is there, or in its place. */
async function writeFreight(
  tx: Transaction,
  held: QuoteOutline,
  { key, isAdded, read }: Freighted,
): Promise<void> {
  const named = freightOf(read.lines);
  if (named === null) return;
  const freight = isAdded && held.freight !== null ? exactSum([held.freight, named]) : named;
  await setFreight(tx, key.orgId, { ...key, freight: canonicalDecimal(freight) });
}

const settledOf = ({
  headerKey,
  mapping,
  decimal,
  dates,
  percent,
  category,
  guess,
}: LinesReading): KeptMapping => ({
  ...{ headerKey, mapping, category, guess },
  decimal: decimal.value,
  dates: dates?.value ?? null,
  percent: percent?.value ?? null,
});
