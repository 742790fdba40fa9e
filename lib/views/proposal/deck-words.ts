import { counted } from "@/lib/format";
import type { TornadoView } from "../tornado";
import type { DocumentBlock, DocumentSection, ProposalDocument, ProseParagraph } from "./document";
import { originText, statusText } from "./proposal-names";
import { withoutPoint } from "./without-point";

export const wordsOf = ({ runs }: Pick<ProseParagraph, "runs">): string =>
  runs.map(({ text }) => text).join("");

/** "Draft" where nothing was issued; each slide says it. */
export const draftWord = "Draft";
/** Over the slide that closes a deck. */
export const decisionWord = "For decision";

/** What stands at the foot of each slide. */
export function footText(document: ProposalDocument): string {
  const { house, issued } = document;
  const { organizationName, confidentiality, footer } = house;
  const snapshot = issued ? `snapshot ${issued.snapshot}` : "";
  return [organizationName, confidentiality, statusText(document), snapshot, footer]
    .map(withoutPoint)
    .filter(Boolean)
    .join("  \u00b7  ");
}

/** Over a slide that goes on from the one before it. */
export const continuedText = (section: string): string => `${section}, continued`;

/** "3 more rows stand in the PDF, the CSV and the workbook." */
export const moreRowsText = (rows: number): string =>
  `${counted(rows, "more row")} ${rows === 1 ? "stands" : "stand"} in the PDF, the CSV and the workbook.`;

export const tornadoSeriesNames = {
  low: "Low end of the range",
  high: "High end of the range",
} as const;

/** What the axis of a tornado counts. */
export const tornadoAxisText = ({ currency, isDifference }: TornadoView): string =>
  isDifference
    ? `${currency}, net present cost less than the other option\u2019s`
    : `${currency}, net present cost`;

const mostSources = 8;

/** Where the figures of a deck come from, for whoever speaks to it. */
export function sourcesText(document: ProposalDocument): string {
  const { issued } = document;
  const blocks = document.sections.find(({ id }) => id === "assumptions")?.blocks ?? [];
  const counts = blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
  const sources = assumptionSources(blocks);
  const more = sources.length - mostSources;
  return [
    `Where the figures come from: computed by Loadline, ${statusText(document)}.`,
    issued ? `${originText(document)}.` : "Nothing is frozen yet: figures follow the plan.",
    ...counts,
    ...(sources.length > 0
      ? [
          `Sources: ${sources.slice(0, mostSources).join("; ")}${more > 0 ? `; and ${more} more, under the assumptions of the PDF` : ""}.`,
        ]
      : []),
  ].join(" ");
}

function assumptionSources(blocks: readonly DocumentBlock[]): readonly string[] {
  const found = blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const place = block.table.columns.findIndex(({ id }) => id === "source");
    return block.table.rows.flatMap(({ cells }) => cells[place]?.text ?? []);
  });
  return [...new Set(found)].filter((text) => text !== "" && text !== "not said");
}

/** All that a section says in words, for the notes under its slides. */
export const sectionWords = ({ blocks }: DocumentSection): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case "lead":
      case "prose":
        return block.paragraphs.map(wordsOf);
      case "list":
        return block.title ? [block.title, ...block.items] : block.items;
      case "columns":
        return block.columns.flatMap(({ title, paragraphs }) => [
          title,
          ...paragraphs.map(wordsOf),
        ]);
      default:
        return [];
    }
  });
