import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { depreciationMethods } from "@/lib/schemas/purchase-terms";
import { usedFractions } from "./depreciation-method";
import { total } from "./series";
import { assumed, inference, onPremises, planOf } from "./testing/plans";
import { lineIds, lineOf, projected } from "./testing/results";

const busyServer = 730 * 3600;

/** One server all the time, bought at the start. */
function own(option: Parameters<typeof onPremises>[0], months = 12) {
  const workloads = [inference({ requestsPerMonth: assumed(busyServer) })];
  const plan = { horizonMonths: months, workloads, options: [onPremises(option)] };
  return projected(planOf(plan), "own");
}

const sum = (values: readonly number[]) => Number(total(values).toFixed(9));

describe("depreciation methods", () => {
  it("spread 1,000 over four months as a spreadsheet does", () => {
    // SYD: 4/10, 3/10, ...; DDB at 2/4, straight line from month 3; DB 150% at 1.5/4, from month 2.
    expect(usedFractions("straight-line", 4, 0)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(usedFractions("sum-of-years", 4, 0)).toEqual([0.4, 0.3, 0.2, 0.1]);
    expect(usedFractions("double-declining", 4, 0)).toEqual([0.5, 0.25, 0.125, 0.125]);
    const declining = usedFractions("declining-balance", 4, 0);
    [0.375, 0.234375, 0.1953125, 0.1953125].forEach((used, age) => {
      expect(declining[age]).toBeCloseTo(used, 12);
    });
  });

  it("add up to the cost less its salvage, whatever the method", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...depreciationMethods),
        fc.integer({ min: 1, max: 240 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (method, life, salvage) => {
          const used = usedFractions(method, life, salvage);
          expect(total(used)).toBeCloseTo(1 - salvage, 9);
          expect(Math.min(...used)).toBeGreaterThanOrEqual(-1e-12);
        },
      ),
    );
  });

  it("leave a book value that follows the method, and a salvage until the server leaves", () => {
    const terms = { usefulLifeMonths: assumed(4), salvageFraction: assumed(0.1) };
    const quote = { serverPrice: assumed(1000), installationPrice: assumed(40) };
    // SYD over 900: 360, 270, 180, 90. Installation has no salvage: 16, 12, 8, 4.
    const half = own({ ...terms, depreciationMethod: "sum-of-years", quote }, 2);
    expect(lineOf(half, "servers").accrual).toEqual([360, 270]);
    expect(half.summary.remainingBookValue).toBeCloseTo(370 + 12, 9);
    const whole = own({ ...terms, depreciationMethod: "sum-of-years", quote }, 4);
    expect(whole.summary.remainingBookValue).toBeCloseTo(100, 9);
    const beyond = own({ ...terms, depreciationMethod: "sum-of-years", quote }, 5);
    expect(lineOf(beyond, "servers").accrual.map(Math.round)).toEqual([360, 270, 180, 90, 460]);
    expect(lineOf(beyond, "installation").accrual.map(Math.round)).toEqual([16, 12, 8, 4, 16]);
  });
});

describe("payment", () => {
  it("follows the order and the delivery; consumption does not", () => {
    const quote = { serverPrice: assumed(1200) };
    const steps = [{ month: 4, factor: 1 }];
    const workloads = [
      inference({
        requestsPerMonth: assumed(busyServer),
        growth: { kind: "steps", steps: [{ month: 0, factor: 0 }, ...steps], evidence: "assumed" },
      }),
    ];
    const option = onPremises({
      leadTimeMonths: assumed(3),
      usefulLifeMonths: assumed(12),
      depositFraction: assumed(0.3),
      paymentMonths: assumed(2),
      quote,
    });
    const paid = projected(planOf({ workloads, options: [option] }), "own");
    expect(lineOf(paid, "servers").cash).toEqual([0, 360, 0, 0, 0, 0, 840, 0, 0, 0, 0, 0]);
    expect(lineOf(paid, "servers").accrual).toEqual([0, 0, 0, 0, ...new Array(8).fill(100)]);
    const cut = projected(planOf({ horizonMonths: 6, workloads, options: [option] }), "own");
    expect(cut.summary).toMatchObject({ cash: 360, accrual: 200, owedAtHorizon: 840 });
    expect(cut.summary.remainingBookValue).toBe(1000);
    const path = "options.own.paymentMonths";
    expect(cut.warnings).toContainEqual({ kind: "owedAtHorizon", path, amount: 840 });
  });

  it("counts what is owed after the horizon where book value is counted", () => {
    const workloads = [inference({ requestsPerMonth: assumed(busyServer) })];
    const option = onPremises({
      usefulLifeMonths: assumed(24),
      paymentMonths: assumed(24),
      quote: { serverPrice: assumed(2400) },
    });
    const assumptions = { countRemainingBookValue: true };
    const result = projected(planOf({ workloads, options: [option], assumptions }), "own");
    expect(lineOf(result, "owedAtHorizon").cash[11]).toBe(2400);
    expect(result.warnings.map(({ kind }) => kind)).not.toContain("owedAtHorizon");
    expect(result.summary.cash).toBe(1200);
    expect(result.summary.accrual).toBe(1200);
  });
});

