import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { isSampleOrganization } from "@/lib/data/api-keys";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { deleteJobInput, findJobInput, type JobInput } from "@/lib/data/job-inputs";
import { findJobForUpdate, insertJob } from "@/lib/data/jobs";
import { keepJobInput } from "@/lib/data/quote-attachments";
import { findRfq, type HeldRfq } from "@/lib/data/rfqs";
import { insertFile } from "@/lib/data/stored-files";
import { AppError } from "@/lib/errors";
import { readRfqTemplate, refusedText, templateIdentity } from "@/lib/importers/rfq-template";
import { isId } from "@/lib/schemas/id";
import { fileKeptDays } from "@/lib/schemas/job";
import { type ChooseAnswer, isClosedToEyes, type RequestAnswer } from "@/lib/schemas/rfq";
import type { ReadWorkbook } from "@/lib/schemas/rfq-template";
import { importedFile } from "./imported-file";
import { changeRfq, heldRfq, newestRfq, rfqIdOf } from "./in-rfq";
import { jobKeyOf, noSuchJob, recordJob } from "./job-keys";
import { type JobChanged, refuseTooManyJobs } from "./jobs";
import type { JobOutcome } from "./organization-export";
import { type Answer, recordAnswer } from "./rfq-answers";
import { askedOf } from "./rfq-changes";

const kind = "rfq-answer";
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Has a filled-in template read by the worker; the id is the client's, so that a file sent twice is read once. */
export async function requestRfqAnswer(
  ctx: Context,
  { file, ...asked }: RequestAnswer,
): Promise<JobChanged> {
  authorize(ctx, "quote:write");
  return ask(
    ctx,
    asked,
    Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0)),
  );
}

/** Has a file read again that was refused because nobody had said whether it revises another answer. */
export async function chooseRfqAnswer(
  ctx: Context,
  { id, jobId, revises }: ChooseAnswer,
): Promise<JobChanged> {
  authorize(ctx, "quote:write");
  const key = jobKeyOf(ctx, jobId);
  const found = await withOrganization(ctx.orgId, (tx) => findJobInput(tx, key));
  const { rfqId, supplierId } = askedIn(found);
  if (!found?.file) throw fileGone();
  return ask(ctx, { id, rfqId, supplierId, revises, fileName: found.file.name }, found.file.bytes);
}

