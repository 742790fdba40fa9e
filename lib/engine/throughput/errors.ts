export type Errors = {
  readonly points: number;
  readonly medianFraction: number;
  readonly ninthDecileFraction: number;
  /** Median of the signed error: above 0 the estimate is too slow. */
  readonly leaningFraction: number;
};

/** Absolute relative errors, |estimate / measured − 1|, of [estimate, measured] pairs; null of none. */
export function errorsOf(pairs: readonly (readonly [number, number])[]): Errors | null {
  if (pairs.length === 0) return null;
  const signed = pairs.map(([estimate, measured]) => estimate / measured - 1);
  const absolute = signed.map(Math.abs);
  return {
    points: pairs.length,
    medianFraction: quantile(absolute, 0.5),
    ninthDecileFraction: quantile(absolute, 0.9),
    leaningFraction: quantile(signed, 0.5),
  };
}

/** Linear between the two ranks about it. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? below;
  return below + (rank - Math.floor(rank)) * (above - below);
}
