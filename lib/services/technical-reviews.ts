import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { listHiddenReviews as list } from "@/lib/data/hidden-prices";
import { findPlan } from "@/lib/data/plans";
import { findReview } from "@/lib/data/quote-reviews";
import { acceleratorRate, figureAt, project, quotedServers } from "@/lib/engine";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import { withoutDangling } from "@/lib/schemas/references";
import type { HiddenReview, TechnicalOffer, TechnicalReview } from "@/lib/schemas/technical-review";
import { noSuchPlan, uuidOf } from "./in-plan";
import { quotesOf } from "./plan-quotes";

/**
 * The quotes of a plan for who judges them without prices: each field is named here, so that no price, and
 * nothing that follows from one, is ever part of the answer.
 */
export async function getTechnicalReview(
  ctx: Context,
  { planId }: { readonly planId: string },
): Promise<TechnicalReview> {
  authorize(ctx, "quote:read");
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findPlan(tx, ctx.orgId, id);
    if (!held) throw noSuchPlan();
    const plan = withoutDangling(held.plan);
    const quotes = await quotesOf(tx, ctx, { plan, withHidden: true });
    const review = await findReview(tx, ctx.orgId, { planId: id });
    const self = review.evaluators.find(({ userId }) => userId === ctx.userId);
    return {
      planId: id,
      planName: plan.name,
      seesPrices: self?.seesPrices ?? true,
      offers: offersOf(plan, quotes),
      criteria: review.criteria.filter(({ kind }) => kind === "judged"),
      scores: review.scores.filter(({ userId }) => userId === ctx.userId),
      canScore: self !== undefined || can(ctx.role, "quote:review"),
    };
  });
}

/** The caller's reviews without prices: what is missing from their lists, and whom to ask for it. */
export async function listHiddenReviews(ctx: Context): Promise<readonly HiddenReview[]> {
  authorize(ctx, "quote:read");
  return withOrganization(ctx.orgId, (tx) => list(tx, ctx.orgId, ctx));
}

function offersOf(plan: Plan, quotes: readonly PlanQuote[]): readonly TechnicalOffer[] {
  const projection = project(plan);
  return quotes.flatMap((quote) => {
    const option = plan.options.find(({ id }) => id === quote.optionId);
    if (option?.kind !== "on-premises") return [];
    const rate = acceleratorRate(plan, projection, option);
    const evidence = rate && (figureAt(plan, rate.path)?.evidence ?? null);
    return [
      {
        ...headOf(quote, option),
        ...{ optionId: option.id, optionName: option.name },
        throughput: rate && { outputTokensPerSecond: rate.outputTokensPerSecond, evidence },
        lines: quote.content.lines.map(({ category, description, partNumber, quantity, unit }) => ({
          ...{ category, description, partNumber, quantity, unit },
        })),
      },
    ];
  });
}

const headOf = (
  { quoteId, supplierName, number, revision, servers, content }: PlanQuote,
  option: OnPremisesOption,
) => ({
  ...{ quoteId, supplierName, number, revision },
  servers: quotedServers(content) ?? servers,
  accelerator: option.accelerator,
  acceleratorsPerServer: option.acceleratorsPerServer.value,
  serverPowerKilowatts: option.serverPower.value,
  plannedPower: content.powerKilowatts === null ? option.serverPower.evidence : null,
  leadTimeMonths: option.leadTimeMonths.value,
  plannedLeadTime: content.leadTimeWeeks === null ? option.leadTimeMonths.evidence : null,
  rackUnits: content.rackUnits,
  warrantyMonths: content.warrantyMonths,
  validUntil: content.validUntil,
  incoterm: content.incoterm,
});
