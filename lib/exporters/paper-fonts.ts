import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

/** One family for each alphabet: a letter that one lacks is taken from the next. */
const alphabets = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"] as const;
const weights = [400, 600] as const;
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
      fonts: weights.map((fontWeight) => ({
        src: join(folder, `inter-${alphabet}-${fontWeight}-normal.woff`),
        fontWeight,
      })),
    });
  // A word is never broken: part numbers would be.
  Font.registerHyphenationCallback((word) => [word]);
}
