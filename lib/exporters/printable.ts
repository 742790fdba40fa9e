import { hasPaperGlyph } from "./paper-fonts";

/** Drawn as an empty box by every font. */
const missing = "\uFFFD";
/** A place where a line may end without a hyphen. */
const mayBreak = "\uFEFF";
const longestUnbroken = 20;
const brokenEvery = 6;
/** Marks that only tell how their neighbours join or in which direction they run. */
const unseen = /[\p{Cf}\p{Variation_Selector}]/u;
const plain = /^[ -~]*$/;

/**
 * A text that users typed, as paper can show it: a letter that the fonts lack is a box, never nothing,
 * and a word that is longer than any line may end one.
 */
export function printable(text: string): string {
  const shown = plain.test(text) ? text : Array.from(text, shownLetter).join("");
  return shown.length > longestUnbroken ? shown.replaceAll(longWord, breakable) : shown;
}

/** The same on one line, for a drawing, at most so many letters long. */
export function printableLine(text: string, longest: number): string {
  const letters = Array.from(text.replaceAll(/\s+/g, " ").trim(), shownLetter);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : letters.join("");
}

const longWord = new RegExp(`\\S{${longestUnbroken + 1},}`, "g");

function breakable(word: string): string {
  const letters = Array.from(word);
  return letters
    .map((letter, index) => (index > 0 && index % brokenEvery === 0 ? mayBreak + letter : letter))
    .join("");
}

const known = new Map<string, string>();

function shownLetter(letter: string): string {
  let shown = known.get(letter);
  if (shown === undefined) {
    shown = newlyShown(letter);
    if (known.size < 10_000) known.set(letter, shown);
  }
  return shown;
}

function newlyShown(letter: string): string {
  const codePoint = letter.codePointAt(0) ?? 0;
  if (letter === "\n") return letter;
  if (codePoint === 0x2028 || codePoint === 0x2029) return "\n";
  if (unseen.test(letter)) return "";
  if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) return " ";
  if (/\s/.test(letter) && !hasPaperGlyph(codePoint)) return " ";
  return hasPaperGlyph(codePoint) ? letter : missing;
}
