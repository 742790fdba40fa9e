import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Font } from "@react-pdf/renderer";
import { unpackedFont } from "./unpacked-font";

/** One family for each alphabet: a letter that one lacks is taken from the next. */
const alphabets = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"] as const;
const weights = [400, 600] as const;
const slopes = ["normal", "italic"] as const;
export const paperFonts: string[] = alphabets.map((alphabet) => `Inter ${alphabet}`);

let registered = false;

/** Static files of Inter: the PDF library reads no variable ones. */
export function registerPaperFonts(): void {
  if (registered) return;
  registered = true;
  const folder = join(process.cwd(), "node_modules", "@fontsource", "inter", "files");
  for (const [index, alphabet] of alphabets.entries())
    Font.register({
      family: paperFonts[index] ?? "",
      fonts: weights.flatMap((fontWeight) =>
        slopes.map((fontStyle) => ({
          src: sourceOf(join(folder, `inter-${alphabet}-${fontWeight}-${fontStyle}.woff`)),
          fontWeight,
          fontStyle,
        })),
      ),
    });
  Font.registerHyphenationCallback(partsOf);
}

const longestUnbroken = 20;
const partLength = 6;

/** A word is not broken, part numbers would be, but one that is longer than a line may be. */
function partsOf(word: string): string[] {
  if (word.length <= longestUnbroken) return [word];
  const letters = Array.from(word);
  return Array.from({ length: Math.ceil(letters.length / partLength) }, (_, part) =>
    letters.slice(part * partLength, (part + 1) * partLength).join(""),
  );
}

/** The letters of most texts are unpacked once; those of the other alphabets are few. */
function sourceOf(file: string): string {
  if (!file.includes("inter-latin-4") && !file.includes("inter-latin-6")) return file;
  return `data:font/ttf;base64,${unpackedFont(readFileSync(file)).toString("base64")}`;
}

/** What is used of the fonts that the PDF library opens. */
type PaperFont = {
  readonly unitsPerEm: number;
  layout(text: string, ...how: readonly unknown[]): { glyphs: readonly Glyph[] };
  glyphForCodePoint(codePoint: number): Glyph;
  hasGlyphForCodePoint(codePoint: number): boolean;
};
type Glyph = { readonly advanceWidth: number };

const opened = new Map<number, readonly PaperFont[]>();

/** Reads what `printable` and `paperTextWidth` look into: once, before a document is drawn. */
export async function openPaperFonts(): Promise<void> {
  registerPaperFonts();
  for (const fontWeight of weights) {
    if (opened.has(fontWeight)) continue;
    const fonts = await Promise.all(
      paperFonts.map(async (fontFamily) => {
        await Font.load({ fontFamily, fontWeight });
        const font = Font.getFont({ fontFamily, fontWeight }).data as PaperFont | null;
        if (font) rememberShapes(font);
        return font;
      }),
    );
    opened.set(
      fontWeight,
      fonts.filter((font) => font !== null),
    );
  }
}

const mostShapes = 5000;

/** Shaping a text costs more than drawing it, and the same numbers and names come again and again. */
function rememberShapes(font: PaperFont): void {
  const shape = font.layout.bind(font);
  const shapes = new Map<string, ReturnType<typeof shape>>();
  font.layout = (text, ...how) => {
    const key = `${JSON.stringify(how)} ${text}`;
    let shaped = shapes.get(key);
    if (shaped === undefined) {
      shaped = shape(text, ...how);
      if (shapes.size > mostShapes) shapes.clear();
      shapes.set(key, shaped);
    }
    return shaped;
  };
}

function fontsOf(weight: number): readonly PaperFont[] {
  const fonts = opened.get(weight >= 600 ? 600 : 400);
  if (!fonts) throw new Error("The fonts of the paper were not opened.");
  return fonts;
}

const glyphWidths = new Map<string, number>();

/** Width of a text as it is printed, but for kerning; both in the same unit as the size. */
export function paperTextWidth(text: string, size: number, weight: number): number {
  let width = 0;
  for (const letter of text) {
    const key = `${weight >= 600 ? 6 : 4}${letter}`;
    let share = glyphWidths.get(key);
    if (share === undefined) {
      share = shareOf(letter, fontsOf(weight));
      glyphWidths.set(key, share);
    }
    width += share;
  }
  return width * size;
}

/** Digits are all as wide as each other: the page sets them in tabular figures. */
function shareOf(letter: string, fonts: readonly PaperFont[]): number {
  const codePoint = letter.codePointAt(0) ?? 0;
  const font = fonts.find((one) => one.hasGlyphForCodePoint(codePoint)) ?? fonts[0];
  if (!font) return 0;
  const isDigit = /\d/.test(letter);
  const glyph = isDigit
    ? font.layout(letter, { tnum: true }).glyphs[0]
    : font.glyphForCodePoint(codePoint);
  return (glyph?.advanceWidth ?? 0) / font.unitsPerEm;
}

export function hasPaperGlyph(codePoint: number): boolean {
  return fontsOf(400).some((font) => font.hasGlyphForCodePoint(codePoint));
}
