import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { project } from "./index";
import {
  api,
  assumed,
  cloud,
  combined,
  compound,
  inference,
  onPremises,
  planOf,
  training,
} from "./testing/plans";
import { lineOf, projected } from "./testing/results";
import { runsOver, trainingRunHours } from "./training-runs";

const hours = 730;

function trained(parts: Parameters<typeof training>[0], months = 12) {
  const plan = planOf({ horizonMonths: months, workloads: [training(parts)], options: [api()] });
  const [demand] = project(plan).demand;
  if (demand?.kind !== "training") throw new Error("no training");
  return demand;
}

describe("hours of a run", () => {
  const deepseek = {
    activeParameters: assumed(37),
    tokens: assumed(14_800),
    modelFlopsUtilizationFraction: assumed(0.35),
    peakTeraflopsPerSecond: assumed(989),
  };

  it("follow from parameters, tokens, utilization and peak speed", () => {
    // 6 x 10^9 x 10^9 FLOP on 1 TFLOP/s at 50%: 6 x 10^18 / (0.5 x 10^12 x 3600) = 3,333.3 h.
    const one = {
      activeParameters: assumed(1),
      tokens: assumed(1),
      modelFlopsUtilizationFraction: assumed(0.5),
      peakTeraflopsPerSecond: assumed(1),
    };
    expect(trained({ compute: one }).acceleratorHours[0]).toBeCloseTo(10_000 / 3, 6);
  });

  it("come within 2% of DeepSeek-V3's 2.664 million for pre-training, at an MFU of 35%", () => {
    const ratio = (trained({ compute: deepseek }).acceleratorHours[0] ?? 0) / 2_664_000;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
  });

  it("are known of one run alone, unless a figure of it is missing", () => {
    // 6 x 37 x 14,800 x 10^18 / (0.35 x 989 x 10^12 x 3600) = 2,636,622 h.
    expect(trainingRunHours(deepseek)).toBeCloseTo(2_636_621.89, 2);
    expect(trainingRunHours({ ...deepseek, tokens: assumed(null) })).toBeNull();
  });

  it("take the place of hours that are given, unpriced or not", () => {
    const given = trained({ compute: deepseek, acceleratorHoursPerRun: assumed(7) });
    const unpriced = trained({ compute: deepseek, acceleratorHoursPerRun: assumed(null) });
    expect(given).toEqual(unpriced);
    const plan = planOf({
      workloads: [training({ compute: { ...deepseek, tokens: assumed(null) } })],
      options: [api()],
    });
    expect(projected(plan, "api").missing).toEqual([{ path: "workloads.tune.compute.tokens" }]);
  });
});

describe("a first run beyond the horizon", () => {
  const from = (month: number | null) =>
    project(
      planOf({
        horizonMonths: 12,
        workloads: [inference(), training({ firstRunMonth: assumed(month) })],
        options: [api()],
      }),
    );

  it("costs nothing, and is said", () => {
    const { warnings, options } = from(13);
    expect(options[0]).toMatchObject({ status: "complete", summary: { training: 0 } });
    const path = "workloads.tune.firstRunMonth";
    expect(warnings).toEqual([{ kind: "noRuns", path, workloadId: "tune", firstRunMonth: 13 }]);
  });

  it("is not said of a run in the last month, nor of a month that is missing", () => {
    expect(from(12).warnings).toEqual([]);
    expect(from(null).warnings).toEqual([]);
  });
});

