import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { byFiscalYear, fiscalYearsOf } from "./fiscal-years";
import { project } from "./project";
import { total } from "./series";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { api, assumed, inference, onPremises, planOf } from "./testing/plans";

vi.setConfig({ testTimeout: 120_000 });

const spans = (startMonth: string, months: number, fiscalYearStartMonth: number) =>
  fiscalYearsOf({ startMonth, months }, fiscalYearStartMonth).map(
    ({ year, firstMonth, lastMonth, fromMonth, toMonth, monthsCovered }) =>
      [year, firstMonth, lastMonth, fromMonth, toMonth, monthsCovered] as const,
  );

describe("the fiscal years of a plan", () => {
  it("are calendar years from January", () => {
    expect(spans("2027-01", 24, 1)).toEqual([
      [2027, "2027-01", "2027-12", 0, 11, 12],
      [2028, "2028-01", "2028-12", 12, 23, 12],
    ]);
  });

  it("are named by the year in which they end, and say what the plan covers of them", () => {
    expect(spans("2027-01", 24, 4)).toEqual([
      [2027, "2026-04", "2027-03", 0, 2, 3],
      [2028, "2027-04", "2028-03", 3, 14, 12],
      [2029, "2028-04", "2029-03", 15, 23, 9],
    ]);
  });

  it.each([
    ["2027-04", 4, [2028, "2027-04", "2028-03", 0, 0, 1]],
    ["2027-03", 4, [2027, "2026-04", "2027-03", 0, 0, 1]],
    ["2027-12", 12, [2028, "2027-12", "2028-11", 0, 0, 1]],
    ["2027-11", 12, [2027, "2026-12", "2027-11", 0, 0, 1]],
  ] as const)("of one month, %s with month %i as their first", (startMonth, first, year) => {
    expect(spans(startMonth, 1, first)).toEqual([year]);
  });
});

describe("spend by fiscal year", () => {
  it("agrees with a sum by hand: a fee of $100 a month, and a server of $3,600 over 36 months", () => {
    const plan = planOf({
      startMonth: "2027-01",
      horizonMonths: 18,
      workloads: [inference()],
      options: [
        api({ id: "fee", fixedFee: assumed(100) }),
        onPremises({ usefulLifeMonths: assumed(36), quote: { serverPrice: assumed(3600) } }),
      ],
    });
    const { years, options } = byFiscalYear(project(plan), 4);
    expect(years.map(({ year, monthsCovered }) => [year, monthsCovered])).toEqual([
      [2027, 3],
      [2028, 12],
      [2029, 3],
    ]);
    const [fee, own] = options;
    expect(fee?.cash.all).toEqual([300, 1200, 300]);
    expect(fee?.accrual.all).toEqual([300, 1200, 300]);
    expect(own?.cash.inference).toEqual([3600, 0, 0]);
    expect(own?.accrual.inference.map((money) => Math.round(money))).toEqual([300, 1200, 300]);
    expect(own?.cash.training).toEqual([0, 0, 0]);
  });

  it("sums to the whole, by use, view and line, whatever month the year begins in", () => {
    const first = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(arbitraryPlan(), first, (plan, fiscalYearStartMonth) => {
        const projection = project(plan);
        const { years, options } = byFiscalYear(projection, fiscalYearStartMonth);
        expect(total(years.map(({ monthsCovered }) => monthsCovered))).toBe(projection.months);
        for (const spend of options) {
          const option = projection.options.find(({ optionId }) => optionId === spend.optionId);
          if (!option) throw new Error("an option that the projection lacks");
          for (const view of ["cash", "accrual"] as const) {
            const scale = total(option.lines.map((line) => total(line[view].map(Math.abs))));
            for (const use of ["inference", "training", "all"] as const)
              near(total(spend[view][use]), total(option[view][use]), scale);
            near(total(spend.lines.flatMap((line) => line[view])), total(option[view].all), scale);
          }
        }
      }),
    );
  });
});

function near(actual: number, expected: number, scale: number) {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * scale + 1e-6);
}
