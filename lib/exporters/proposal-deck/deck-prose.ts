import type PptxGenJS from "pptxgenjs";
import { wordsOf } from "@/lib/views/proposal/deck-words";
import type { ProseParagraph } from "@/lib/views/proposal/document";
import { deckColours } from "./deck-look";
import { deckText, textHeight } from "./deck-text";

const indent = 20;
/** Between two paragraphs, as a share of their size. */
const between = 0.5;

type Room = { readonly width: number; readonly size: number };

const isItem = ({ style }: ProseParagraph) => style === "bullet" || style === "numbered";

function heightOf(paragraph: ProseParagraph, { width, size }: Room): number {
  const room = isItem(paragraph) ? width - indent : width;
  const isBold = paragraph.style === "heading" || paragraph.runs.every((run) => run.isBold);
  return textHeight(deckText(wordsOf(paragraph)), { size, width: room, isBold }) + size * between;
}

export const proseHeight = (paragraphs: readonly ProseParagraph[], room: Room): number =>
  paragraphs.reduce((sum, one) => sum + heightOf(one, room), 0);

type Fitted = {
  readonly width: number;
  readonly height: number;
  readonly largest: number;
  readonly smallest: number;
};

/** The largest size at which all of it fits; null where none does. */
export function proseSize(
  paragraphs: readonly ProseParagraph[],
  { width, height, largest, smallest }: Fitted,
): number | null {
  for (let size = largest; size >= smallest; size -= 1)
    if (proseHeight(paragraphs, { width, size }) <= height) return size;
  return null;
}

/** Paragraphs for one slide after the other; one that is longer than a slide goes on in the next. */
export function prosePages(
  paragraphs: readonly ProseParagraph[],
  { height, ...room }: Room & { readonly height: number },
): readonly (readonly ProseParagraph[])[] {
  const pages: ProseParagraph[][] = [[]];
  let left = height;
  for (const paragraph of paragraphs.flatMap((one) => piecesOf(one, { height, ...room }))) {
    const needed = heightOf(paragraph, room);
    if (needed > left && left < height) {
      pages.push([]);
      left = height;
    }
    pages.at(-1)?.push(paragraph);
    left -= needed;
  }
  return pages.filter((page) => page.length > 0);
}

/** Parted between words, so that each piece fits a slide. */
function piecesOf(
  paragraph: ProseParagraph,
  { height, ...room }: Room & { readonly height: number },
): readonly ProseParagraph[] {
  if (heightOf(paragraph, room) <= height) return [paragraph];
  const words = wordsOf(paragraph).split(/(?<=\s)/);
  const piece = (text: string): ProseParagraph => ({
    ...paragraph,
    runs: [{ text, isBold: false, isItalic: false, href: null, figureKey: null }],
  });
  const share = Math.ceil((heightOf(paragraph, room) / height) * 1.1);
  const each = Math.max(1, Math.ceil(words.length / share));
  return Array.from({ length: Math.ceil(words.length / each) }, (_, at) =>
    piece(words.slice(at * each, (at + 1) * each).join("")),
  );
}

/** Paragraphs as the library takes them. */
export function proseRuns(
  paragraphs: readonly ProseParagraph[],
  size: number,
): PptxGenJS.TextProps[] {
  return paragraphs.flatMap((paragraph, place) => {
    const isLast = place === paragraphs.length - 1;
    const isHeading = paragraph.style === "heading";
    const runs = paragraph.runs.filter(({ text }) => text !== "");
    const shown = runs.length > 0 ? runs : [{ text: " ", isBold: false, isItalic: false }];
    return shown.map(({ text, isBold, isItalic }, at) => ({
      text: deckText(text).replaceAll("\n", " "),
      options: {
        ...{ fontSize: size, bold: isBold || isHeading, italic: isItalic },
        color: isHeading || isBold ? deckColours.ink : deckColours.words,
        paraSpaceAfter: size * between,
        ...bulletOf(paragraph),
        ...(at === shown.length - 1 && !isLast && { breakLine: true }),
      },
    }));
  });
}

function bulletOf({ style }: ProseParagraph): PptxGenJS.TextPropsOptions {
  if (style === "bullet") return { bullet: { indent: 14 } };
  return style === "numbered" ? { bullet: { type: "number", indent: 18 } } : {};
}
