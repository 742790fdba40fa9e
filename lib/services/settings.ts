import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { settingsOf, updateSettings } from "@/lib/data/plans";
import { setCurrencyOfQuotes } from "@/lib/data/quotes";
import { AppError } from "@/lib/errors";
import { checkSettings } from "@/lib/schemas/check";
import { withoutDangling } from "@/lib/schemas/references";
import { acceptOrRefuse, changePlan, isSame, recordChange } from "./in-plan";

export type SaveSettings = {
  readonly planId: string;
  readonly expectedVersion: number;
  readonly settings: unknown;
};

export type SettingsSaved = { readonly settingsVersion: number; readonly planVersion: number };

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
  { planId, expectedVersion, settings: input }: SaveSettings,
): Promise<SettingsSaved> {
  authorize(ctx, "plan:write");
  return changePlan(ctx, planId, async (tx, held) => {
    const settings = acceptOrRefuse(checkSettings(withoutDangling(held.plan), input));
    const { settingsVersion, version, id } = held;
    const isNext = settingsVersion === expectedVersion || settingsVersion === expectedVersion + 1;
    if (isNext && isSame(settings, settingsOf(held.plan)))
      return { settingsVersion, planVersion: version };
    if (settingsVersion !== expectedVersion)
      throw new AppError(
        "CONFLICT",
        `The assumptions changed since you opened them (version ${settingsVersion}, yours was ${expectedVersion}). Reload to see them; your entries are kept here until then.`,
      );
    await updateSettings(tx, ctx.orgId, { id, settings });
    const { currency } = settings;
    if (currency !== held.plan.currency)
      await setCurrencyOfQuotes(tx, ctx.orgId, { planId: id, currency });
    const planVersion = await recordChange(tx, ctx, {
      action: "save",
      subject: "settings",
      subjectId: id,
      planId: id,
      parts: [{ subject: "settings", id }],
      detail: { version: settingsVersion + 1 },
    });
    return { settingsVersion: settingsVersion + 1, planVersion };
  });
}
