import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import { figuresOf } from "@/lib/schemas/paths";
import { type Plan, plan as planSchema } from "@/lib/schemas/plan";
import { inPlanCurrency } from "./convert-plan";
import { project } from "./index";
import { total } from "./series";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { complete, near, optionOf, same } from "./testing/expectations";
import {
  numbersIn,
  pricePaths,
  withPricesTimes,
  withRequestsTimes,
  withValues,
} from "./testing/plan-inputs";
import { plansEach } from "./testing/property-runs";
import type { OptionProjection } from "./types";

const plans = arbitraryPlan();

const termMonths = { "1-year": 12, "3-year": 36, "5-year": 60 } as const;

/** What running commitments were paid for before month 1, and is not used up by then. */
function openingPrepaid(plan: Plan, row: CloudOption): number {
  const hours = (row.acceleratorsPerInstance.value ?? 0) * plan.hoursPerMonth;
  return total(
    (row.commitments ?? []).map(({ running, payment, term, instances }) => {
      if (running === undefined || payment === "monthly") return 0;
      const left = Math.max(0, termMonths[term] - (running.monthsRun.value ?? 0));
      return left * (instances.value ?? 0) * hours * (running.rate.value ?? 0);
    }),
  );
}

/** What is owned or prepaid at month 1, in the option itself or in a part of it. */
function openingBookValue(plan: Plan, optionId: string | null): number {
  const row = plan.options.find(({ id }) => id === optionId);
  if (row?.kind === "portfolio") {
    const parts = [row.firstOptionId, row.secondOptionId];
    return total(parts.map((id) => openingBookValue(plan, id)));
  }
  if (row?.kind === "cloud") return openingPrepaid(plan, row);
  if (row?.kind !== "on-premises") return 0;
  return total(
    [row.owned, ...(row.furtherOwned ?? [])].map(
      (group) => (group?.servers.value ?? 0) * (group?.bookValue.value ?? 0),
    ),
  );
}

