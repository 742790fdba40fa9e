import type { Context } from "@/lib/auth/context";
import type { Transaction } from "@/lib/data/client";
import { quotesWithoutPrices } from "@/lib/data/hidden-prices";
import { findQuoteOutline, findRevision } from "@/lib/data/quotes";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import { contentOf } from "@/lib/schemas/quote";

type Asked = {
  readonly plan: Plan;
  /** Also those whose prices are hidden from the caller: for who takes the prices out. */
  readonly withHidden?: boolean;
};

/** The quotes that options of a plan use, each at the revision that its option uses. */
export async function quotesOf(
  tx: Transaction,
  ctx: Context,
  { plan, withHidden = false }: Asked,
): Promise<readonly PlanQuote[]> {
  const { orgId } = ctx;
  const hidden = withHidden ? new Set() : await quotesWithoutPrices(tx, orgId, ctx);
  const found: PlanQuote[] = [];
  for (const option of plan.options) {
    const used = option.kind === "on-premises" ? option.quoteUsed : undefined;
    if (!used || hidden.has(used.quoteId)) continue;
    const quote = await findQuoteOutline(tx, orgId, used.quoteId);
    const revision = quote && (await findRevision(tx, orgId, used));
    if (!quote || !revision) continue;
    const { supplierName, number, currency, status, version } = quote;
    found.push({
      ...{ optionId: option.id, ...used, supplierName, number, currency, status, version },
      content: contentOf(revision),
      newestRevision: quote.receivedRevision,
    });
  }
  return found;
}
