import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import { withOrganizationDefaults } from "@/lib/catalog/organization-start";
import { starterPlan } from "@/lib/catalog/starter-plan";
import type { TemplateId } from "@/lib/catalog/templates";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { findOrganizationSettings } from "@/lib/data/organization-settings";
import { findPlanList, type PlanList } from "@/lib/data/plan-list";
import { findTemplatePlan } from "@/lib/data/plan-templates";
import { countPlans, findPlanState, listPlans as list } from "@/lib/data/plans";
import { AppError } from "@/lib/errors";
import { readPlanText } from "@/lib/importers/plan-file";
import { checkPlan } from "@/lib/schemas/check";
import { type Plan, type PlanFile, planSchemaVersion } from "@/lib/schemas/plan";
import { withoutDangling } from "@/lib/schemas/references";
import type { PlanSummary, StoredPlan } from "@/lib/schemas/stored-plan";
import { refuseHiddenQuotesIn } from "./hidden-prices";
import {
  acceptOrRefuse,
  noSuchTemplate,
  readPlan,
  recordCreation,
  templateIdOf,
  uuidOf,
} from "./in-plan";
import { freeName } from "./plan-names";

export type PlanCreated = { readonly id: string };

const maxPlans = 500;

export async function listPlans(ctx: Context): Promise<readonly PlanSummary[]> {
  authorize(ctx, "plan:read");
  return (await findPlanList(ctx)).plans;
}

/** The same with what new plans begin with. */
export async function listPlansAndDefaults(ctx: Context): Promise<PlanList> {
  authorize(ctx, "plan:read");
  return findPlanList(ctx);
}

export async function getPlan(
  ctx: Context,
  { planId }: { readonly planId: string },
): Promise<StoredPlan> {
  authorize(ctx, "plan:read");
  const { plan, updatedAt, positions: _, ...held } = await readPlan(ctx, planId);
  return {
    ...held,
    updatedAt: updatedAt.toISOString(),
    canEdit: can(ctx.role, "plan:write"),
    plan: withoutDangling(plan),
  };
}

/** From a template, with the defaults of the organization; the id is the client's, so that a form sent twice makes one plan. */
export async function createPlan(
  ctx: Context,
  input: {
    readonly id: string;
    readonly name: string;
    readonly templateId: TemplateId;
    /** YYYY-MM; when absent the organization's default, else the next month. */
    readonly startMonth?: string | undefined;
  },
): Promise<PlanCreated> {
  authorize(ctx, "plan:create");
  const { settings } = await withOrganization(ctx.orgId, (tx) =>
    findOrganizationSettings(tx, ctx.orgId),
  );
  const { id, name, templateId, startMonth = settings.startMonth ?? nextMonth(new Date()) } = input;
  const plan = withOrganizationDefaults(starterPlan({ templateId, name, startMonth }), settings);
  return create(ctx, { id, action: "create", plan: acceptOrRefuse(checkPlan(plan)) });
}

/** From a template of the organization: all its rows and scenarios, from another first month. */
export async function createPlanFromTemplate(
  ctx: Context,
  input: {
    readonly id: string;
    readonly name: string;
    readonly templateId: string;
    readonly startMonth?: string | undefined;
  },
): Promise<PlanCreated> {
  authorize(ctx, "plan:create");
  const { id, name, startMonth = nextMonth(new Date()) } = input;
  const templateId = templateIdOf(input.templateId);
  const body = await withOrganization(ctx.orgId, async (tx) => {
    const held = await findTemplatePlan(tx, ctx.orgId, templateId);
    if (!held) throw noSuchTemplate();
    await refuseHiddenQuotesIn(tx, ctx, held.options);
    return held;
  });
  const plan = acceptOrRefuse(checkPlan({ ...body, name, startMonth }));
  return create(ctx, { id, action: "create", plan });
}

export async function importPlan(
  ctx: Context,
  { id, file }: { readonly id: string /** The text of the file. */; readonly file: string },
): Promise<PlanCreated> {
  authorize(ctx, "plan:create");
  const { plan } = acceptOrRefuse(readPlanText(file));
  return create(ctx, { id, action: "import", plan });
}

export async function exportPlan(
  ctx: Context,
  { planId }: { readonly planId: string },
): Promise<PlanFile> {
  authorize(ctx, "plan:read");
  const { plan } = await readPlan(ctx, planId);
  return { loadline: "plan", schemaVersion: planSchemaVersion, plan: withoutDangling(plan) };
}

export async function duplicatePlan(
  ctx: Context,
  { planId, id }: { readonly planId: string; readonly id: string },
): Promise<PlanCreated> {
  authorize(ctx, "plan:create");
  const { plan } = await readPlan(ctx, planId);
  return create(ctx, { id, action: "duplicate", plan: withoutDangling(plan) });
}

/** "2027-01" for any day of December 2026. */
export function nextMonth(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString().slice(0, 7);
}

function create(
  ctx: Context,
  { id: givenId, action, plan }: { id: string; action: string; plan: Plan },
): Promise<PlanCreated> {
  const id = uuidOf(givenId);
  const { orgId } = ctx;
  return withOrganization(orgId, async (tx) => {
    if (await findPlanState(tx, orgId, id)) return { id };
    await refuseHiddenQuotesIn(tx, ctx, plan.options);
    if ((await countPlans(tx, orgId)) >= maxPlans)
      throw new AppError(
        "INVALID",
        `An organization has at most ${maxPlans} plans. Delete one first.`,
      );
    const named = action === "create" ? plan : await withFreeName(tx, ctx, plan);
    await recordCreation(tx, ctx, { id, plan: named, action });
    return { id };
  });
}

/** What came from another plan has its name too: a person must be able to tell them apart. */
async function withFreeName(tx: Transaction, { orgId }: Context, plan: Plan): Promise<Plan> {
  const taken = new Set((await list(tx, orgId)).map(({ name }) => name));
  return { ...plan, name: freeName(plan.name, taken) };
}
