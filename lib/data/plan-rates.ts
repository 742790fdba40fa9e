import type { OrgId } from "@/lib/auth/context";
import { type ExchangeRate, exchangeRate, type PlanRate } from "@/lib/schemas/exchange-rate";
import type { Transaction } from "./client";

/** Every exchange rate with a value that a plan of the organization has: the newest day first, those without a day last. */
export async function listPlanRates(tx: Transaction, orgId: OrgId): Promise<readonly PlanRate[]> {
  const rows = await tx.$queryRaw<{ planId: string; planName: string; rate: unknown }[]>`
    select plan.id as "planId", plan.name as "planName", rate
    from plan, jsonb_array_elements(coalesce(settings->'exchangeRates', '[]')) as rate
    where org_id = ${orgId}::uuid and deleted_at is null
    order by rate->'rate'->>'date' desc nulls last, plan.id`;
  return rows.flatMap(({ rate, ...plan }) => {
    const parsed = exchangeRate.safeParse(rate);
    return parsed.success && parsed.data.rate.value !== null
      ? [{ ...plan, rate: parsed.data }]
      : [];
  });
}

/** The rates alone: what amounts of several plans may be converted by. */
export const listRates = async (tx: Transaction, orgId: OrgId): Promise<readonly ExchangeRate[]> =>
  (await listPlanRates(tx, orgId)).map(({ rate }) => rate);

/** The plan that was changed last, of those that are in use. */
export const findNewestPlan = (tx: Transaction, orgId: OrgId, without: readonly string[]) =>
  tx.plan.findFirst({
    where: { orgId, deletedAt: null, archivedAt: null, id: { notIn: [...without] } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
