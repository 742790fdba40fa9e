import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { listEvents } from "@/lib/data/activity";
import { withOrganization } from "@/lib/data/client";
import { listMembers } from "@/lib/data/members";
import { listPlans } from "@/lib/data/plans";
import {
  type Activity,
  type ActivityCursor,
  type ActivityEvent,
  type ActivityFilter,
  activityKinds,
  writeCursor,
} from "@/lib/schemas/activity";

export type ActivityAsked = ActivityFilter & { readonly before: ActivityCursor | null };

const eventsOfPage = 50;

/** Who did what in the organization, newest first, a page at a time. */
export async function listActivity(ctx: Context, asked: ActivityAsked): Promise<Activity> {
  authorize(ctx, "activity:read");
  return withOrganization(ctx.orgId, async (tx) => {
    const rows = await listEvents(tx, ctx.orgId, {
      ...asked,
      subjects: asked.kind ? activityKinds[asked.kind] : null,
      limit: eventsOfPage + 1,
    });
    const shown = rows.slice(0, eventsOfPage);
    const last = shown.at(-1);
    const members = await listMembers(tx, ctx.orgId);
    const plans = await listPlans(tx, ctx.orgId);
    return {
      events: shown.map((row) => eventOf(ctx, row)),
      next: rows.length > shown.length && last ? writeCursor(last) : null,
      people: members.map(({ userId, name }) => ({ id: userId, name })),
      plans: plans.map(({ id, name }) => ({ id, name })),
    };
  });
}

type Row = Awaited<ReturnType<typeof listEvents>>[number];

function eventOf(ctx: Context, row: Row): ActivityEvent {
  const { id, at, userId, user, apiKey, plan, detail, action, subject, subjectId } = row;
  return {
    ...{ id, action, subject, subjectId },
    at: at.toISOString(),
    by: {
      userId,
      name: user?.name ?? null,
      keyName: apiKey?.name ?? null,
      isYou: userId === ctx.userId,
    },
    plan: plan && { id: plan.id, name: plan.name, isDeleted: plan.deletedAt !== null },
    detail: detail as Readonly<Record<string, unknown>>,
  };
}
