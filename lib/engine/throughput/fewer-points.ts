import type { ThroughputPoint } from "@/lib/schemas/throughput-front";
import { efficientPoints } from "./front";

/**
 * At most so many of a replica's points, in their order: the efficient ones, then those whose first
 * token is earliest, as only there a point off the front can be chosen. Of more efficient
 * ones both ends, and evenly between them. docs/throughput.md, "Imported benchmarks".
 */
export function fewerPoints(
  points: readonly ThroughputPoint[],
  most: number,
): readonly ThroughputPoint[] {
  if (points.length <= most) return points;
  const front = efficientPoints(points);
  const efficient = new Set(front);
  const others = points
    .filter((point) => !efficient.has(point))
    .toSorted((a, b) => a.timeToFirstTokenMilliseconds - b.timeToFirstTokenMilliseconds);
  const kept = new Set(
    front.length > most ? evenly(front, most) : [...front, ...others.slice(0, most - front.length)],
  );
  return points.filter((point) => kept.has(point));
}

/** The first, the last, and the others as evenly between them as whole places allow. */
function evenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = (items.length - 1) / Math.max(1, most - 1);
  const places = new Set(Array.from({ length: most }, (_, place) => Math.round(place * step)));
  return items.filter((_, place) => places.has(place));
}
