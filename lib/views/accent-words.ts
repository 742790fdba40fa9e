import { ratioText } from "@/lib/format";
import { contrastWithWhite, leastContrast } from "@/lib/schemas/colour-contrast";

/** "Its contrast with white paper is 7.17x; text needs 4.50x." */
export const accentWords = (colour: string): string =>
  `Its contrast with white paper is ${ratioText(contrastWithWhite(colour))}; text needs ${ratioText(leastContrast)}.`;
