import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { breakEvenVolume, project, runRateCurve } from "./index";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { withRequestsTimes } from "./testing/plan-inputs";
import {
  api,
  assumed,
  cloud,
  combined,
  inference,
  onPremises,
  planOf,
  training,
  yearly,
} from "./testing/plans";
import { searchesEach } from "./testing/property-runs";
import { oneSteadyMonth } from "./testing/steady-month";

vi.setConfig({ testTimeout: 120_000 });

const million = 1e6;
const secondsPerMonth = 730 * 3600;

/** 1M output tokens a month; API at $1.40 a million; instances of 81M tokens a month at $100, and $30 of storage. */
const fixture = planOf({
  workloads: [
    inference({ requestsPerMonth: assumed(1000), outputTokensPerRequest: assumed(1000) }),
  ],
  options: [
    api({ outputPrice: assumed(1.4) }),
    cloud({
      rate: assumed(100 / 730),
      storage: assumed(30),
      throughput: [combined((81 * million) / secondsPerMonth)],
    }),
  ],
});

describe("breakEvenVolume", () => {
  it("gives the published intervals for a plan of the same figures", () => {
    const result = breakEvenVolume(fixture, "cloud", "api", {
      month: 0,
      searchUpToTokens: 2000 * million,
    });
    expect(result.verdict).toBe("several");
    const rounded = result.intervals.map(({ low, high }) => [
      Math.round(low / 1e5) / 10,
      high === null ? null : Math.round(high / 1e5) / 10,
    ]);
    expect(rounded).toEqual([
      [235.7, 243],
      [307.1, 324],
      [378.6, 405],
      [450, 486],
      [521.4, 567],
      [592.9, 648],
      [664.3, 729],
      [735.7, null],
    ]);
  });

  it("leaves training out", () => {
    const trained = { ...fixture, workloads: [...fixture.workloads, training()] };
    const search = { month: 0, searchUpToTokens: 2000 * million };
    expect(breakEvenVolume(trained, "cloud", "api", search)).toEqual(
      breakEvenVolume(fixture, "cloud", "api", search),
    );
  });

  it("takes the chosen month's prices", () => {
    const path = { kind: "steps" as const, evidence: "assumed" as const };
    const cheaper = planOf({
      ...fixture,
      assumptions: { apiPricePath: { ...path, steps: [{ month: 6, factor: 0.5 }] } },
    });
    const at = (month: number) =>
      breakEvenVolume(cheaper, "api", "cloud", { month, searchUpToTokens: 200 * million });
    expect(at(0).intervals).toEqual([{ low: 0, high: null }]);
    expect(at(6).verdict).toBe("always");
    const later = breakEvenVolume(cheaper, "cloud", "api", {
      month: 6,
      searchUpToTokens: 2000 * million,
    });
    expect(later.verdict).toBe("never");
  });

  it("says never only where a wider search finds nothing either", () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.boolean(), (plan, turned) => {
        const [a, b] = turned ? ["own", "cloud"] : ["cloud", "api"];
        const search = (searchUpToTokens: number) =>
          breakEvenVolume(plan, a ?? "", b ?? "", { month: 0, searchUpToTokens });
        if (search(1e8).verdict !== "never") return;
        expect(search(1e10).intervals).toEqual([]);
      }),
    );
  });

  it("does not say never while a later step could still lose", () => {
    // Two workloads share a machine of two replicas: 1 machine at first, 2 just above 100 tokens,
    // where the API at 1.2 machines + 0.56 a hundred tokens has come to 1.76.
    const share = (id: string, rate: number) =>
      combined(rate / secondsPerMonth, { workloadId: id, acceleratorsPerReplica: 1 });
    const plan = planOf({
      workloads: [
        inference({ id: "first", requestsPerMonth: assumed(50) }),
        inference({ id: "second", requestsPerMonth: assumed(50) }),
      ],
      options: [
        api({ outputPrice: assumed(5600), fixedFee: assumed(1.2) }),
        cloud({
          acceleratorsPerInstance: assumed(2),
          rate: assumed(1 / 1460),
          throughput: [share("first", 50), share("second", 500)],
        }),
      ],
    });
    const search = (searchUpToTokens: number) =>
      breakEvenVolume(plan, "api", "cloud", { month: 0, searchUpToTokens });
    expect(search(90)).toMatchObject({ verdict: "notVerified", complete: true });
    expect(search(110).intervals[0]?.low).toBeCloseTo(100, 6);
  });

  it("buys servers at the chosen month's price, once the quote has expired", () => {
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: assumed(100) })],
      options: [
        onPremises({
          usefulLifeMonths: assumed(10),
          throughput: [combined(100 / secondsPerMonth)],
          quote: { validUntil: "2027-03-31", serverPrice: assumed(1000) },
        }),
      ],
      assumptions: { hardwarePricePath: yearly(-0.5) },
    });
    const costAt = (month: number) =>
      runRateCurve(plan, "own", { month, upToTokens: 50 })?.points[0]?.cost;
    expect(costAt(2)).toBeCloseTo(100, 9);
    expect(costAt(6)).toBeCloseTo(100 * 0.5 ** (6 / 12), 9);
  });

  it("ranks nothing where a price is missing, a month has no tokens or an option is unknown", () => {
    const search = { month: 0, searchUpToTokens: 1e9 };
    const unpriced = { ...fixture, options: [api({ outputPrice: assumed(null) }), cloud()] };
    const idle = { ...fixture, workloads: [inference({ requestsPerMonth: assumed(0) })] };
    for (const plan of [unpriced, idle]) {
      expect(breakEvenVolume(plan, "cloud", "api", search).verdict).toBe("unranked");
    }
    expect(breakEvenVolume(fixture, "cloud", "nobody", search).verdict).toBe("unranked");
    expect(breakEvenVolume(fixture, "cloud", "api", { ...search, month: 12 }).verdict).toBe(
      "unranked",
    );
  });
});