describe("days to finish a run", () => {
  it("give the accelerators at once", () => {
    // DeepSeek-V3: 2,664,000 h in 54.2 days are 2,048 accelerators.
    const run = { acceleratorHoursPerRun: assumed(2_664_000), monthsBetweenRuns: assumed(120) };
    const demand = trained({ ...run, runDays: assumed(54.2) });
    expect(demand.acceleratorsAtOnce[0]).toBeCloseTo(2048, 0);
    expect(demand.acceleratorsAtOnce[1]).toBeCloseTo(2048, 0);
    expect(demand.acceleratorsAtOnce[2]).toBe(0);
    expect(trained(run).acceleratorsAtOnce[0]).toBeCloseTo(2_664_000 / 730, 9);
  });

  it("spread a run over its months, all of it once", () => {
    // 73 days are 2.4 months: 1/2.4 of the hours each in two months, the rest in the third.
    const run = { acceleratorHoursPerRun: assumed(2400), monthsBetweenRuns: assumed(120) };
    const { acceleratorHours } = trained({ ...run, runDays: assumed(73) });
    expect(acceleratorHours.slice(0, 4).map((value) => Math.round(value))).toEqual([
      1000, 1000, 400, 0,
    ]);
    const anyRuns = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anyRuns, fc.double({ min: 0.1, max: 900, noNaN: true }), (runHours, days) => {
        const padded = [...runHours, ...Array<number>(31).fill(0)];
        const spread = runsOver(days, padded, hours);
        const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
        expect(sum(spread.hours)).toBeCloseTo(sum(padded), 6);
        spread.hours.forEach((value, month) => {
          expect(value).toBeLessThanOrEqual((spread.atOnce[month] ?? 0) * hours + 1e-6);
        });
      }),
    );
  });

  it("end with its last month where they are whole months", () => {
    const { hours: spent, atOnce } = runsOver((2 * hours) / 24, [1460, 0, 0], hours);
    expect(spent).toEqual([730, 730, 0]);
    expect(atOnce).toEqual([1, 1, 0]);
  });

  it("size one's own servers: half the time, twice the servers", () => {
    const servers = (runDays?: number) => {
      const plan = planOf({
        workloads: [
          training({
            acceleratorHoursPerRun: assumed(7300),
            ...(runDays === undefined ? {} : { runDays: assumed(runDays) }),
          }),
        ],
        options: [onPremises({ quote: { serverPrice: assumed(1000) } })],
      });
      return projected(plan, "own").capacity.servers[0];
    };
    expect(servers()).toBe(10);
    expect(servers(730 / 24)).toBe(10);
    expect(servers(730 / 48)).toBe(20);
  });

  it("find fewer idle hours: only those while the run lasts", () => {
    // Two machines, 1.5 busy: 365 h idle. 365 h of training fit in the month; in half of it, half do.
    const rental = (runDays?: number) => {
      const plan = planOf({
        workloads: [
          inference({ requestsPerMonth: assumed(1.5 * hours * 3600) }),
          training({
            acceleratorHoursPerRun: assumed(365),
            ...(runDays === undefined ? {} : { runDays: assumed(runDays) }),
          }),
        ],
        options: [cloud({ rate: assumed(2), throughput: [combined(1)] })],
      });
      return projected(plan, "cloud");
    };
    expect(rental().lines.map(({ id }) => id)).not.toContain("trainingRental");
    const half = lineOf(rental(730 / 48), "trainingRental", "training");
    expect(half.cash[0]).toBeCloseTo((365 / 2) * 2, 6);
  });
});

describe("runs by month", () => {
  const runs = [
    { month: 1, count: 1 },
    { month: 4, count: 3 },
  ];
  const dated = { runSchedule: { runs, evidence: "assumed" as const } };

  it("start where they are dated, as many as are given, each at the growth of its month", () => {
    const demand = trained({
      ...dated,
      acceleratorHoursPerRun: assumed(100),
      growth: compound(1),
    });
    // +100% a year: 100 x 2^(1/12) = 105.946, and 3 x 100 x 2^(4/12) = 377.976.
    expect(demand.runs).toEqual([0, 1, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]);
    expect(demand.acceleratorHours[1]).toBeCloseTo(105.946_309, 6);
    expect(demand.acceleratorHours[4]).toBeCloseTo(377.976_315, 6);
    expect(demand.acceleratorHours.filter((value) => value > 0)).toHaveLength(2);
  });

  it("take the place of first run and gap, unpriced or not", () => {
    const unpriced = { firstRunMonth: assumed(null), monthsBetweenRuns: assumed(null) };
    expect(trained({ ...dated, ...unpriced })).toEqual(trained(dated));
  });

  it("say of a gap what the gap says", () => {
    const every = (gap: number) =>
      Array.from({ length: Math.ceil(12 / gap) }, (_, run) => ({ month: run * gap, count: 1 }));
    const parts = { runDays: assumed(50), growth: compound(0.5), failureFraction: assumed(0.1) };
    for (const gap of [1, 3, 5]) {
      const runSchedule = { runs: every(gap), evidence: "assumed" as const };
      expect(trained({ ...parts, runSchedule })).toEqual(
        trained({ ...parts, monthsBetweenRuns: assumed(gap) }),
      );
    }
  });

  it("are an input of what they cost, and said where all come after the horizon", () => {
    const plan = (horizonMonths: number) =>
      planOf({
        horizonMonths,
        workloads: [inference(), training(dated)],
        options: [api({ trainingRate: assumed(1) })],
      });
    const path = "workloads.tune.runSchedule";
    expect(lineOf(projected(plan(12), "api"), "trainingRental", "training").inputs).toContain(path);
    expect(project(plan(1)).warnings).toEqual([
      { kind: "noRuns", path, workloadId: "tune", firstRunMonth: 2 },
    ]);
    expect(project(plan(2)).warnings).toEqual([]);
  });
});
