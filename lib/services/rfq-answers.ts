import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/data/client";
import { findQuoteByNumber, lockQuoteByNumber } from "@/lib/data/quotes";
import {
  findLastAnswer,
  fingerprintOf,
  insertAnswer,
  openAnswers,
  setAnswerQuote,
} from "@/lib/data/rfq-answers";
import { touchRfq, updateRfq } from "@/lib/data/rfq-writes";
import type { HeldRfq } from "@/lib/data/rfqs";
import { AppError } from "@/lib/errors";
import type { QuoteContent } from "@/lib/schemas/quote";
import {
  type EnterAnswer,
  isClosedToEyes,
  nothingChanged,
  type OpenEarly,
  type RfqAnswer,
  type RfqAtVersion,
  type RfqContent,
  type SealedAnswer,
  sealedAnswer,
} from "@/lib/schemas/rfq";
import { underItsNumber } from "./answer-numbers";
import { freeNumber, refuseForeign, toQuote } from "./answer-quotes";
import { numberTaken } from "./in-quote";
import { changeRfq, newestRfq, type RfqSaved, recordRfq, refuseStaleRfq, savedRfq } from "./in-rfq";
import { askedOf } from "./rfq-changes";
import { isOver } from "./rfqs";

/** What came from a supplier: of which revision of the RFQ, under the id of whatever brought it. */
export type Answer = SealedAnswer & {
  readonly id: string;
  readonly supplierId: string;
  readonly rfqRevision: number;
  /** The number of the open quote that it revises, null where none; absent while nobody said. */
  readonly revises?: string | null | undefined;
};

/**
 * Takes an answer in: as a quote in draft, or closed while answers are sealed. The same one twice is one.
 */
export async function recordAnswer(
  tx: Transaction,
  ctx: Context,
  held: HeldRfq,
  { id, supplierId, rfqRevision, ...given }: Answer,
  now: Date,
): Promise<Pick<NonNullable<RfqAnswer["quote"]>, "id" | "revision"> | null> {
  const asked = askedOf(held, supplierId);
  const before = asked.answers.find((one) => one.id === id);
  if (before) return before.quote;
  if (held.status !== "sent")
    throw new AppError("INVALID", `This RFQ is ${held.status}: it takes no answers.`);
  const said = await underItsNumber(tx, ctx, held, { ...given, supplierId: asked.supplierId });
  const answer = { id, rfqId: held.id, supplierId: asked.supplierId, rfqRevision };
  const about = { number: said.number, sha256: fingerprintOf(said), receivedAt: now };
  await refuseRepeated(tx, ctx, { ...answer, ...about, name: asked.name });
  const known = await lockQuoteByNumber(tx, ctx.orgId, { ...about, supplierId: answer.supplierId });
  if (known) await refuseForeign(tx, ctx, held, known);
  const supplier = { supplierId: answer.supplierId, name: asked.name };
  const quote = isClosedToEyes(held)
    ? null
    : await toQuote(tx, ctx, supplier, { ...said, receivedAt: null });
  const kept = quote ? { content: null, quote } : { content: said, quote: null };
  await insertAnswer(tx, ctx.orgId, { ...answer, ...about, ...kept });
  await touchRfq(tx, ctx.orgId, held.id);
  const { title, revision } = newestRfq(held);
  await recordRfq(
    tx,
    ctx,
    { id: held.id, title },
    { action: "take-answer", revision, supplierName: asked.name },
  );
  return quote;
}

/** What says the same as the one before it adds nothing; an earlier offer that is made again does. */
async function refuseRepeated(
  tx: Transaction,
  { orgId }: Context,
  {
    rfqId,
    supplierId,
    rfqRevision,
    number,
    sha256,
    name,
  }: Pick<Answer, "supplierId" | "rfqRevision" | "number"> & {
    readonly rfqId: string;
    readonly sha256: string;
    readonly name: string;
  },
): Promise<void> {
  const last = await findLastAnswer(tx, orgId, { rfqId, supplierId, number });
  if (last?.sha256 !== sha256 || last.rfqRevision !== rfqRevision) return;
  throw new AppError(
    "INVALID",
    `${nothingChanged} The very same answer, ${name} ${number}, was taken in ${minuteText(last.receivedAt)}, and is as it was. Send another file, or leave it at that.`,
  );
}

/** "2026-11-28 13:05 UTC". */
const minuteText = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

/**
 * An answer that came otherwise than by the template: a quote in draft with the items of the RFQ, to be priced
 * on its page. Not while answers are sealed: that page would show them.
 */
