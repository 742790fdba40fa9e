import * as z from "zod/mini";
import { rowName } from "./figure";
import { monthText } from "./plan";
import { text } from "./text";
import { uuid } from "./uuid";

export const templateDescriptionLimit = 300;

export const saveTemplateInput = z.strictObject({
  id: uuid,
  planId: uuid,
  name: rowName,
  description: text(templateDescriptionLimit),
});

export const templateNamedInput = z.strictObject({ templateId: uuid });

export const createFromTemplateInput = z.strictObject({
  id: uuid,
  templateId: uuid,
  name: rowName,
  startMonth: z.optional(monthText),
});

export const copyTemplateInput = z.strictObject({
  /** Of the copy. */
  id: uuid,
  templateId: uuid,
  /** Another organization of the caller's. */
  organizationId: uuid,
  /** As it is called there: the name here may be a client's. */
  name: rowName,
});
export type CopyTemplate = z.infer<typeof copyTemplateInput>;

/** An organization that a template may be copied to. */
export type TemplateTarget = { readonly id: string; readonly name: string };

/** A template of the organization, in a list. */
export type PlanTemplate = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Who kept it; null where that person's account is gone. */
  readonly savedBy: string | null;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
};
