import type { LoadShape } from "@/lib/schemas/load-shape";

/** Levels over the mean, one for each class of hours: 24 on weekdays, then 24 at weekends. */
export type HourLevels = readonly number[];

const daysPerWeek = 7;
const hoursOfDay = 24;

/** Share of all hours that each class has: 5/7 of the days are weekdays, 2/7 weekend. */
export const hourShares: HourLevels = Array.from(
  { length: 2 * hoursOfDay },
  (_, hour) => (hour < hoursOfDay ? 5 : 2) / (daysPerWeek * hoursOfDay),
);

export function shapeLevels({ weekday, weekend }: LoadShape): HourLevels {
  return [...weekday, ...weekend];
}

export function flatLevels(level: number): HourLevels {
  return hourShares.map(() => level);
}

/** Highest hour over the average hour. docs/model.md, "Load shape". */
export function peakToMean(levels: HourLevels): number {
  const mean = meanLevel(levels);
  return mean > 0 ? Math.max(...levels) / mean : 1;
}

function meanLevel(levels: HourLevels): number {
  return levels.reduce((sum, level, hour) => sum + level * (hourShares[hour] ?? 0), 0);
}

/** A level and the share of the month's hours at which the load is exactly there. */
export type LoadStep = { readonly level: number; readonly hoursFraction: number };

/** The load-duration curve: levels from the highest down; equal ones are one step. docs/model.md, "Load shape". */
export function loadDuration(levels: HourLevels): LoadStep[] {
  const steps: { level: number; hoursFraction: number }[] = [];
  const sorted = levels
    .map((level, hour) => ({ level, hoursFraction: hourShares[hour] ?? 0 }))
    .toSorted((a, b) => b.level - a.level);
  for (const step of sorted) {
    const last = steps.at(-1);
    if (last?.level === step.level) last.hoursFraction += step.hoursFraction;
    else steps.push({ ...step });
  }
  return steps;
}

/** Work of a base of this level, and of the burst above it, as shares of all work; they add up to 1. */
export function baseAndBurst(
  levels: HourLevels,
  baseLevel: number,
): { readonly base: number; readonly burst: number } {
  const all = meanLevel(levels);
  const base = meanLevel(levels.map((level) => Math.min(level, baseLevel)));
  return all > 0 ? { base: base / all, burst: 1 - base / all } : { base: 0, burst: 0 };
}

/**
 * All work by hour where a share of it waits for the emptiest hours: max((1 - b) x level, L), with
 * L such that the mean stays. L is found exactly, from the lowest hour up. docs/model.md, "Batchable".
 */
export function withBatchInValleys(levels: HourLevels, batchableFraction: number): HourLevels {
  if (batchableFraction === 0) return levels;
  const urgent = levels.map((level) => level * (1 - batchableFraction));
  const floor = floorFor(loadDuration(urgent).toReversed(), meanLevel(levels) * batchableFraction);
  return urgent.map((level) => Math.max(level, floor));
}

/** The level to which this much work, a mean over all hours, fills the lowest steps. */
function floorFor(ascending: readonly LoadStep[], work: number): number {
  let left = work;
  let hours = 0;
  let floor = ascending[0]?.level ?? 0;
  for (const [index, step] of ascending.entries()) {
    hours += step.hoursFraction;
    const next = ascending[index + 1]?.level ?? Number.POSITIVE_INFINITY;
    const room = (next - step.level) * hours;
    floor = step.level + Math.min(left, room) / hours;
    if (left <= room) return floor;
    left -= room;
  }
  return floor;
}

/**
 * The hours that can be a fleet's highest: one level a workload, those hours left out that no
 * workload has more in than in another hour. `minimum` is what each workload needs in every hour
 * that the machines run. docs/model.md, "Sizing".
 */
export function peakHours(
  urgent: readonly HourLevels[],
  hours: { readonly minimum: number; readonly mean: number },
): readonly (readonly number[])[] {
  const candidates = hourShares.map((_, hour) =>
    urgent.map((levels) => Math.max(levels[hour] ?? 0, hours.minimum)),
  );
  candidates.push(urgent.map(() => hours.mean));
  const highest: (readonly number[])[] = [];
  for (const candidate of candidates) {
    if (highest.some((one) => covers(one, candidate))) continue;
    const others = highest.filter((one) => !covers(candidate, one));
    highest.splice(0, highest.length, ...others, candidate);
  }
  return highest;
}

/** At least as high for every workload. */
function covers(one: readonly number[], other: readonly number[]): boolean {
  return other.every((level, workload) => (one[workload] ?? 0) >= level);
}
