import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { listPlansAfter, type PlanPlace } from "@/lib/data/plans";
import { AppError } from "@/lib/errors";
import type { PlanSummary } from "@/lib/schemas/stored-plan";

export type PlanPage = {
  readonly items: readonly PlanSummary[];
  /** What the next page is asked for with; null on the last one. */
  readonly nextCursor: string | null;
};

/** One page of the plans, the newest made first. */
export async function listPlanPage(
  ctx: Context,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<PlanPage> {
  authorize(ctx, "plan:read");
  const after = cursor === undefined ? null : placeOf(cursor);
  const rows = await withOrganization(ctx.orgId, (tx) =>
    listPlansAfter(tx, ctx.orgId, { after, limit: limit + 1 }),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ createdAt: _, ...summary }) => summary),
    nextCursor: rows.length > limit && last ? cursorOf(last) : null,
  };
}

/** Opaque to whoever holds it, and fit for an address as it is. */
const cursorOf = ({ createdAt, id }: PlanPlace) =>
  Buffer.from(`${createdAt.getTime()} ${id}`).toString("base64url");

const place = /^(\d{1,15}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function placeOf(cursor: string): PlanPlace {
  const [, time, id] = place.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  const createdAt = new Date(Number(time));
  if (id !== undefined && !Number.isNaN(createdAt.getTime())) return { createdAt, id };
  const message = "The cursor is not one that a page gave. Start again without it.";
  throw new AppError("INVALID", message, { fields: { cursor: message } });
}
