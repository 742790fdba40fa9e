export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

export const evenSeason: readonly number[] = monthNames.map(() => 1);

export function seasonMean(factors: readonly number[]): number {
  return factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
}

/** Scales the factors to a mean of 1, at four decimals; the largest takes what rounding leaves. */
export function normalisedSeason(factors: readonly number[]): readonly number[] | null {
  const mean = seasonMean(factors);
  if (!Number.isFinite(mean) || mean <= 0) return null;
  const units = factors.map((factor) => Math.round((factor / mean) * 10_000));
  const rest = 10_000 * factors.length - units.reduce((sum, unit) => sum + unit, 0);
  const largest = units.indexOf(Math.max(...units));
  return units.map((unit, index) => (index === largest ? unit + rest : unit) / 10_000);
}
