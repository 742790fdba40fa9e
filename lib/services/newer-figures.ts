import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { newerFigures, takenRecordIds } from "@/lib/catalog/newer-figures";
import { listEntriesNamed } from "@/lib/data/catalog-entries";
import { AppError } from "@/lib/errors";
import { rowsOf } from "@/lib/schemas/history";
import { withValueAt } from "@/lib/schemas/merge";
import type { TakeFigures } from "@/lib/schemas/newer-figures";
import type { Plan } from "@/lib/schemas/plan";
import { toOwnRecord } from "./catalog-records";
import { changePlan } from "./in-plan";
import { bodyOf, type Target, writeParts } from "./plan-parts";

/** Writes newer figures of the catalog into a plan, as one change; those that were seen, and no others. */
export async function takeNewerFigures(
  ctx: Context,
  { planId, takes }: TakeFigures,
): Promise<{ readonly planVersion: number }> {
  authorize(ctx, "plan:write");
  return changePlan(ctx, planId, async (tx, held) => {
    const rows = await listEntriesNamed(tx, ctx.orgId, takenRecordIds(held.plan));
    const newer = newerFigures(
      held.plan,
      rows.flatMap((row) => toOwnRecord(row) ?? []),
    );
    const chosen = takes.map(({ path, value }) => {
      const found = newer.find((figure) => figure.path === path && figure.to.value === value);
      if (!found) throw changedMeanwhile();
      return found;
    });
    const next = chosen.reduce((plan, { path, to }) => withValueAt(plan, path, to), held.plan);
    return writeParts(tx, ctx, held, {
      targets: targetsOf(next, held.id, takes),
      action: "takeFigures",
      detail: { figures: chosen.length },
    });
  });
}

const changedMeanwhile = () =>
  new AppError(
    "CONFLICT",
    "The plan or the catalog changed since these figures were shown. Reload to see them as they are.",
  );

const subjects = new Map(
  (["workload", "option", "scenario"] as const).map((subject) => [rowsOf[subject], subject]),
);

/** Each part that one of the figures stands in, once. */
function targetsOf(plan: Plan, planId: string, takes: TakeFigures["takes"]): readonly Target[] {
  const targets = new Map<string, Target>();
  for (const { path } of takes) {
    const [rows = "", rowId = ""] = path.split(".");
    const subject = subjects.get(rows as "options");
    const name = subject
      ? ({ subject, id: rowId } as const)
      : ({ subject: "settings", id: planId } as const);
    targets.set(`${name.subject} ${name.id}`, { ...name, body: bodyOf(plan, name) });
  }
  return [...targets.values()];
}