describe("leaving", () => {
  it("brings the residual share at the age at which a server leaves", () => {
    const points = [
      { ageMonths: 0, fraction: 0.8 },
      { ageMonths: 10, fraction: 0.3 },
    ];
    const at = (usefulLifeMonths: number) => {
      const residualCurve = { points, evidence: "assumed" as const };
      const quote = { serverPrice: assumed(900), networkPrice: assumed(100) };
      const result = own({ usefulLifeMonths: assumed(usefulLifeMonths), residualCurve, quote });
      return lineOf(result, "residualValue").cash[usefulLifeMonths];
    };
    expect(at(4)).toBeCloseTo(-600, 9);
    expect(at(11)).toBeCloseTo(-300, 9);
  });

  it("brings what the plan says for owned servers, at the end of their life", () => {
    const owned = { servers: assumed(1), ageMonths: assumed(57), bookValue: assumed(600) };
    const result = own({ owned: { ...owned, residualValue: assumed(150) } });
    expect(lineOf(result, "residualValue").cash).toEqual([0, 0, 0, -150, ...new Array(8).fill(0)]);
    expect(lineIds(own({ owned }))).not.toContain("residualValue inference");
  });

  it("costs decommissioning, a server, for owned ones too", () => {
    const result = own({
      usefulLifeMonths: assumed(5),
      owned: { servers: assumed(1), ageMonths: assumed(3), bookValue: assumed(0) },
      decommissioning: assumed(50),
    });
    // The owned one leaves in month index 2; its successors serve 2..6 and 7..11.
    expect(lineOf(result, "decommissioning").cash).toEqual([0, 0, 50, 0, 0, 0, 0, 50, 0, 0, 0, 0]);
  });

  it("comes early with a refresh: what is left in the books is written off", () => {
    const result = own({
      usefulLifeMonths: assumed(10),
      refreshMonths: assumed(4),
      residualFraction: assumed(0.5),
      quote: { serverPrice: assumed(1000) },
    });
    expect(result.capacity.serversDelivered).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]);
    expect(lineOf(result, "servers").accrual.slice(3, 6)).toEqual([100, 700, 100]);
    expect(lineOf(result, "residualValue").cash[4]).toBe(-500);
    expect(result.summary.remainingBookValue).toBeCloseTo(600, 9);
  });
});

describe("support, warranty and spare parts", () => {
  it("is due from the month after the warranty; spare parts from the first", () => {
    const result = own({
      supportPerYearFraction: assumed(0.12),
      warrantyMonths: assumed(9),
      sparePartsPerYearFraction: assumed(0.06),
      quote: { serverPrice: assumed(900), networkPrice: assumed(100) },
    });
    expect(sum(lineOf(result, "support").cash)).toBe(30);
    expect(lineOf(result, "support").cash[8]).toBe(0);
    expect(sum(lineOf(result, "spareParts").cash)).toBe(60);
  });

  it("is a fee for each server beside the share: 12% of 1,000 and 240 a server and year after 9 months", () => {
    const result = own({
      supportPerYearFraction: assumed(0.12),
      supportFee: assumed(240),
      warrantyMonths: assumed(9),
      quote: { serverPrice: assumed(900), networkPrice: assumed(100) },
    });
    // Three months of 10 and of 20.
    expect(sum(lineOf(result, "support").cash)).toBe(90);
    const free = own({ supportFee: assumed(240), quote: { serverPrice: assumed(0) } });
    expect(sum(lineOf(free, "support").cash)).toBe(240);
    const unpriced = own({ supportFee: assumed(null), quote: { serverPrice: assumed(900) } });
    expect(unpriced.missing).toEqual([{ path: "options.own.supportFee" }]);
  });

  it("takes the age of what is owned into the warranty", () => {
    const result = own({
      owned: { servers: assumed(1), ageMonths: assumed(20), bookValue: assumed(0) },
      supportPerYearFraction: assumed(0.12),
      warrantyMonths: assumed(24),
      quote: { serverPrice: assumed(1000) },
    });
    expect(lineOf(result, "support").cash.slice(3, 5).map(Math.round)).toEqual([0, 10]);
    const fee = own({
      owned: { servers: assumed(1), ageMonths: assumed(20), bookValue: assumed(0) },
      supportFee: assumed(240),
      warrantyMonths: assumed(24),
      quote: { serverPrice: assumed(1000) },
    });
    expect(lineOf(fee, "support").cash.slice(3, 5)).toEqual([0, 20]);
  });
});
