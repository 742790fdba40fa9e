import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { optionReturn, project } from "./index";
import { presentValue } from "./present-value";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { numbersIn } from "./testing/plan-inputs";
import { api, assumed, inference, onPremises, planOf } from "./testing/plans";

vi.setConfig({ testTimeout: 120_000 });

/** A server of 1,000 that saves the API's fee of 100 a month, at 12% a year. */
const bought = (parts: { months?: number; fee?: number; price?: number } = {}) =>
  planOf({
    horizonMonths: parts.months ?? 24,
    workloads: [inference()],
    assumptions: { discountRatePerYearFraction: assumed(0.12) },
    options: [
      onPremises({ quote: { serverPrice: assumed(parts.price ?? 1000) } }),
      api({ fixedFee: assumed(parts.fee ?? 100) }),
    ],
  });

const returnOf = (plan: ReturnType<typeof planOf>, a = "own", b = "api") =>
  optionReturn(plan, project(plan), a, b);

describe("optionReturn", () => {
  it("counts what the baseline costs less the option's cash, discounted", () => {
    const answer = returnOf(bought());
    const saved = Array.from({ length: 24 }, () => 100);
    expect(answer?.advantage).toEqual([-900, ...saved.slice(1)]);
    expect(answer?.netPresentAdvantage).toBeCloseTo(presentValue(saved, 0.12) - 1000, 9);
  });

  it("pays back by the end of month 11, discounted too, and its rate makes the advantage worth 0", () => {
    const answer = returnOf(bought());
    expect(answer?.payback).toEqual({ kind: "month", month: 10 });
    expect(answer?.discountedPayback).toEqual({ kind: "month", month: 10 });
    const { internalRate } = answer ?? {};
    const rate = internalRate?.kind === "return" ? internalRate.ratePerYearFraction : Number.NaN;
    expect(presentValue(answer?.advantage ?? [], rate)).toBeCloseTo(0, 6);
    expect(answer?.modifiedRatePerYearFraction).toBeCloseTo(
      ((presentValue([0, ...Array(23).fill(100)], 0.12) * 1.12 ** (23 / 12)) / 900) ** (12 / 23) -
        1,
      9,
    );
  });

  it("is like a loan, seen from the API, at the same rate", () => {
    const plan = bought();
    const own = returnOf(plan)?.internalRate;
    const rented = returnOf(plan, "api", "own");
    expect(rented?.internalRate).toEqual({ ...own, kind: "loan" });
    expect(rented?.modifiedRatePerYearFraction).toBeNull();
    expect(rented?.payback).toMatchObject({ kind: "several", month: null });
  });

  it("says at once, never, and why there is no rate", () => {
    expect(returnOf(bought({ price: 50 }))).toMatchObject({
      payback: { kind: "atOnce" },
      internalRate: { kind: "none", why: "noOutlay" },
    });
    expect(returnOf(bought({ fee: 0 }))).toMatchObject({
      payback: { kind: "never" },
      internalRate: { kind: "none", why: "noReturn" },
    });
    expect(returnOf(bought({ fee: 0, price: 0 }))).toMatchObject({
      netPresentAdvantage: 0,
      payback: { kind: "never" },
      internalRate: { kind: "none", why: "noDifference" },
    });
  });

  it("names every rate where the server is replaced inside the horizon and is not worth it again", () => {
    const plan = bought({ months: 13 });
    const [own] = plan.options;
    if (own?.kind !== "on-premises") throw new Error("The first option is on-premises.");
    const replaced = {
      ...plan,
      options: [{ ...own, usefulLifeMonths: assumed(12) }, api({ fixedFee: assumed(160) })],
    };
    const { internalRate } = returnOf(replaced) ?? {};
    expect(internalRate?.kind).toBe("several");
    if (internalRate?.kind !== "several") return;
    const { advantage } = returnOf(replaced) ?? {};
    for (const rate of internalRate.ratesPerYearFraction) {
      expect(Math.abs(presentValue(advantage ?? [], rate))).toBeLessThan(1e-6);
    }
  });

  it("is nothing against itself, or where a figure is missing", () => {
    expect(returnOf(bought(), "own", "own")).toBeNull();
    const unpriced = bought();
    expect(returnOf({ ...unpriced, options: [api({ fixedFee: assumed(null) })] })).toBeNull();
  });

  it("is the difference of net present costs, finite, and the opposite seen from the other side", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const projection = project(plan);
        const there = optionReturn(plan, projection, "own", "api");
        const back = optionReturn(plan, projection, "api", "own");
        expect(numbersIn([there, back]).filter((value) => !Number.isFinite(value))).toEqual([]);
        if (there === null || back === null) return;
        const cost = (id: string) =>
          projection.options.find(({ optionId }) => optionId === id)?.summary.netPresentCost ?? 0;
        const scale = Math.abs(cost("own")) + Math.abs(cost("api"));
        const difference = cost("api") - cost("own");
        expect(Math.abs(there.netPresentAdvantage - difference)).toBeLessThanOrEqual(1e-9 * scale);
        expect(there.netPresentAdvantage).toBeCloseTo(-back.netPresentAdvantage, 6);
      }),
    );
  });
});
