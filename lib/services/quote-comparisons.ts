import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { findPlan } from "@/lib/data/plans";
import { findQuote } from "@/lib/data/quotes";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import { contentOf, newestReceived } from "@/lib/schemas/quote";
import { noSuchPlan, uuidOf } from "./in-plan";

export type PlanQuotes = { readonly quotes: readonly PlanQuote[] };

/** The quotes that options of a plan use, each at the revision that its option uses. */
export async function getPlanQuotes(
  ctx: Context,
  { planId }: { readonly planId: string },
): Promise<PlanQuotes> {
  authorize(ctx, "quote:read");
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findPlan(tx, ctx.orgId, id);
    if (!held) throw noSuchPlan();
    return { quotes: await quotesOf(tx, ctx, held.plan) };
  });
}

async function quotesOf(
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
