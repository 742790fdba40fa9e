import { describe, expect, it } from "vitest";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import { total } from "./series";
import { api, assumed, inference, onPremises, planOf, training, yearly } from "./testing/plans";
import { lineIds, lineOf, projected } from "./testing/results";

const hours = 730;
const busy = (servers: number) => assumed(servers * hours * 3600);
const serving = (servers: number) => [inference({ requestsPerMonth: busy(servers) })];

/** Steps of the machines that the mean load keeps busy, from month 1. */
function stepping(first: number, steps: readonly { month: number; factor: number }[]) {
  return inference({
    requestsPerMonth: busy(first),
    growth: { kind: "steps", steps: [...steps], evidence: "assumed" },
  });
}

function own(parts: Partial<Plan>, option: Parameters<typeof onPremises>[0]) {
  return projected(planOf({ ...parts, options: [onPremises(option), api()] }), "own");
}

describe("one's own servers", () => {
  it("are paid on delivery and used up over their life", () => {
    const result = own(
      { workloads: serving(2) },
      {
        usefulLifeMonths: assumed(48),
        quote: {
          serverPrice: assumed(240_000),
          networkPrice: assumed(24_000),
          installationPrice: assumed(4800),
        },
      },
    );
    expect(lineOf(result, "servers").cash[0]).toBe(480_000);
    expect(total(lineOf(result, "servers").cash)).toBe(480_000);
    expect(lineOf(result, "servers").accrual[11]).toBeCloseTo(10_000, 9);
    expect(lineOf(result, "network").accrual[11]).toBeCloseTo(1000, 9);
    expect(lineOf(result, "installation").accrual[11]).toBeCloseTo(200, 9);
    // 537,600 paid, 12 of 48 months used.
    expect(result.summary.remainingBookValue).toBeCloseTo((537_600 * 36) / 48, 6);
    expect(result.summary.netPresentCost).toBe(result.summary.cash);
  });

  it("cost support on the price paid, licences an accelerator, power, space and staff", () => {
    const result = own(
      {
        workloads: serving(1),
        assumptions: {
          ...planOf({}).assumptions,
          powerPrice: assumed(0.2),
          staffCost: assumed(120_000),
        },
      },
      {
        supportPerYearFraction: assumed(0.06),
        licences: assumed(1200),
        acceleratorsPerServer: assumed(8),
        serverPower: assumed(10),
        loadFactorFraction: assumed(0.8),
        pueRatio: assumed(1.25),
        space: assumed(150),
        staffFte: assumed(0.5),
        quote: { serverPrice: assumed(200_000), networkPrice: assumed(20_000) },
      },
    );
    expect(lineOf(result, "support").cash[0]).toBeCloseTo((220_000 * 0.06) / 12, 9);
    expect(lineOf(result, "licences").cash[0]).toBeCloseTo(800, 9);
    expect(result.capacity.averagePowerKw[0]).toBeCloseTo(10, 9);
    expect(result.capacity.energyKwh[0]).toBeCloseTo(7300, 9);
    expect(lineOf(result, "power").cash[0]).toBeCloseTo(1460, 9);
    expect(lineOf(result, "space").cash[0]).toBeCloseTo(1500, 9);
    expect(lineOf(result, "staff").cash[0]).toBeCloseTo(5000, 9);
  });

  it("keep the quote's price while it is valid, then follow the curve from month 1", () => {
    // Orders in months 0, 3 and 6; the quote holds to March (month 2), the price halves a year.
    const plan = {
      workloads: [
        stepping(1, [
          { month: 3, factor: 2 },
          { month: 6, factor: 3 },
        ]),
      ],
      assumptions: { ...planOf({}).assumptions, hardwarePricePath: yearly(-0.5) },
    };
    const quote = {
      validUntil: "2027-03-01",
      serverPrice: assumed(1000),
      installationPrice: assumed(10),
    };
    const result = own(plan, { quote });
    const { cash } = lineOf(result, "servers");
    expect(cash[0]).toBe(1000);
    expect(cash[3]).toBeCloseTo(1000 * 0.5 ** (3 / 12), 9);
    expect(cash[6]).toBeCloseTo(1000 * 0.5 ** (6 / 12), 9);
    expect(lineOf(result, "installation").cash[6]).toBe(10);
    expect(result.warnings).toContainEqual({
      kind: "quoteExpires",
      validUntil: "2027-03-01",
      fromMonth: 3,
    });
    const stillValid = own(plan, { quote: { ...quote, validUntil: "2027-12-31" } });
    expect(lineOf(stillValid, "servers").cash[6]).toBe(1000);
    expect(stillValid.warnings).not.toContainEqual(
      expect.objectContaining({ kind: "quoteExpires" }),
    );
  });

  it("get the quote's price for an order in its last valid month, and not after", () => {
    const steps = [
      { month: 2, factor: 2 },
      { month: 3, factor: 3 },
    ];
    const plan = {
      workloads: [stepping(1, steps)],
      assumptions: { ...planOf({}).assumptions, hardwarePricePath: yearly(-0.5) },
    };
    const quote = { validUntil: "2027-03-01", serverPrice: assumed(1000) };
    const { cash } = lineOf(own(plan, { quote }), "servers");
    expect(cash[2]).toBe(1000);
    expect(cash[3]).toBeCloseTo(1000 * 0.5 ** (3 / 12), 9);
  });

  it("fix the price at the order, a lead time before delivery", () => {
    const plan = {
      workloads: [stepping(1, [{ month: 9, factor: 2 }])],
      assumptions: { ...planOf({}).assumptions, hardwarePricePath: yearly(-0.5) },
    };
    const result = own(plan, {
      leadTimeMonths: assumed(3),
      bridgeOptionId: "api",
      quote: { validUntil: "2027-01-15", serverPrice: assumed(1000) },
    });
    expect(lineOf(result, "servers").cash[3]).toBe(1000);
    expect(lineOf(result, "servers").cash[9]).toBeCloseTo(1000 * 0.5 ** (6 / 12), 9);
    expect(result.capacity.serversDelivered).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0]);
  });

  it("bring the residual value of servers and network in the month after their life", () => {
    const result = own(
      { horizonMonths: 8, workloads: serving(1) },
      {
        usefulLifeMonths: assumed(4),
        residualFraction: assumed(0.1),
        quote: {
          serverPrice: assumed(900),
          networkPrice: assumed(100),
          installationPrice: assumed(50),
        },
      },
    );
    // In service 0..3, replaced and sold at 4; the second set's life ends at the horizon: not sold in it.
    expect(lineOf(result, "residualValue").cash).toEqual([0, 0, 0, 0, -100, 0, 0, 0]);
    expect(lineOf(result, "residualValue").accrual).toEqual(lineOf(result, "residualValue").cash);
    expect(lineOf(result, "servers").cash).toEqual([900, 0, 0, 0, 900, 0, 0, 0]);
    expect(result.summary.remainingBookValue).toBe(0);
  });

  it("count the remaining book value in the last month's cash, where the plan says so", () => {
    const assumptions = { ...planOf({}).assumptions, countRemainingBookValue: true };
    const result = own(
      { workloads: serving(1), assumptions },
      { usefulLifeMonths: assumed(24), quote: { serverPrice: assumed(2400) } },
    );
    const { cash, accrual } = lineOf(result, "remainingBookValue");
    expect(cash[11]).toBeCloseTo(-1200, 9);
    expect(total(accrual)).toBe(0);
    expect(result.summary.cash).toBeCloseTo(result.summary.accrual, 9);
  });

  it("are sized with spare servers on top", () => {
    const result = own({ workloads: serving(2) }, { spareServers: assumed(1) });
    expect(result.capacity.servers[0]).toBe(3);
    expect(result.capacity.utilizationFraction[0]).toBeCloseTo(2 / 3, 12);
  });

  it("need no purchase figure where nothing is bought", () => {
    const unpriced: Partial<OnPremisesOption["quote"]> = {
      serverPrice: assumed(null),
      networkPrice: assumed(null),
      installationPrice: assumed(null),
    };
    const result = own(
      { workloads: serving(1) },
      {
        owned: { servers: assumed(2), ageMonths: assumed(0), bookValue: assumed(0) },
        leadTimeMonths: assumed(null),
        residualFraction: assumed(null),
        quote: unpriced,
      },
    );
    expect(result.status).toBe("complete");
    const buying = own({ workloads: serving(3) }, { quote: unpriced });
    expect(buying.missing.map(({ path }) => path)).toEqual([
      "options.own.quote.serverPrice",
      "options.own.quote.networkPrice",
      "options.own.quote.installationPrice",
    ]);
  });
});

