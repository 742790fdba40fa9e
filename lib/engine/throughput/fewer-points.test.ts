import { expect, it } from "vitest";
import type { ThroughputPoint } from "@/lib/schemas/throughput-front";
import { fewerPoints } from "./fewer-points";
import { efficientPoints, noTargets, operatingPoint } from "./front";

/** More requests at once: more tokens a second, and each user waits longer. */
const efficient = (atOnce: number): ThroughputPoint => ({
  requestsAtOnce: atOnce,
  timeToFirstTokenMilliseconds: 10 * atOnce,
  timePerOutputTokenMilliseconds: 10 + atOnce,
  outputTokensPerSecond: (1000 * atOnce) / (10 + atOnce),
});
const beaten = (atOnce: number): ThroughputPoint => ({
  ...efficient(atOnce),
  timePerOutputTokenMilliseconds: 30,
  outputTokensPerSecond: 50,
});
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it("keeps every point where there is room", () => {
  const points = upTo(5).map(efficient);
  expect(fewerPoints(points, 5)).toEqual(points);
});

it("keeps the efficient points first, then those of the earliest first token, in their order", () => {
  const points = [beaten(3), efficient(9), beaten(1), efficient(2), beaten(2)];
  expect(fewerPoints(points, 3)).toEqual([efficient(9), beaten(1), efficient(2)]);
  expect(fewerPoints(points, 2)).toEqual([efficient(9), efficient(2)]);
});

it("keeps both ends of a front that is itself too long, and what it gives without targets", () => {
  const points = upTo(500).map(efficient);
  const kept = fewerPoints(points, 200);
  expect(kept).toHaveLength(200);
  expect(efficientPoints(kept)).toHaveLength(200);
  expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
  expect(operatingPoint(kept, noTargets)).toEqual(operatingPoint(points, noTargets));
});
