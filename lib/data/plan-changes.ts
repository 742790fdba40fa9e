import type { OrgId } from "@/lib/auth/context";
import { type PartSubject, rowsOf } from "@/lib/schemas/history";
import type { Plan } from "@/lib/schemas/plan";
import type { Actor } from "./audit";
import type { Transaction } from "./client";
import { Prisma } from "./generated/client";
import { type HeldPlan, settingsOf } from "./plans";
import { findRowAsIs } from "./rows";

/** A part of a plan: its settings, or one row of a list. */
export type PartName = { readonly subject: PartSubject; readonly id: string };

/** A part as a change left it; no body where it was deleted. */
export type PlanPart = {
  readonly subject: PartSubject;
  readonly id: string;
  readonly rowVersion: number;
  readonly position: number;
  readonly body: object | null;
};

const subjectOf = { workloads: "workload", options: "option", scenarios: "scenario" } as const;

/** Every part of a plan as it stands. */
export function partsOf(planId: string, plan: Plan, held?: HeldPlan): readonly PlanPart[] {
  const rows = (["workloads", "options", "scenarios"] as const).flatMap((name) =>
    plan[name].map((body, position) => ({
      subject: subjectOf[name],
      id: body.id,
      rowVersion: held?.rowVersions[`${name}.${body.id}`] ?? 1,
      position: held?.positions[`${name}.${body.id}`] ?? position,
      body,
    })),
  );
  const settings = {
    subject: "settings" as const,
    id: planId,
    rowVersion: held?.settingsVersion ?? 1,
    position: 0,
    body: settingsOf(plan),
  };
  return [settings, ...rows];
}

type Of = { readonly planId: string; readonly planVersion: number };

/** One insert, however many parts. Without an actor: what stood before history began. */
export async function insertPlanChanges(
  tx: Transaction,
  actor: Actor | Pick<Actor, "orgId">,
  { planId, planVersion, parts }: Of & { readonly parts: readonly PlanPart[] },
): Promise<void> {
  const by = "userId" in actor ? { userId: actor.userId, apiKeyId: actor.apiKeyId ?? null } : {};
  await tx.planChange.createMany({
    data: parts.map(({ subject, id, rowVersion, position, body }) => ({
      ...by,
      orgId: actor.orgId,
      planId,
      planVersion,
      subject,
      subjectId: id,
      rowVersion,
      position,
      body: body ?? Prisma.DbNull,
    })),
  });
}

/** For a plan from before there was history: its parts as they stand, so that every later change has a former state. */
export async function ensureBase(tx: Transaction, orgId: OrgId, held: HeldPlan): Promise<void> {
  const where = { orgId, planId: held.id };
  if (await tx.planChange.findFirst({ where, select: { planVersion: true } })) return;
  const parts = partsOf(held.id, held.plan, held);
  await insertPlanChanges(tx, { orgId }, { planId: held.id, planVersion: held.version, parts });
}

/** The named parts as they stand now, deleted ones without a body. */
export async function readParts(
  tx: Transaction,
  orgId: OrgId,
  { planId, names }: { readonly planId: string; readonly names: readonly PartName[] },
): Promise<readonly (PlanPart & { readonly name: string })[]> {
  const parts: (PlanPart & { readonly name: string })[] = [];
  for (const { subject, id } of names) {
    const part =
      subject === "settings"
        ? await settingsPart(tx, orgId, planId)
        : await rowPart(tx, orgId, { planId, subject, id });
    parts.push(part);
  }
  return parts;
}

async function settingsPart(tx: Transaction, orgId: OrgId, planId: string) {
  const { name, settings, settingsVersion } = await tx.plan.findUniqueOrThrow({
    where: { orgId_id: { orgId, id: planId } },
    select: { name: true, settings: true, settingsVersion: true },
  });
  const body = { name, ...(settings as object) };
  return {
    subject: "settings" as const,
    id: planId,
    rowVersion: settingsVersion,
    position: 0,
    body,
    name,
  };
}

async function rowPart(
  tx: Transaction,
  orgId: OrgId,
  { planId, subject, id }: { planId: string; subject: keyof typeof rowsOf; id: string },
) {
  const row = await findRowAsIs(tx, orgId, { planId, rows: rowsOf[subject], rowId: id });
  const { version, position, deleted, body } = row;
  return {
    subject,
    id,
    rowVersion: version,
    position,
    body: deleted ? null : body,
    name: body.name,
  };
}

/** A part's body at one of its versions; null where history does not reach so far back. */
export async function findBodyAt(
  tx: Transaction,
  orgId: OrgId,
  of: { planId: string; subject: PartSubject; id: string; rowVersion: number },
): Promise<unknown> {
  const { planId, subject, id: subjectId, rowVersion } = of;
  const row = await tx.planChange.findFirst({
    where: { orgId, planId, subject, subjectId, rowVersion },
    orderBy: { planVersion: "desc" },
    select: { body: true },
  });
  return row?.body ?? null;
}

/** Who changed a part last, and when; no name for what stood before history began. */
export async function findLastChange(
  tx: Transaction,
  orgId: OrgId,
  { planId, subject, id: subjectId }: { planId: string; subject: PartSubject; id: string },
): Promise<{ name: string | null; keyName: string | null; at: Date } | null> {
  const [row] = await tx.$queryRaw<{ name: string | null; keyName: string | null; at: Date }[]>`
    select u.name, k.name as "keyName", c.at from plan_change c
    left join "user" u on u.id = c.user_id
    left join api_key k on k.org_id = c.org_id and k.id = c.api_key_id
    where c.org_id = ${orgId}::uuid and c.plan_id = ${planId}::uuid
      and c.subject = ${subject} and c.subject_id = ${subjectId}
    order by c.plan_version desc limit 1`;
  return row ?? null;
}
