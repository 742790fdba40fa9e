import type { Figure } from "@/lib/schemas/figure";

/** A figure that a person chose, with the range that it may lie in. */
export function assumed(value: number, range?: readonly [number, number], note?: string): Figure {
  return {
    value,
    ...(range ? { low: range[0], high: range[1] } : {}),
    evidence: "assumed",
    ...(note ? { note } : {}),
  };
}

/** The same figure with another reason given for using it here. */
export const withNote = (figure: Figure, note: string): Figure => ({ ...figure, note });
