import { counted } from "@/lib/format";
import type { PriceSource } from "@/lib/schemas/catalog-origin";

export const sourceNames: Readonly<Record<PriceSource, string>> = {
  litellm: "LiteLLM",
  openrouter: "OpenRouter",
  skypilot: "SkyPilot",
};

/** Records beside each other at most. */
export const mostCompared = 4;

export const comparisonHelp = "Up to four of those found above, figure by figure.";

/** Under the filters, for so many entries found. */
export const foundText = (count: number): string =>
  `${counted(count, "entry", "entries")}, each figure with its source, its day and how firm it is.`;

export const nothingFits = "Nothing in the catalog fits. Take a filter away or search for less.";

/** The entries asked for with one more; the newest stay where they are too many. */
export const comparedWith = (ids: readonly string[], id: string): string[] =>
  [...new Set([...ids, id])].slice(-mostCompared);

export const belongingNames = {
  own: "Own and changed",
  shared: "Shared, as shipped",
  imported: "Imported prices",
} as const;

/** "Page 2 of 40". */
export const pageText = (page: number, pages: number): string => `Page ${page + 1} of ${pages}`;

export const overHelp =
  "Your figures count in this organization instead of the shared ones, which stay as they are.";
export const ownHelp = "Seen and used in this organization alone.";
export const takenBackHelp = "The shared entry counts. Your own figures stay in the history below.";

/** Stands in the address for an entry that is not there yet. */
export const newRecordId = "new";
