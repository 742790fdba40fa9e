import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { copiedPlan } from "@/lib/catalog/copied-plan";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import {
  countTemplates,
  findTemplatePlan,
  findTemplateState,
  insertTemplate,
  listTemplates as list,
  type NewTemplate,
  setTemplateDeleted,
} from "@/lib/data/plan-templates";
import { AppError } from "@/lib/errors";
import { checkPlan } from "@/lib/schemas/check";
import { withoutDangling } from "@/lib/schemas/references";
import type { CopyTemplate, PlanTemplate } from "@/lib/schemas/template";
import { refuseHiddenQuotesIn } from "./hidden-prices";
import { inAnotherOrganization } from "./in-another-organization";
import { acceptOrRefuse, noSuchTemplate, readPlan, templateIdOf, uuidOf } from "./in-plan";
import { nextMonth } from "./plans";

const maxTemplates = 100;

export type TemplateNamed = { readonly templateId: string };
export type TemplateSaved = { readonly id: string };

export async function listTemplates(ctx: Context): Promise<readonly PlanTemplate[]> {
  authorize(ctx, "plan:read");
  return withOrganization(ctx.orgId, (tx) => list(tx, ctx.orgId));
}

/** Keeps a plan to begin others from; the id is the client's, so that a form sent twice keeps one. */
export async function saveTemplate(
  ctx: Context,
  input: {
    readonly id: string;
    readonly planId: string;
    readonly name: string;
    readonly description: string;
  },
): Promise<TemplateSaved> {
  authorize(ctx, "template:write");
  const { plan } = await readPlan(ctx, input.planId);
  const { name, description } = input;
  const id = uuidOf(input.id);
  // Budgets are for fiscal years of their own: a plan begun in another year has none of them.
  const { budgets, ...lasting } = plan;
  const body = withoutDangling(lasting);
  const template = { id, name, description: description.trim(), userId: ctx.userId, body };
  return withOrganization(ctx.orgId, (tx) => keep(tx, ctx, template));
}

/** Into another organization of the caller's: rows, choices and the shared catalog's figures go along, nothing of the client's. */
export async function copyTemplate(ctx: Context, input: CopyTemplate): Promise<TemplateSaved> {
  authorize(ctx, "plan:read");
  const templateId = templateIdOf(input.templateId);
  const id = templateIdOf(input.id);
  const target = await inAnotherOrganization(ctx, input.organizationId);
  authorize(target, "template:write");
  // What leaves is recorded where it leaves, before it is anywhere else.
  const held = await withOrganization(ctx.orgId, async (tx) => {
    const plan = await findTemplatePlan(tx, ctx.orgId, templateId);
    const state = plan && (await findTemplateState(tx, ctx.orgId, templateId));
    if (!state) throw noSuchTemplate();
    await refuseHiddenQuotesIn(tx, ctx, plan.options);
    const left = { id: templateId, name: state.name, toId: target.orgId };
    await record(tx, ctx, { action: "copy", ...left });
    return plan;
  });
  const { name } = input;
  const copy = copiedPlan(held, { name, startMonth: nextMonth(new Date()) });
  const body = acceptOrRefuse(checkPlan(copy));
  // Another organization is another transaction: neither sees the other's rows.
  return withOrganization(target.orgId, (tx) =>
    keep(tx, target, { id, name, description: "", userId: target.userId, body }),
  );
}

async function keep(tx: Transaction, ctx: Context, template: NewTemplate): Promise<TemplateSaved> {
  const { id, name } = template;
  if (await findTemplateState(tx, ctx.orgId, id)) return { id };
  await refuseTooMany(tx, ctx);
  if (await insertTemplate(tx, ctx.orgId, template))
    await record(tx, ctx, { action: "create", id, name });
  return { id };
}

/** Plans that were begun from it stay as they are. */
export async function removeTemplate(
  ctx: Context,
  { templateId }: TemplateNamed,
): Promise<TemplateSaved> {
  authorize(ctx, "template:write");
  return setDeleted(ctx, templateId, true);
}

export async function restoreTemplate(
  ctx: Context,
  { templateId }: TemplateNamed,
): Promise<TemplateSaved> {
  authorize(ctx, "template:write");
  return setDeleted(ctx, templateId, false);
}

/** Doing it twice is doing it once. */
function setDeleted(ctx: Context, templateId: string, deleted: boolean): Promise<TemplateSaved> {
  const id = templateIdOf(templateId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findTemplateState(tx, ctx.orgId, id);
    if (!held) throw noSuchTemplate();
    if (held.deleted === deleted) return { id };
    if (!deleted) await refuseTooMany(tx, ctx);
    await setTemplateDeleted(tx, ctx.orgId, { id, deleted });
    await record(tx, ctx, { action: deleted ? "remove" : "restore", id, name: held.name });
    return { id };
  });
}

async function refuseTooMany(tx: Transaction, ctx: Context): Promise<void> {
  if ((await countTemplates(tx, ctx.orgId)) < maxTemplates) return;
  throw new AppError(
    "INVALID",
    `An organization has at most ${maxTemplates} templates. Delete one first.`,
  );
}

type TemplateEvent = {
  readonly action: "create" | "remove" | "restore" | "copy";
  readonly id: string;
  readonly name: string;
  /** The organization that a copy goes to. */
  readonly toId?: string;
};

const record = (tx: Transaction, ctx: Context, { action, id, ...detail }: TemplateEvent) =>
  insertAuditEvent(tx, ctx, { action, subject: "template", subjectId: id, detail });