describe("runRateCurve", () => {
  it("draws each vertical as two points at the same tokens", () => {
    const curve = runRateCurve(fixture, "cloud", { month: 0, upToTokens: 200 * million });
    expect(curve?.points).toEqual([
      { tokens: 0, cost: expect.closeTo(130, 9) },
      { tokens: expect.closeTo(81 * million, 0), cost: expect.closeTo(130, 9) },
      { tokens: expect.closeTo(81 * million, 0), cost: expect.closeTo(230, 9) },
      { tokens: expect.closeTo(162 * million, 0), cost: expect.closeTo(230, 9) },
      { tokens: expect.closeTo(162 * million, 0), cost: expect.closeTo(330, 9) },
      { tokens: 200 * million, cost: expect.closeTo(330, 9) },
    ]);
  });

  it("draws an API as one straight line from its fixed fee", () => {
    const plan = { ...fixture, options: [api({ outputPrice: assumed(2), fixedFee: assumed(50) })] };
    expect(runRateCurve(plan, "api", { month: 0, upToTokens: 10 * million })?.points).toEqual([
      { tokens: 0, cost: 50 },
      { tokens: 10 * million, cost: expect.closeTo(70, 9) },
    ]);
  });

  it("keeps what is owned and sends the share beyond it over the bridge", () => {
    // Two owned servers of 100 tokens a month each: 300 tokens need three, so 1/3 goes to the API.
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: assumed(100) })],
      options: [
        api({ outputPrice: assumed(1_000_000) }),
        onPremises({
          purchasing: "none",
          bridgeOptionId: "api",
          owned: { servers: assumed(2), ageMonths: assumed(0), bookValue: assumed(600) },
          throughput: [combined(100 / secondsPerMonth)],
        }),
      ],
    });
    const points = runRateCurve(plan, "own", { month: 0, upToTokens: 300 })?.points;
    expect(points).toEqual([
      { tokens: 0, cost: expect.closeTo(20, 9) },
      { tokens: expect.closeTo(200, 6), cost: expect.closeTo(20, 9) },
      { tokens: expect.closeTo(200, 6), cost: expect.closeTo(20 + 200 / 3, 6) },
      { tokens: expect.closeTo(300, 6), cost: expect.closeTo(120, 6) },
    ]);
  });

  it("spreads what differs by age over the months of service", () => {
    // 1,200 declines at 2/10 a month to nothing in 8 months of service: 1,200 x (1 - 0.8^5 x 2/5) / 8;
    // a fifth of 960 of support a year / 12 is due in 8 - 6 of 8 months.
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: assumed(100) })],
      options: [
        onPremises({
          depreciationMethod: "double-declining",
          usefulLifeMonths: assumed(10),
          refreshMonths: assumed(8),
          warrantyMonths: assumed(6),
          supportPerYearFraction: assumed(0.8),
          throughput: [combined(100 / secondsPerMonth)],
          quote: { serverPrice: assumed(1200) },
        }),
      ],
    });
    const cost = runRateCurve(plan, "own", { month: 0, upToTokens: 50 })?.points[0]?.cost;
    const used = 1200 * (1 - 0.8 ** 5 * (2 / 5));
    expect(cost).toBeCloseTo(used / 8 + (80 * 2) / 8, 9);
  });

  it("costs at any volume what a plan of one month at that volume costs", () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.double({ min: 0.01, max: 5, noNaN: true }), (plan, k) => {
        const steady = oneSteadyMonth(plan);
        const served = project(steady).servedTokens[0] ?? 0;
        if (served * k < 1) return;
        const scaled = project(withRequestsTimes(steady, k));
        for (const { optionId, status, accrual } of scaled.options) {
          const drawn = runRateCurve(steady, optionId, { month: 0, upToTokens: served * k });
          if (status !== "complete") continue;
          const cost = accrual.inference[0] ?? 0;
          const last = drawn?.points.at(-1);
          if ((last?.tokens ?? 0) < served * k) continue;
          expect(Math.abs((last?.cost ?? 0) - cost)).toBeLessThanOrEqual(1e-7 * Math.abs(cost));
        }
      }),
      searchesEach,
    );
  });
});
