import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { quotesWithoutPrices } from "@/lib/data/hidden-prices";
import { listOpenQuotes } from "@/lib/data/quotes";
import type { FormerQuote, QuoteHead } from "@/lib/schemas/quote";
import { isNumberRevised } from "@/lib/schemas/quote-number";

/** Open quotes of a supplier whose number differs from a new one's in its revision alone: it may be the next of theirs. */
export async function listFormerQuotes(
  ctx: Context,
  { supplierName, number, currency }: QuoteHead,
): Promise<readonly FormerQuote[]> {
  authorize(ctx, "quote:write");
  return withOrganization(ctx.orgId, async (tx) => {
    const open = await listOpenQuotes(tx, ctx.orgId, { supplierName, currency });
    const hidden = await quotesWithoutPrices(tx, ctx.orgId, ctx);
    return open.filter((one) => !hidden.has(one.id) && isNumberRevised(one.number, number));
  });
}
