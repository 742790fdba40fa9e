/** What a figure of an option came from: a field, or each cell of a line. */
export const markedClass = "rounded-md bg-accent-soft ring-2 ring-accent";
export const markedRowClass = "[&>td]:bg-accent-soft";