describe("any valid plan", () => {
  it("is a plan the schema takes", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const rounded = withValues(
          plan,
          new Map(
            figuresOf(plan)
              .filter(({ spec }) => spec.maxDecimals !== undefined)
              .map(({ path, figure }) => [path, Number(figure.value?.toFixed(2))]),
          ),
        );
        same(planSchema.safeParse(rounded).error?.issues ?? [], []);
      }),
      plansEach,
    );
  });

  it("has totals that are the sums of its lines, by month, use and view", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const option of complete(project(plan))) {
          for (const view of ["cash", "accrual"] as const) {
            const lines = total(option.lines.map((line) => total(line[view])));
            const scale = total(option.lines.map((line) => total(line[view].map(Math.abs))));
            near(total(option[view].all), lines, scale);
            near(total(option[view].inference) + total(option[view].training), lines, scale);
            near(option[view].cumulative.at(-1) ?? 0, lines, scale);
            near(option.summary[view], lines, scale);
          }
          near(option.summary.inference + option.summary.training, option.summary.accrual);
        }
      }),
      plansEach,
    );
  });

  it("costs k times as much when every price is k times as high", () => {
    fc.assert(
      fc.property(plans, fc.double({ min: 0.1, max: 20, noNaN: true }), (plan, k) => {
        const before = project(plan);
        const after = project(withPricesTimes(plan, k));
        for (const option of complete(before)) {
          const scaled = optionOf(after, option.optionId).summary;
          const scale = k * total(option.lines.map((line) => total(line.cash.map(Math.abs))));
          near(scaled.cash, k * option.summary.cash, scale);
          near(scaled.accrual, k * option.summary.accrual, scale);
          near(scaled.netPresentCost, k * option.summary.netPresentCost, scale);
        }
      }),
      plansEach,
    );
  });

  it("never costs less when one price is higher", () => {
    fc.assert(
      fc.property(plans, fc.nat(), fc.double({ min: 1, max: 5, noNaN: true }), (plan, n, k) => {
        const { countRemainingBookValue, taxRateFraction } = plan.assumptions;
        const isPaid = countRemainingBookValue || taxRateFraction !== undefined;
        // A tier's threshold is money, but no price; what owned servers bring is income.
        const isNoPrice = (path: string) =>
          path.endsWith(".fromSpend") || (path.includes("wned.") && path.endsWith("residualValue"));
        // What was paid before month 1: counted or deducted, it lowers the cost.
        const isSunk = (path: string) =>
          path.endsWith("bookValue") || path.endsWith("running.rate");
        const paths = pricePaths(plan).filter(
          (path) => !isNoPrice(path) && !(isSunk(path) && isPaid),
        );
        const path = paths[n % paths.length] ?? "";
        const price = figuresOf(plan).find((one) => one.path === path)?.figure.value ?? 0;
        const after = project(withValues(plan, new Map([[path, price * k + 1]])));
        const counted = plan.assumptions.countRemainingBookValue;
        for (const option of complete(project(plan))) {
          const dearer = optionOf(after, option.optionId).summary;
          for (const measure of ["cash", "accrual", "netPresentCost"] as const) {
            // What is bought on credit is paid in part after the horizon.
            const due = measure === "accrual" || counted ? 0 : option.summary.owedAtHorizon;
            const dueAfter = measure === "accrual" || counted ? 0 : dearer.owedAtHorizon;
            const before = option.summary[measure] + due;
            expect(dearer[measure] + dueAfter).toBeGreaterThanOrEqual(
              before - 1e-9 * Math.abs(before) - 1e-6,
            );
          }
        }
      }),
      plansEach,
    );
  });

  it("does not depend on the order of its options", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const forwards = project(plan);
        const backwards = project({ ...plan, options: plan.options.toReversed() });
        same(backwards.ranking, forwards.ranking);
        same(backwards.options.toReversed(), forwards.options);
      }),
      plansEach,
    );
  });

  it("has, at discount 0, a net present cost that is the plain sum", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const path = "assumptions.discountRatePerYearFraction";
        for (const { summary } of complete(project(withValues(plan, new Map([[path, 0]]))))) {
          near(summary.netPresentCost, summary.cash);
        }
      }),
      plansEach,
    );
  });

  it("reconciles cash with accrual: what is paid and not used up is book value, less what is still to be paid", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const option of complete(project(plan))) {
          const opening = openingBookValue(inPlanCurrency(plan), option.optionId);
          const counted = plan.assumptions.countRemainingBookValue;
          const { remainingBookValue, owedAtHorizon } = option.summary;
          const left = counted ? 0 : remainingBookValue - owedAtHorizon;
          const scale = total(option.lines.map((line) => total(line.cash.map(Math.abs))));
          near(option.summary.cash, option.summary.accrual + left - opening, scale + opening);
        }
      }),
      plansEach,
    );
  });

  it("bills an API on the mean: the peak moves nothing", () => {
    fc.assert(
      fc.property(plans, fc.double({ min: 1, max: 100, noNaN: true }), (plan, peak) => {
        const paths = figuresOf(plan).filter(({ path }) => path.endsWith("peakToMeanRatio"));
        const peaky = withValues(plan, new Map(paths.map(({ path }) => [path, peak])));
        same(optionOf(project(peaky), "api"), optionOf(project(plan), "api"));
      }),
      plansEach,
    );
  });

  it("adds an API's input, cached and output dollars up to its token bill", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const projection = project(plan);
        const row = inPlanCurrency(plan).options.find((option) => option.kind === "api");
        if (row?.kind !== "api" || plan.assumptions.apiPricePath.kind !== "annual") return;
        const change = plan.assumptions.apiPricePath.changePerYearFraction.value ?? 0;
        let bill = 0;
        for (const demand of projection.demand) {
          if (demand.kind !== "inference") continue;
          for (let month = 0; month < projection.months; month += 1) {
            const written = row.cacheWritePrice ? (row.cacheWriteFraction?.value ?? 1) : 0;
            const uncachedPrice =
              (row.inputPrice.value ?? 0) * (1 - written) +
              (row.cacheWritePrice?.value ?? 0) * written;
            const { routing } = row;
            const isRouted = routing?.isOn && month + 1 >= (routing.startMonth?.value ?? 1);
            const share = isRouted ? (routing.requestsFraction.value ?? 0) : 0;
            const blended = (own: number, small: number | null | undefined) =>
              (1 - share) * own + share * (small ?? 0);
            const dollars =
              (demand.uncachedInputTokens[month] ?? 0) *
                blended(uncachedPrice, routing?.inputPrice.value) +
              (demand.cachedInputTokens[month] ?? 0) *
                blended(row.cachedInputPrice.value ?? 0, routing?.cachedInputPrice.value) +
              (demand.outputTokens[month] ?? 0) *
                blended(row.outputPrice.value ?? 0, routing?.outputPrice.value);
            bill += (dollars / 1e6) * demand.retryFactor * (1 + change) ** (month / 12);
          }
        }
        const lines = optionOf(projection, "api").lines.filter(
          ({ id }) => id.endsWith("Tokens") || id === "cacheWrites",
        );
        near(total(lines.map((line) => total(line.accrual))), bill);
      }),
      plansEach,
    );
  });

  it("is unchanged by being projected", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const before = structuredClone(plan);
        project(plan);
        expect(plan).toEqual(before);
      }),
      plansEach,
    );
  });
});

