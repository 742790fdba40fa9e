import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/data/client";
import type { PartName } from "@/lib/data/plan-changes";
import { listChanges } from "@/lib/data/plan-history";
import { type HeldPlan, settingsOf, updateSettings, withSettings } from "@/lib/data/plans";
import { findRow, type PlanRow, setRowDeleted, writeRow } from "@/lib/data/rows";
import { setCurrencyOfServerQuotes } from "@/lib/data/server-quotes";
import { AppError } from "@/lib/errors";
import { checkPlan } from "@/lib/schemas/check";
import { type ChangedPart, rowsOf } from "@/lib/schemas/history";
import { plainLabel } from "@/lib/schemas/labels";
import { type Body, changedFields, sameData, valueAt, withValueAt } from "@/lib/schemas/merge";
import { specAt } from "@/lib/schemas/paths";
import type { Plan, PlanSettings } from "@/lib/schemas/plan";
import { withoutDangling } from "@/lib/schemas/references";
import { acceptOrRefuse, changePlan, recordChange } from "./in-plan";
import { partOf, planAt } from "./plan-versions";

export type Undone = { readonly planVersion: number };

/** A part and what it is to be; null deletes it. */
type Target = PartName & { readonly body: Body | null };

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

function bodyOf(plan: Plan, { subject, id }: PartName): Body | null {
  if (subject === "settings") return settingsOf(plan);
  const rows = plan[rowsOf[subject]] as readonly PlanRow[];
  return rows.find((row) => row.id === id) ?? null;
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

type Writing = {
  readonly targets: readonly Target[];
  readonly action: string;
  readonly detail: Readonly<Record<string, number>>;
};

/** Writes the parts that differ from what stands, once the plan as a whole is found sound. */
async function writeParts(
  tx: Transaction,
  ctx: Context,
  held: HeldPlan,
  { targets, action, detail }: Writing,
): Promise<Undone> {
  const seen = withoutDangling(held.plan);
  const differing = targets.filter((target) => !sameData(bodyOf(seen, target), target.body));
  if (differing.length === 0) return { planVersion: held.version };
  const next = differing.reduce(withPart, held.plan);
  const checked = acceptOrRefuse(checkPlan(withoutDangling(next)));
  for (const target of differing) await writePart(tx, ctx, held, { target, plan: checked });
  if (checked.currency !== held.plan.currency)
    await setCurrencyOfServerQuotes(tx, ctx.orgId, { planId: held.id, currency: checked.currency });
  const planVersion = await recordChange(tx, ctx, {
    action,
    subject: "plan",
    subjectId: held.id,
    planId: held.id,
    parts: differing.map(({ subject, id }) => ({ subject, id })),
    detail,
  });
  return { planVersion };
}

function withPart(plan: Plan, { subject, id, body }: Target): Plan {
  if (subject === "settings") return withSettings(plan, body as PlanSettings);
  const rows = rowsOf[subject];
  const held = plan[rows] as readonly PlanRow[];
  const isHere = held.some((row) => row.id === id);
  const others = held.filter((row) => row.id !== id);
  const next = held.map((row) => (row.id === id ? (body as PlanRow) : row));
  return { ...plan, [rows]: body === null ? others : isHere ? next : [...held, body] };
}

async function writePart(
  tx: Transaction,
  ctx: Context,
  held: HeldPlan,
  { target, plan }: { readonly target: Target; readonly plan: Plan },
): Promise<void> {
  const { orgId } = ctx;
  const { subject, id, body } = target;
  if (subject === "settings")
    return updateSettings(tx, orgId, { id: held.id, settings: settingsOf(plan) });
  const key = { planId: held.id, rows: rowsOf[subject], rowId: id };
  const state = await findRow(tx, orgId, key);
  if (body !== null) {
    const row = bodyOf(plan, target) as PlanRow;
    await writeRow(tx, orgId, { key, row, held: state, currency: plan.currency });
  } else if (state && !state.deleted)
    await setRowDeleted(tx, orgId, { key, deleted: true, version: state.version + 1 });
}
