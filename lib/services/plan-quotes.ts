import type { Context } from "@/lib/auth/context";
import type { Transaction } from "@/lib/data/client";
import { findQuoteOutline, findRevision } from "@/lib/data/quotes";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import { contentOf } from "@/lib/schemas/quote";

/** The quotes that options of a plan use, each at the revision that its option uses. */
export async function quotesOf(
  tx: Transaction,
  { orgId }: Context,
  plan: Plan,
): Promise<readonly PlanQuote[]> {
  const found: PlanQuote[] = [];
  for (const option of plan.options) {
    const used = option.kind === "on-premises" ? option.quoteUsed : undefined;
    const quote = used && (await findQuoteOutline(tx, orgId, used.quoteId));
    const revision = used && quote && (await findRevision(tx, orgId, used));
    if (!used || !quote || !revision) continue;
    const { supplierName, number, currency, status, version } = quote;
    found.push({
      ...{ optionId: option.id, ...used, supplierName, number, currency, status, version },
      content: contentOf(revision),
      newestRevision: quote.receivedRevision,
    });
  }
  return found;
}
