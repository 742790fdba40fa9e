import type { OrgId } from "@/lib/auth/context";
import type { ActivityCursor } from "@/lib/schemas/activity";
import type { Transaction } from "./client";

export type EventsAsked = {
  readonly userId: string | null;
  readonly planId: string | null;
  readonly subjects: readonly string[] | null;
  readonly before: ActivityCursor | null;
  readonly limit: number;
};

/** Newest first, along the index of the organization's events, or of the plan's. */
export async function listEvents(tx: Transaction, orgId: OrgId, asked: EventsAsked) {
  const { userId, planId, subjects, before, limit } = asked;
  const rows = await tx.auditEvent.findMany({
    where: {
      orgId,
      ...(userId && { userId }),
      ...(planId && { planId }),
      ...(subjects && { subject: { in: [...subjects] } }),
      ...(before && {
        at: { lte: before.at },
        OR: [{ at: { lt: before.at } }, { id: { lt: before.id } }],
      }),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      id: true,
      at: true,
      userId: true,
      action: true,
      subject: true,
      subjectId: true,
      detail: true,
      apiKeyId: true,
      planId: true,
    },
  });
  return withNames(tx, orgId, rows);
}

/** All that was done to one thing, newest first. */
export async function listEventsOf(
  tx: Transaction,
  orgId: OrgId,
  thing: { readonly subject: string; readonly subjectId: string },
) {
  const rows = await tx.auditEvent.findMany({
    where: { orgId, ...thing },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 200,
    select: { id: true, at: true, userId: true, apiKeyId: true, action: true, detail: true },
  });
  const named = await withNames(
    tx,
    orgId,
    rows.map((row) => ({ ...row, planId: null })),
  );
  return named.map(({ id, at, action, detail, user }) => {
    const { revision, file } = detail as { readonly revision?: unknown; readonly file?: unknown };
    return {
      id,
      action,
      at: at.toISOString(),
      by: user?.name ?? null,
      revision: typeof revision === "number" ? revision : null,
      ...(typeof file === "string" && { file }),
    };
  });
}

type Named = {
  readonly userId: string | null;
  readonly apiKeyId: string | null;
  readonly planId: string | null;
};

/** One query after another: a transaction has one connection, and Prisma reads siblings of a select at once. */
async function withNames<Row extends Named>(tx: Transaction, orgId: OrgId, rows: readonly Row[]) {
  const idsOf = (name: keyof Named) => ({
    in: [...new Set(rows.map((row) => row[name]).filter((id) => id !== null))],
  });
  const users = await tx.user.findMany({
    where: { id: idsOf("userId") },
    select: { id: true, name: true },
  });
  const keys = await tx.apiKey.findMany({
    where: { orgId, id: idsOf("apiKeyId") },
    select: { id: true, name: true },
  });
  const plans = await tx.plan.findMany({
    where: { orgId, id: idsOf("planId") },
    select: { id: true, name: true, deletedAt: true },
  });
  return rows.map((row) => ({
    ...row,
    user: users.find(({ id }) => id === row.userId) ?? null,
    apiKey: keys.find(({ id }) => id === row.apiKeyId) ?? null,
    plan: plans.find(({ id }) => id === row.planId) ?? null,
  }));
}
