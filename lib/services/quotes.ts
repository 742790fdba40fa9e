import type { Context, OrgId } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { templateCurrency } from "@/lib/catalog/templates";
import { listEventsOf } from "@/lib/data/activity";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { plansWithoutPrices, quotesWithoutPrices } from "@/lib/data/hidden-prices";
import type { LineMoney } from "@/lib/data/lines-query";
import { findOrganizationSettings } from "@/lib/data/organization-settings";
import { findNewestPlan, listPlanRates } from "@/lib/data/plan-rates";
import { listAttachments } from "@/lib/data/quote-attachments";
import { findAwardingPlan } from "@/lib/data/quote-awards";
import { listQuoteCurrencies } from "@/lib/data/quote-lines";
import { listQuotePage } from "@/lib/data/quote-pages";
import { insertQuote, writeRevision } from "@/lib/data/quote-writes";
import { findQuote, findQuoteOutline } from "@/lib/data/quotes";
import { findAnsweredRfq } from "@/lib/data/rfq-answers";
import { supplierIdOf } from "@/lib/data/suppliers";
import { conversionAcross, decimalsOf } from "@/lib/engine";
import type { ExchangeRate, PlanRate } from "@/lib/schemas/exchange-rate";
import type { QuoteContent, QuoteHead, StoredQuote } from "@/lib/schemas/quote";
import { allQuotes, type QuotesAsked, type QuotesPage } from "@/lib/schemas/quote-list";
import { refuseHiddenQuote } from "./hidden-prices";
import {
  noSuchQuote,
  numberTaken,
  type QuoteSaved,
  quoteIdOf,
  recordQuote,
  savedOf,
} from "./in-quote";

export type QuoteNamed = { readonly quoteId: string };

/** What the organization reads amounts in, and what its plans say of the currencies. */
export type Money = {
  readonly currency: string | null;
  readonly rates: readonly ExchangeRate[];
  /** The same and those without a day, each with its plan. */
  readonly planRates: readonly PlanRate[];
  /** Where a rate may be set; null where there is no plan yet. */
  readonly newestPlan: { readonly id: string; readonly name: string } | null;
};

export type QuoteList = Money & QuotesPage;

/** A page of the organization's quotes: as asked, else the first of all. */
export async function listQuotes(ctx: Context, asked?: QuotesAsked): Promise<QuoteList> {
  authorize(ctx, "quote:read");
  const today = new Date().toISOString().slice(0, 10);
  return withOrganization(ctx.orgId, async (tx) => {
    const { orgId } = ctx;
    const { settings } = await findOrganizationSettings(tx, orgId);
    const rates = await ratesFor(tx, ctx);
    const money = await moneyFor(tx, orgId, { ...rates, currency: settings.currency ?? null });
    const without = [...(await quotesWithoutPrices(tx, orgId, ctx))];
    const page = await listQuotePage(tx, { ...(asked ?? allQuotes(today)), orgId, money, without });
    return { ...page, currency: settings.currency ?? null, ...rates };
  });
}

/** What the organization's quotes are in, and what one of each is worth in its own currency. */
async function moneyFor(
  tx: Transaction,
  orgId: OrgId,
  { currency: own, rates }: Pick<Money, "currency" | "rates">,
): Promise<readonly LineMoney[]> {
  const currency = own ?? templateCurrency;
  return (await listQuoteCurrencies(tx, orgId)).map((one) => ({
    ...{ currency: one, decimals: decimalsOf(one) },
    factor: one === currency ? 1 : conversionAcross(rates, { from: one, to: currency }).factor,
  }));
}

/** Of a plan whose prices are hidden from who asks, the rates count and the plan is not named. */
async function ratesFor(tx: Transaction, ctx: Context): Promise<Omit<Money, "currency">> {
  const all = await listPlanRates(tx, ctx.orgId);
  const hidden = await plansWithoutPrices(tx, ctx.orgId, ctx);
  return {
    rates: all.map(({ rate }) => rate),
    planRates: all.filter(({ planId }) => !hidden.has(planId)),
    newestPlan: await findNewestPlan(tx, ctx.orgId, [...hidden]),
  };
}

export async function getQuote(ctx: Context, { quoteId }: QuoteNamed): Promise<StoredQuote> {
  authorize(ctx, "quote:read");
  const id = quoteIdOf(quoteId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findQuote(tx, ctx.orgId, id);
    if (!held) throw noSuchQuote();
    await refuseHiddenQuote(tx, ctx, id);
    const events = await listEventsOf(tx, ctx.orgId, { subject: "quote", subjectId: id });
    return {
      ...held,
      awardedIn: await findAwardingPlan(tx, ctx.orgId, id),
      answersRfq: await findAnsweredRfq(tx, ctx.orgId, id),
      events,
      attachments: await listAttachments(tx, ctx.orgId, id),
      canEdit: can(ctx.role, "quote:write"),
      canAward: can(ctx.role, "quote:award"),
    };
  });
}

type NewQuote = {
  readonly id: string;
  readonly head: QuoteHead;
  readonly content: QuoteContent;
};

/** A draft with its first revision; the id is the client's, so that a form sent twice makes one. */
export async function createQuote(ctx: Context, input: NewQuote): Promise<QuoteSaved> {
  authorize(ctx, "quote:write");
  const { head, content } = input;
  const id = quoteIdOf(input.id);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findQuoteOutline(tx, ctx.orgId, id);
    if (held) return savedOf(held);
    const { supplierName, number, currency } = head;
    const supplierId = await supplierIdOf(tx, ctx.orgId, supplierName);
    if (!(await insertQuote(tx, ctx, { id, supplierId, number, currency }))) {
      const twin = await findQuoteOutline(tx, ctx.orgId, id);
      if (!twin) throw numberTaken(head);
      return savedOf(twin);
    }
    await writeRevision(tx, ctx, { quoteId: id, revision: 1, content });
    await recordQuote(tx, ctx, { id, ...head }, { action: "create", revision: 1 });
    return { id, version: 1, revision: 1 };
  });
}
