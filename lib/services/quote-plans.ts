import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { inOneTransaction, type Transaction, withOrganization } from "@/lib/data/client";
import { quotesWithoutPrices } from "@/lib/data/hidden-prices";
import { findPlan } from "@/lib/data/plans";
import { findQuoteOutline, findRevision, type QuoteOutline } from "@/lib/data/quotes";
import { type ConversionStep, conversionOf, quotedFields, rateInto } from "@/lib/engine";
import { AppError } from "@/lib/errors";
import { ratePath, undatedText } from "@/lib/schemas/exchange-rate";
import type { Figure } from "@/lib/schemas/figure";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanForQuote } from "@/lib/schemas/plan-for-quote";
import { contentOf, type QuoteContent, type QuoteRevision } from "@/lib/schemas/quote";
import {
  isQuotedMoney,
  type NewerRevision,
  type QuotedField,
  type QuoteInPlan,
  quotedFieldNames,
  type UseQuote,
} from "@/lib/schemas/quote-in-plan";
import { refuseHiddenPrices, refuseHiddenQuote } from "./hidden-prices";
import { noSuchPlan, readPlan, uuidOf } from "./in-plan";
import { noSuchQuote, quoteIdOf } from "./in-quote";
import { saveOption } from "./options";

/** The on-premises options of a plan, to choose which one takes the quote. */
export async function listOptionsForQuote(
  ctx: Context,
  { planId }: { readonly planId: string },
): Promise<PlanForQuote> {
  authorize(ctx, "plan:read");
  const { plan } = await readPlan(ctx, planId);
  const { currency, exchangeRates = [] } = plan;
  return { options: onPremisesOf(plan), currency, exchangeRates };
}

const onPremisesOf = (plan: Plan): readonly OnPremisesOption[] =>
  plan.options.filter((option) => option.kind === "on-premises");

/**
 * Writes the newest received revision's prices into an option, or into a copy of it, whose id is the client's,
 * so that a form sent twice makes one. The option keeps which revision it has them from.
 */
export async function applyQuote(ctx: Context, input: UseQuote): Promise<QuoteInPlan> {
  authorize(ctx, "plan:write");
  const [quoteId, planId] = [quoteIdOf(input.quoteId), uuidOf(input.planId)];
  return inOneTransaction(ctx.orgId, async (tx) => {
    const quote = await findQuoteOutline(tx, ctx.orgId, quoteId);
    if (!quote) throw noSuchQuote();
    await refuseHiddenQuote(tx, ctx, quoteId);
    const held = await findPlan(tx, ctx.orgId, planId);
    if (!held) throw noSuchPlan();
    const option = onPremisesOf(held.plan).find(({ id }) => id === input.optionId);
    if (!option) throw new AppError("NOT_FOUND", "This plan has no such on-premises option.");
    const priced = withQuote(held.plan, option, {
      ...{ quote, revision: await newestReceivedOf(tx, ctx, quote), servers: input.servers },
    });
    const { copyId } = input;
    const name = `${quote.supplierName} ${quote.number}`.slice(0, 80);
    const body = copyId === null ? priced : { ...priced, id: copyId, name };
    // A copy is a new row: what has its id and is another option stays.
    const expectedVersion =
      copyId === null ? (held.rowVersions[`options.${body.id}`] ?? null) : null;
    await saveOption(ctx, { planId, expectedVersion, body });
    return { planId, optionId: body.id };
  });
}

/** With its lines; null for a draft. */
const newestReceivedOf = async (tx: Transaction, ctx: Context, quote: QuoteOutline) =>
  quote.receivedRevision === null
    ? null
    : findRevision(tx, ctx.orgId, { quoteId: quote.id, revision: quote.receivedRevision });

type QuoteForServers = {
  readonly quote: QuoteOutline;
  readonly revision: QuoteRevision | null;
  readonly servers: number;
};

function withQuote(
  plan: Plan,
  option: OnPremisesOption,
  { quote, revision, servers }: QuoteForServers,
): OnPremisesOption {
  if (!revision)
    throw new AppError("INVALID", `${quote.number} is a draft. Mark it as received first.`);
  const { validUntil, quotedOn } = revision;
  if (validUntil === null)
    throw new AppError(
      "INVALID",
      `${quote.number} does not say until when it holds. Enter that as its next revision.`,
    );
  const { supplierName, number, id: quoteId, currency } = quote;
  const { factor, rates } = rateFor(plan, option, quote);
  const { values } = quotedFields(option, contentOf(revision), { currency, servers, factor });
  const source = sourceOf(quote, revision.revision);
  const quoted = <Before extends Figure | undefined>(
    name: QuotedField,
    before: Before,
  ): Figure | Before => {
    const value = values[name];
    if (value === undefined) return before;
    const note = rates !== "" && isQuotedMoney(name) ? { note: convertedAt(rates) } : {};
    return { value, evidence: "quoted", source, date: quotedOn, ...note };
  };
  const { quote: prices, leadTimeMonths, serverPower, supportPerYearFraction } = option;
  const warrantyMonths = quoted("warrantyMonths", option.warrantyMonths);
  const supportFee = quoted("supportFee", option.supportFee);
  return {
    ...option,
    quote: {
      ...{ supplierName, number, quotedOn, validUntil },
      serverPrice: quoted("serverPrice", prices.serverPrice),
      networkPrice: quoted("networkPrice", prices.networkPrice),
      installationPrice: quoted("installationPrice", prices.installationPrice),
    },
    leadTimeMonths: quoted("leadTimeMonths", leadTimeMonths),
    serverPower: quoted("serverPower", serverPower),
    supportPerYearFraction: quoted("supportPerYearFraction", supportPerYearFraction),
    ...(supportFee && { supportFee }),
    ...(warrantyMonths && { warrantyMonths }),
    quoteUsed: { quoteId, revision: revision.revision, servers },
  };
}

