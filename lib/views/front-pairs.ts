import { efficientPoints } from "@/lib/engine";
import type { ThroughputPoint } from "@/lib/schemas/throughput-front";

/** Neighbours on the measured front, the slower first: a place may lie between them. */
export function frontPairs(
  points: readonly ThroughputPoint[],
): readonly (readonly [slow: ThroughputPoint, fast: ThroughputPoint])[] {
  const front = efficientPoints(points);
  return front.slice(1).map((fast, index) => [front[index] ?? fast, fast]);
}
