import type { Context } from "@/lib/auth/context";
import type { Transaction } from "@/lib/data/client";
import { plansWithoutPrices, quotesWithoutPrices } from "@/lib/data/hidden-prices";
import { AppError } from "@/lib/errors";
import type { Plan } from "@/lib/schemas/plan";

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

/** The same for a plan that is none yet: the body of a template or of a copy. */
export async function refuseHiddenQuotesIn(
  tx: Transaction,
  ctx: Context,
  { options }: Plan,
): Promise<void> {
  const hidden = await quotesWithoutPrices(tx, ctx.orgId, ctx);
  const isHidden = options.some(
    (option) =>
      option.kind === "on-premises" && option.quoteUsed && hidden.has(option.quoteUsed.quoteId),
  );
  if (isHidden) throw new AppError("FORBIDDEN", refusal);
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