/** What one of the quote's currency is worth in the option's, by the plan's dated rates. */
function rateFor(plan: Plan, option: OnPremisesOption, { currency: from, number }: QuoteOutline) {
  const to = option.currency ?? plan.currency;
  if (from === to) return { factor: 1, rates: "" };
  const { exchangeRates } = plan;
  const conversion = conversionOf({ currency: to, exchangeRates }, from);
  if (conversion.factor === null)
    throw new AppError(
      "INVALID",
      `${number} is in ${from} and the option in ${to}, and the plan has no rate that joins them. Add the rate ${from} to ${to} with its date under Assumptions, then use the quote again.`,
    );
  const rates = conversion.steps.map((step) => ratesOf(plan, step));
  return { factor: conversion.factor, rates: rates.join(" and ") };
}

function ratesOf({ exchangeRates = [] }: Plan, { path }: ConversionStep): string {
  const row = exchangeRates.find((one) => ratePath(one) === path);
  if (!row) return "";
  const { value, source, date } = row.rate;
  const dated = [source, date ?? undatedText].filter(Boolean).join(", ");
  return `1 ${row.from} = ${value} ${row.to} (${dated})`;
}

const convertedAt = (rates: string): string => `Converted at ${rates}.`;

/** An older note says nothing of a rate that lacks its day: it is the same rate all the same. */
const withoutUndated = (note: string): string =>
  note.replaceAll(` (${undatedText})`, "").replaceAll(`, ${undatedText}`, "");

/** The plan's rates, where a price of the option says that it was converted at others. */
function otherRates(plan: Plan, option: OnPremisesOption, quote: QuoteOutline): string | null {
  if (rateInto(plan, option, quote.currency) === null) return null;
  const { rates } = rateFor(plan, option, quote);
  const isOther = quotedFieldNames.filter(isQuotedMoney).some((name) => {
    const note = figureOf(option, name)?.note;
    if (!note?.startsWith(convertedAt("").slice(0, -1))) return false;
    return withoutUndated(note) !== withoutUndated(convertedAt(rates));
  });
  return rates !== "" && isOther ? rates : null;
}

/**
 * Options of a plan whose quote has a newer revision, was converted at another rate, or is read otherwise by now, with
 * what taking it changes.
 */
export async function listNewerRevisions(
  ctx: Context,
  { planId }: { readonly planId: string },
): Promise<readonly NewerRevision[]> {
  authorize(ctx, "plan:read");
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findPlan(tx, ctx.orgId, id);
    if (!held) throw noSuchPlan();
    await refuseHiddenPrices(tx, ctx, id);
    const hidden = await quotesWithoutPrices(tx, ctx.orgId, ctx);
    const found: NewerRevision[] = [];
    for (const option of onPremisesOf(held.plan)) {
      const used = option.quoteUsed;
      if (!used || hidden.has(used.quoteId)) continue;
      const quote = await findQuoteOutline(tx, ctx.orgId, used.quoteId);
      if (!quote || (quote.receivedRevision ?? 0) < used.revision) continue;
      const newest = await newestReceivedOf(tx, ctx, quote);
      if (!newest) continue;
      const changes = changesOf(held.plan, option, { quote, content: contentOf(newest), ...used });
      const rates = changes.some(({ name }) => isQuotedMoney(name))
        ? otherRates(held.plan, option, quote)
        : null;
      const isHeld = changes.some(({ name }) => isFromQuote(option, name));
      if (newest.revision === used.revision && rates === null && !isHeld) continue;
      found.push({
        ...{ ...used, changes, rates },
        ...{ optionId: option.id, number: quote.number, newest: newest.revision },
        currency: option.currency ?? held.plan.currency,
      });
    }
    return found;
  });
}

/** Whether a figure is as the quote gave it: one that somebody entered over it is theirs, and waits for nothing. */
function isFromQuote(option: OnPremisesOption, name: QuotedField): boolean {
  const { quoteUsed: used, quote, supportPerYearFraction: share } = option;
  if (!used) return false;
  // Support that was read as a share of the price is the fee's own place before there was one.
  const figure = figureOf(option, name) ?? (name === "supportFee" ? share : undefined);
  return figure?.source === sourceOf(quote, used.revision);
}

const sourceOf = (
  { supplierName, number }: Pick<QuoteOutline, "supplierName" | "number">,
  revision: number,
): string => `${supplierName} ${number} rev ${revision}`;

type Newest = {
  readonly quote: QuoteOutline;
  readonly content: QuoteContent;
  readonly servers: number;
};

/** Without a rate no price can be told: taking the revision says which rate is missing. */
function changesOf(
  plan: Plan,
  option: OnPremisesOption,
  { quote: { currency }, content, servers }: Newest,
): NewerRevision["changes"] {
  const factor = rateInto(plan, option, currency);
  const { values } = quotedFields(option, content, { currency, servers, factor: factor ?? 1 });
  return quotedFieldNames.flatMap((name) => {
    if (factor === null && (isQuotedMoney(name) || name === "supportPerYearFraction")) return [];
    const from = figureOf(option, name)?.value ?? null;
    const value = values[name];
    return value === undefined || value === from ? [] : [{ name, from, to: value }];
  });
}

function figureOf(option: OnPremisesOption, name: QuotedField): Figure | undefined {
  switch (name) {
    case "serverPrice":
    case "networkPrice":
    case "installationPrice":
      return option.quote[name];
    default:
      return option[name];
  }
}
