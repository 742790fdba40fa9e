import type PptxGenJS from "pptxgenjs";
import type { DeckSlide } from "@/lib/views/proposal/deck-story";
import { draftWord, footText } from "@/lib/views/proposal/deck-words";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import {
  type Box,
  bodyBelow,
  deckColours,
  deckFont,
  hex,
  placed,
  places,
  slideSize,
  textSizes,
} from "./deck-look";
import { cutToFit, deckLine, deckText, fittedSize, textHeight } from "./deck-text";
import type { ChartMend } from "./mended-chart";

export type Deck = {
  readonly pptx: PptxGenJS;
  readonly document: ProposalDocument;
  /** Six hexadecimal digits. */
  readonly accent: string;
  /** What is mended of each chart once it is written, in the order in which they were added. */
  readonly charts: ChartMend[];
};

export type Slide = PptxGenJS.Slide;

const contentLayout = "Loadline";
const coverLayout = "Loadline title";

export const accentOf = ({ house }: ProposalDocument): string =>
  house.accentColour && /^#[0-9a-f]{6}$/i.test(house.accentColour)
    ? hex(house.accentColour)
    : deckColours.accent;

type MasterObject = NonNullable<PptxGenJS.SlideMasterProps["objects"]>[number];

/** The layouts that each slide has: whose it is, its number, and that it is a draft where it is. */
export function defineLayouts({ pptx, document, accent }: Omit<Deck, "charts">): void {
  const draft = document.issued === null ? [watermark] : [];
  const number = { ...placed(places.number), ...quiet, align: "right" as const };
  const foot = deckLine(footText(document), 300);
  const { width, height } = places.foot;
  const set = { size: textSizes.foot, width, height };
  pptx.defineSlideMaster({
    title: contentLayout,
    background: { color: deckColours.surface },
    objects: [
      ...draft,
      { rect: { x: 0, y: 0, w: placed(slideBox).w, h: 0.06, fill: { color: accent } } },
      { text: { text: cutToFit(foot, set), options: { ...placed(places.foot), ...quiet } } },
      titlePlaceholder,
    ],
    slideNumber: number,
  });
  pptx.defineSlideMaster({
    title: coverLayout,
    background: { color: deckColours.surface },
    objects: [
      ...draft,
      { rect: { x: 0, y: 0, w: 0.22, h: placed(slideBox).h, fill: { color: accent } } },
    ],
  });
}

const slideBox = { left: 0, top: 0, ...slideSize };
const quiet = {
  ...{ fontFace: deckFont, fontSize: textSizes.foot, color: deckColours.quiet, margin: 0 },
  valign: "middle" as const,
};

const watermark: MasterObject = {
  text: {
    text: draftWord,
    options: {
      ...placed({ left: 130, top: 170, width: 700, height: 200 }),
      ...{ rotate: 333, align: "center", valign: "middle", margin: 0 },
      ...{ fontFace: deckFont, fontSize: 150, bold: true, color: deckColours.sunken },
    },
  },
};

const titlePlaceholder: MasterObject = {
  placeholder: {
    options: {
      ...{ name: "title", type: "title", ...placed(places.title) },
      ...{ fontFace: deckFont, fontSize: textSizes.title, bold: true, color: deckColours.ink },
      ...{ align: "left", valign: "top", margin: 0 },
    },
    text: "",
  },
};

export type NewSlide = { readonly slide: Slide; readonly body: Box };

/** A slide with its section, its finding, its notes, and the mark of a draft; and what room it has left. */
export function newSlide(deck: Deck, { section, title, notes }: Omit<DeckSlide, "kind">): NewSlide {
  const slide = deck.pptx.addSlide({ masterName: contentLayout });
  write(slide, deckLine(section, 90), {
    ...{ ...placed(places.section), fontSize: textSizes.small, color: deck.accent, bold: true },
    objectName: "Section",
  });
  const { width, height } = places.title;
  const line = deckLine(title, 400);
  const room = { width, height, isBold: true };
  const fontSize = fittedSize(line, {
    ...{ ...room, largest: textSizes.title, smallest: textSizes.smallestTitle },
  });
  const shown = cutToFit(line, { ...room, size: fontSize });
  // The layout's own size would win over one that is given for the whole.
  slide.addText([{ text: shown, options: { fontSize } }], { placeholder: "title" });
  if (deck.document.issued === null)
    write(slide, draftWord, {
      ...placed({ ...places.section, left: places.section.left + places.section.width, width: 90 }),
      ...{ fontSize: textSizes.small, align: "right", color: deckColours.quiet, bold: true },
      objectName: "Draft",
    });
  slide.addNotes(deckText(notes));
  const end = places.title.top + textHeight(shown, { size: fontSize, width, isBold: true });
  return { slide, body: bodyBelow(end) };
}

export function newCover(deck: Deck, notes: string): Slide {
  const slide = deck.pptx.addSlide({ masterName: coverLayout });
  slide.addNotes(deckText(notes));
  return slide;
}

/** Words at their place, in the deck's font and without any margin around them. */
export function write(
  slide: Slide,
  text: string | PptxGenJS.TextProps[],
  options: PptxGenJS.TextPropsOptions,
): void {
  const look = { fontFace: deckFont, color: deckColours.ink, margin: 0, valign: "top" as const };
  slide.addText(text, { ...look, ...options });
}
