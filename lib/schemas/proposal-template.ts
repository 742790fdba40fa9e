import * as z from "zod/mini";
import { rowName } from "./figure";
import { type ProposalContent, type ProposalSection, proposalContent } from "./proposal";
import type { RichText } from "./rich-text";
import { uuid } from "./uuid";

/** The sections of a template, as those of a proposal. */
export const templateSections = proposalContent.shape.sections;
export type TemplateSections = z.infer<typeof templateSections>;

export const saveProposalTemplateInput = z.strictObject({
  /** The client's, so that a form sent twice keeps one. */
  id: uuid,
  proposalId: uuid,
  name: rowName,
});
export type SaveProposalTemplate = z.infer<typeof saveProposalTemplateInput>;

export const proposalTemplateNamed = z.strictObject({ templateId: uuid });
export type ProposalTemplateNamed = z.infer<typeof proposalTemplateNamed>;

/** One that was deleted, by whoever still has what it said. */
export const restoreProposalTemplateInput = z.strictObject({
  id: uuid,
  name: rowName,
  sections: templateSections,
});
export type RestoreProposalTemplate = z.infer<typeof restoreProposalTemplateInput>;

export const copyProposalTemplateInput = z.strictObject({
  /** Of the copy. */
  id: uuid,
  templateId: uuid,
  /** Another organization of the caller's. */
  organizationId: uuid,
  /** As it is called there: the name here may be a client's. */
  name: rowName,
  /** Sections whose typed title and text go along; of all others only kind and place do. */
  withWordsOf: z.array(z.string()).check(z.maxLength(100)),
});
export type CopyProposalTemplate = z.infer<typeof copyProposalTemplateInput>;

export type ProposalTemplate = {
  readonly id: string;
  readonly name: string;
  readonly sections: TemplateSections;
  /** Who kept it; null where that person's account is gone. */
  readonly savedBy: string | null;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
};

/** As a list has it: what it says is read where it is used. */
export type ListedProposalTemplate = Omit<ProposalTemplate, "sections"> & {
  readonly sectionCount: number;
};

/** What stands where a figure of one option stood: another plan has other options. */
export const figurePlace = "[figure]";

/** The sections of a proposal for others to begin with. A figure that names an option leaves its place only. */
export const templateOf = ({ sections }: Pick<ProposalContent, "sections">): TemplateSections =>
  sections.map((section) => ({ ...section, body: section.body && withoutOptions(section.body) }));

/** Keys that name an option have a colon before its id. */
const namesOption = (key: string): boolean => key.includes(":");

const withoutOptions = (text: RichText): RichText =>
  text.map(({ style, runs }) => ({
    style,
    runs: runs.map((run) =>
      run.kind === "figure" && namesOption(run.key) ? { kind: "text", text: figurePlace } : run,
    ),
  }));

export const hasWords = ({ title, body }: Pick<ProposalSection, "title" | "body">): boolean =>
  title !== null || body !== null;

/** For another organization: nothing typed but what was chosen, and ids that say nothing. */
export function copiedSections(
  sections: TemplateSections,
  withWordsOf: readonly string[],
): TemplateSections {
  return sections.flatMap((section, at): ProposalSection[] => {
    const { id, kind, isShown } = section;
    const goes = withWordsOf.includes(id);
    // Own text without its words would be an empty section.
    if (kind === "text" && !goes) return [];
    const words = goes ? { title: section.title, body: section.body } : { title: null, body: null };
    return [{ id: kind === "text" ? `text-${at + 1}` : kind, kind, isShown, ...words }];
  });
}
