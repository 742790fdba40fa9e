import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/data/client";
import { insertQuote, receiveRevision, updateQuote, writeRevision } from "@/lib/data/quote-writes";
import { findQuoteByNumber, type QuoteOutline } from "@/lib/data/quotes";
import {
  findAnsweredRfq,
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
  type OpenEarly,
  type RfqAnswer,
  type RfqAtVersion,
  type RfqContent,
  type SealedAnswer,
  sealedAnswer,
} from "@/lib/schemas/rfq";
import { numberTaken, recordQuote } from "./in-quote";
import { changeRfq, newestRfq, type RfqSaved, recordRfq, refuseStaleRfq, savedRfq } from "./in-rfq";
import { askedOf } from "./rfq-changes";
import { isOver } from "./rfqs";

/** What came from a supplier: of which revision of the RFQ, under the id of whatever brought it. */
export type Answer = SealedAnswer & {
  readonly id: string;
  readonly supplierId: string;
  readonly rfqRevision: number;
};

/**
 * Takes an answer in: as a quote in draft, or closed while answers are sealed. The same one twice is one.
 */
export async function recordAnswer(
  tx: Transaction,
  ctx: Context,
  held: HeldRfq,
  { id, supplierId, rfqRevision, ...said }: Answer,
  now: Date,
): Promise<RfqAnswer["quote"]> {
  const asked = askedOf(held, supplierId);
  const before = asked.answers.find((one) => one.id === id);
  if (before) return before.quote;
  if (held.status !== "sent")
    throw new AppError("INVALID", `This RFQ is ${held.status}: it takes no answers.`);
  const answer = { id, rfqId: held.id, supplierId: asked.supplierId, rfqRevision };
  const about = { number: said.number, sha256: fingerprintOf(said), receivedAt: now };
  const known = await findQuoteByNumber(tx, ctx.orgId, { ...about, supplierId: answer.supplierId });
  if (known) await refuseForeign(tx, ctx, held, known);
  const supplier = { supplierId: answer.supplierId, name: asked.name };
  const quote = isClosedToEyes(held) ? null : await toQuote(tx, ctx, supplier, said);
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

/**
 * An answer that came otherwise than by the template: a quote in draft with the items of the RFQ, to be priced
 * on its page. Not while answers are sealed: that page would show them.
 */
export async function enterRfqAnswer(
  ctx: Context,
  { id, rfqId, supplierId, ...head }: EnterAnswer,
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
    const answer = { id, supplierId, number, currency, content, rfqRevision: sent.revision };
    const quote = await recordAnswer(tx, ctx, held, answer, now);
    if (!quote) throw new Error("an answer that is not sealed and no quote");
    return { quoteId: quote.id };
  });
}

function unpriced({ items, incoterm, paymentTerms }: RfqContent, quotedOn: string): QuoteContent {
  const lines = items.map(({ category, description, quantity, unit, recurrence, months }) => ({
    ...{ category, description, partNumber: "", quantity, unit, unitPrice: null },
    ...{ discountFraction: null, recurrence, months, taxFraction: null },
  }));
  return {
    ...{ quotedOn, validUntil: null, incoterm, paymentTerms, leadTimeWeeks: null },
    ...{ warrantyMonths: null, freight: null, duty: null, unrecoverableVat: null },
    ...{ statedTotal: null, statedTotalHasTax: false, powerKilowatts: null, rackUnits: null },
    ...{ notes: "", lines },
  };
}

/** A quote of that number which answers no RFQ, or another one, is not written over by a file. */
async function refuseForeign(
  tx: Transaction,
  { orgId }: Context,
  held: HeldRfq,
  known: QuoteOutline,
): Promise<void> {
  const answered = await findAnsweredRfq(tx, orgId, known.id);
  const name = `${known.supplierName} ${known.number}`;
  if (answered?.rfqId !== held.id)
    throw new AppError(
      "INVALID",
      `There is a quote ${name} already, and it is no answer to this RFQ. Correct the quote number in the file.`,
    );
  if (known.status === "awarded" || known.status === "declined")
    throw new AppError(
      "INVALID",
      `${name} is ${known.status} already. Take that back first, or give this answer another number.`,
    );
}

type Supplier = { readonly supplierId: string; readonly name: string };

/** A new quote in draft, or the next revision of the one with that number. */
async function toQuote(
  tx: Transaction,
  ctx: Context,
  { supplierId, name: supplierName }: Supplier,
  { number, currency, content }: SealedAnswer,
): Promise<{ readonly id: string; readonly revision: number }> {
  const known = await findQuoteByNumber(tx, ctx.orgId, { supplierId, number });
  if (!known) {
    const id = crypto.randomUUID();
    await insertQuote(tx, ctx, { id, supplierId, number, currency });
    await writeRevision(tx, ctx, { quoteId: id, revision: 1, content });
    await recordQuote(tx, ctx, { id, supplierName, number }, { action: "create", revision: 1 });
    return { id, revision: 1 };
  }
  if (known.currency !== currency)
    throw new AppError(
      "INVALID",
      `${number} is in ${known.currency} here, and in ${currency} in this answer. Give the answer another number.`,
    );
  const revision = await nextRevision(tx, ctx, known, content);
  await updateQuote(tx, ctx.orgId, { id: known.id });
  await recordQuote(tx, ctx, known, { action: "save", revision });
  return { id: known.id, revision };
}

/** What a supplier sent before is kept: where it is still being entered, it is received by what comes after it. */
async function nextRevision(
  tx: Transaction,
  ctx: Context,
  { id: quoteId, revision: before, isReceived, status }: QuoteOutline,
  content: QuoteContent,
): Promise<number> {
  const revision = before + 1;
  if (!isReceived) await receiveRevision(tx, ctx.orgId, { quoteId, revision: before });
  if (status === "draft") await updateQuote(tx, ctx.orgId, { id: quoteId, status: "received" });
  await writeRevision(tx, ctx, { quoteId, revision, content });
  return revision;
}

/** After the deadline the sealed answers become quotes, all together. */
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
  for (const { id, supplierId, content } of await openAnswers(tx, ctx.orgId, held.id)) {
    const { name } = askedOf(held, supplierId);
    const said = sealedAnswer.parse(content);
    const number = await freeNumber(tx, ctx, held, { ...said, supplierId });
    const quote = await toQuote(tx, ctx, { supplierId, name }, { ...said, number });
    await setAnswerQuote(tx, ctx.orgId, { id, quote });
  }
  const action = reason === "" ? "open" : "open-early";
  const why = reason === "" ? {} : { reason };
  await recordRfq(tx, ctx, { id: held.id, title }, { action, revision, ...why });
  return { id: held.id, version, revision };
}

const mostTwins = 100;

/** Opening never fails over a quote that was entered under the same number meanwhile, or in another currency. */
async function freeNumber(
  tx: Transaction,
  ctx: Context,
  held: HeldRfq,
  { number, currency, supplierId }: SealedAnswer & { readonly supplierId: string },
): Promise<string> {
  for (let twin = 1; twin <= mostTwins; twin += 1) {
    const name = twin === 1 ? number : `${number.slice(0, 70)} (${twin})`;
    const known = await findQuoteByNumber(tx, ctx.orgId, { supplierId, number: name });
    if (!known) return name;
    const answered = await findAnsweredRfq(tx, ctx.orgId, known.id);
    const isOurs = answered?.rfqId === held.id && known.currency === currency;
    if (isOurs && known.status !== "awarded" && known.status !== "declined") return name;
  }
  throw new Error("no number is free for a sealed answer");
}
