import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import type { PartName } from "@/lib/data/plan-changes";
import { listChanges } from "@/lib/data/plan-history";
import { type HeldPlan, settingsOf } from "@/lib/data/plans";
import { AppError } from "@/lib/errors";
import { type ChangedPart, rowsOf } from "@/lib/schemas/history";
import { plainLabel } from "@/lib/schemas/labels";
import { type Body, changedFields, sameData, valueAt, withValueAt } from "@/lib/schemas/merge";
import { specAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { withoutDangling } from "@/lib/schemas/references";
import { changePlan } from "./in-plan";
import { bodyOf, type Target, writeParts } from "./plan-parts";
import { partOf, planAt } from "./plan-versions";

export type Undone = { readonly planVersion: number };

/** Gives exactly the fields that one version changed their former values, as a new change. */
export async function undoPlanChange(
  ctx: Context,
  input: {
    readonly planId: string;
    readonly version: number;
    readonly anyway?: boolean | undefined;
  },
): Promise<Undone> {
  authorize(ctx, "plan:write");
  return changePlan(ctx, input.planId, async (tx, held) => {
    const rows = await listChanges(tx, ctx.orgId, {
      planId: held.id,
      below: input.version + 1,
      limit: 1,
      part: null,
    });
    const changed = rows.filter(({ version }) => version === input.version);
    const isBeginning = changed.some(
      ({ subject, hasFormer }) => subject === "settings" && !hasFormer,
    );
    if (changed.length === 0 || isBeginning) return { planVersion: held.version };
    const parts = changed.map(partOf);
    const since = parts.flatMap((part) => changedSince(held, part));
    if (since.length > 0 && !input.anyway)
      throw new AppError(
        "CONFLICT",
        `${[...new Set(since)].join(", ")} changed again since. Undoing puts the former value over the later one, which stays in this history.`,
      );
    const targets = parts.map((part) => ({ ...part, body: formerOf(held, part) }));
    return writeParts(tx, ctx, held, {
      targets,
      action: "undo",
      detail: { undone: input.version },
    });
  });
}

/** Makes a former version the current state, as a new change: all of it or nothing. */
export async function restorePlanVersion(
  ctx: Context,
  input: { readonly planId: string; readonly version: number },
): Promise<Undone> {
  authorize(ctx, "plan:write");
  return changePlan(ctx, input.planId, async (tx, held) => {
    const { plan } = await planAt(tx, ctx, held, input.version);
    const before = partsByName(held.id, withoutDangling(held.plan));
    const after = partsByName(held.id, plan);
    const targets = [...new Set([...before.keys(), ...after.keys()])].map((key): Target => {
      const [subject, id] = key.split(" ") as [PartName["subject"], string];
      return { subject, id, body: after.get(key) ?? null };
    });
    const detail = { restored: input.version };
    return writeParts(tx, ctx, held, { targets, action: "restoreVersion", detail });
  });
}

function partsByName(planId: string, plan: Plan): ReadonlyMap<string, Body> {
  const rows = (["workload", "option", "scenario"] as const).flatMap((subject) =>
    plan[rowsOf[subject]].map((row) => [`${subject} ${row.id}`, row] as const),
  );
  return new Map<string, Body>([[`settings ${planId}`, settingsOf(plan)], ...rows]);
}

/** Names of what was changed again since the version; what is as it was before the version needs no undo. */
function changedSince(held: HeldPlan, part: ChangedPart): readonly string[] {
  const now = bodyOf(held.plan, part);
  const { before, after } = part;
  if (after === null || before === null || now === null)
    return sameData(now, after) || sameData(now, before) ? [] : [part.name];
  return changedFields(before, after)
    .filter((field) => {
      const value = valueAt(now, field.path);
      return !sameData(value, field.after) && !sameData(value, field.before);
    })
    .map(({ path }) => labelOf(held.plan, part, path));
}

function labelOf(plan: Plan, { subject, id }: PartName, path: string): string {
  const whole = subject === "settings" ? path : `${subject}s.${id}.${path}`;
  return specAt(plan, whole)?.label ?? plainLabel(path.split(".").at(-1) ?? path).label;
}

function formerOf(held: HeldPlan, part: ChangedPart): Body | null {
  const { before, after } = part;
  const now = bodyOf(held.plan, part);
  if (before === null || after === null || now === null) return before;
  return changedFields(before, after).reduce<Body>(
    (body, field) => withValueAt(body, field.path, field.before),
    now,
  );
}
