import { hasPaperGlyph, paperTextWidth } from "../paper-fonts";
import { lineHeight } from "./deck-look";

/** XML holds no control characters but three, no halves of letters, and neither of the two last codes. */
const unwritable = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu;

/** A text that users typed, as a slide can hold it. */
export const deckText = (text: string): string =>
  text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replaceAll(unwritable, "");

export const deckLine = (text: string, longest = 400): string => {
  const letters = Array.from(deckText(text).replaceAll(/\s+/g, " ").trim());
  return letters.length > longest
    ? `${letters.slice(0, longest - 1).join("")}\u2026`
    : letters.join("");
};

/** Letters of scripts that the measured fonts lack are taken to be square. */
export function deckTextWidth(text: string, size: number, isBold = false): number {
  let unknown = 0;
  const known = Array.from(text).filter((letter) => {
    const isKnown = hasPaperGlyph(letter.codePointAt(0) ?? 0);
    if (!isKnown) unknown += 1;
    return isKnown;
  });
  return paperTextWidth(known.join(""), size, isBold ? 600 : 400) + unknown * size;
}

type Set = { readonly size: number; readonly width: number; readonly isBold?: boolean };

/** How many lines a text takes. */
export function lineCount(text: string, { size, width, isBold = false }: Set): number {
  return text.split("\n").reduce((sum, line) => sum + linesOf(line, size, width, isBold), 0);
}

function linesOf(line: string, size: number, width: number, isBold: boolean): number {
  const space = deckTextWidth(" ", size, isBold);
  let lines = 1;
  let taken = 0;
  for (const word of line.split(" ")) {
    const wide = deckTextWidth(word, size, isBold);
    if (taken > 0 && taken + wide > width) {
      lines += 1;
      taken = 0;
    }
    // A word longer than a line is broken by the program that shows it.
    const whole = Math.max(0, Math.ceil(wide / width) - 1);
    lines += whole;
    taken += wide - whole * width + space;
  }
  return lines;
}

export const textHeight = (text: string, set: Set): number =>
  lineCount(text, set) * set.size * lineHeight;

type Fitted = {
  readonly width: number;
  readonly height: number;
  readonly largest: number;
  readonly smallest: number;
  readonly isBold?: boolean;
};

/** The largest size at which a text fits its box; the smallest where none does. */
export function fittedSize(
  text: string,
  { width, height, largest, smallest, isBold = false }: Fitted,
) {
  for (let size = largest; size > smallest; size -= 1)
    if (textHeight(text, { size, width, isBold }) <= height) return size;
  return smallest;
}

/** As much of a text as fits its box at a size, with an ellipsis where some is left out. */
export function cutToFit(text: string, set: Set & { readonly height: number }): string {
  if (textHeight(text, set) <= set.height) return text;
  const letters = Array.from(text);
  let [from, to] = [0, letters.length];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    const tried = `${letters.slice(0, middle).join("").trimEnd()}\u2026`;
    if (textHeight(tried, set) <= set.height) from = middle;
    else to = middle - 1;
  }
  return `${letters.slice(0, from).join("").trimEnd()}\u2026`;
}
