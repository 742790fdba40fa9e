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
export function listEvents(tx: Transaction, orgId: OrgId, asked: EventsAsked) {
  const { userId, planId, subjects, before, limit } = asked;
  return tx.auditEvent.findMany({
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
      user: { select: { name: true } },
      apiKey: { select: { name: true } },
      plan: { select: { id: true, name: true, deletedAt: true } },
    },
  });
}
