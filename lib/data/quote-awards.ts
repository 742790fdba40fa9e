import type { OrgId } from "@/lib/auth/context";
import type { QuoteStatus } from "@/lib/schemas/quote";
import type { Award, Memo } from "@/lib/schemas/quote-award";
import type { Actor } from "./audit";
import type { Transaction } from "./client";

type PlanKey = { readonly planId: string };
const name = { select: { name: true } } as const;

/** What was awarded in a plan, the newest first; at most the first holds. */
export async function listAwards(
  tx: Transaction,
  orgId: OrgId,
  { planId }: PlanKey,
): Promise<readonly (Award & { readonly before: ReadonlyMap<string, QuoteStatus> })[]> {
  const rows = await tx.quoteAward.findMany({
    where: { orgId, planId },
    orderBy: [{ awardedAt: "desc" }, { id: "asc" }],
    take: 50,
    include: { awardedBy: name, undoneBy: name },
  });
  const quotes = await tx.awardedQuote.findMany({
    where: { orgId, awardId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ servers: "desc" }, { quoteId: "asc" }],
  });
  return rows.map(({ id, reason, awardedBy, awardedAt, undoneBy, undoneAt, undoneReason }) => {
    const own = quotes.filter(({ awardId }) => awardId === id);
    return {
      ...{ id, reason, by: awardedBy?.name ?? null, at: awardedAt.toISOString() },
      undone: undoneAt && {
        ...{ by: undoneBy?.name ?? null, at: undoneAt.toISOString(), reason: undoneReason ?? "" },
      },
      quotes: own.map(({ quoteId, servers, revision }) => ({ quoteId, servers, revision })),
      before: new Map(own.map(({ quoteId, statusBefore }) => [quoteId, statusBefore])),
    };
  });
}

export type AwardWrite = PlanKey & {
  readonly id: string;
  readonly reason: string;
  readonly quotes: readonly {
    readonly quoteId: string;
    readonly servers: number;
    readonly revision: number;
    readonly statusBefore: QuoteStatus;
  }[];
};

/** False where the plan has an award that holds: the database has one place for it. */
export async function insertAward(
  tx: Transaction,
  { orgId, userId }: Actor,
  { id, planId, reason, quotes }: AwardWrite,
): Promise<boolean> {
  const { count } = await tx.quoteAward.createMany({
    data: [{ orgId, id, planId, reason, awardedByUserId: userId }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.awardedQuote.createMany({
    data: quotes.map((quote) => ({ ...quote, orgId, awardId: id })),
  });
  return true;
}

export async function endAward(
  tx: Transaction,
  { orgId, userId }: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  await tx.quoteAward.update({
    where: { orgId_id: { orgId, id } },
    data: { undoneAt: new Date(), undoneByUserId: userId, undoneReason: reason },
  });
}

export async function hasAward(
  tx: Transaction,
  orgId: OrgId,
  { planId }: PlanKey,
): Promise<boolean> {
  return (await tx.quoteAward.count({ where: { orgId, planId, undoneAt: null } })) > 0;
}

/** The plan whose award that holds has a say about a quote; null where none has. */
export async function findAwardingPlan(
  tx: Transaction,
  orgId: OrgId,
  quoteId: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const row = await tx.awardedQuote.findFirst({
    where: { orgId, quoteId, servers: { gt: 0 }, award: { undoneAt: null } },
    select: { award: { select: { planId: true } } },
  });
  if (!row) return null;
  const id = row.award.planId;
  const plan = await tx.plan.findUnique({ where: { orgId_id: { orgId, id } }, ...name });
  return plan && { id, name: plan.name };
}

/** Newest first. */
export async function listMemos(
  tx: Transaction,
  orgId: OrgId,
  { planId }: PlanKey,
): Promise<readonly Memo[]> {
  const rows = await tx.awardMemo.findMany({
    where: { orgId, planId },
    orderBy: { version: "desc" },
    take: 20,
    include: { user: name },
  });
  const planVersions = await planVersionsOf(tx, orgId, { planId });
  return rows.map(({ version, body, user, createdAt }) => ({
    ...{ version, body, by: user?.name ?? null, at: createdAt.toISOString() },
    planVersion: planVersions.get(version) ?? null,
  }));
}

/** By the plan's history: what it was at when each memo was saved, or what history begins with. */
async function planVersionsOf(tx: Transaction, orgId: OrgId, { planId }: PlanKey) {
  const rows = await tx.$queryRaw<{ version: number; planVersion: number | null }[]>`
    select m.version, coalesce(max(c.plan_version) filter (where c.at <= m.created_at),
      min(c.plan_version)) as "planVersion"
    from award_memo m
    left join (
      select plan_version, min(at) as at from plan_change
      where org_id = ${orgId}::uuid and plan_id = ${planId}::uuid group by plan_version
    ) c on true
    where m.org_id = ${orgId}::uuid and m.plan_id = ${planId}::uuid
      and m.version > (select max(version) - 20 from award_memo
        where org_id = ${orgId}::uuid and plan_id = ${planId}::uuid)
    group by m.version`;
  return new Map(rows.map(({ version, planVersion }) => [version, planVersion]));
}

export async function insertMemo(
  tx: Transaction,
  { orgId, userId }: Actor,
  memo: PlanKey & { readonly version: number; readonly body: string },
): Promise<void> {
  await tx.awardMemo.create({ data: { ...memo, orgId, userId } });
}
