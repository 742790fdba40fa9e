import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { inOneTransaction, withOrganization } from "@/lib/data/client";
import { findPlan } from "@/lib/data/plans";
import { findQuote, type HeldQuote } from "@/lib/data/quotes";
import { type ServerPrices, serverPrices } from "@/lib/engine";
import { AppError } from "@/lib/errors";
import type { Figure } from "@/lib/schemas/figure";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import { contentOf, newestReceived } from "@/lib/schemas/quote";
import type {
  NewerRevision,
  PlanForQuote,
  QuoteInPlan,
  UseQuote,
} from "@/lib/schemas/quote-in-plan";
import { noSuchPlan, readPlan, uuidOf } from "./in-plan";
import { noSuchQuote, quoteIdOf } from "./in-quote";
import { saveOption } from "./options";

/** The on-premises options of a plan, to choose which one takes the prices. */
export async function listOptionsForQuote(
  ctx: Context,
  { planId }: { readonly planId: string },
): Promise<PlanForQuote> {
  authorize(ctx, "plan:read");
  const { plan } = await readPlan(ctx, planId);
  return {
    options: onPremisesOf(plan).map(({ id, name, currency }) => ({
      id,
      name,
      currency: currency ?? plan.currency,
    })),
  };
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
    const quote = await findQuote(tx, ctx.orgId, quoteId);
    if (!quote) throw noSuchQuote();
    const held = await findPlan(tx, ctx.orgId, planId);
    if (!held) throw noSuchPlan();
    const option = onPremisesOf(held.plan).find(({ id }) => id === input.optionId);
    if (!option) throw new AppError("NOT_FOUND", "This plan has no such on-premises option.");
    refuseCurrency(quote, option.currency ?? held.plan.currency);
    const priced = withQuote(option, quote, input.servers);
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

function refuseCurrency({ currency, number }: HeldQuote, ofOption: string): void {
  if (currency === ofOption) return;
  throw new AppError(
    "INVALID",
    `${number} is in ${currency}, the option in ${ofOption}. Choose an option whose amounts are in ${currency}, or give one that currency first, with a rate in the plan.`,
  );
}

function withQuote(option: OnPremisesOption, quote: HeldQuote, servers: number): OnPremisesOption {
  const revision = newestReceived(quote.revisions);
  if (!revision)
    throw new AppError("INVALID", `${quote.number} is a draft. Mark it as received first.`);
  const { validUntil, quotedOn } = revision;
  if (validUntil === null)
    throw new AppError(
      "INVALID",
      `${quote.number} does not say until when it holds. Enter that as its next revision.`,
    );
  const { supplierName, number, id: quoteId } = quote;
  const prices = serverPrices(contentOf(revision), { currency: quote.currency, servers });
  const source = `${supplierName} ${number} rev ${revision.revision}`;
  const quoted = (value: number | null | undefined, before: Figure): Figure =>
    value === undefined ? before : { value, evidence: "quoted", source, date: quotedOn };
  return {
    ...option,
    quote: {
      ...{ supplierName, number, quotedOn, validUntil },
      serverPrice: quoted(prices.serverPrice, option.quote.serverPrice),
      networkPrice: quoted(prices.networkPrice, option.quote.networkPrice),
      installationPrice: quoted(prices.installationPrice, option.quote.installationPrice),
    },
    quoteUsed: { quoteId, revision: revision.revision, servers },
  };
}

/** Options of a plan whose quote has a newer revision than the one they use, with what it would change. */
export async function listNewerRevisions(
  ctx: Context,
  { planId }: { readonly planId: string },
): Promise<readonly NewerRevision[]> {
  authorize(ctx, "plan:read");
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findPlan(tx, ctx.orgId, id);
    if (!held) throw noSuchPlan();
    const found: NewerRevision[] = [];
    for (const option of onPremisesOf(held.plan)) {
      const used = option.quoteUsed;
      const quote = used && (await findQuote(tx, ctx.orgId, used.quoteId));
      const newest = quote ? newestReceived(quote.revisions) : undefined;
      if (!used || !quote || !newest || newest.revision <= used.revision) continue;
      const terms = { currency: quote.currency, servers: used.servers };
      found.push({
        ...used,
        optionId: option.id,
        number: quote.number,
        newest: newest.revision,
        currency: quote.currency,
        changes: changesOf(option, serverPrices(contentOf(newest), terms)),
      });
    }
    return found;
  });
}

const names = ["serverPrice", "networkPrice", "installationPrice"] as const;

const changesOf = ({ quote }: OnPremisesOption, prices: ServerPrices): NewerRevision["changes"] =>
  names.flatMap((name) => {
    const [from, to] = [quote[name].value, prices[name]];
    return to === undefined || to === from ? [] : [{ name, from, to }];
  });
