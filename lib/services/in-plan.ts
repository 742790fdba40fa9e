import type { Context } from "@/lib/auth/context";
import { type Actor, type AuditEvent, insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import {
  ensureBase,
  insertPlanChanges,
  type PartName,
  partsOf,
  readParts,
} from "@/lib/data/plan-changes";
import { findPlan, type HeldPlan, insertPlan, lockPlan, raisePlanVersion } from "@/lib/data/plans";
import { AppError } from "@/lib/errors";
import type { Checked } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";
import { refuseHiddenPrices } from "./hidden-prices";
import { idOr } from "./ids";

/** The same words for a plan that never was, was deleted, or is another organization's. */
export const noSuchPlan = () =>
  new AppError("NOT_FOUND", "There is no such plan. It may have been deleted.");

export function uuidOf(id: string): string {
  return idOr(id, noSuchPlan);
}

/** The same for a template. */
export const noSuchTemplate = () =>
  new AppError("NOT_FOUND", "There is no such template. It may have been deleted.");

export function templateIdOf(id: string): string {
  return idOr(id, noSuchTemplate);
}

/** Reads a plan in one transaction. */
export function readPlan(ctx: Context, planId: string): Promise<HeldPlan> {
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findPlan(tx, ctx.orgId, id);
    if (!held) throw noSuchPlan();
    await refuseHiddenPrices(tx, ctx, id);
    return held;
  });
}

/** Holds a plan until the transaction ends, so that two changes of it follow each other. */
export async function heldPlan(tx: Transaction, { orgId }: Context, id: string): Promise<HeldPlan> {
  const held = (await lockPlan(tx, orgId, id)) ? await findPlan(tx, orgId, id) : null;
  if (!held) throw noSuchPlan();
  return held;
}

/** Changes a plan in one transaction, one change at a time for each plan. */
export function changePlan<T>(
  ctx: Context,
  planId: string,
  change: (tx: Transaction, held: HeldPlan) => Promise<T>,
): Promise<T> {
  const id = uuidOf(planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await heldPlan(tx, ctx, id);
    await refuseHiddenPrices(tx, ctx, id);
    await ensureBase(tx, ctx.orgId, held);
    return change(tx, held);
  });
}

/** What was done, and the parts of the plan that it left otherwise than they were. */
export type Recorded = AuditEvent & {
  readonly planId: string;
  readonly parts: readonly PartName[];
};

/**
 * The one way to end a change: raises the plan's version, keeps each changed part as it is now, and
 * says in the audit what was done. Gives the new version.
 */
export async function recordChange(
  tx: Transaction,
  ctx: Context,
  { parts: names, ...event }: Recorded,
): Promise<number> {
  const { planId } = event;
  const planVersion = await raisePlanVersion(tx, ctx.orgId, planId);
  const parts = await readParts(tx, ctx.orgId, { planId, names });
  if (parts.length > 0) await insertPlanChanges(tx, ctx, { planId, planVersion, parts });
  const [only] = parts.length === 1 ? parts : [];
  const name = only ? { name: only.name } : {};
  await insertAuditEvent(tx, ctx, { ...event, detail: { ...name, ...event.detail, planVersion } });
  return planVersion;
}

/** The one way to begin a plan: it, all its parts as version 1, and the audit. False where it is there already. */
export async function recordCreation(
  tx: Transaction,
  actor: Actor,
  { id, plan, action }: { readonly id: string; readonly plan: Plan; readonly action: string },
): Promise<boolean> {
  if (!(await insertPlan(tx, actor.orgId, { id, plan }))) return false;
  await insertPlanChanges(tx, actor, { planId: id, planVersion: 1, parts: partsOf(id, plan) });
  const detail = { name: plan.name, planVersion: 1 };
  await insertAuditEvent(tx, actor, { action, subject: "plan", subjectId: id, planId: id, detail });
  return true;
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
