import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/data/client";
import { type HeldPlan, settingsOf, updateSettings, withSettings } from "@/lib/data/plans";
import { setCurrencyOfServerQuotes } from "@/lib/data/server-quotes";
import { checkSettings } from "@/lib/schemas/check";
import type { PlanSettings } from "@/lib/schemas/plan";
import { withoutDangling } from "@/lib/schemas/references";
import { acceptOrRefuse, changePlan, isSame, recordChange } from "./in-plan";
import { mergeOrAsk, stale } from "./merging";

export type SaveSettings = {
  readonly planId: string;
  readonly expectedVersion: number;
  readonly settings: unknown;
  /** Refuses a stale version also where the fields of two people would not meet. */
  readonly exact?: boolean;
};

export type SettingsSaved = {
  readonly settingsVersion: number;
  readonly planVersion: number;
  /** As they were saved: with what somebody else saved into other fields meanwhile. */
  readonly settings: PlanSettings;
};

export type RenamePlan = { readonly planId: string; readonly name: string };

/** The name alone, whatever else of the settings changed meanwhile. */
export async function renamePlan(
  ctx: Context,
  { planId, name }: RenamePlan,
): Promise<{ readonly id: string }> {
  authorize(ctx, "plan:write");
  return changePlan(ctx, planId, async (tx, held) => {
    const { id } = held;
    const settings = { ...settingsOf(held.plan), name };
    if (name === held.plan.name) return { id };
    await updateSettings(tx, ctx.orgId, { id, settings });
    await recordChange(tx, ctx, {
      action: "rename",
      subject: "plan",
      subjectId: id,
      planId: id,
      parts: [{ subject: "settings", id }],
      detail: { was: held.plan.name },
    });
    return { id };
  });
}

/** Everything of a plan but its rows. */
export async function saveSettings(
  ctx: Context,
  { planId, expectedVersion, settings: input, exact }: SaveSettings,
): Promise<SettingsSaved> {
  authorize(ctx, "plan:write");
  return changePlan(ctx, planId, async (tx, held) => {
    const plan = withoutDangling(held.plan);
    const { settingsVersion, version, id } = held;
    const mine = acceptOrRefuse(checkSettings(plan, input));
    const isStale = settingsVersion !== expectedVersion;
    if (isStale && exact && !isSame(mine, settingsOf(held.plan)))
      throw stale("plan", { version: settingsVersion }, expectedVersion);
    const settings = !isStale
      ? mine
      : await mergedSettings(tx, ctx, { held, mine, expectedVersion });
    if (isSame(settings, settingsOf(held.plan)))
      return { settingsVersion, planVersion: version, settings };
    await updateSettings(tx, ctx.orgId, { id, settings });
    const { currency } = settings;
    if (currency !== held.plan.currency)
      await setCurrencyOfServerQuotes(tx, ctx.orgId, { planId: id, currency });
    const planVersion = await recordChange(tx, ctx, {
      action: "save",
      subject: "settings",
      subjectId: id,
      planId: id,
      parts: [{ subject: "settings", id }],
      detail: { version: settingsVersion + 1 },
    });
    return { settingsVersion: settingsVersion + 1, planVersion, settings };
  });
}

async function mergedSettings(
  tx: Transaction,
  ctx: Context,
  stale: { held: HeldPlan; mine: PlanSettings; expectedVersion: number },
): Promise<PlanSettings> {
  const { held } = stale;
  const merged = await mergeOrAsk(tx, ctx, {
    ...stale,
    version: held.settingsVersion,
    part: { subject: "settings", id: held.id },
    noun: "plan",
    within: (settings) => withSettings(held.plan, settings as PlanSettings),
    read: (plan) => settingsOf(withoutDangling(plan)),
  });
  return acceptOrRefuse(checkSettings(withoutDangling(held.plan), merged));
}
