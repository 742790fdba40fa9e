import type { TornadoView } from "../tornado";
import type { ChartView, Figure, TableView, TimelineView } from "../types";
import { firstSentence, sentenceNaming } from "./deck-sentences";
import { decisionWord, sectionWords, sourcesText } from "./deck-words";
import type {
  DocumentBlock,
  DocumentColumn,
  DocumentSection,
  ProposalDocument,
  ProseParagraph,
} from "./document";
import { withoutPoint } from "./without-point";

/** Words or a table, one under the other as far as a slide has room. */
export type DeckPart =
  | { readonly kind: "text"; readonly paragraphs: readonly ProseParagraph[] }
  | { readonly kind: "table"; readonly title: string; readonly table: TableView };

type Shown =
  | {
      readonly kind: "answer";
      readonly detail: readonly ProseParagraph[];
      readonly figures: readonly Figure[];
      readonly chart: ChartView | null;
    }
  | { readonly kind: "chart"; readonly chart: ChartView }
  | { readonly kind: "timeline"; readonly timeline: TimelineView }
  | { readonly kind: "tornado"; readonly tornado: TornadoView }
  | { readonly kind: "parts"; readonly parts: readonly DeckPart[] }
  | {
      readonly kind: "decision";
      readonly columns: readonly DocumentColumn[];
      readonly figures: readonly Figure[];
    };

/** A slide: its finding as the title, what it shows, and what the speaker knows beyond it. */
export type DeckSlide = Shown & {
  /** The section that it belongs to. */
  readonly section: string;
  readonly title: string;
  readonly notes: string;
};

/** For whoever checks, not for a board: these stand in the PDF and the files. */
const appendix = ["assumptions", "lines", "method"];

/** The slides of a proposal after its title, in the proposal's own words. */
export function deckStory(document: ProposalDocument): readonly DeckSlide[] {
  const summary = document.sections.find(isSummary);
  const others = document.sections.filter(
    (section) => section !== summary && !appendix.includes(section.id),
  );
  const tables = others.flatMap(({ blocks }) => blocks).flatMap(tableIds);
  return [
    ...(summary ? answerSlides(summary, document, tables) : []),
    ...others.flatMap((section) => sectionSlides(section, section.blocks, document)),
    ...(summary ? decisionSlides(summary, document) : []),
  ];
}

const figuresOf = ({ blocks }: DocumentSection): readonly Figure[] =>
  blocks.flatMap((block) => (block.kind === "figures" ? block.figures : []));

const isSummary = ({ blocks }: DocumentSection) =>
  blocks.some(({ kind }) => kind === "figures" || kind === "columns");

const tableIds = (block: DocumentBlock) => (block.kind === "table" ? [block.table.id] : []);

function answerSlides(
  section: DocumentSection,
  document: ProposalDocument,
  elsewhere: readonly string[],
): readonly DeckSlide[] {
  const { blocks } = section;
  const words = blocks.flatMap((block) =>
    block.kind === "lead" || block.kind === "prose" ? block.paragraphs : [],
  );
  const { title, left } = titled(words, document.title);
  const chart = blocks.find((block) => block.kind === "chart")?.chart ?? null;
  const rest = blocks.filter(
    (block) =>
      !["lead", "prose", "figures", "columns"].includes(block.kind) &&
      !(block.kind === "chart" && block.chart === chart) &&
      !(block.kind === "table" && elsewhere.includes(block.table.id)),
  );
  const figures = figuresOf(section);
  const shown: Shown = { kind: "answer", detail: left, figures, chart };
  return [slideOf(shown, title, { section, document }), ...sectionSlides(section, rest, document)];
}

function decisionSlides(
  section: DocumentSection,
  document: ProposalDocument,
): readonly DeckSlide[] {
  return section.blocks.flatMap((block) => {
    const [asked] = block.kind === "columns" ? block.columns : [];
    if (block.kind !== "columns" || !asked) return [];
    const shown: Shown = {
      ...{ kind: "decision", columns: block.columns },
      figures: figuresOf(section),
    };
    const slide = slideOf(shown, asked.title, { section, document });
    return [{ ...slide, section: decisionWord }];
  });
}

/** Each drawing has a slide of its own; words and tables between them share one. */
function sectionSlides(
  section: DocumentSection,
  blocks: readonly DocumentBlock[],
  document: ProposalDocument,
): readonly DeckSlide[] {
  const slides: DeckSlide[] = [];
  let parts: DeckPart[] = [];
  const place = { section, document };
  const flush = () => {
    if (parts.length > 0) slides.push(partsSlide(parts, place));
    parts = [];
  };
  for (const block of blocks) {
    const drawn = drawnSlide(block, place);
    if (drawn) {
      flush();
      slides.push(drawn);
    } else parts.push(...partsOf(block));
  }
  flush();
  return slides;
}