describe("servers owned at month 0", () => {
  const owned = { servers: assumed(2), ageMonths: assumed(54), bookValue: assumed(6000) };

  it("depreciate what is left over the rest of their life, and then leave", () => {
    const result = own(
      { workloads: serving(2) },
      { owned, purchasing: "none", bridgeOptionId: "api" },
    );
    expect(result.capacity.servers).toEqual([2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0]);
    expect(lineOf(result, "servers").accrual).toEqual([
      2000, 2000, 2000, 2000, 2000, 2000, 0, 0, 0, 0, 0, 0,
    ]);
    expect(total(lineOf(result, "servers").cash)).toBe(0);
    expect(result.capacity.bridgedFraction.slice(5, 7)).toEqual([0, 1]);
  });

  it("pay support on the quote's price", () => {
    const result = own(
      { workloads: serving(2) },
      {
        owned: { ...owned, ageMonths: assumed(0) },
        supportPerYearFraction: assumed(0.12),
        quote: { serverPrice: assumed(1000), networkPrice: assumed(100) },
      },
    );
    expect(lineOf(result, "support").cash[0]).toBeCloseTo(2 * 1100 * 0.01, 9);
  });

  it("serve nothing past their life: they are written off, with a warning", () => {
    const result = own(
      { workloads: serving(1) },
      { owned: { ...owned, ageMonths: assumed(60) }, quote: { serverPrice: assumed(1200) } },
    );
    expect(result.capacity.serversDelivered[0]).toBe(1);
    expect(lineOf(result, "servers").accrual[0]).toBeCloseTo(12_000 + 20, 9);
    expect(result.warnings).toContainEqual({
      kind: "ownedPastLife",
      path: "options.own.owned.ageMonths",
    });
  });
});

