/** A sentence as a part of a longer line. */
export const withoutPoint = (text: string): string => text.trim().replace(/\.$/, "");
