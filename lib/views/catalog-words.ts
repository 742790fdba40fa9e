import { counted } from "@/lib/format";

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