type Place = { readonly section: DocumentSection; readonly document: ProposalDocument };

function drawnSlide(block: DocumentBlock, place: Place): DeckSlide | null {
  switch (block.kind) {
    case "chart":
      return slideOf(block, block.chart.title, place);
    case "timeline":
      return slideOf(block, block.timeline.title, place);
    case "tornado":
      return slideOf(block, block.tornado.title, place);
    default:
      return null;
  }
}

function partsOf(block: DocumentBlock): readonly DeckPart[] {
  switch (block.kind) {
    case "lead":
    case "prose":
      return [{ kind: "text", paragraphs: block.paragraphs }];
    case "list":
      return [{ kind: "text", paragraphs: listParagraphs(block.title, block.items) }];
    case "columns":
      return block.columns.map(({ title, paragraphs }) => ({
        kind: "text",
        paragraphs: [...(title ? [plain(title, "heading")] : []), ...paragraphs],
      }));
    case "figures":
      return [];
    case "table":
      return [{ kind: "table", title: block.title, table: block.table }];
    default:
      return [];
  }
}

/** A list that has no name of its own begins with its first sentence. */
const listParagraphs = (title: string, items: readonly string[]): readonly ProseParagraph[] => [
  ...(title ? [plain(title, "heading")] : []),
  ...items.map((item) => plain(item, title ? "bullet" : "plain")),
];

const plain = (text: string, style: ProseParagraph["style"]): ProseParagraph => ({
  style,
  runs: [{ text, isBold: false, isItalic: false, href: null, figureKey: null }],
});

function partsSlide(parts: readonly DeckPart[], place: Place): DeckSlide {
  const [text] = parts.filter((part) => part.kind === "text");
  const [table] = parts.filter((part) => part.kind === "table");
  if (!text) {
    const named = table && sentenceNaming(place.document, namedBy[table.table.id] ?? "\u0000");
    const title = named ?? withoutPoint(table?.table.caption ?? place.section.title);
    return slideOf({ kind: "parts", parts }, title, place);
  }
  const { title, left } = titled(text.paragraphs, place.section.title);
  const others = parts.flatMap((part): readonly DeckPart[] =>
    part === text ? (left.length > 0 ? [{ ...text, paragraphs: left }] : []) : [part],
  );
  return slideOf({ kind: "parts", parts: others }, title, place);
}

/** The figure that the sentence over a table names. */
const namedBy: Readonly<Record<string, string>> = {
  options: "netPresentCost:",
  workloads: "servedTokens",
  "cash-by-year": "cash-",
  budget: "budget-",
};

/** The sentence that says it: the one with a figure in it, else the first; the others are left. */
function titled(
  paragraphs: readonly ProseParagraph[],
  otherwise: string,
): { readonly title: string; readonly left: readonly ProseParagraph[] } {
  const says = ({ runs }: ProseParagraph) => runs.some(({ figureKey }) => figureKey !== null);
  const place = Math.max(0, paragraphs.findIndex(says));
  const chosen = paragraphs[place];
  if (!chosen) return { title: otherwise, left: [] };
  const { sentence, rest } = firstSentence(chosen);
  if (sentence === "") return { title: otherwise, left: paragraphs };
  if (sentence.length > longestTitle) return { title: otherwise, left: paragraphs };
  const left = paragraphs.flatMap((one, at) => (at === place ? (rest ?? []) : [one]));
  return { title: sentence, left };
}

/** What is longer is no title, and stays among the words. */
const longestTitle = 220;

function slideOf(shown: Shown, title: string, { section, document }: Place): DeckSlide {
  const about =
    shown.kind === "chart"
      ? [shown.chart.basis, shown.chart.note ?? ""]
      : shown.kind === "timeline"
        ? [shown.timeline.basis]
        : shown.kind === "tornado"
          ? [shown.tornado.basis, shown.tornado.note, ...shown.tornado.bars.map(barWords)]
          : shown.kind === "answer" && shown.chart
            ? [`${shown.chart.title}.`, shown.chart.basis]
            : [];
  const words = [title, ...about, ...sectionWords(section), sourcesText(document)];
  return {
    ...shown,
    ...{ section: section.title, title: withoutPoint(title) },
    notes: [...new Set(words)].filter(Boolean).join("\n"),
  };
}

const barWords = ({ label, words }: TornadoView["bars"][number]) => `${label}: ${words}.`;
