import type { Context } from "@/lib/auth/context";
import type { Transaction } from "@/lib/data/client";
import { insertQuote, receiveRevision, updateQuote, writeRevision } from "@/lib/data/quote-writes";
import { lockQuoteByNumber, type QuoteOutline } from "@/lib/data/quotes";
import { findAnsweredRfq } from "@/lib/data/rfq-answers";
import type { HeldRfq } from "@/lib/data/rfqs";
import { AppError } from "@/lib/errors";
import type { QuoteContent, QuoteStatus } from "@/lib/schemas/quote";
import type { SealedAnswer } from "@/lib/schemas/rfq";
import { numberTaken, recordQuote } from "./in-quote";

/** A quote of that number which answers no RFQ, or another one, is not written over by a file. */
export async function refuseForeign(
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
  refuseSettled(known);
}

function refuseSettled({ supplierName, number, status }: QuoteOutline): void {
  if (!isSettled(status)) return;
  throw new AppError(
    "INVALID",
    `${supplierName} ${number} is ${status} already. Take that back first, or give this answer another number.`,
  );
}

const isSettled = (status: QuoteStatus) => status === "awarded" || status === "declined";

type Supplier = { readonly supplierId: string; readonly name: string };

/** What becomes a quote. One that has a time is received at that, and stays as it is; else it is a draft. */
type Said = SealedAnswer & { readonly receivedAt: Date | null };

/** A new quote, or the next revision of the one with that number. */
export async function toQuote(
  tx: Transaction,
  ctx: Context,
  { supplierId, name: supplierName }: Supplier,
  { number, currency, content, receivedAt }: Said,
): Promise<{ readonly id: string; readonly revision: number }> {
  const known = await lockQuoteByNumber(tx, ctx.orgId, { supplierId, number });
  if (!known) {
    const id = crypto.randomUUID();
    if (!(await insertQuote(tx, ctx, { id, supplierId, number, currency })))
      throw numberTaken({ supplierName, number, currency });
    await writeRevision(tx, ctx, { quoteId: id, revision: 1, content });
    const quote = { id, supplierName, number };
    await recordQuote(tx, ctx, quote, { action: "create", revision: 1 });
    if (receivedAt) await receive(tx, ctx, quote, { revision: 1, receivedAt });
    return { id, revision: 1 };
  }
  refuseSettled(known);
  if (known.currency !== currency)
    throw new AppError(
      "INVALID",
      `${number} is in ${known.currency} here, and in ${currency} in this answer. Give the answer another number.`,
    );
  const revision = await nextRevision(tx, ctx, known, content);
  await updateQuote(tx, ctx.orgId, { id: known.id });
  await recordQuote(tx, ctx, known, { action: "save", revision });
  if (receivedAt) await receive(tx, ctx, known, { revision, receivedAt });
  return { id: known.id, revision };
}

async function receive(
  tx: Transaction,
  ctx: Context,
  quote: Pick<QuoteOutline, "id" | "supplierName" | "number">,
  { revision, receivedAt }: { readonly revision: number; readonly receivedAt: Date },
): Promise<void> {
  await receiveRevision(tx, ctx.orgId, { quoteId: quote.id, revision, receivedAt });
  await updateQuote(tx, ctx.orgId, { id: quote.id, status: "received" });
  await recordQuote(tx, ctx, quote, { action: "receive", revision });
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

const mostTwins = 100;

/** Opening never fails over a quote that was entered under the same number meanwhile, or in another currency. */
export async function freeNumber(
  tx: Transaction,
  ctx: Context,
  held: HeldRfq,
  { number, currency, supplierId }: SealedAnswer & { readonly supplierId: string },
): Promise<string> {
  for (let twin = 1; twin <= mostTwins; twin += 1) {
    const name = twin === 1 ? number : `${number.slice(0, 70)} (${twin})`;
    const known = await lockQuoteByNumber(tx, ctx.orgId, { supplierId, number: name });
    if (!known) return name;
    const answered = await findAnsweredRfq(tx, ctx.orgId, known.id);
    const isOurs = answered?.rfqId === held.id && known.currency === currency;
    if (isOurs && !isSettled(known.status)) return name;
  }
  throw new Error("no number is free for a sealed answer");
}
