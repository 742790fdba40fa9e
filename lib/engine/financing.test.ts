import { describe, expect, it } from "vitest";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { runRateCurve } from "./index";
import { at, series, total } from "./series";
import { api, assumed, inference, onPremises, planOf } from "./testing/plans";
import { lineIds, lineOf, projected } from "./testing/results";
import { walkAwayPrice } from "./walk-away-price";

const busyServer = 730 * 3600;
const price = 120_000;

/** One server of 100,000 and 20,000 of network, all the time. */
function planWith(option: Partial<OnPremisesOption>, months = 12) {
  const quote = { serverPrice: assumed(100_000), networkPrice: assumed(20_000) };
  return planOf({
    horizonMonths: months,
    workloads: [inference({ requestsPerMonth: assumed(busyServer) })],
    options: [onPremises({ quote, ...option } as Parameters<typeof onPremises>[0]), api()],
  });
}

const own = (option: Partial<OnPremisesOption>, months?: number) =>
  projected(planWith(option, months), "own");

const loan = {
  kind: "loan" as const,
  aprFraction: assumed(0.12),
  termMonths: assumed(6),
  downPaymentFraction: assumed(0.25),
};

describe("a loan", () => {
  it("pays principal and interest from the month after delivery", () => {
    // 90,000 at 1% a month over six: PMT = 15,529.35, of which 900.00 is the first month's interest.
    const result = own({ financing: loan, usefulLifeMonths: assumed(12) });
    const principal = series(
      12,
      (month) =>
        at(lineOf(result, "servers").cash, month) + at(lineOf(result, "network").cash, month),
    );
    const interest = lineOf(result, "interest");
    expect(principal[0]).toBeCloseTo(30_000, 6);
    expect(interest.cash[0]).toBe(0);
    expect(interest.cash[1]).toBeCloseTo(900, 6);
    for (const month of [1, 2, 3, 4, 5, 6]) {
      expect(at(principal, month) + at(interest.cash, month)).toBeCloseTo(15_529.35, 2);
    }
    expect(at(principal, 7)).toBe(0);
    expect(total(principal)).toBeCloseTo(price, 6);
  });

  it("costs depreciation and interest as it is consumed", () => {
    const result = own({ financing: loan, usefulLifeMonths: assumed(12) });
    expect(lineOf(result, "servers").accrual[5]).toBeCloseTo(100_000 / 12, 6);
    expect(lineOf(result, "interest").accrual).toEqual(lineOf(result, "interest").cash);
    expect(result.summary.cash).toBeCloseTo(result.summary.accrual, 6);
    expect(result.summary.cash).toBeCloseTo(price + 6 * 15_529.35 - 90_000, 1);
  });

  it("says what is owed at the horizon", () => {
    const result = own({ financing: loan, usefulLifeMonths: assumed(12) }, 4);
    // After three of six payments: 15,529.35 x (1 - 1.01^-3) / 0.01.
    expect(result.summary.owedAtHorizon).toBeCloseTo(45_671.6, 1);
    const amount = result.summary.owedAtHorizon;
    const path = "options.own.financing";
    expect(result.warnings).toContainEqual({ kind: "owedAtHorizon", path, amount });
    const { cash, accrual, remainingBookValue, owedAtHorizon } = result.summary;
    expect(cash).toBeCloseTo(accrual + remainingBookValue - owedAtHorizon, 6);
  });

  it("costs nothing in present value where its rate is the discount rate", () => {
    const monthly = 0.01;
    const plan = planWith({ financing: loan, usefulLifeMonths: assumed(24) });
    const rate = assumed((1 + monthly) ** 12 - 1);
    const result = projected(
      { ...plan, assumptions: { ...plan.assumptions, discountRatePerYearFraction: rate } },
      "own",
    );
    expect(result.summary.netPresentCost).toBeCloseTo(price, 5);
  });
});

const lease = {
  kind: "lease" as const,
  termMonths: assumed(5),
  payment: assumed(3000),
  atEnd: "return" as const,
};

