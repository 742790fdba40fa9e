import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import {
  countTemplates,
  findTemplateState,
  insertTemplate,
  listTemplates as list,
  setTemplateDeleted,
} from "@/lib/data/plan-templates";
import { AppError } from "@/lib/errors";
import { withoutDangling } from "@/lib/schemas/references";
import type { PlanTemplate } from "@/lib/schemas/template";
import { noSuchTemplate, readPlan, templateIdOf, uuidOf } from "./in-plan";

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
  return withOrganization(ctx.orgId, async (tx) => {
    if (await findTemplateState(tx, ctx.orgId, id)) return { id };
    await refuseTooMany(tx, ctx);
    const template = { id, name, description: description.trim(), userId: ctx.userId, body };
    if (await insertTemplate(tx, ctx.orgId, template))
      await record(tx, ctx, { action: "create", id, name });
    return { id };
  });
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

const record = (
  tx: Transaction,
  ctx: Context,
  { action, id, name }: { action: string; id: string; name: string },
) => insertAuditEvent(tx, ctx, { action, subject: "template", subjectId: id, detail: { name } });
