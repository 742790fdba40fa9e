import type { OrgId } from "@/lib/auth/context";
import {
  type OrganizationDefaults,
  organizationDefaults,
} from "@/lib/schemas/organization-defaults";
import type { PlanSummary } from "@/lib/schemas/stored-plan";
import { readInOrganization } from "./client";

export type PlanList = {
  readonly plans: readonly PlanSummary[];
  readonly defaults: OrganizationDefaults;
};

type Reader = { readonly orgId: OrgId; readonly userId: string };

type Held = { readonly plans: readonly PlanSummary[] | null; readonly defaults: unknown };

/** Newest change first, with what the organization begins new plans with. */
export async function findPlanList({ orgId, userId }: Reader): Promise<PlanList> {
  const [held] = await readInOrganization(orgId)<Held>`
    with judged as (
      select e.plan_id from quote_evaluator e
      join plan p on p.org_id = e.org_id and p.id = e.plan_id and p.deleted_at is null
      where e.org_id = ${orgId}::uuid and e.user_id = ${userId}::uuid and not e.sees_prices
    ), hidden_quote as (
      select s.body->'quoteUsed'->>'quoteId' as id
      from judged j join supply_option s on s.org_id = ${orgId}::uuid and s.plan_id = j.plan_id
      union select a.quote_id::text
      from judged j join rfq r on r.org_id = ${orgId}::uuid and r.plan_id = j.plan_id
        join rfq_answer a on a.org_id = r.org_id and a.rfq_id = r.id
    ), hidden as (
      select plan_id from judged
      union select s.plan_id from hidden_quote h
        join supply_option s on s.org_id = ${orgId}::uuid and s.body->'quoteUsed'->>'quoteId' = h.id
      union select c.plan_id from hidden_quote h
        join plan_change c on c.org_id = ${orgId}::uuid and c.subject = 'option'
          and c.body->'quoteUsed'->>'quoteId' = h.id
      where exists (select from judged)
    )
    select o.defaults, (
      select json_agg(json_build_object('id', p.id, 'name', p.name, 'version', p.version,
        'archived', p.archived_at is not null,
        'updatedAt', to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'workloads', (select count(*) from workload w
          where w.org_id = p.org_id and w.plan_id = p.id and w.deleted_at is null),
        'options', (select count(*) from supply_option s
          where s.org_id = p.org_id and s.plan_id = p.id and s.deleted_at is null),
        'pricesHidden', p.id in (select plan_id from hidden)
      ) order by p.updated_at desc, p.id)
      from plan p where p.org_id = o.id and p.deleted_at is null) as plans
    from organization o where o.id = ${orgId}::uuid`;
  return { plans: held?.plans ?? [], defaults: organizationDefaults.parse(held?.defaults ?? {}) };
}
