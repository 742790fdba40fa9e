import type { OrgId } from "@/lib/auth/context";
import type { Plan, PlanSettings } from "@/lib/schemas/plan";
import type { PlanSummary } from "@/lib/schemas/stored-plan";
import type { Transaction } from "./client";
import { inOrder, wholePlan } from "./plan-bodies";
import { insertRows } from "./rows";
import { withServerQuote } from "./server-quotes";

/** A plan with the versions of its parts, deleted rows left out. */
export type HeldPlan = {
  readonly id: string;
  readonly version: number;
  readonly settingsVersion: number;
  readonly archived: boolean;
  readonly updatedAt: Date;
  readonly rowVersions: Readonly<Record<string, number>>;
  /** Where the rows stand in their lists, by path of the row. */
  readonly positions: Readonly<Record<string, number>>;
  readonly plan: Plan;
};

const at = (orgId: OrgId, id: string) => ({ orgId_id: { orgId, id } });

export async function findPlan(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<HeldPlan | null> {
  const row = await tx.plan.findUnique({ where: { ...at(orgId, id), deletedAt: null } });
  if (!row) return null;
  const rows = await rowsOf(tx, orgId, id);
  const byPath = (column: "version" | "position") =>
    Object.fromEntries(
      (["workloads", "options", "scenarios"] as const).flatMap((name) =>
        rows[name].map((part) => [`${name}.${part.id}`, part[column]]),
      ),
    );
  return {
    id,
    version: row.version,
    settingsVersion: row.settingsVersion,
    archived: row.archivedAt !== null,
    updatedAt: row.updatedAt,
    rowVersions: byPath("version"),
    positions: byPath("position"),
    plan: wholePlan({ ...row, ...rows }),
  };
}

/** One query after another: a transaction has one connection. */
async function rowsOf(tx: Transaction, orgId: OrgId, planId: string) {
  const live = { where: { orgId, planId, deletedAt: null }, ...inOrder };
  return {
    workloads: await tx.workload.findMany(live),
    options: await tx.supplyOption.findMany({ ...live, ...withServerQuote }),
    scenarios: await tx.scenario.findMany(live),
  };
}

/**
 * Takes the plan for this transaction: whoever else changes it waits, so a version that was read
 * stays true until the change that rests on it is written.
 */
export async function lockPlan(tx: Transaction, orgId: OrgId, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from plan
    where org_id = ${orgId}::uuid and id = ${id}::uuid and deleted_at is null for update`;
  return rows.length > 0;
}

/** Newest change first. */
export async function listPlans(tx: Transaction, orgId: OrgId): Promise<readonly PlanSummary[]> {
  const rows = await tx.plan.findMany({
    where: { orgId, deletedAt: null },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select: summaryColumns,
  });
  return rows.map(toSummary);
}

const counted = { where: { deletedAt: null } };
const summaryColumns = {
  id: true,
  name: true,
  version: true,
  archivedAt: true,
  updatedAt: true,
  _count: { select: { workloads: counted, supplyOptions: counted } },
} as const;

type SummaryRow = Pick<PlanSummary, "id" | "name" | "version"> & {
  readonly archivedAt: Date | null;
  readonly updatedAt: Date;
  readonly _count: { readonly workloads: number; readonly supplyOptions: number };
};

function toSummary({ _count, archivedAt, updatedAt, ...row }: SummaryRow): PlanSummary {
  return {
    ...row,
    archived: archivedAt !== null,
    updatedAt: updatedAt.toISOString(),
    workloads: _count.workloads,
    options: _count.supplyOptions,
  };
}

export const countPlans = (tx: Transaction, orgId: OrgId): Promise<number> =>
  tx.plan.count({ where: { orgId, deletedAt: null } });

/** The settings as their column holds them: the name has a column of its own. */
function settingsColumns({ name, ...settings }: PlanSettings) {
  return { name, settings };
}

export function settingsOf({ workloads, options, scenarios, ...settings }: Plan): PlanSettings {
  return settings;
}

/** The plan with these settings and no others: one that they do not have was not there, so it goes. */
export function withSettings(
  { workloads, options, scenarios }: Plan,
  settings: PlanSettings,
): Plan {
  return { ...settings, workloads, options, scenarios };
}

/** False where the organization has a plan of this id already, deleted or not. */
export async function insertPlan(
  tx: Transaction,
  orgId: OrgId,
  { id, plan }: { id: string; plan: Plan },
): Promise<boolean> {
  const data = { orgId, id, ...settingsColumns(settingsOf(plan)) };
  const { count } = await tx.plan.createMany({ data, skipDuplicates: true });
  if (count === 0) return false;
  await insertRows(tx, orgId, { planId: id, plan });
  return true;
}

/** Raises the plan's version, as every change to it or to a row of it must. */
export async function raisePlanVersion(tx: Transaction, orgId: OrgId, id: string): Promise<number> {
  const { version } = await tx.plan.update({
    where: at(orgId, id),
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

export async function updateSettings(
  tx: Transaction,
  orgId: OrgId,
  { id, settings }: { id: string; settings: PlanSettings },
): Promise<void> {
  const data = { ...settingsColumns(settings), settingsVersion: { increment: 1 } };
  await tx.plan.update({ where: at(orgId, id), data });
}

export type PlanState = { readonly archived: boolean; readonly deleted: boolean };

/** Whether a plan is archived or deleted; null where there never was one. */
export async function findPlanState(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<PlanState | null> {
  const rows = await tx.$queryRaw<{ archived: boolean; deleted: boolean }[]>`
    select archived_at is not null as archived, deleted_at is not null as deleted
    from plan where org_id = ${orgId}::uuid and id = ${id}::uuid for update`;
  return rows[0] ?? null;
}

/** A state that does not change keeps the moment at which it began. */
export async function setPlanState(
  tx: Transaction,
  orgId: OrgId,
  { id, held, next }: { id: string; held: PlanState; next: PlanState },
): Promise<void> {
  const since = (is: boolean) => (is ? new Date() : null);
  await tx.plan.update({
    where: at(orgId, id),
    data: {
      ...(next.archived === held.archived ? {} : { archivedAt: since(next.archived) }),
      ...(next.deleted === held.deleted ? {} : { deletedAt: since(next.deleted) }),
    },
  });
}

export async function findPlanVersion(
  tx: Transaction,
  orgId: OrgId,
  id: string,
): Promise<number | null> {
  const row = await tx.plan.findUnique({ where: at(orgId, id), select: { version: true } });
  return row?.version ?? null;
}

/** Where a page of a list ended. */
export type PlanPlace = { readonly createdAt: Date; readonly id: string };

/** Plans after this place, the newest first: an order that no change of a plan disturbs. */
export async function listPlansAfter(
  tx: Transaction,
  orgId: OrgId,
  { after, limit }: { readonly after: PlanPlace | null; readonly limit: number },
): Promise<readonly (PlanSummary & { readonly createdAt: Date })[]> {
  const older = after && {
    OR: [
      { createdAt: { lt: after.createdAt } },
      { createdAt: after.createdAt, id: { gt: after.id } },
    ],
  };
  const rows = await tx.plan.findMany({
    where: { orgId, deletedAt: null, ...older },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: limit,
    select: { ...summaryColumns, createdAt: true },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...toSummary(row), createdAt }));
}
