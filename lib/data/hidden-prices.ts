import type { OrgId } from "@/lib/auth/context";
import type { HiddenReview } from "@/lib/schemas/technical-review";
import type { Transaction } from "./client";

type Member = { readonly userId: string };

/** Plans of which this member is given no price: what they judge, and every other that uses or once used a quote of it. */
export async function plansWithoutPrices(
  tx: Transaction,
  orgId: OrgId,
  who: Member,
): Promise<ReadonlySet<string>> {
  const judged = await judgedWithoutPrices(tx, orgId, who);
  const quoteIds = [...(await quotesOfPlans(tx, orgId, judged))];
  if (quoteIds.length === 0) return new Set(judged);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select plan_id::text as id from supply_option
    where org_id = ${orgId}::uuid and body->'quoteUsed'->>'quoteId' = any(${quoteIds}::text[])
    union select plan_id::text from plan_change
    where org_id = ${orgId}::uuid and subject = 'option'
      and body->'quoteUsed'->>'quoteId' = any(${quoteIds}::text[])`;
  return new Set([...judged, ...rows.map(({ id }) => id)]);
}

/** Quotes that the plans they judge use, and answers to the RFQs that were made from them. */
export async function quotesWithoutPrices(
  tx: Transaction,
  orgId: OrgId,
  who: Member,
): Promise<ReadonlySet<string>> {
  return quotesOfPlans(tx, orgId, await judgedWithoutPrices(tx, orgId, who));
}

/** A deleted plan is judged no more. */
async function judgedWithoutPrices(
  tx: Transaction,
  orgId: OrgId,
  { userId }: Member,
): Promise<readonly string[]> {
  const rows = await tx.quoteEvaluator.findMany({
    where: { orgId, userId, seesPrices: false, review: { plan: { deletedAt: null } } },
    select: { planId: true },
  });
  return rows.map(({ planId }) => planId);
}

async function quotesOfPlans(
  tx: Transaction,
  orgId: OrgId,
  planIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (planIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct body->'quoteUsed'->>'quoteId' as id from supply_option
    where org_id = ${orgId}::uuid and plan_id = any(${planIds}::uuid[])
      and body->'quoteUsed'->>'quoteId' is not null
    union
    select a.quote_id::text from rfq_answer a join rfq r on r.org_id = a.org_id and r.id = a.rfq_id
    where a.org_id = ${orgId}::uuid and r.plan_id = any(${planIds}::uuid[]) and a.quote_id is not null`;
  return new Set(rows.map(({ id }) => id));
}

/** The plans that this member judges without prices, by name, with who saved each review last. */
export const listHiddenReviews = (
  tx: Transaction,
  orgId: OrgId,
  { userId }: Member,
): Promise<readonly HiddenReview[]> =>
  tx.$queryRaw<HiddenReview[]>`
    select p.id::text as "planId", p.name as "planName", (
      select u.name from audit_event a join "user" u on u.id = a.user_id
      where a.org_id = p.org_id and a.plan_id = p.id and a.subject = 'review' and a.action = 'save'
      order by a.at desc, a.id desc limit 1) as "hiddenBy"
    from quote_evaluator e join plan p on p.org_id = e.org_id and p.id = e.plan_id
    where e.org_id = ${orgId}::uuid and e.user_id = ${userId}::uuid and not e.sees_prices
      and p.deleted_at is null
    order by p.name, p.id limit 20`;
