import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import { applyChanges, project, runRateCurve, walkAwayPrice } from "./index";
import { total } from "./series";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { magnitude, near } from "./testing/expectations";
import { api, assumed, inference, onPremises, planOf } from "./testing/plans";
import "./testing/property-runs";
import { lineOf, projected } from "./testing/results";

type Method = "book" | "macrs3" | "macrs5" | "macrs7";

/** A server of 120,000 with five years of life, from January 2027, at 25% tax. */
const bought = (taxDepreciation: Method, parts: Partial<Plan> = {}, own = {}) =>
  planOf({
    horizonMonths: 72,
    workloads: [inference()],
    options: [
      onPremises({ quote: { serverPrice: assumed(120_000) }, ...own }),
      api({ fixedFee: assumed(1000) }),
    ],
    ...parts,
    assumptions: { taxRateFraction: assumed(0.25), taxDepreciation },
  });

const byYear = (amounts: readonly number[]) =>
  amounts.flatMap((amount, month) => (month % 12 === 11 ? [amount] : []));

describe("tax", () => {
  it("lowers an API's bill of 1,000 a month by 3,000 in each December, and by 250 as consumed", () => {
    const tax = lineOf(projected(bought("book"), "api"), "tax");
    expect(byYear(tax.cash)).toEqual([-3000, -3000, -3000, -3000, -3000, -3000]);
    expect(total(tax.cash)).toBe(-18_000);
    expect(tax.accrual.every((amount) => amount === -250)).toBe(true);
    expect(tax.inputs).toEqual(["assumptions.taxRateFraction"]);
  });

  it("is posted in the fiscal year's last month, and in the plan's last", () => {
    const plan = bought("book", { fiscalYearStartMonth: 4, horizonMonths: 20 });
    const { cash } = lineOf(projected(plan, "api"), "tax");
    expect(cash.flatMap((amount, month) => (amount === 0 ? [] : [[month, amount]]))).toEqual([
      [2, -750],
      [14, -3000],
      [19, -1250],
    ]);
  });

  it("deducts a purchase as the books do: 24,000 a year, 6,000 less tax", () => {
    const tax = lineOf(projected(bought("book", { horizonMonths: 60 }), "own"), "tax");
    expect(byYear(tax.cash)).toEqual(
      [-6000, -6000, -6000, -6000, -6000].map((n) => expect.closeTo(n, 6)),
    );
    expect(total(tax.accrual)).toBeCloseTo(-30_000, 6);
  });

  it("deducts by MACRS 5 instead: 24,000, 38,400, 23,040, 13,824, 13,824, 6,912 at a life of 7 years", () => {
    const plan = bought("macrs5", {}, { usefulLifeMonths: assumed(84) });
    const { cash, accrual } = lineOf(projected(plan, "own"), "tax");
    expect(byYear(cash)).toEqual(
      [24_000, 38_400, 23_040, 13_824, 13_824, 6912].map((n) => expect.closeTo(-n / 4, 6)),
    );
    expect(accrual[0]).toBeCloseTo(-120_000 / 84 / 4, 9);
  });

  it("deducts what is left in the year a server leaves, and taxes what it then brings", () => {
    const own = { usefulLifeMonths: assumed(24), residualFraction: assumed(0.1) };
    const oneLife = bought("macrs5", { horizonMonths: 25 }, { ...own, purchasing: "as-needed" });
    const row = projected(oneLife, "own");
    const residual = total(lineOf(row, "residualValue").cash);
    expect(residual).toBe(-12_000);
    // 24,000 and 38,400; then the rest, 57,600, and 20% of the next server, less the 12,000 received.
    expect(lineOf(row, "tax").cash[24]).toBeCloseTo(-0.25 * (57_600 + 24_000 - 12_000), 6);
  });

  it("takes the mid-quarter convention where over 40% of a year's servers come in its last quarter", () => {
    const late = { leadTimeMonths: assumed(10), bridgeOptionId: "api" };
    const { cash } = lineOf(projected(bought("macrs5", { horizonMonths: 24 }, late), "own"), "tax");
    // 5% of 120,000 and ten months of the bridge's 1,000; then 38%.
    expect(cash[11]).toBeCloseTo(-0.25 * (6000 + 10_000), 6);
    expect(cash[23]).toBeCloseTo(-0.25 * 45_600, 6);
  });

  it("is put off, not lost: what is left at the horizon is less by the tax on it", () => {
    const plan = bought("macrs5", { horizonMonths: 12 });
    const own = projected(plan, "own");
    // After a year books and tax have both 80% of 120,000 left; after two 60% and 48%.
    expect(own.summary.remainingBookValue).toBeCloseTo(96_000, 6);
    const later = projected(bought("macrs5", { horizonMonths: 24 }), "own");
    expect(later.summary.remainingBookValue).toBeCloseTo(72_000 - 0.25 * (72_000 - 57_600), 6);
  });

  it("taxes the gain where the book value is counted as received", () => {
    const plan = bought("macrs5", { horizonMonths: 24 });
    const counted = {
      ...plan,
      assumptions: { ...plan.assumptions, countRemainingBookValue: true },
    };
    const own = projected(counted, "own");
    expect(lineOf(own, "remainingBookValue").cash[23]).toBeCloseTo(-72_000, 6);
    expect(own.summary.cash).toBeCloseTo(own.summary.accrual, 6);
    const gain = 72_000 - 57_600;
    expect(own.summary.cash - projected(plan, "own").summary.cash).toBeCloseTo(
      -72_000 + 0.25 * gain,
      6,
    );
  });

  it("is nothing at 0, or where the plan names none, to the last bit", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const { taxRateFraction: _, taxDepreciation: __, ...before } = plan.assumptions;
        const untaxed = { ...plan, assumptions: before };
        const zero = { ...before, taxRateFraction: assumed(0), taxDepreciation: "macrs5" as const };
        expect(project({ ...plan, assumptions: zero })).toEqual(project(untaxed));
        expect(
          project(untaxed).options.flatMap(({ lines }) => lines.map(({ id }) => id)),
        ).not.toContain("tax");
      }),
    );
  });
});

