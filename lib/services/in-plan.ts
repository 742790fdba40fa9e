import type { Context } from "@/lib/auth/context";
import { type AuditEvent, insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { findPlan, type HeldPlan, lockPlan, raisePlanVersion } from "@/lib/data/plans";
import { AppError } from "@/lib/errors";
import type { Checked } from "@/lib/schemas/check";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The same words for a plan that never was, was deleted, or is another organization's. */
export const noSuchPlan = () =>
  new AppError("NOT_FOUND", "There is no such plan. It may have been deleted.");

export function uuidOf(id: string): string {
  if (!uuid.test(id)) throw noSuchPlan();
  return id.toLowerCase();
}

/** Reads a plan in one transaction. */
export function readPlan(ctx: Context, planId: string): Promise<HeldPlan> {
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findPlan(tx, ctx.orgId, id);
    if (!held) throw noSuchPlan();
    return held;
  });
}

/** Changes a plan in one transaction, one change at a time for each plan. */
export function changePlan<T>(
  ctx: Context,
  planId: string,
  change: (tx: Transaction, held: HeldPlan) => Promise<T>,
): Promise<T> {
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const locked = await lockPlan(tx, ctx.orgId, id);
    const held = locked ? await findPlan(tx, ctx.orgId, id) : null;
    if (!held) throw noSuchPlan();
    return change(tx, held);
  });
}

/** Raises the plan's version and says in the audit what was done; gives the new version. */
export async function recordChange(
  tx: Transaction,
  ctx: Context,
  event: Omit<AuditEvent, "userId"> & { readonly planId: string },
): Promise<number> {
  await insertAuditEvent(tx, ctx.orgId, { ...event, userId: ctx.userId });
  return raisePlanVersion(tx, ctx.orgId, event.planId);
}

/** The value, or a refusal that carries every issue by its path. */
export function acceptOrRefuse<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  const [first] = checked.issues;
  const others = checked.issues.length - 1;
  const more = others === 0 ? "" : ` And ${others} more.`;
  throw new AppError("INVALID", `${first?.message}${more}`, {
    fields: Object.fromEntries(checked.issues.map(({ path, message }) => [path, message])),
  });
}

/** Bodies are written in their schema's own order of fields, so equal ones have equal text. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