async function ask(
  ctx: Context,
  asked: Omit<RequestAnswer, "file">,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<JobChanged> {
  const key = jobKeyOf(ctx, asked.id);
  const rfqId = rfqIdOf(asked.rfqId);
  return withOrganization(ctx.orgId, async (tx) => {
    // The job before its RFQ, as the worker holds them when it ends.
    if (await findJobForUpdate(tx, key)) return { id: key.jobId };
    await refuseSample(tx, ctx);
    const held = await heldRfq(tx, ctx, rfqId);
    const { supplierId } = askedOf(held, asked.supplierId);
    if (held.status !== "sent")
      throw new AppError("INVALID", `This RFQ is ${held.status}: it takes no answers.`);
    await refuseTooManyJobs(tx, ctx);
    const { fileName, revises } = asked;
    const input = {
      rfqId: held.id,
      supplierId,
      fileName,
      ...(revises !== undefined && { revises: revises ?? another }),
    };
    if (!(await insertJob(tx, key, { kind, createdByUserId: ctx.userId, input })))
      return { id: key.jobId };
    await insertFile(tx, ctx.orgId, {
      ...{ name: fileName, mediaType: "application/octet-stream" },
      bytes,
      ...{ purpose: "job-input", jobId: key.jobId, createdByUserId: ctx.userId },
      // What is sealed lies in no file longer than it takes to read it.
      expiresAt: new Date(Date.now() + (isClosedToEyes(held) ? hourMs : fileKeptDays * dayMs)),
    });
    await recordJob(tx, ctx, { action: "create", jobId: key.jobId, kind });
    return { id: key.jobId };
  });
}

async function refuseSample(tx: Transaction, { orgId }: Context): Promise<void> {
  if (!(await isSampleOrganization(tx, orgId))) return;
  throw new AppError(
    "FORBIDDEN",
    "Visitors share the sample organization, so it keeps no files. Sign up to import this one: it takes a minute.",
  );
}

const fileGone = () =>
  new AppError("INVALID", "The file is not kept any more. Send it again on the RFQ’s page.");

/** The bytes that such a job is to read. */
export async function getRfqAnswerFile(
  ctx: Context,
  { jobId }: { readonly jobId: string },
): Promise<Uint8Array> {
  authorize(ctx, "quote:write");
  const key = jobKeyOf(ctx, jobId);
  const found = await withOrganization(ctx.orgId, (tx) => findJobInput(tx, key));
  if (!found) throw noSuchJob();
  if (!found.file) throw fileGone();
  return found.file.bytes;
}

/** No number, as a job keeps that an answer revises none. */
const another = "";

/** What such a job was asked for; another kind of job is none. */
function askedIn(found: JobInput | null) {
  const input = found?.input as
    | { rfqId?: string; supplierId?: string; revises?: string }
    | undefined;
  if (!input?.rfqId || !input.supplierId) throw noSuchJob();
  const { rfqId, supplierId, revises } = input;
  return { rfqId, supplierId, revises: revises === another ? null : revises };
}

type Read = { readonly jobId: string; readonly workbook: ReadWorkbook };

/**
 * What was read becomes an answer, or is refused whole; which rows and why goes to whoever sent it.
 * It is written together with the end of the job: neither is there without the other.
 */
export async function takeRfqAnswer(
  ctx: Context,
  { jobId, workbook }: Read,
  now = new Date(),
): Promise<JobOutcome & Required<Pick<JobOutcome, "write">>> {
  authorize(ctx, "quote:write");
  const key = jobKeyOf(ctx, jobId);
  const found = await withOrganization(ctx.orgId, (tx) => findJobInput(tx, key));
  const { rfqId, supplierId, revises } = askedIn(found);
  const file = found?.file;
  const read = { supplierId, workbook };
  const { content } = await changeRfq(ctx, rfqId, (tx, held) => answerIn(tx, ctx, held, read));
  return {
    file: null,
    counts: { lines: content.lines.length },
    write: async (tx) => {
      const held = await heldRfq(tx, ctx, rfqId);
      // Read again: what the RFQ asks for and whether its answers are sealed may have changed since.
      const answer = await answerIn(tx, ctx, held, read);
      const quote = await recordAnswer(tx, ctx, held, { ...answer, id: key.jobId, revises }, now);
      if (quote && file) await keepAnswerFile(tx, ctx, { file, jobId: key.jobId, quote });
      await deleteJobInput(tx, key);
    },
  };
}

type AnswerFile = {
  readonly file: NonNullable<JobInput["file"]>;
  readonly jobId: string;
  readonly quote: { readonly id: string; readonly revision: number };
};

/** With the quote that it became; what is sealed is no quote yet, and lies in no file. */
async function keepAnswerFile(
  tx: Transaction,
  ctx: Context,
  { file, jobId, quote: { id: quoteId, revision } }: AnswerFile,
): Promise<void> {
  const { given: _given, ...kept } = importedFile(file);
  await keepJobInput(tx, ctx, { ...kept, jobId, quoteId, revision });
}

type ReadOf = { readonly supplierId: string; readonly workbook: ReadWorkbook };

/** What the workbook answers to this RFQ, or why it is refused. */
async function answerIn(
  tx: Transaction,
  ctx: Context,
  held: HeldRfq,
  { supplierId, workbook }: ReadOf,
): Promise<Omit<Answer, "id">> {
  const rfqRevision = await refuseOther(tx, ctx, held, { supplierId, workbook });
  const revision = held.revisions.find((one) => one.revision === rfqRevision);
  const items = revision?.items ?? [];
  const reading = readRfqTemplate(workbook, { items, hidesValues: isClosedToEyes(held) });
  if (reading.refused) throw new AppError("INVALID", refusedText(reading.refused));
  return { ...reading.answer, supplierId, rfqRevision };
}

/** The revision that is answered; refused where the file is of something else. */
async function refuseOther(
  tx: Transaction,
  ctx: Context,
  held: HeldRfq,
  { supplierId, workbook }: ReadOf,
): Promise<number> {
  const { name } = askedOf(held, supplierId);
  const { title } = newestRfq(held);
  const refuse = (words: string) => new AppError("INVALID", `Nothing was taken in. ${words}`);
  const said = templateIdentity(workbook);
  if (!said)
    throw refuse(
      `This workbook is not the template of \u201c${title}\u201d. Download the template here, and have that one filled in.`,
    );
  if (said.rfqId.toLowerCase() !== held.id) {
    const other = isId(said.rfqId) ? await findRfq(tx, ctx.orgId, said.rfqId.toLowerCase()) : null;
    throw refuse(
      other
        ? `This is the template of another RFQ, \u201c${newestRfq(other).title}\u201d. Send it there.`
        : "This is the template of an RFQ of another organization.",
    );
  }
  if (said.supplierId.toLowerCase() !== supplierId) {
    const other = held.suppliers.find((one) => one.supplierId === said.supplierId.toLowerCase());
    throw refuse(
      `This template was made for ${other?.name ?? "a supplier that is not asked any more"}, not for ${name}.`,
    );
  }
  const isSent = held.revisions.some(
    ({ revision, sentAt }) => revision === said.revision && sentAt !== null,
  );
  if (!isSent) throw refuse(`It names revision ${said.revision}, which was not sent.`);
  return said.revision;
}
