import type { ProposalContent, ProposalSection } from "@/lib/schemas/proposal";
import type { RichText } from "@/lib/schemas/rich-text";
import { optionName } from "../names";
import type { FieldDifference, PartDifference } from "../plan-difference";
import { proposalFigures } from "./figures";
import type { ProposalMaterial } from "./material";
import { type Figures, proseOf } from "./prose";
import { sectionWriters } from "./section-kinds";

/** What is written, with what its live figures come to. */
export type WrittenSide = {
  readonly content: ProposalContent;
  readonly material: ProposalMaterial;
};

export type TextChange = Pick<PartDifference, "name" | "kind" | "fields"> & { readonly id: string };

/** What of the words differs: the head of the proposal, then section by section as they stand now. */
export function textChanges(before: WrittenSide, after: WrittenSide): readonly TextChange[] {
  const head: TextChange = {
    ...{ id: "proposal", name: "Title and subject", kind: "changed" },
    fields: headFields(before, after),
  };
  const [was, is] = [sectionsOf(before), sectionsOf(after)];
  const order = orderFields(before.content.sections, after.content.sections);
  const sections = [...new Set([...is.keys(), ...was.keys()])].map((id) =>
    sectionChange(id, was.get(id), is.get(id)),
  );
  return [
    head,
    { id: "order", name: "Order of sections", kind: "changed" as const, fields: order },
    ...sections,
  ].filter(({ kind, fields }) => kind !== "changed" || fields.length > 0);
}

const field = (label: string, before: string, after: string): readonly FieldDifference[] =>
  before === after
    ? []
    : [{ path: label, label, before: { text: before }, after: { text: after } }];

function headFields(before: WrittenSide, after: WrittenSide): readonly FieldDifference[] {
  const optionText = ({ content, material }: WrittenSide) =>
    content.optionId === null
      ? "the cheapest, whichever it is"
      : optionName(material.results.plan, content.optionId);
  return [
    ...field("Title", before.content.title, after.content.title),
    ...field(
      "For whom",
      before.content.audience || "nobody named",
      after.content.audience || "nobody named",
    ),
    ...field("Proposes", optionText(before), optionText(after)),
    ...field("Scenario", before.material.scenarioName, after.material.scenarioName),
  ];
}

type Section = ProposalSection & { readonly figures: Figures };
type Sections = ReadonlyMap<string, Section>;

function sectionsOf({ content, material }: WrittenSide): Sections {
  const figures = proposalFigures(material);
  return new Map(content.sections.map((section) => [section.id, { ...section, figures }]));
}

const titleOf = ({ title, kind }: ProposalSection) => title ?? sectionWriters[kind].title;

function sectionChange(id: string, was: Section | undefined, is: Section | undefined): TextChange {
  const name = titleOf((is ?? was) as Section);
  if (!was || !is)
    return { id, name, kind: was ? "removed" : "added", fields: addedFields(was, is) };
  return {
    ...{ id, name, kind: "changed" },
    fields: [
      ...field("Title", titleOf(was), titleOf(is)),
      ...field("In the document", was.isShown ? "yes" : "no", is.isShown ? "yes" : "no"),
      // The same words with another figure in them are no change of the words.
      ...(JSON.stringify(was.body) === JSON.stringify(is.body)
        ? []
        : field("Text", bodyText(was), bodyText(is))),
    ],
  };
}

const addedFields = (was: Section | undefined, is: Section | undefined) =>
  field("Text", was ? bodyText(was) : "none", is ? bodyText(is) : "none");

const bodyText = ({ body, figures }: Section): string =>
  body === null ? "as Loadline writes it" : wordsOf(body, figures);

const wordsOf = (body: RichText, figures: Figures): string =>
  proseOf(body, figures)
    .map(({ runs }) => runs.map(({ text }) => text).join(""))
    .join("\n") || "empty";

/** Of the sections that are on both sides. */
function orderFields(
  before: readonly ProposalSection[],
  after: readonly ProposalSection[],
): readonly FieldDifference[] {
  const among = (list: readonly ProposalSection[], others: readonly ProposalSection[]) =>
    list.filter(({ id }) => others.some((one) => one.id === id));
  const [was, is] = [among(before, after), among(after, before)];
  const ids = (list: readonly ProposalSection[]) => list.map(({ id }) => id).join();
  if (ids(was) === ids(is)) return [];
  const names = (list: readonly ProposalSection[]) => list.map(titleOf).join(", ");
  return field("Order", names(was), names(is));
}
