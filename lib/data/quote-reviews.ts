import type { OrgId } from "@/lib/auth/context";
import type { PlanAnswer } from "@/lib/schemas/plan-quotes";
import {
  type Criterion,
  criterion,
  firstCriteria,
  type QuoteReview,
} from "@/lib/schemas/quote-review";
import type { Transaction } from "./client";

type PlanKey = { readonly planId: string };

/** How the quotes of a plan are judged, with every score; what a review begins with where there is none. */
export async function findReview(
  tx: Transaction,
  orgId: OrgId,
  { planId }: PlanKey,
): Promise<QuoteReview> {
  const review = await tx.quoteReview.findUnique({ where: { orgId_planId: { orgId, planId } } });
  if (!review) return { version: null, criteria: firstCriteria, evaluators: [], scores: [] };
  const evaluators = await tx.quoteEvaluator.findMany({
    where: { orgId, planId },
    include: { user: { select: { name: true } } },
    orderBy: { userId: "asc" },
  });
  const scores = await tx.quoteScore.findMany({
    where: { orgId, planId },
    orderBy: [{ quoteId: "asc" }, { criterionId: "asc" }, { userId: "asc" }],
  });
  return {
    version: review.version,
    criteria: (review.criteria as unknown[]).map((one) => criterion.parse(one)),
    evaluators: evaluators.map(({ userId, seesPrices, user }) => ({
      ...{ userId, seesPrices, name: user.name },
    })),
    scores: scores.map(({ userId, quoteId, criterionId, score, reason, updatedAt }) => ({
      ...{ userId, quoteId, criterionId, reason },
      score: Number(score.toString()),
      at: updatedAt.toISOString(),
    })),
  };
}

type ReviewWrite = PlanKey & {
  readonly criteria: readonly Criterion[];
  readonly evaluators: readonly { readonly userId: string; readonly seesPrices: boolean }[];
};

/** Criteria and evaluators as they are sent; the scores of who is an evaluator no more go. */
export async function writeReview(
  tx: Transaction,
  orgId: OrgId,
  { planId, criteria, evaluators }: ReviewWrite,
): Promise<number> {
  const key = { orgId, planId };
  const { version } = await tx.quoteReview.upsert({
    where: { orgId_planId: key },
    create: { ...key, criteria: [...criteria] },
    update: { criteria: [...criteria], version: { increment: 1 } },
    select: { version: true },
  });
  const userIds = evaluators.map(({ userId }) => userId);
  await tx.quoteEvaluator.deleteMany({ where: { ...key, userId: { notIn: userIds } } });
  for (const { userId, seesPrices } of evaluators)
    await tx.quoteEvaluator.upsert({
      where: { orgId_planId_userId: { ...key, userId } },
      create: { ...key, userId, seesPrices },
      update: { seesPrices },
    });
  return version;
}

type ScoreKey = PlanKey & {
  readonly userId: string;
  readonly quoteId: string;
  readonly criterionId: string;
};

export async function writeScore(
  tx: Transaction,
  orgId: OrgId,
  { score, reason, ...key }: ScoreKey & { readonly score: number | null; readonly reason: string },
): Promise<void> {
  const where = { orgId, ...key };
  if (score === null) {
    await tx.quoteScore.deleteMany({ where });
    return;
  }
  await tx.quoteScore.upsert({
    where: { orgId_planId_userId_quoteId_criterionId: where },
    create: { ...where, score, reason },
    update: { score, reason },
  });
}

type Member = { readonly userId: string };

/** Plans of which this member is given no price: what they judge, and every other that uses a quote of it. */
export async function plansWithoutPrices(
  tx: Transaction,
  orgId: OrgId,
  who: Member,
): Promise<ReadonlySet<string>> {
  const judged = await judgedWithoutPrices(tx, orgId, who);
  const quoteIds = [...(await quotesOfPlans(tx, orgId, judged))];
  if (quoteIds.length === 0) return new Set(judged);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct plan_id::text as id from supply_option
    where org_id = ${orgId}::uuid and body->'quoteUsed'->>'quoteId' = any(${quoteIds}::text[])`;
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

/** Answers to RFQs that were made from a plan, as the quotes they became. */
export const listAnswersOf = (
  tx: Transaction,
  orgId: OrgId,
  { planId }: PlanKey,
): Promise<readonly PlanAnswer[]> =>
  tx.$queryRaw<PlanAnswer[]>`
    select distinct q.id as "quoteId", s.name as "supplierName", q.number
    from rfq r join rfq_answer a on a.org_id = r.org_id and a.rfq_id = r.id
      join quote q on q.org_id = a.org_id and q.id = a.quote_id
      join supplier s on s.org_id = q.org_id and s.id = q.supplier_id
    where r.org_id = ${orgId}::uuid and r.plan_id = ${planId}::uuid
    order by 2, 3 limit 50`;
