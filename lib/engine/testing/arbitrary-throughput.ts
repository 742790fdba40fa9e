import fc from "fast-check";
import type { Throughput } from "@/lib/schemas/throughput";
import type { Workload } from "@/lib/schemas/workload";
import { absentOr, type Bounds } from "./arbitrary-bounds";
import { number, whole } from "./arbitrary-figure";
import { someLevers } from "./arbitrary-levers";
import { combined, front, split } from "./plans";

/** Points of which the first meets every target that a random workload has. */
const someFront = fc
  .array(
    fc.record({
      timeToFirstTokenMilliseconds: fc.integer({ min: 100, max: 5000 }),
      timePerOutputTokenMilliseconds: fc.integer({ min: 5, max: 150 }),
      outputTokensPerSecond: fc.integer({ min: 50, max: 9000 }),
    }),
    { maxLength: 5 },
  )
  .map((points) => [
    {
      timeToFirstTokenMilliseconds: 100,
      timePerOutputTokenMilliseconds: 5,
      outputTokensPerSecond: 50,
    },
    ...points,
  ]);

const profile = (workloadId: string, bounds: Bounds): fc.Arbitrary<Throughput> =>
  fc
    .tuple(
      fc.boolean(),
      whole(1, 24),
      fc.double({ min: 50, max: 9000, noNaN: true }),
      bounds.risingDemand ? fc.constant(undefined) : absentOr(number(0, 1)),
      bounds.risingDemand ? fc.constant(undefined) : absentOr(someLevers),
      absentOr(someFront),
    )
    .map(([isSplit, acceleratorsPerReplica, rate, speedUp, levers, points]) => {
      const row = isSplit
        ? split(rate * 12, rate, { workloadId })
        : points
          ? front(points, { workloadId })
          : combined(rate, { workloadId });
      const faster = speedUp ? { speedUpPerYearFraction: speedUp } : {};
      return { ...row, acceleratorsPerReplica, ...faster, ...(levers ? { levers } : {}) };
    });

/** Machines that one runs oneself, with a throughput for each inference workload. */
export const fleet = (rows: readonly Workload[], bounds: Bounds) => ({
  throughput: fc.tuple(
    ...rows.filter((row) => row.kind === "inference").map((row) => profile(row.id, bounds)),
  ),
  utilizationCeilingFraction: number(0.2, 1),
  spareReplicas: whole(0, 2),
  trainingSpeedRatio: number(0.2, 3),
  staffFte: number(0, 3),
});

/** Everything, or nothing, of what an option may do without. */
