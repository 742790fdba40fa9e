import type { Context } from "@/lib/auth/context";
import type { Transaction } from "@/lib/data/client";
import { findBodyAt, findLastChange, type PartName } from "@/lib/data/plan-changes";
import type { HeldPlan } from "@/lib/data/plans";
import { project } from "@/lib/engine";
import { AppError, type EffectOnAnswer } from "@/lib/errors";
import { plainLabel } from "@/lib/schemas/labels";
import { type Body, type Clash, mergeBodies, withValueAt } from "@/lib/schemas/merge";
import { specAt } from "@/lib/schemas/paths";
import { type Plan, plan as planSchema } from "@/lib/schemas/plan";
import { withoutDangling } from "@/lib/schemas/references";

/** A save that was made over another version than the one that stands. */
export type StaleSave = {
  readonly held: HeldPlan;
  readonly part: PartName;
  /** What the part is called in a sentence. */
  readonly noun: string;
  readonly expectedVersion: number;
  readonly version: number;
  readonly mine: unknown;
  /** The plan with this body as the part. */
  readonly within: (body: unknown) => Plan;
  /** The part as a reader of the plan sees it. */
  readonly read: (plan: Plan) => unknown;
};

const mostEffects = 6;

/** Two saves from one base: different fields both win; the same field is asked about, with all that helps to choose. */
export async function mergeOrAsk(tx: Transaction, ctx: Context, save: StaleSave): Promise<Body> {
  const { held, part, expectedVersion, within, read } = save;
  const found = await findBodyAt(tx, ctx.orgId, {
    planId: held.id,
    subject: part.subject,
    id: part.id,
    rowVersion: expectedVersion,
  });
  if (found === null) throw stale(save.noun, save, expectedVersion);
  const base = read(within(found)) as Body;
  const theirs = read(held.plan) as Body;
  const { merged, clashes } = mergeBodies(base, save.mine as Body, theirs);
  if (clashes.length === 0) return merged;
  throw await asked(tx, ctx, save, { merged, clashes });
}

/** For a change that cannot be merged: the version it was made over is not the one that stands. */
export const stale = (noun: string, { version }: { version: number }, expectedVersion: number) =>
  new AppError(
    "CONFLICT",
    `This ${noun} changed since you opened it (version ${version}, yours was ${expectedVersion}). Reload to see it; your entries are kept here until then.`,
    { currentVersion: version },
  );

async function asked(
  tx: Transaction,
  ctx: Context,
  save: StaleSave,
  { merged, clashes }: { merged: Body; clashes: readonly Clash[] },
): Promise<AppError> {
  const { held, part, version, expectedVersion, within } = save;
  const last = await findLastChange(tx, ctx.orgId, { planId: held.id, ...part });
  const who = last?.name ?? "Somebody else";
  const by = last?.keyName ? `${who} (key ${last.keyName})` : who;
  const labels = clashes.map(({ path }) => labelOf(save, path));
  const effectOfMine = effectOf(within(merged));
  return new AppError(
    "CONFLICT",
    `${by} saved another value of ${labels.join(", ")} since you opened it (version ${version}, yours was ${expectedVersion}). Nothing is lost: keep yours or take theirs.`,
    {
      currentVersion: version,
      conflict: {
        name: last?.name ?? null,
        keyName: last?.keyName ?? null,
        at: (last?.at ?? held.updatedAt).toISOString(),
        clashes: clashes.map((clash, index) => ({
          ...clash,
          effectOfMine,
          effectOfTheirs:
            index < mostEffects
              ? effectOf(within(withValueAt(merged, clash.path, clash.theirs)))
              : null,
        })),
      },
    },
  );
}

function labelOf({ held, part, noun }: StaleSave, path: string): string {
  const base = part.subject === "settings" ? "" : `${noun}s.${part.id}.`;
  const spec = specAt(held.plan, `${base}${path}`);
  return spec?.label ?? plainLabel(path.split(".").at(-1) ?? path).label;
}

/** Null where the plan, with values of both, is not one that can be computed. */
function effectOf(plan: Plan): EffectOnAnswer {
  const parsed = planSchema.safeParse(plan);
  if (!parsed.success) return null;
  const { ranking, options } = project(withoutDangling(parsed.data));
  const best = options.find(({ optionId }) => optionId === ranking[0]);
  const option = plan.options.find(({ id }) => id === best?.optionId);
  return best && option ? { optionName: option.name, cash: best.summary.cash } : null;
}