describe("more demand", () => {
  const factor = fc.double({ min: 1, max: 4, noNaN: true });

  it("never costs less on an API or in the cloud, and never rents fewer instances", () => {
    fc.assert(
      fc.property(plans, factor, (plan, k) => {
        const after = project(withRequestsTimes(plan, k));
        for (const option of complete(project(plan))) {
          if (option.kind === "on-premises" || option.kind === "portfolio") continue;
          expectNoLess(optionOf(after, option.optionId), option);
        }
      }),
      plansEach,
    );
  });

  it("never costs less on one's own servers while demand rises and hardware gets cheaper", () => {
    const rising = arbitraryPlan({ risingDemand: true, fallingHardware: true });
    fc.assert(
      fc.property(rising, factor, (plan, k) => {
        const after = project(withRequestsTimes(plan, k));
        for (const option of complete(project(plan))) {
          expectNoLess(optionOf(after, option.optionId), option);
        }
      }),
      plansEach,
    );
  });

  function expectNoLess(after: OptionProjection, before: OptionProjection) {
    if (after.status === "infeasible") return;
    expect(after.status).toBe("complete");
    before.capacity.servers.forEach((servers, month) => {
      expect(after.capacity.servers[month]).toBeGreaterThanOrEqual(servers);
    });
    for (const measure of ["cash", "accrual", "netPresentCost"] as const) {
      const cost = before.summary[measure];
      expect(after.summary[measure]).toBeGreaterThanOrEqual(cost - 1e-9 * Math.abs(cost) - 1e-6);
    }
  }
});

describe("an unpriced figure", () => {
  it("either blocks an option and is named, or changes nothing about it", () => {
    fc.assert(
      fc.property(plans, fc.nat(), (plan, n) => {
        const paths = figuresOf(plan).map(({ path }) => path);
        const path = paths[n % paths.length] ?? "";
        const before = project(plan);
        const after = project(withValues(plan, new Map([[path, null]])));
        expect(numbersIn(after).every(Number.isFinite)).toBe(true);
        for (const priced of complete(before)) {
          const option = optionOf(after, priced.optionId);
          // Carbon, and the energy of what is rented, are no costs: unknown, they are not counted, and the option stands.
          if (option.status === "complete" && path.startsWith("assumptions.gridIntensity")) {
            expect(option.capacity.carbonKilograms).toBeNull();
            expect(option.lines).toEqual(priced.lines);
          } else if (option.status === "complete" && path.endsWith(".acceleratorPower"))
            expect(option.lines).toEqual(priced.lines);
          else if (option.status === "complete") same(option, priced);
          else {
            expect(option.missing).toContainEqual({ path });
            expect(option.lines).toEqual([]);
          }
        }
      }),
      plansEach,
    );
  });
});
