import { hasPaperGlyph } from "./paper-fonts";

/** The fonts have no box or lozenge; a letter without a glyph would be drawn over its neighbours. */
const missing = "?";
/** Marks that only tell how their neighbours join or in which direction they run. */
const unseen = /[\p{Cf}\p{Variation_Selector}]/u;
const plain = /^[ -~]*$/;

/** A text that users typed, as paper can show it: a letter that the fonts lack is a question mark, never nothing. */
export function printable(text: string): string {
  return plain.test(text) ? text : Array.from(text, shownLetter).join("");
}

/** The same on one line, for a drawing, at most so many letters long. */
export function printableLine(text: string, longest: number): string {
  const letters = Array.from(text.replaceAll(/\s+/g, " ").trim(), shownLetter);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : letters.join("");
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