export async function enterRfqAnswer(
  ctx: Context,
  { id, rfqId, supplierId, revises, ...head }: EnterAnswer,
  now = new Date(),
): Promise<{ readonly quoteId: string }> {
  authorize(ctx, "quote:write");
  return changeRfq(ctx, rfqId, async (tx, held) => {
    if (isClosedToEyes(held))
      throw new AppError(
        "INVALID",
        "Answers are sealed, and the page of a quote would show this one. Enter it in the template, and import that.",
      );
    const sent = held.revisions.find(({ sentAt }) => sentAt !== null);
    if (!sent) throw new AppError("INVALID", "This RFQ was not sent yet.");
    const { number, currency, quotedOn } = head;
    const { name: supplierName, answers } = askedOf(held, supplierId);
    const isRepeated = answers.some((one) => one.id === id);
    const at = { supplierId: supplierId.toLowerCase(), number };
    if (!isRepeated && (await findQuoteByNumber(tx, ctx.orgId, at)))
      throw numberTaken({ supplierName, number, currency });
    const content = unpriced(sent, quotedOn);
    const answer = {
      id,
      supplierId,
      number,
      currency,
      content,
      rfqRevision: sent.revision,
      revises,
    };
    const quote = await recordAnswer(tx, ctx, held, answer, now);
    if (!quote) throw new Error("an answer that is not sealed and no quote");
    return { quoteId: quote.id };
  });
}

/** The items that were asked for; the terms are the supplier’s to say. */
function unpriced({ items }: RfqContent, quotedOn: string): QuoteContent {
  const lines = items.map(({ category, description, quantity, unit, recurrence, months }) => ({
    ...{ category, description, partNumber: "", quantity, unit, unitPrice: null },
    ...{ discountFraction: null, recurrence, months, taxFraction: null },
  }));
  return {
    ...{ quotedOn, validUntil: null, incoterm: null, paymentTerms: "", leadTimeWeeks: null },
    ...{ warrantyMonths: null, freight: null, duty: null, unrecoverableVat: null },
    ...{ statedTotal: null, statedTotalHasTax: false, powerKilowatts: null, rackUnits: null },
    ...{ notes: "", lines },
  };
}

/** After the deadline the sealed answers become quotes, all together: received, so that what was bid stays as it was. */
export async function openRfqAnswers(
  ctx: Context,
  input: RfqAtVersion,
  now = new Date(),
): Promise<RfqSaved> {
  authorize(ctx, "quote:write");
  return changeRfq(ctx, input.rfqId, async (tx, held) => {
    if (held.openedAt !== null) return savedRfq(held);
    refuseOpening(held);
    if (!isOver(held, now))
      throw new AppError(
        "FORBIDDEN",
        "Sealed answers open at the deadline. Ask an administrator, who must say why, to open them before.",
      );
    return open(tx, ctx, held, { now, reason: "" });
  });
}

/** The same before the deadline, for a reason that stays on record. */
export async function openRfqAnswersEarly(
  ctx: Context,
  { reason, ...input }: OpenEarly,
  now = new Date(),
): Promise<RfqSaved> {
  authorize(ctx, "rfq:open-early");
  return changeRfq(ctx, input.rfqId, async (tx, held) => {
    if (held.openedAt !== null) return savedRfq(held);
    refuseStaleRfq(held, input.expectedVersion);
    refuseOpening(held);
    return open(tx, ctx, held, { now, reason: isOver(held, now) ? "" : reason });
  });
}

function refuseOpening({ status, isSealed }: HeldRfq): void {
  if (!isSealed) throw new AppError("INVALID", "The answers to this RFQ are not sealed.");
  if (status === "draft") throw new AppError("INVALID", "This RFQ was not sent yet.");
  if (status === "cancelled")
    throw new AppError("INVALID", "This RFQ was cancelled: its sealed answers stay closed.");
}

async function open(
  tx: Transaction,
  ctx: Context,
  held: HeldRfq,
  { now, reason }: { readonly now: Date; readonly reason: string },
): Promise<RfqSaved> {
  const { title, revision } = newestRfq(held);
  const version = await updateRfq(tx, ctx.orgId, {
    ...{ id: held.id, openedAt: now, openedReason: reason },
  });
  for (const { id, supplierId, receivedAt, content } of await openAnswers(tx, ctx.orgId, held.id)) {
    const { name } = askedOf(held, supplierId);
    const said = sealedAnswer.parse(content);
    const number = await freeNumber(tx, ctx, held, { ...said, supplierId });
    const quote = await toQuote(tx, ctx, { supplierId, name }, { ...said, number, receivedAt });
    await setAnswerQuote(tx, ctx.orgId, { id, quote });
  }
  const action = reason === "" ? "open" : "open-early";
  const why = reason === "" ? {} : { reason };
  await recordRfq(tx, ctx, { id: held.id, title }, { action, revision, ...why });
  return { id: held.id, version, revision };
}
