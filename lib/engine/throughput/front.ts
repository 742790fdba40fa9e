import type { ThroughputPoint } from "@/lib/schemas/throughput-front";
import { millisecondsPerSecond } from "../units";

/** What the workload asks for, in milliseconds; Infinity where it asks for nothing. */
export type LatencyTargets = {
  readonly timeToFirstTokenMilliseconds: number;
  readonly timePerOutputTokenMilliseconds: number;
};

export const noTargets: LatencyTargets = {
  timeToFirstTokenMilliseconds: Number.POSITIVE_INFINITY,
  timePerOutputTokenMilliseconds: Number.POSITIVE_INFINITY,
};

/** A measured point, or a place on the line between two neighbours of the front. */
export type OperatingPoint = ThroughputPoint & { readonly isMeasured: boolean };

/** Output tokens a second for one user = 1000 / time per output token in ms. */
export const interactivityOf = ({
  timePerOutputTokenMilliseconds,
}: Pick<ThroughputPoint, "timePerOutputTokenMilliseconds">): number =>
  millisecondsPerSecond / timePerOutputTokenMilliseconds;

/**
 * The Pareto front, slowest answers first: points than which no other gives more tokens a second at
 * the same time per output token or less. docs/throughput.md, "Measured fronts".
 */
export function efficientPoints(points: readonly ThroughputPoint[]): readonly ThroughputPoint[] {
  const fastestFirst = points.toSorted(
    (a, b) =>
      a.timePerOutputTokenMilliseconds - b.timePerOutputTokenMilliseconds ||
      b.outputTokensPerSecond - a.outputTokensPerSecond ||
      a.timeToFirstTokenMilliseconds - b.timeToFirstTokenMilliseconds,
  );
  const front: ThroughputPoint[] = [];
  for (const point of fastestFirst) {
    if (point.outputTokensPerSecond > (front.at(-1)?.outputTokensPerSecond ?? 0)) front.push(point);
  }
  return front.reverse();
}

/** Neighbours on the front, the slower first: a place may lie between them. */
export function frontPairs(
  points: readonly ThroughputPoint[],
): readonly (readonly [slow: ThroughputPoint, fast: ThroughputPoint])[] {
  const front = efficientPoints(points);
  return front.slice(1).map((fast, index) => [front[index] ?? fast, fast]);
}

/**
 * Goodput: the most tokens a second among measured points and the lines between neighbours of the
 * front that meet both targets; null where none does. Nothing lies beyond what was measured, and a
 * looser target never gives less. docs/throughput.md, "Measured fronts".
 */
export function operatingPoint(
  points: readonly ThroughputPoint[],
  targets: LatencyTargets,
): OperatingPoint | null {
  const candidates: (OperatingPoint | null)[] = [
    ...points
      .filter((point) => meets(point, targets))
      .map((point) => ({ ...point, isMeasured: true })),
    ...frontPairs(points).map(([slow, fast]) => onLine(slow, fast, targets)),
  ];
  return candidates.reduce(
    (best, one) =>
      one !== null && (best === null || one.outputTokensPerSecond > best.outputTokensPerSecond)
        ? one
        : best,
    null,
  );
}

const meets = (point: ThroughputPoint, targets: LatencyTargets) =>
  point.timeToFirstTokenMilliseconds <= targets.timeToFirstTokenMilliseconds &&
  point.timePerOutputTokenMilliseconds <= targets.timePerOutputTokenMilliseconds;

/**
 * The slowest place between two neighbours that meets both targets: there it gives most. Straight in
 * interactivity, on which tokens a second depend so where a step takes a + b × requests.
 */
function onLine(
  slow: ThroughputPoint,
  fast: ThroughputPoint,
  targets: LatencyTargets,
): OperatingPoint | null {
  const [from, to] = [interactivityOf(slow), interactivityOf(fast)];
  const asked = millisecondsPerSecond / targets.timePerOutputTokenMilliseconds;
  const byToken = asked <= from ? 0 : (asked - from) / (to - from);
  const [late, early] = [slow.timeToFirstTokenMilliseconds, fast.timeToFirstTokenMilliseconds];
  const most = targets.timeToFirstTokenMilliseconds;
  const byFirst =
    late <= most ? 0 : early < late ? (late - most) / (late - early) : Number.POSITIVE_INFINITY;
  const share = Math.max(byToken, byFirst);
  if (!(share > 0 && share < 1)) return null;
  const between = (a: number, b: number) => a + share * (b - a);
  const first = between(late, early);
  if (first > most * roundingRoom) return null;
  return {
    isMeasured: false,
    ...(slow.requestsAtOnce !== undefined &&
      fast.requestsAtOnce !== undefined && {
        requestsAtOnce: between(slow.requestsAtOnce, fast.requestsAtOnce),
      }),
    timeToFirstTokenMilliseconds: Math.min(first, most),
    timePerOutputTokenMilliseconds: millisecondsPerSecond / between(from, to),
    outputTokensPerSecond: between(slow.outputTokensPerSecond, fast.outputTokensPerSecond),
  };
}

/** The place at which a target is met lies on it but for rounding. */
const roundingRoom = 1 + 1e-9;
