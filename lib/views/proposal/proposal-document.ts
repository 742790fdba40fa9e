import { withFormats } from "@/lib/format";
import type { Formats } from "@/lib/schemas/formats";
import type { HouseStyle } from "@/lib/schemas/house-style";
import type { ProposalContent, ProposalSection } from "@/lib/schemas/proposal";
import type { DocumentBlock, DocumentSection, ProposalDocument } from "./document";
import { proposalFigures } from "./figures";
import type { ProposalMaterial } from "./material";
import { type Figures, goneFigures, proseOf } from "./prose";
import { sectionWriters } from "./section-kinds";
import { yearsText } from "./years-text";

type DocumentOf = {
  readonly content: ProposalContent;
  readonly material: ProposalMaterial;
  readonly house: HouseStyle;
  /** "Proposal 3" */
  readonly name: string;
  readonly issued: ProposalDocument["issued"];
};

/** Chosen for the proposal, else for the house; undefined are Loadline's own. */
export const formatsOf = (
  content: Pick<ProposalContent, "formats">,
  house: Pick<HouseStyle, "formats">,
): Formats | undefined => content.formats ?? house.formats;

/** The proposal as it reads, from what was written and what was computed. */
export function proposalDocument(of: DocumentOf): ProposalDocument {
  const formats = formatsOf(of.content, of.house);
  return withFormats(formats, () => {
    const document = plainDocument(of);
    return formats ? formatted(document, formats) : document;
  });
}

/** What makes texts when it is read makes them here, and what is drawn later knows how. */
function formatted(document: ProposalDocument, formats: Formats): ProposalDocument {
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block): DocumentBlock => {
      if (block.kind === "chart") return { ...block, chart: { ...block.chart, formats } };
      if (block.kind === "tornado") return { ...block, tornado: { ...block.tornado, formats } };
      return block;
    }),
  }));
  return { ...document, formats, sections };
}

function plainDocument(of: DocumentOf): ProposalDocument {
  const { content, material, house, name, issued } = of;
  const { plan } = material.results;
  const figures = proposalFigures(material);
  const about = `${plan.name}, ${yearsText(material.results.projection)}`;
  return {
    subject: content.audience === "" ? about : `${about}. ${content.audience}`,
    ...{ title: content.title, name, issued, house },
    sections: content.sections
      .filter(({ isShown }) => isShown)
      .map((section) => sectionOf(section, material, figures))
      .filter(({ blocks }) => blocks.length > 0),
  };
}

function sectionOf(
  { id, kind, title, body }: ProposalSection,
  material: ProposalMaterial,
  figures: Figures,
): DocumentSection {
  const writer = sectionWriters[kind];
  const paragraphs = proseOf(body ?? writer.text(material, figures), figures);
  const prose = { kind: kind === "summary" ? "lead" : "prose", paragraphs } as const;
  return {
    ...{ id, title: title ?? writer.title },
    blocks: [...(paragraphs.length > 0 ? [prose] : []), ...writer.blocks(material, figures)],
  };
}

/** The figures that texts of the proposal name and the plan does not have any more, by section. */
export function goneFiguresOf(
  { sections }: Pick<ProposalContent, "sections">,
  material: ProposalMaterial,
): readonly {
  readonly sectionId: string;
  readonly title: string;
  readonly labels: readonly string[];
}[] {
  const figures = proposalFigures(material);
  return sections.flatMap(({ id, kind, title, body, isShown }) => {
    const labels = body && isShown ? goneFigures(body, figures) : [];
    return labels.length > 0
      ? [{ sectionId: id, title: title ?? sectionWriters[kind].title, labels }]
      : [];
  });
}
