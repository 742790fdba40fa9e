import { paperColours } from "../paper-colours";

/** A slide of 16:9 in points; everything on it is placed in them. */
export const slideSize = { width: 960, height: 540 } as const;
export const deckMargin = 48;

/** Every program that shows slides has it or one as wide, and the embedded workbooks name it too. */
export const deckFont = "Arial";

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const inner = slideSize.width - 2 * deckMargin;

export const places = {
  section: { left: deckMargin, top: 22, width: inner - 90, height: 18 },
  title: { left: deckMargin, top: 40, width: inner, height: 66 },
  foot: { left: deckMargin, top: 506, width: inner - 60, height: 20 },
  number: { left: slideSize.width - deckMargin - 50, top: 506, width: 50, height: 20 },
} satisfies Record<string, Box>;

const bodyEnd = 490;

/** What a slide has under a title that ends there. */
export const bodyBelow = (titleEnd: number): Box => {
  const top = titleEnd + 14;
  return { left: deckMargin, top, width: inner, height: bodyEnd - top };
};

/** With the longest title: what fits here fits every slide. */
export const leastBody: Box = bodyBelow(places.title.top + places.title.height);

export const textSizes = {
  title: 26,
  smallestTitle: 17,
  text: 18,
  smallestText: 12,
  small: 12,
  foot: 9,
} as const;

/** Of a line of text to its size. */
export const lineHeight = 1.2;

const pointsInInch = 72;

export const placed = ({ left, top, width, height }: Box) => ({
  x: left / pointsInInch,
  y: top / pointsInInch,
  w: Math.max(0, width) / pointsInInch,
  h: Math.max(0, height) / pointsInInch,
});

export const inches = (points: number): number => points / pointsInInch;

/** Without its number sign, as the format writes it. */
export const hex = (colour: string): string => colour.slice(1).toUpperCase();

export const deckColours = {
  ink: hex(paperColours.ink),
  words: hex(paperColours["ink-2"]),
  quiet: hex(paperColours["ink-3"]),
  line: hex(paperColours.line),
  strongLine: hex(paperColours["line-strong"]),
  sunken: hex(paperColours.sunken),
  surface: hex(paperColours.surface),
  accent: hex(paperColours.accent),
} as const;