describe("after tax", () => {
  const taxed = arbitraryPlan().map((plan): Plan => {
    const { taxRateFraction = assumed(0.3), taxDepreciation = "macrs5" } = plan.assumptions;
    return { ...plan, assumptions: { ...plan.assumptions, taxRateFraction, taxDepreciation } };
  });

  it("is linear in the price of a quote, so that typing the walk-away price makes both costs equal", () => {
    fc.assert(
      fc.property(taxed, fc.double({ min: 0, max: 3, noNaN: true }), (plan, factor) => {
        const costAt = (times: number) => {
          const prices = ["serverPrice", "networkPrice"].map((name) => `options.own.quote.${name}`);
          const quote = plan.options.find(({ id }) => id === "own");
          if (quote?.kind !== "on-premises") return null;
          const values = [quote.quote.serverPrice.value, quote.quote.networkPrice.value];
          const changes = prices.map((path, i) => ({ path, value: (values[i] ?? 0) * times }));
          const own = projected(applyChanges(plan, changes), "own");
          return own.status === "complete" ? own : null;
        };
        const [free, quoted, there] = [costAt(0), costAt(1), costAt(factor)];
        if (free === null || quoted === null || there === null) return;
        const scale = (times: number) => magnitude(free) + times * magnitude(quoted);
        const [atFree, atQuoted] = [free.summary.netPresentCost, quoted.summary.netPresentCost];
        near(
          there.summary.netPresentCost,
          atFree + factor * (atQuoted - atFree),
          scale(1 + factor),
        );
        const { verdict, priceFactor } = walkAwayPrice(plan, "own", "api");
        if (verdict !== "price" || priceFactor === null) return;
        const api = projected(plan, "api");
        const met = costAt(priceFactor)?.summary.netPresentCost ?? Number.NaN;
        near(met, api.summary.netPresentCost, magnitude(api) + scale(1 + priceFactor));
      }),
    );
  });

  it("leaves 1 - rate of every month at every volume, so that crossings stay where they are", () => {
    fc.assert(
      fc.property(taxed, (plan) => {
        const { taxRateFraction, ...before } = plan.assumptions;
        const kept = 1 - (taxRateFraction?.value ?? 0);
        const upToTokens = 20 * (project(plan).servedTokens[0] ?? 0);
        const pointsOf = (of: Plan, id: string) =>
          runRateCurve(of, id, { month: 0, upToTokens })?.points ?? [];
        for (const id of ["api", "cloud", "own"]) {
          const untaxed = pointsOf({ ...plan, assumptions: before }, id);
          const scale = Math.max(0, ...untaxed.map(({ cost }) => Math.abs(cost)));
          let from = 0;
          let farthest = 0;
          for (const { tokens, cost } of pointsOf(plan, id)) {
            const [low, high] = [tokens * (1 - 1e-9), tokens * (1 + 1e-9)];
            while ((untaxed[from]?.tokens ?? Number.POSITIVE_INFINITY) < low) from += 1;
            const off: number[] = [];
            for (let at = from; (untaxed[at]?.tokens ?? Number.POSITIVE_INFINITY) <= high; at += 1)
              off.push(Math.abs(cost - (untaxed[at]?.cost ?? Number.NaN) * kept));
            farthest = Math.max(farthest, Math.min(...off));
          }
          expect(farthest).toBeLessThanOrEqual(1e-9 * scale + 1e-6);
        }
      }),
    );
  });
});
