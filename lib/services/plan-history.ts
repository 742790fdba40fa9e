import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { type ChangeRow, listChanges } from "@/lib/data/plan-history";
import { findPlan } from "@/lib/data/plans";
import type { HistoryEntry, PartSubject, PlanHistory, PlanVersion } from "@/lib/schemas/history";
import { withoutDangling } from "@/lib/schemas/references";
import { refuseHiddenPrices } from "./hidden-prices";
import { noSuchPlan, uuidOf } from "./in-plan";
import { partOf, planAt } from "./plan-versions";

export type HistoryAsked = {
  readonly planId: string;
  /** Only this part; its id is not needed for the settings. */
  readonly part?: { readonly subject: PartSubject; readonly id: string | null } | null;
  readonly below?: number | null;
};

const entriesOfPage = 20;
const newest = 2_000_000_000;

/** What changed in a plan, newest first, a page at a time. */
export async function getPlanHistory(ctx: Context, asked: HistoryAsked): Promise<PlanHistory> {
  authorize(ctx, "plan:read");
  const planId = uuidOf(asked.planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findPlan(tx, ctx.orgId, planId);
    if (!held) throw noSuchPlan();
    await refuseHiddenPrices(tx, ctx, planId);
    const rows = await listChanges(tx, ctx.orgId, {
      planId,
      below: asked.below ?? newest,
      limit: entriesOfPage + 1,
      part: asked.part ? { subject: asked.part.subject, id: asked.part.id ?? planId } : null,
    });
    const versions = [...new Set(rows.map(({ version }) => version))];
    const shown = versions.slice(0, entriesOfPage);
    return {
      plan: withoutDangling(held.plan),
      version: held.version,
      canEdit: can(ctx.role, "plan:write"),
      entries: shown.map((version) =>
        entryOf(
          ctx,
          rows.filter((row) => row.version === version),
        ),
      ),
      next: versions.length > shown.length ? (shown.at(-1) ?? null) : null,
    };
  });
}

function entryOf(ctx: Context, rows: readonly ChangeRow[]): HistoryEntry {
  const [{ version, at, userId, userName, keyName }] = rows as [ChangeRow];
  const isYou = userId === ctx.userId;
  return {
    version,
    at: at.toISOString(),
    by: { userId, name: userName, keyName, isYou },
    isBeginning: rows.some(({ subject, hasFormer }) => subject === "settings" && !hasFormer),
    parts: rows.map(partOf),
  };
}

/** A plan as it was at two of its versions; without `to`, as it is now. */
export async function comparePlanVersions(
  ctx: Context,
  asked: { readonly planId: string; readonly from: number; readonly to?: number | null },
): Promise<{
  readonly from: PlanVersion;
  readonly to: PlanVersion;
  readonly version: number;
  readonly canEdit: boolean;
}> {
  authorize(ctx, "plan:read");
  const planId = uuidOf(asked.planId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findPlan(tx, ctx.orgId, planId);
    if (!held) throw noSuchPlan();
    await refuseHiddenPrices(tx, ctx, planId);
    return {
      from: await planAt(tx, ctx, held, asked.from),
      to: await planAt(tx, ctx, held, asked.to ?? held.version),
      version: held.version,
      canEdit: can(ctx.role, "plan:write"),
    };
  });
}
