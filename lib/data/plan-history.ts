import type { OrgId } from "@/lib/auth/context";
import type { PartSubject } from "@/lib/schemas/history";
import type { Body } from "@/lib/schemas/merge";
import { supplyOption } from "@/lib/schemas/option";
import { type Plan, planSettings } from "@/lib/schemas/plan";
import { scenario } from "@/lib/schemas/scenario";
import { workload } from "@/lib/schemas/workload";
import type { Transaction } from "./client";

export type ChangeRow = {
  readonly version: number;
  readonly subject: PartSubject;
  readonly id: string;
  readonly body: Body | null;
  readonly at: Date;
  readonly userId: string | null;
  readonly userName: string | null;
  readonly keyName: string | null;
  /** The part before this change; null where it was not there. */
  readonly former: Body | null;
  /** False for the first that history knows of the part. */
  readonly hasFormer: boolean;
};

export type ChangesAsked = {
  readonly planId: string;
  /** Versions below this one. */
  readonly below: number;
  /** This many versions at most. */
  readonly limit: number;
  readonly part: { readonly subject: PartSubject; readonly id: string } | null;
};

/** Newest version first, each part with what it was before. Both walks are along an index. */
export function listChanges(
  tx: Transaction,
  orgId: OrgId,
  { planId, below, limit, part }: ChangesAsked,
): Promise<readonly ChangeRow[]> {
  const subject = part?.subject ?? null;
  const id = part?.id ?? null;
  return tx.$queryRaw<ChangeRow[]>`
    select c.plan_version as version, c.subject, c.subject_id as id, c.body, c.at,
      c.user_id as "userId", u.name as "userName", k.name as "keyName",
      p.body as former, p.plan_version is not null as "hasFormer"
    from (
      select distinct plan_version from plan_change
      where org_id = ${orgId}::uuid and plan_id = ${planId}::uuid and plan_version < ${below}
        and (${subject}::text is null or (subject = ${subject} and subject_id = ${id}))
      order by plan_version desc limit ${limit}
    ) page
    join plan_change c on c.org_id = ${orgId}::uuid and c.plan_id = ${planId}::uuid
      and c.plan_version = page.plan_version
      and (${subject}::text is null or (c.subject = ${subject} and c.subject_id = ${id}))
    left join lateral (
      select body, plan_version from plan_change
      where org_id = c.org_id and plan_id = c.plan_id and subject = c.subject
        and subject_id = c.subject_id and plan_version < c.plan_version
      order by plan_version desc limit 1
    ) p on true
    left join "user" u on u.id = c.user_id
    left join api_key k on k.org_id = c.org_id and k.id = c.api_key_id
    order by c.plan_version desc, c.subject, c.position`;
}

type PartRow = {
  readonly subject: PartSubject;
  readonly id: string;
  readonly body: Body | null;
  readonly at: Date;
};

/** The newest state of each part up to a version. */
const partsAt = (tx: Transaction, orgId: OrgId, planId: string, version: number) =>
  tx.$queryRaw<PartRow[]>`
    select subject, subject_id as id, body, at from (
      select distinct on (subject, subject_id) * from plan_change
      where org_id = ${orgId}::uuid and plan_id = ${planId}::uuid and plan_version <= ${version}
      order by subject, subject_id, plan_version desc
    ) latest
    order by position, subject_id`;

/** The plan as it was at a version; null where history does not reach so far back. */
export async function findPlanAt(
  tx: Transaction,
  orgId: OrgId,
  { planId, version }: { readonly planId: string; readonly version: number },
): Promise<{ readonly plan: Plan; readonly at: Date } | null> {
  const parts = await partsAt(tx, orgId, planId, version);
  const settings = parts.find(({ subject }) => subject === "settings")?.body;
  if (!settings) return null;
  const bodies = (subject: PartSubject) =>
    parts.filter((part) => part.subject === subject && part.body !== null).map(({ body }) => body);
  const plan = {
    ...planSettings.parse(settings),
    workloads: bodies("workload").map((body) => workload.parse(body)),
    options: bodies("option").map((body) => supplyOption.parse(body)),
    scenarios: bodies("scenario").map((body) => scenario.parse(body)),
  };
  const at = new Date(Math.max(...parts.map((part) => part.at.getTime())));
  return { plan, at };
}
