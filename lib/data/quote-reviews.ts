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