describe("inference and training on the same servers", () => {
  it("share the base fleet by the hours used, and training pays in full for what it adds", () => {
    // Inference keeps 1.5 of 2 servers busy: 1,095 h used, 365 h idle. Training takes 365 h of them
    // and 500 h more: one added server of 730 h.
    const result = own(
      {
        workloads: [
          inference({ requestsPerMonth: busy(1.5) }),
          training({ acceleratorHoursPerRun: assumed(865) }),
        ],
      },
      { usefulLifeMonths: assumed(12), quote: { serverPrice: assumed(1200) } },
    );
    expect(result.capacity.servers[0]).toBe(3);
    expect(result.capacity.baseTrainingFraction[0]).toBeCloseTo(365 / 1460, 9);
    const training0 = lineOf(result, "servers", "training").accrual[0] ?? 0;
    const inference0 = lineOf(result, "servers", "inference").accrual[0] ?? 0;
    expect(training0).toBeCloseTo(100 + (200 * 365) / 1460, 9);
    expect(inference0).toBeCloseTo((200 * 1095) / 1460, 9);
    expect(total(lineOf(result, "servers", "training").cash)).toBeCloseTo(12 * training0, 9);
  });

  it("leave room above the utilization ceiling, for training too", () => {
    // Ceiling 50%: inference of 0.5 servers fills one, and a server more holds 365 h of training, so 366 h take two.
    const result = own(
      {
        workloads: [
          inference({ requestsPerMonth: busy(0.5) }),
          training({ acceleratorHoursPerRun: assumed(366) }),
        ],
      },
      { utilizationCeilingFraction: assumed(0.5), quote: { serverPrice: assumed(1200) } },
    );
    expect(result.capacity.servers[0]).toBe(3);
    expect(result.capacity.utilizationFraction[0]).toBeCloseTo((365 + 366) / (3 * 730), 12);
  });

  it("keep the added servers in training's account in months without a run", () => {
    const result = own(
      {
        workloads: [
          inference({ requestsPerMonth: busy(1) }),
          training({ acceleratorHoursPerRun: assumed(1460), monthsBetweenRuns: assumed(6) }),
        ],
      },
      { usefulLifeMonths: assumed(12), quote: { serverPrice: assumed(1200) } },
    );
    expect(result.capacity.servers).toEqual(new Array(12).fill(3));
    expect(lineOf(result, "servers", "training").accrual[1]).toBeCloseTo(200, 9);
    expect(lineOf(result, "servers", "inference").accrual[1]).toBeCloseTo(100, 9);
  });

  it("cost training alone everything where there is no inference", () => {
    const result = own(
      { workloads: [training({ acceleratorHoursPerRun: assumed(700) })] },
      { quote: { serverPrice: assumed(1200) } },
    );
    expect(lineIds(result)).toEqual(["servers training"]);
    expect(result.costPerMillionTokens[0]).toBeNull();
  });
});
