import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { project } from "./project";
import { projectionDifference } from "./projection-difference";
import { total } from "./series";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { api, assumed, inference, planOf } from "./testing/plans";
import type { Projection } from "./types";

vi.setConfig({ testTimeout: 120_000 });

const feePlan = (fee: number, given = {}) =>
  planOf({
    ...{ startMonth: "2027-01", horizonMonths: 18, workloads: [inference()] },
    options: [api({ id: "fee", fixedFee: assumed(fee) })],
    ...given,
  });
const side = (projection: Projection, fiscalYearStartMonth = 1) => ({
  projection,
  fiscalYearStartMonth,
});

describe("the difference of two projections", () => {
  it("agrees with a sum by hand: a fee of $100 a month that becomes $130, over 18 months", () => {
    const [before, after] = [project(feePlan(100)), project(feePlan(130))];
    const [fee] = projectionDifference(side(before), side(after));
    expect(fee?.cash.difference).toBeCloseTo(540, 6);
    expect(fee?.years.map(({ year, cash }) => [year, Math.round(cash.difference ?? 0)])).toEqual([
      [2027, 360],
      [2028, 180],
    ]);
  });

  it("counts a year that one side does not reach as no cost there", () => {
    const before = project(feePlan(100, { horizonMonths: 12 }));
    const [fee] = projectionDifference(side(before), side(project(feePlan(100))));
    expect(fee?.years.map(({ cash }) => [cash.before, cash.after])).toMatchObject([
      [expect.any(Number), expect.any(Number)],
      [0, expect.any(Number)],
    ]);
    expect(fee?.years[0]?.cash.difference).toBe(0);
  });

  it("has no figure on a side without the option, and none between two currencies", () => {
    const [before, after] = [project(feePlan(100, { options: [] })), project(feePlan(100))];
    const [fee] = projectionDifference(side(before), side(after));
    expect(fee?.cash).toMatchObject({ before: null, difference: null });
    expect(fee?.lines.every(({ cash }) => cash.before === null)).toBe(true);
    const [gone] = projectionDifference(side(after), side(before));
    expect(gone?.cash).toMatchObject({ after: null, difference: null });
    const inEuro = { ...after, currency: "EUR" };
    const [converted] = projectionDifference(side(after), side(inEuro));
    expect(converted?.cash.difference).toBeNull();
  });

  it("adds up: the lines' differences are the total's, and of a projection with itself there is none", () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.integer({ min: 1, max: 12 }), (plan, first) => {
        const before = project(plan);
        const after = project({ ...plan, horizonMonths: Math.max(1, plan.horizonMonths - 7) });
        for (const of of projectionDifference(side(before, first), side(before, first)))
          for (const { cash } of [of, ...of.lines]) expect(cash.difference).toBe(0);
        for (const of of projectionDifference(side(before, first), side(after, first))) {
          if (of.cash.difference === null) continue;
          const differences = of.lines.map(({ cash }) => cash.difference ?? Number.NaN);
          const scale = total(
            of.lines.map(({ cash }) => Math.abs(cash.before ?? 0) + Math.abs(cash.after ?? 0)),
          );
          const apart = Math.abs(total(differences) - of.cash.difference);
          expect(apart).toBeLessThanOrEqual(1e-9 * scale + 1e-6);
        }
      }),
    );
  });
});
