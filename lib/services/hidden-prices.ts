import type { Context } from "@/lib/auth/context";
import type { Transaction } from "@/lib/data/client";
import { plansWithoutPrices, quotesWithoutPrices } from "@/lib/data/hidden-prices";
import { AppError } from "@/lib/errors";
import type { SupplyOption } from "@/lib/schemas/option";

const refusal =
  "Prices of this plan are hidden from you while you judge its quotes. Open its technical review, or ask an editor to show you the prices.";

/** Whoever judges without prices is given none: not in a plan, nor in its history, file or copy. */
export async function refuseHiddenPrices(
  tx: Transaction,
  ctx: Context,
  planId: string,
): Promise<void> {
  const hidden = await plansWithoutPrices(tx, ctx.orgId, ctx);
  if (hidden.has(planId)) throw new AppError("FORBIDDEN", refusal);
}

const quoteRefusal =
  "An option here has its prices from a quote that is hidden from you while you judge. Take that option out, or ask an editor to show you the prices.";

/** The same for what is none of the plan yet: the body of a template, of a file, or of an option to save. */
export async function refuseHiddenQuotesIn(
  tx: Transaction,
  ctx: Context,
  options: readonly SupplyOption[],
): Promise<void> {
  const named = options.flatMap((option) =>
    option.kind === "on-premises" && option.quoteUsed ? [option.quoteUsed.quoteId] : [],
  );
  if (named.length === 0) return;
  const hidden = await quotesWithoutPrices(tx, ctx.orgId, ctx);
  if (named.some((quoteId) => hidden.has(quoteId))) throw new AppError("FORBIDDEN", quoteRefusal);
}

/** The same for a quote that such a plan uses. */
export async function refuseHiddenQuote(
  tx: Transaction,
  ctx: Context,
  quoteId: string,
): Promise<void> {
  const hidden = await quotesWithoutPrices(tx, ctx.orgId, ctx);
  if (hidden.has(quoteId)) throw new AppError("FORBIDDEN", refusal);
}

/** A list without the quotes whose prices are hidden. */
export async function withoutHiddenQuotes<Row extends { readonly id: string }>(
  tx: Transaction,
  ctx: Context,
  quotes: readonly Row[],
): Promise<readonly Row[]> {
  const hidden = await quotesWithoutPrices(tx, ctx.orgId, ctx);
  return hidden.size === 0 ? quotes : quotes.filter(({ id }) => !hidden.has(id));
}
