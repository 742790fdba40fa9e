import type { Context } from "@/lib/auth/context";
import type { Transaction } from "@/lib/data/client";
import type { PartName } from "@/lib/data/plan-changes";
import { type HeldPlan, settingsOf, updateSettings, withSettings } from "@/lib/data/plans";
import { findRow, type PlanRow, setRowDeleted, writeRow } from "@/lib/data/rows";
import { setCurrencyOfServerQuotes } from "@/lib/data/server-quotes";
import { checkPlan } from "@/lib/schemas/check";
import { rowsOf } from "@/lib/schemas/history";
import { type Body, sameData } from "@/lib/schemas/merge";
import type { Plan, PlanSettings } from "@/lib/schemas/plan";
import { withoutDangling } from "@/lib/schemas/references";
import { acceptOrRefuse, recordChange } from "./in-plan";

/** A part and what it is to be; null deletes it. */
export type Target = PartName & { readonly body: Body | null };

export function bodyOf(plan: Plan, { subject, id }: PartName): Body | null {
  if (subject === "settings") return settingsOf(plan);
  const rows = plan[rowsOf[subject]] as readonly PlanRow[];
  return rows.find((row) => row.id === id) ?? null;
}

type Writing = {
  readonly targets: readonly Target[];
  readonly action: string;
  readonly detail: Readonly<Record<string, number>>;
};

/** Writes the parts that differ from what stands, once the plan as a whole is found sound. */
export async function writeParts(
  tx: Transaction,
  ctx: Context,
  held: HeldPlan,
  { targets, action, detail }: Writing,
): Promise<{ readonly planVersion: number }> {
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
