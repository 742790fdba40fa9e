import type { SeriesStyle } from "../types";

const dashes: Record<string, readonly number[]> = {
  api: [7, 4],
  cloud: [2, 3.5],
  "on-premises": [],
  edge: [9, 3, 2, 3],
  portfolio: [],
};

const widths: Record<string, number> = { cloud: 2.4, portfolio: 3 };
const secondOfKindWidth = 1.25;

export function dashOf({ kind }: SeriesStyle): readonly number[] {
  return kind === null ? [] : (dashes[kind] ?? []);
}

export function widthOf({ kind, nthOfKind }: SeriesStyle): number {
  if (kind === null) return 1.25;
  return nthOfKind === 0 ? (widths[kind] ?? 2) : secondOfKindWidth;
}
