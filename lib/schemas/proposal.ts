import * as z from "zod/mini";
import { rowId } from "./figure";
import { richText } from "./rich-text";
import { storableText, text } from "./text";
import { unrepeated } from "./unrepeated";
import { uuid } from "./uuid";

/** In the order of a new proposal. Only `text` may stand more than once. */
export const sectionKinds = [
  "summary",
  "need",
  "options",
  "projection",
  "break-even",
  "sensitivity",
  "recommendation",
  "schedule",
  "assumptions",
  "lines",
  "method",
  "text",
] as const;
export type SectionKind = (typeof sectionKinds)[number];

export const maxSections = 40;

export const proposalSection = z.strictObject({
  id: rowId,
  kind: z.enum(sectionKinds),
  /** Null is the section's usual title. */
  title: z.nullable(text(120)),
  isShown: z.boolean(),
  /** Null is the text that Loadline writes from the figures. */
  body: z.nullable(richText),
});
export type ProposalSection = z.infer<typeof proposalSection>;

/** What a draft says; what it shows comes from the plan. */
export const proposalContent = z.strictObject({
  title: z
    .string()
    .check(z.trim(), z.minLength(1, "Give the proposal a title."), z.maxLength(120), storableText),
  /** "For decision by the investment committee"; may be empty. */
  audience: text(200),
  /** The option it asks for; null follows the cheapest. */
  optionId: z.nullable(rowId),
  /** Null is the plan as it stands, without a scenario. */
  scenarioId: z.nullable(rowId),
  sections: z.array(proposalSection).check(
    z.maxLength(maxSections, `A proposal may have ${maxSections} sections.`),
    unrepeated<ProposalSection>(
      ({ id }) => id,
      () => "Two sections have one id.",
    ),
  ),
});
export type ProposalContent = z.infer<typeof proposalContent>;

const version = z.int().check(z.gte(1), z.lte(2_000_000_000));

export const createProposalInput = z.strictObject({
  /** The client's, so that a form sent twice makes one. */
  id: uuid,
  planId: uuid,
  content: proposalContent,
});
export type CreateProposal = z.infer<typeof createProposalInput>;

export const saveProposalInput = z.strictObject({
  proposalId: uuid,
  expectedVersion: version,
  content: proposalContent,
});
export type SaveProposal = z.infer<typeof saveProposalInput>;

export const proposalNamed = z.strictObject({ proposalId: uuid });
export type ProposalNamed = z.infer<typeof proposalNamed>;
