import * as z from "zod/mini";
import { evidenceClass, isoDate } from "./figure";
import { text } from "./text";

/** What a curve or a list that is drawn by hand rests on, as a whole. */
export const provenance = {
  evidence: evidenceClass,
  source: z.optional(text(300)),
  date: z.optional(isoDate),
};

/** Each place once, and later ones after earlier ones. */
export const ascending = (places: readonly number[]) =>
  places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1));