describe("a lease", () => {
  it("is its payments, and servers go back at the end of the term", () => {
    const result = own({ financing: lease, residualFraction: assumed(0.5) }, 7);
    expect(lineIds(result)).toEqual(["lease inference"]);
    expect(lineOf(result, "lease").accrual).toEqual(new Array(7).fill(3000));
    expect(result.capacity.serversDelivered).toEqual([1, 0, 0, 0, 0, 1, 0]);
    expect(result.summary).toMatchObject({ committedBeyondHorizon: 9000, owedAtHorizon: 0 });
    // Five months from the sixth: three of them after the seventh.
    const path = "options.own.financing";
    const due = { kind: "committedBeyondHorizon", path, amount: 9000, months: 3 };
    expect(result.warnings).toContainEqual(due);
  });

  it("comes from its rate and residual where no payment is given", () => {
    // (120,000 - 24,000 / 1.01^5) paid at the start of five months at 1% a month.
    const { payment: _, ...rest } = lease;
    const terms = { rateFraction: assumed(0.12), residualFraction: assumed(0.2) };
    const result = own({ financing: { ...rest, ...terms } }, 5);
    const paid = lineOf(result, "lease").cash;
    const value = paid.reduce((sum, amount, month) => sum + amount / 1.01 ** month, 0);
    expect(value + 24_000 / 1.01 ** 5).toBeCloseTo(price, 6);
    expect(new Set(paid.map((amount) => amount.toFixed(6))).size).toBe(1);
  });

  it("buys the servers at the end of the term, and depreciates them over the rest of their life", () => {
    const financing = { ...lease, atEnd: "buyout" as const, buyoutFraction: assumed(0.1) };
    const result = own(
      { financing, usefulLifeMonths: assumed(9), residualFraction: assumed(0.05) },
      10,
    );
    expect(lineOf(result, "lease").cash).toEqual([...new Array(5).fill(3000), 0, 0, 0, 0, 3000]);
    expect(lineOf(result, "servers").cash[5]).toBe(10_000);
    expect(lineOf(result, "servers").accrual.slice(4, 7)).toEqual([0, 2500, 2500]);
    expect(lineOf(result, "residualValue").cash[9]).toBe(-6000);
  });

  it("waits for no salvage value, which nothing leased has", () => {
    const result = own({ financing: lease, salvageFraction: assumed(null) }, 5);
    expect(result.missing).toEqual([]);
    expect(lineOf(result, "lease").inputs).not.toContain("options.own.salvageFraction");
  });

  it("buys nothing that comes after the horizon", () => {
    const financing = { ...lease, atEnd: "buyout" as const, buyoutFraction: assumed(0.1) };
    const result = own({ financing }, 4);
    expect(lineIds(result)).toEqual(["lease inference"]);
    expect(result.summary).toMatchObject({ remainingBookValue: 0, owedAtHorizon: 0 });
  });

  it("needs no price where its payment is given", () => {
    const quote = {
      ...onPremises().quote,
      serverPrice: assumed(null),
      networkPrice: assumed(null),
    };
    expect(own({ financing: lease, quote }).status).toBe("complete");
  });
});

describe("financing", () => {
  it("changes nothing where nothing is bought", () => {
    const kept = {
      purchasing: "none" as const,
      owned: { servers: assumed(1), ageMonths: assumed(0), bookValue: assumed(600) },
    };
    const unpriced = { ...loan, aprFraction: assumed(null) };
    expect(own({ ...kept, financing: unpriced })).toEqual(own(kept));
  });

  it("keeps the walk-away price exact", () => {
    const plan = planWith({ financing: loan });
    const priced = {
      ...plan,
      options: plan.options.map((option) =>
        option.kind === "api" ? { ...option, fixedFee: assumed(9000) } : option,
      ),
    };
    const found = walkAwayPrice(priced, "own", "api");
    const factor = found.priceFactor ?? Number.NaN;
    const at = planWith({
      financing: loan,
      quote: {
        ...onPremises().quote,
        serverPrice: assumed(100_000 * factor),
        networkPrice: assumed(20_000 * factor),
      },
    });
    expect(projected(at, "own").summary.netPresentCost).toBeCloseTo(12 * 9000, 6);
  });

  it.each([
    ["a loan", { financing: loan, usefulLifeMonths: assumed(9) }, 9],
    ["a loan, refreshed", { financing: loan, refreshMonths: assumed(7) }, 7],
    ["a lease", { financing: lease }, 5],
    [
      "a lease bought out",
      {
        financing: { ...lease, atEnd: "buyout" as const, buyoutFraction: assumed(0.1) },
        usefulLifeMonths: assumed(9),
      },
      9,
    ],
  ])("is in a run-rate the mean over the months of service: %s", (_, option, service) => {
    const cost = runRateCurve(planWith(option), "own", { month: 0, upToTokens: 1000 })?.points[0];
    const { lines } = own(option, service);
    const consumed = total(lines.map((line) => total(line.accrual)));
    expect(cost?.cost).toBeCloseTo(consumed / service, 6);
  });
});
