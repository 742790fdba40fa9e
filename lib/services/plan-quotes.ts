import type { Context } from "@/lib/auth/context";
import type { Transaction } from "@/lib/data/client";
import { findQuote } from "@/lib/data/quotes";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import { contentOf, newestReceived } from "@/lib/schemas/quote";

/** The quotes that options of a plan use, each at the revision that its option uses. */
export async function quotesOf(
  tx: Transaction,
  { orgId }: Context,
  plan: Plan,
): Promise<readonly PlanQuote[]> {
  const found: PlanQuote[] = [];
  for (const option of plan.options) {
    const used = option.kind === "on-premises" ? option.quoteUsed : undefined;
    const quote = used && (await findQuote(tx, orgId, used.quoteId));
    const revision = quote?.revisions.find((one) => one.revision === used?.revision);
    if (!used || !quote || !revision) continue;
    const { supplierName, number, currency, status, version } = quote;
    found.push({
      ...{ optionId: option.id, ...used, supplierName, number, currency, status, version },
      content: contentOf(revision),
      newestRevision: newestReceived(quote.revisions)?.revision ?? null,
    });
  }
  return found;
}
