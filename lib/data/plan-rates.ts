import type { OrgId } from "@/lib/auth/context";
import { type ExchangeRate, exchangeRate } from "@/lib/schemas/exchange-rate";
import type { Transaction } from "./client";

/** Every exchange rate with a date that a plan of the organization has, newest first. */
export async function listDatedRates(
  tx: Transaction,
  orgId: OrgId,
): Promise<readonly ExchangeRate[]> {
  const rows = await tx.$queryRaw<{ rate: unknown }[]>`
    select rate from plan, jsonb_array_elements(coalesce(settings->'exchangeRates', '[]')) as rate
    where org_id = ${orgId}::uuid and deleted_at is null and rate->'rate'->>'date' is not null
    order by rate->'rate'->>'date' desc, plan.id`;
  return rows.flatMap(({ rate }) => {
    const parsed = exchangeRate.safeParse(rate);
    return parsed.success && parsed.data.rate.value !== null ? [parsed.data] : [];
  });
}
