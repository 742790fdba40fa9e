import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  baseAndBurst,
  flatLevels,
  hourShares,
  loadDuration,
  peakHours,
  peakToMean,
  shapeLevels,
  withBatchInValleys,
} from "./load-shape";
import { anyShape } from "./testing/arbitrary-shape";
import { api, assumed, cloud, combined, inference, planOf, shapeOf } from "./testing/plans";
import { projected } from "./testing/results";

/** Twelve hours at `day`, the other twelve at 2 - day, alike on every day. */
const halves = (day: number) => shapeOf((hour) => (hour >= 8 && hour < 20 ? day : 2 - day));

const meanOf = (levels: readonly number[]) =>
  levels.reduce((sum, level, hour) => sum + level * (hourShares[hour] ?? 0), 0);

/** One replica of one token a second, busy for a month on the mean. */
const busy = (replicas: number) => assumed(replicas * 730 * 3600);

describe("load shape", () => {
  it("covers all hours once", () => {
    expect(hourShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("gives peak to mean, the load-duration curve, base and burst", () => {
    const levels = shapeLevels(halves(1.5));
    expect(peakToMean(levels)).toBeCloseTo(1.5, 12);
    const steps = loadDuration(levels);
    expect(steps.map(({ level }) => level)).toEqual([1.5, 0.5]);
    expect(steps[0]?.hoursFraction).toBeCloseTo(0.5, 12);
    // A base of 1: 0.5 x 1 + 0.5 x 0.5 = 0.75 of all work, the burst a quarter.
    expect(baseAndBurst(levels, 1).base).toBeCloseTo(0.75, 12);
    expect(baseAndBurst(levels, 1).burst).toBeCloseTo(0.25, 12);
  });

  it("weighs weekdays 5/7 and weekends 2/7", () => {
    const shape = { weekday: Array(24).fill(1.4), weekend: Array(24).fill(0) };
    const steps = loadDuration(shapeLevels({ ...shape, evidence: "assumed" }));
    expect(steps[0]?.hoursFraction).toBeCloseTo(5 / 7, 12);
  });

  it("keeps the work of any shape in its curve", () => {
    fc.assert(
      fc.property(anyShape, fc.double({ min: 0, max: 5, noNaN: true }), (shape, level) => {
        const levels = shapeLevels(shape);
        const work = loadDuration(levels).reduce((sum, s) => sum + s.level * s.hoursFraction, 0);
        expect(work).toBeCloseTo(meanOf(levels), 9);
        const { base, burst } = baseAndBurst(levels, level);
        expect(base + burst).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("work that waits", () => {
  it("fills the emptiest hours to one level", () => {
    // 1.5 by day, 0.5 by night, 40% waits: 0.9 and 0.3, and 0.4 on the night alone makes 1.1 > 0.9: both 1.
    expect(new Set(withBatchInValleys(shapeLevels(halves(1.5)), 0.4).map(rounded))).toEqual(
      new Set([1]),
    );
    // 10% waits: 1.35 by day, 0.45 + 0.1 x 2 = 0.65 by night.
    const some = withBatchInValleys(shapeLevels(halves(1.5)), 0.1).map(rounded);
    expect(new Set(some)).toEqual(new Set([1.35, 0.65]));
  });

  it("keeps the mean, and never raises the highest hour", () => {
    fc.assert(
      fc.property(anyShape, fc.double({ min: 0, max: 1, noNaN: true }), (shape, waits) => {
        const before = shapeLevels(shape);
        const after = withBatchInValleys(before, waits);
        expect(meanOf(after)).toBeCloseTo(meanOf(before), 9);
        expect(Math.max(...after)).toBeLessThanOrEqual(Math.max(...before) + 1e-9);
      }),
    );
  });
});

describe("the highest hour of a fleet", () => {
  const always = { minimum: 0, mean: 1 };

  it("is one hour for one workload, and for plain peak factors", () => {
    expect(peakHours([shapeLevels(halves(1.5))], always)).toEqual([[1.5]]);
    expect(peakHours([flatLevels(2), flatLevels(3)], always)).toEqual([[2, 3]]);
  });

  it("leaves out the hours that another covers", () => {
    const opposite = shapeOf((hour) => (hour >= 8 && hour < 20 ? 0.5 : 1.5));
    const hours = peakHours([shapeLevels(halves(1.5)), shapeLevels(opposite)], always);
    expect(hours).toContainEqual([1.5, 0.5]);
    expect(hours).toContainEqual([0.5, 1.5]);
    expect(hours).toHaveLength(3);
  });

  const fleetOf = (shapes: readonly ReturnType<typeof halves>[]) =>
    projected(
      planOf({
        workloads: shapes.map((loadShape, i) =>
          inference({ id: `work-${i}`, requestsPerMonth: busy(10), loadShape }),
        ),
        options: [
          cloud({ throughput: shapes.map((_, i) => combined(1, { workloadId: `work-${i}` })) }),
        ],
      }),
      "cloud",
    ).capacity.servers[0];

  it("sums the shapes first: day and night work share machines", () => {
    // Ten replicas on the mean each: 15 + 5 in either half, where two plain peaks of 1.5 need 30.
    const night = shapeOf((hour) => (hour >= 8 && hour < 20 ? 0.5 : 1.5));
    expect(fleetOf([halves(1.5), halves(1.5)])).toBe(30);
    expect(fleetOf([halves(1.5), night])).toBe(20);
  });

  it("stands in place of the plain factor, and never multiplies it", () => {
    const servers = (parts: Parameters<typeof inference>[0]) =>
      projected(
        planOf({
          workloads: [inference({ requestsPerMonth: busy(10), ...parts })],
          options: [cloud()],
        }),
        "cloud",
      ).capacity.servers[0];
    expect(servers({ peakToMeanRatio: assumed(4), loadShape: halves(1.5) })).toBe(15);
    expect(servers({ peakToMeanRatio: assumed(null), loadShape: halves(1.5) })).toBe(15);
    expect(servers({ peakToMeanRatio: assumed(1.5) })).toBe(15);
  });
});

describe("batchable work on a fleet", () => {
  const servers = (
    parts: Parameters<typeof inference>[0],
    others: Parameters<typeof cloud>[0] = {},
  ) =>
    projected(
      planOf({
        workloads: [
          inference({ requestsPerMonth: busy(10), peakToMeanRatio: assumed(3), ...parts }),
        ],
        options: [cloud(others)],
      }),
      "cloud",
    ).capacity.servers[0];

  it("stays outside the peak, and never needs less than the mean work", () => {
    // Ten on the mean, peak 3: 30; half waits: 15; nine tenths wait: 3 at the peak, ten all the same.
    expect(servers({})).toBe(30);
    expect(servers({ batchableFraction: assumed(0.5) })).toBe(15);
    expect(servers({ batchableFraction: assumed(0.9) })).toBe(10);
    expect(servers({ batchableFraction: assumed(1) })).toBe(10);
  });

  it("does all work inside an active window", () => {
    const window = { policy: "active-window" as const, activeHoursPerDay: assumed(6) };
    expect(servers({ batchableFraction: assumed(1) }, window)).toBe(40);
  });

  it("runs in the idle hours of another workload", () => {
    const plan = planOf({
      workloads: [
        inference({ requestsPerMonth: busy(10), peakToMeanRatio: assumed(3) }),
        inference({ id: "night", requestsPerMonth: busy(10), batchableFraction: assumed(1) }),
      ],
      options: [cloud({ throughput: [combined(1), combined(1, { workloadId: "night" })] })],
    });
    expect(projected(plan, "cloud").capacity.servers[0]).toBe(30);
  });

  it("blocks machines while it is missing, and nothing else", () => {
    const plan = planOf({
      workloads: [inference({ batchableFraction: assumed(null) })],
      options: [cloud(), api()],
    });
    expect(projected(plan, "cloud").missing).toEqual([
      { path: "workloads.chat.batchableFraction" },
    ]);
    expect(projected(plan, "api").status).toBe("complete");
  });
});

const rounded = (level: number) => Math.round(level * 1e9) / 1e9;
