/** A price that was asked on a day, YYYY-MM-DD. */
export type PricePoint = { readonly date: string; readonly value: number };

/** How a price changed by the year: of 4 to 3 in a year it is −0.25. It may rise. */
export type PriceTrend = {
  readonly changePerYearFraction: number;
  /** Ends of the range that the change lies in with 95%; null where the points leave none to judge by. */
  readonly lowFraction: number | null;
  readonly highFraction: number | null;
  readonly points: number;
  readonly years: number;
  /** The fitted price on a day. */
  readonly at: (date: string) => number;
};

/** A shorter stretch says nothing of a year. */
const shortestYears = 0.5;

/**
 * The straight line through the logarithms of prices over time, by least squares:
 * `ln p = a + b·t`, t in years, change by the year = e^b − 1, its range from b ± t(n−2)·s(b).
 * Source: simple linear regression on the logarithm (Draper and Smith, Applied Regression Analysis, chapter 1).
 * Null where fewer than two days have a price, or they lie less than half a year apart.
 */
export function priceTrend(history: readonly PricePoint[]): PriceTrend | null {
  const points = history
    .map(({ date, value }) => ({ t: yearOf(date), y: Math.log(value) }))
    .filter(({ t, y }) => Number.isFinite(t) && Number.isFinite(y));
  const times = points.map(({ t }) => t);
  const years = points.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
  if (years < shortestYears) return null;
  const meanTime = mean(times);
  const meanLog = mean(points.map(({ y }) => y));
  const spread = sum(times.map((t) => (t - meanTime) ** 2));
  const slope = sum(points.map(({ t, y }) => (t - meanTime) * (y - meanLog))) / spread;
  const at = (date: string) => Math.exp(meanLog + slope * (yearOf(date) - meanTime));
  const misses = points.map(({ t, y }) => (y - meanLog - slope * (t - meanTime)) ** 2);
  const free = points.length - 2;
  const half = free > 0 ? studentT(free) * Math.sqrt(sum(misses) / free / spread) : null;
  return {
    changePerYearFraction: Math.expm1(slope),
    lowFraction: half === null ? null : Math.expm1(slope - half),
    highFraction: half === null ? null : Math.expm1(slope + half),
    points: points.length,
    years,
    at,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** A day as years, so that a year is 1 whether it leaps or not. NaN for what is no day. */
export function yearOf(date: string): number {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split("-").map(Number);
  const leaps = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const before = daysBefore[month - 1] ?? Number.NaN;
  return year + (before + (leaps && month > 2 ? 1 : 0) + day - 1) / (leaps ? 366 : 365);
}

/** Student's t, 97.5%, by degrees of freedom; beyond the table Fisher's expansion about the normal. */
const table = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281];
function studentT(free: number): number {
  const z = 1.959964;
  const expanded =
    z + (z ** 3 + z) / (4 * free) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * free ** 2);
  return table[free - 1] ?? expanded;
}
