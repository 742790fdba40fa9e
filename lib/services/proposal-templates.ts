import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import {
  countProposalTemplates,
  deleteProposalTemplate,
  findProposalTemplate,
  insertProposalTemplate,
  listProposalTemplates as list,
} from "@/lib/data/proposal-templates";
import { AppError } from "@/lib/errors";
import {
  type CopyProposalTemplate,
  copiedSections,
  type ListedProposalTemplate,
  type ProposalTemplate,
  type ProposalTemplateNamed,
  type RestoreProposalTemplate,
  type SaveProposalTemplate,
  templateOf,
} from "@/lib/schemas/proposal-template";
import { inAnotherOrganization } from "./in-another-organization";
import { noSuchTemplate, templateIdOf } from "./in-plan";
import { proposalIdOf, readableProposal } from "./in-proposal";

const maxTemplates = 100;

export type ProposalTemplateSaved = { readonly id: string };
type Template = Pick<ProposalTemplate, "id" | "name" | "sections">;

export async function listProposalTemplates(
  ctx: Context,
): Promise<readonly ListedProposalTemplate[]> {
  authorize(ctx, "proposal:read");
  return withOrganization(ctx.orgId, (tx) => list(tx, ctx.orgId));
}

/** One with what it says, to begin a proposal with or to copy. */
export async function getProposalTemplate(
  ctx: Context,
  { templateId }: ProposalTemplateNamed,
): Promise<ProposalTemplate> {
  authorize(ctx, "proposal:read");
  const id = templateIdOf(templateId);
  const found = await withOrganization(ctx.orgId, (tx) => findProposalTemplate(tx, ctx.orgId, id));
  if (!found) throw noSuchTemplate();
  return found;
}

/** Keeps the sections of a proposal, without its title, its plan and whatever names an option. */
export async function saveProposalTemplate(
  ctx: Context,
  input: SaveProposalTemplate,
): Promise<ProposalTemplateSaved> {
  authorize(ctx, "template:write");
  const id = templateIdOf(input.id);
  return withOrganization(ctx.orgId, async (tx) => {
    const { content } = await readableProposal(tx, ctx, proposalIdOf(input.proposalId));
    return keep(tx, ctx, { id, name: input.name, sections: templateOf(content) });
  });
}

/** Proposals that were begun with it stay as they are. Gives what it said, so that it can be brought back. */
export async function removeProposalTemplate(
  ctx: Context,
  { templateId }: ProposalTemplateNamed,
): Promise<Template> {
  authorize(ctx, "template:write");
  const id = templateIdOf(templateId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findProposalTemplate(tx, ctx.orgId, id);
    if (!held || !(await deleteProposalTemplate(tx, ctx.orgId, id))) throw noSuchTemplate();
    const { name, sections } = held;
    await record(tx, ctx, { action: "remove", id, name });
    return { id, name, sections };
  });
}

/** Takes the deletion of a template back; it is then kept by whoever does. */
export async function restoreProposalTemplate(
  ctx: Context,
  { id: asked, name, sections }: RestoreProposalTemplate,
): Promise<ProposalTemplateSaved> {
  authorize(ctx, "template:write");
  const id = templateIdOf(asked);
  return withOrganization(ctx.orgId, (tx) =>
    keep(tx, ctx, { id, name, sections: templateOf({ sections }) }, "restore"),
  );
}

/** Into another organization of the caller's: of what was typed, only what the caller chose goes along. */
export async function copyProposalTemplate(
  ctx: Context,
  input: CopyProposalTemplate,
): Promise<ProposalTemplateSaved> {
  authorize(ctx, "proposal:read");
  const templateId = templateIdOf(input.templateId);
  const id = templateIdOf(input.id);
  const target = await inAnotherOrganization(ctx, input.organizationId);
  authorize(target, "template:write");
  // What leaves is recorded where it leaves, before it is anywhere else.
  const sections = await withOrganization(ctx.orgId, async (tx) => {
    const held = await findProposalTemplate(tx, ctx.orgId, templateId);
    if (!held) throw noSuchTemplate();
    const copied = { toId: target.orgId, withWords: input.withWordsOf.length };
    await record(tx, ctx, { action: "copy", id: templateId, name: held.name, ...copied });
    return copiedSections(held.sections, input.withWordsOf);
  });
  // Another organization is another transaction: neither sees the other's rows.
  return withOrganization(target.orgId, (tx) =>
    keep(tx, target, { id, name: input.name, sections }),
  );
}

async function keep(
  tx: Transaction,
  ctx: Context,
  template: Template,
  action: "create" | "restore" = "create",
): Promise<ProposalTemplateSaved> {
  const { id, name } = template;
  if (await findProposalTemplate(tx, ctx.orgId, id)) return { id };
  if ((await countProposalTemplates(tx, ctx.orgId)) >= maxTemplates)
    throw new AppError(
      "INVALID",
      `An organization has at most ${maxTemplates} templates of proposals. Delete one first.`,
    );
  if (await insertProposalTemplate(tx, ctx, template)) await record(tx, ctx, { action, id, name });
  return { id };
}

type TemplateEvent = {
  readonly action: "create" | "remove" | "restore" | "copy";
  readonly id: string;
  readonly name: string;
  /** The organization that a copy goes to, and of how many sections its words go along. */
  readonly toId?: string;
  readonly withWords?: number;
};

const record = (tx: Transaction, ctx: Context, { action, id, ...detail }: TemplateEvent) =>
  insertAuditEvent(tx, ctx, { action, subject: "template", subjectId: id, detail });
