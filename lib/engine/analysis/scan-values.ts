import type { ThresholdSearch } from "./types";

const withinUsual = 33;
const beyondUsual = 12;
const mostWholeValues = 120;

/**
 * The values that a search tries, in order: evenly over the usual range, then ever wider out to the
 * bounds. Whole values are tried one by one where there are few enough; `all` says so.
 */
export function scanValues(
  { from, to, usual, integer }: ThresholdSearch,
  today: number | null,
): { readonly values: readonly number[]; readonly all: boolean } {
  if (integer && to - from < mostWholeValues) {
    return { values: evenly(from, to, to - from + 1), all: true };
  }
  const [low, high] = [Math.max(from, usual[0]), Math.min(to, usual[1])];
  const values = [
    from,
    ...outwards(low, from),
    ...evenly(low, high, withinUsual),
    ...outwards(high, to),
    to,
    ...(today === null ? [] : [today]),
  ];
  const inside = values
    .map((value) => (integer ? Math.round(value) : value))
    .filter((value) => value >= from && value <= to);
  return { values: [...new Set(inside)].sort((a, b) => a - b), all: false };
}

function evenly(from: number, to: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, nth) => from + ((to - from) * nth) / Math.max(1, count - 1),
  );
}

/** From the end of the usual range to the bound, by the same factor each time where there is one. */
function outwards(start: number, bound: number): number[] {
  if (start > 0 && bound > 0) {
    const factor = (bound / start) ** (1 / beyondUsual);
    return Array.from({ length: beyondUsual - 1 }, (_, nth) => start * factor ** (nth + 1));
  }
  if (start > 0 && bound === 0) {
    return Array.from({ length: beyondUsual - 1 }, (_, nth) => start / 2 ** (nth + 1));
  }
  return evenly(start, bound, beyondUsual + 1).slice(1, -1);
}
