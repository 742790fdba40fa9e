import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMoneyUnit } from "@/lib/schemas/figure";
import { figuresOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { applyChanges, project, walkAwayPrice } from "../index";
import { arbitraryPlan } from "../testing/arbitrary-plan";
import { api, assumed, cloud, combined, inference, onPremises, planOf } from "../testing/plans";
import { searchesEach } from "../testing/property-runs";
import { thresholdsOf } from "./thresholds";
import type { ThresholdSearch } from "./types";

const search = (path: string, parts: Partial<ThresholdSearch> = {}): ThresholdSearch => ({
  path,
  from: 0,
  to: 100,
  usual: [0, 10],
  integer: false,
  price: true,
  ...parts,
});

function lessAt(plan: Plan, path: string, value: number, [a, b]: readonly [string, string]) {
  const { options } = project(applyChanges(plan, [{ path, value }]));
  const cost = (id: string) => {
    const option = options.find(({ optionId }) => optionId === id);
    return option?.status === "complete" ? option.summary.netPresentCost : null;
  };
  const [first, second] = [cost(a), cost(b)];
  if (first === null || second === null) return "unranked";
  return second - first > 1e-12 * Math.abs(first) ? "less" : "notLess";
}

describe("thresholdsOf", () => {
  // Cloud: one instance of one accelerator, 730 h at the rate; the API: $1,460 a month. Equal at $2.
  const plan = planOf({
    workloads: [inference({ requestsPerMonth: assumed(1000) })],
    options: [
      api({ outputPrice: assumed(1.46e6) }),
      cloud({
        rate: assumed(1),
        throughput: [combined(1)],
      }),
    ],
  });
  const pair = { optionId: "cloud", rivalIds: ["api"] };

  it("finds the one price at which the cheaper option changes", () => {
    const found = thresholdsOf(plan, search("options.cloud.rate"), pair);
    expect(found).toMatchObject({ verdict: "once", exact: true });
    expect(found.intervals).toHaveLength(1);
    expect(found.intervals[0]?.low).toBe(0);
    expect(found.intervals[0]?.high).toBeCloseTo(2, 9);
    expect(found.thresholds[0]?.becomes).toBe("notLess");
  });

  it("says always and never of prices, and not verified of what it only scanned", () => {
    const path = "options.cloud.rate";
    expect(thresholdsOf(plan, search(path, { to: 1.9 }), pair).verdict).toBe("always");
    expect(thresholdsOf(plan, search(path, { from: 2.1 }), pair).verdict).toBe("never");
    const scanned = thresholdsOf(plan, search(path, { to: 1.9, price: false }), pair);
    expect(scanned).toMatchObject({ verdict: "notVerified", standing: "less", exact: false });
    expect(scanned.tried).toBeGreaterThan(30);
    const unpriced = applyChanges(plan, []);
    const missing = {
      ...unpriced,
      options: [api({ outputPrice: assumed(null) }), ...plan.options.slice(1)],
    };
    expect(thresholdsOf(missing, search(path), pair).verdict).toBe("unranked");
  });

  it("finds every interval where machines come in steps", () => {
    // n instances from (n - 1) to n full loads; the API costs 1.25 of an instance for a full load. So
    // the cloud costs less above 0.8 n on step n, and from the fourth step on it stays so.
    const full = 730 * 3600;
    const stepped = planOf({
      workloads: [inference({ requestsPerMonth: assumed(full) })],
      options: [
        api({ outputPrice: assumed((730 / full) * 1e6 * 1.25) }),
        cloud({ rate: assumed(1), throughput: [combined(1)] }),
      ],
    });
    const path = "workloads.chat.requestsPerMonth";
    const wide = search(path, { to: full * 6, usual: [0, full * 6], price: false });
    const found = thresholdsOf(stepped, wide, pair);
    expect(found.verdict).toBe("several");
    const loads = found.intervals.map(({ low, high }) => [low / full, high / full]);
    const expected = [
      [0.8, 1],
      [1.6, 2],
      [2.4, 3],
      [3.2, 6],
    ];
    expect(loads).toHaveLength(expected.length);
    loads.flat().forEach((load, nth) => {
      expect(load).toBeCloseTo(expected.flat()[nth] ?? 0, 8);
    });
  });

  it("tries each whole value, and then knows", () => {
    const spare = thresholdsOf(
      plan,
      search("options.cloud.spareReplicas", { to: 20, integer: true, price: false }),
      pair,
    );
    // One instance costs 730 of 1,460; with one spare both cost the same, which is not less.
    expect(spare).toMatchObject({
      verdict: "once",
      exact: true,
      intervals: [{ low: 0, high: 0 }],
      thresholds: [{ before: 0, after: 1, was: "less", becomes: "notLess" }],
    });
  });

  it("agrees with the walk-away price", () => {
    const bought = planOf({
      workloads: [inference({ requestsPerMonth: assumed(1000) })],
      options: [
        api({ outputPrice: assumed(1e6) }),
        onPremises({
          supportPerYearFraction: assumed(0.1),
          quote: { serverPrice: assumed(8000), installationPrice: assumed(2000) },
        }),
      ],
    });
    const walkAway = walkAwayPrice(bought, "own", "api").serverPrice ?? 0;
    const found = thresholdsOf(
      bought,
      search("options.own.quote.serverPrice", { to: 1e8, usual: [4000, 16_000] }),
      { optionId: "own", rivalIds: ["api"] },
    );
    expect(found.verdict).toBe("once");
    expect(Math.abs((found.thresholds[0]?.before ?? 0) / walkAway - 1)).toBeLessThan(1e-9);
  });

  it("finds ends of intervals at which the sign really changes, in any plan", () => {
    let changes = 0;
    fc.assert(
      fc.property(arbitraryPlan(), fc.nat(), (some, nth) => {
        const figures = figuresOf(some).filter(({ figure }) => figure.value !== null);
        const chosen = figures[nth % figures.length];
        if (!chosen) return;
        const { path, spec, figure } = chosen;
        const today = figure.value ?? 0;
        const found = thresholdsOf(
          some,
          {
            path,
            from: spec.min,
            to: spec.max,
            usual: [Math.max(spec.min, today / 2), Math.min(spec.max, today * 2 + 1)],
            integer: spec.integer ?? false,
            price: isMoneyUnit(spec.unit),
          },
          { optionId: "cloud", rivalIds: ["api"] },
        );
        for (const { before, after, was, becomes } of found.thresholds) {
          changes += 1;
          expect(was).not.toBe(becomes);
          expect(lessAt(some, path, before, ["cloud", "api"])).toBe(was);
          expect(lessAt(some, path, after, ["cloud", "api"])).toBe(becomes);
          expect(after - before).toBeLessThanOrEqual(
            spec.integer ? 1 : 1e-12 * Math.max(Math.abs(after), Math.abs(before)) + 1e-20,
          );
        }
        for (const { low, high } of found.intervals) {
          expect(low).toBeLessThanOrEqual(high);
          expect(lessAt(some, path, low, ["cloud", "api"])).toBe("less");
          expect(lessAt(some, path, high, ["cloud", "api"])).toBe("less");
        }
      }),
      searchesEach,
    );
    expect(changes).toBeGreaterThan(10);
  });
});
