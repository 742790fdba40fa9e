import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { Commitment } from "@/lib/schemas/commitment";
import type { Plan } from "@/lib/schemas/plan";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { breakEvenVolume, project } from "./index";
import { total } from "./series";
import { commitment } from "./testing/commitment";
import { api, assumed, cloud, inference, planOf, training, yearly } from "./testing/plans";
import { lineIds, lineOf, projected } from "./testing/results";

const hours = 730;

/** Replicas of one token a second that a month's mean load keeps busy. */
const busy = (replicas: number) => assumed(replicas * hours * 3600);

const twoInstances = (parts: Partial<Commitment> = {}) =>
  commitment({ instances: assumed(2), ...parts });

/** Three instances needed, at $10 an hour, halving each year. */
const planWith = (parts: Partial<CloudOption>, plan: Partial<Plan> = {}) =>
  planOf({
    horizonMonths: 24,
    workloads: [inference({ requestsPerMonth: busy(3) })],
    options: [cloud({ rate: assumed(10), ...parts })],
    assumptions: { cloudPricePath: yearly(-0.5) },
    ...plan,
  });
const cloudOf = (parts: Partial<CloudOption>, plan: Partial<Plan> = {}) =>
  projected(planWith(parts, plan), "cloud");

describe("commitments", () => {
  it("keep their price for the term, while the shortfall follows the path", () => {
    const result = cloudOf({ commitments: [twoInstances()] });
    const committed = lineOf(result, "commitments").cash;
    expect(committed[0]).toBeCloseTo(2 * hours * 6, 9);
    expect(committed[11]).toBeCloseTo(2 * hours * 6, 9);
    expect(committed[12]).toBe(0);
    const rental = lineOf(result, "rental").cash;
    expect(rental[0]).toBeCloseTo(1 * hours * 10, 9);
    expect(rental[12]).toBeCloseTo(3 * hours * 5, 9);
  });

  it("renew at the price of the month in which the next term starts", () => {
    const result = cloudOf({ commitments: [twoInstances({ atEnd: "renew" })] });
    expect(lineOf(result, "commitments").cash[12]).toBeCloseTo(2 * hours * 3, 9);
  });

  it("take a rate of their own, in prices of month 1", () => {
    const own = twoInstances({ pricing: "rate", rate: assumed(4), startMonth: assumed(13) });
    const result = cloudOf({ commitments: [own] });
    expect(lineOf(result, "commitments").cash[11]).toBe(0);
    expect(lineOf(result, "commitments").cash[12]).toBeCloseTo(2 * hours * 2, 9);
  });

  it("are paid upfront in cash, and used up month by month", () => {
    const result = cloudOf({ commitments: [twoInstances({ payment: "upfront", term: "3-year" })] });
    const { cash, accrual } = lineOf(result, "commitments");
    expect(cash[0]).toBeCloseTo(36 * 2 * hours * 6, 6);
    expect(total(cash)).toBe(cash[0]);
    expect(accrual[23]).toBeCloseTo(2 * hours * 6, 9);
    expect(result.summary.remainingBookValue).toBeCloseTo(12 * 2 * hours * 6, 6);
    expect(result.summary.committedBeyondHorizon).toBe(0);
  });

  it("count what is prepaid beyond the horizon where the plan counts book value", () => {
    const plan = planWith({ commitments: [twoInstances({ payment: "upfront", term: "3-year" })] });
    const counted = { ...plan.assumptions, countRemainingBookValue: true };
    const result = projected({ ...plan, assumptions: counted }, "cloud");
    expect(lineOf(result, "remainingBookValue").cash[23]).toBeCloseTo(-12 * 2 * hours * 6, 6);
    expect(result.summary.cash).toBeCloseTo(result.summary.accrual, 6);
  });

  it("say what is still due after the horizon, in no total", () => {
    const result = cloudOf({ commitments: [twoInstances({ term: "5-year" })] });
    const amount = 36 * 2 * hours * 6;
    expect(result.summary.committedBeyondHorizon).toBeCloseTo(amount, 6);
    expect(result.warnings).toContainEqual({
      kind: "committedBeyondHorizon",
      path: "options.cloud.commitments",
      amount: expect.closeTo(amount, 6),
      months: 36,
    });
    expect(total(lineOf(result, "commitments").cash)).toBeCloseTo(24 * 2 * hours * 6, 6);
  });

  it("are paid unused too, with a warning", () => {
    const result = cloudOf({ commitments: [twoInstances({ instances: assumed(4) })] });
    expect(lineOf(result, "commitments").cash[0]).toBeCloseTo(4 * hours * 6, 9);
    expect(lineOf(result, "rental").cash[0]).toBe(0);
    expect(result.capacity.servers[0]).toBe(4);
    expect(result.capacity.utilizationFraction[0]).toBeCloseTo(0.75, 12);
    expect(result.warnings).toContainEqual({
      kind: "commitmentUnused",
      path: "options.cloud.commitments",
      fromMonth: 0,
      unusedFraction: expect.closeTo(0.25, 12),
    });
  });

  it("lend their idle hours to training before more is rented", () => {
    const trained = training({
      acceleratorHoursPerRun: assumed(1000),
      monthsBetweenRuns: assumed(1),
    });
    const plan = planWith(
      { commitments: [twoInstances({ instances: assumed(4), atEnd: "renew" })] },
      { workloads: [inference({ requestsPerMonth: busy(3) }), trained] },
    );
    const result = projected(plan, "cloud");
    // 4 x 730 hours, 2,190 of them busy: 730 idle ones for training, and 270 more rented.
    expect(lineOf(result, "trainingRental", "training").cash[0]).toBeCloseTo(270 * 10, 6);
    expect(lineOf(result, "commitments", "training").cash[0]).toBeCloseTo(
      (730 / 2920) * 4 * hours * 6,
      6,
    );
    expect(result.warnings.map(({ kind }) => kind)).toEqual(["fullUtilization"]);
  });

  it("add up, and need no price where nothing is committed", () => {
    const two = [
      twoInstances({ instances: assumed(1) }),
      twoInstances({ id: "second", instances: assumed(1), discountFraction: assumed(0.5) }),
      twoInstances({ id: "none", instances: assumed(0), discountFraction: assumed(null) }),
    ];
    const result = cloudOf({ commitments: two });
    expect(lineOf(result, "commitments").cash[0]).toBeCloseTo(hours * (6 + 5), 9);
  });

  describe("that began before the plan", () => {
    const running = (monthsRun: number, rate: number | null = 8) => ({
      running: { monthsRun: assumed(monthsRun), rate: assumed(rate) },
      startMonth: assumed(null),
    });

    it("keep the contracted price for what is left of the term, and end", () => {
      const result = cloudOf({
        commitments: [twoInstances({ ...running(5), discountFraction: assumed(null) })],
      });
      const { cash, accrual } = lineOf(result, "commitments");
      expect(cash.slice(0, 8)).toEqual([...new Array(7).fill(2 * hours * 8), 0]);
      expect(accrual).toEqual(cash);
      expect(lineOf(result, "rental").cash[6]).toBeCloseTo(hours * 10 * 0.5 ** (6 / 12), 6);
      expect(lineOf(result, "rental").cash[7]).toBeCloseTo(3 * hours * 10 * 0.5 ** (7 / 12), 6);
    });

    it("renew at the price of the month after it", () => {
      const result = cloudOf({ commitments: [twoInstances({ ...running(5), atEnd: "renew" })] });
      const { cash } = lineOf(result, "commitments");
      expect(cash[6]).toBeCloseTo(2 * hours * 8, 9);
      expect(cash[7]).toBeCloseTo(2 * hours * 6 * 0.5 ** (7 / 12), 6);
      expect(cash[18]).toBe(cash[7]);
      expect(cash[19]).toBeCloseTo(2 * hours * 6 * 0.5 ** (19 / 12), 6);
    });

    it("take no more cash where they were paid upfront, and are used up all the same", () => {
      const prepaid = twoInstances({ ...running(5), payment: "upfront", term: "3-year" });
      const result = cloudOf({ commitments: [prepaid] });
      const { cash, accrual } = lineOf(result, "commitments");
      expect(total(cash)).toBe(0);
      expect(accrual[0]).toBeCloseTo(2 * hours * 8, 9);
      // 31 months are left at month 1, of which 24 lie in the plan.
      expect(total(accrual)).toBeCloseTo(24 * 2 * hours * 8, 6);
      expect(result.summary.remainingBookValue).toBeCloseTo(7 * 2 * hours * 8, 6);
    });

    it("are over, with a warning, where they have run for all of the term", () => {
      const over = { kind: "commitmentOver", termMonths: 12 };
      const ended = cloudOf({ commitments: [twoInstances(running(12, null))] });
      expect(lineIds(ended)).not.toContain("commitments inference");
      expect(ended.warnings).toContainEqual(expect.objectContaining(over));
      const renewed = cloudOf({ commitments: [twoInstances({ ...running(12), atEnd: "renew" })] });
      expect(lineOf(renewed, "commitments").cash[0]).toBeCloseTo(2 * hours * 6, 9);
      expect(renewed.warnings).toContainEqual(expect.objectContaining(over));
    });

    it("never take a price they were not given", () => {
      const result = cloudOf({ commitments: [twoInstances(running(5, null))] });
      expect(result.missing).toEqual([{ path: "options.cloud.commitments.first.running.rate" }]);
    });

    it("are what there is: the baseline, where nothing is owned", () => {
      const plan = planWith({ commitments: [twoInstances(running(5))] });
      const options = [api({ outputPrice: assumed(1) }), ...plan.options];
      expect(project({ ...plan, options }).baselineOptionId).toBe("cloud");
    });
  });

  it("are kept in the run-rate, with on-demand instances beyond them", () => {
    const plan = planWith(
      { commitments: [twoInstances()] },
      {
        options: [
          api({ outputPrice: assumed(1) }),
          cloud({ rate: assumed(10), commitments: [twoInstances()] }),
        ],
      },
    );
    const tokens = hours * 3600;
    const found = breakEvenVolume(plan, "cloud", "api", { month: 0, searchUpToTokens: 4e9 });
    // $8,760 holds to two instances; each one more is $7,300 against 2.628M tokens at $1 a million.
    expect(found.intervals).toEqual([]);
    const dear = {
      ...plan,
      options: [api({ outputPrice: assumed(1900) }), ...plan.options.slice(1)],
    };
    const { intervals } = breakEvenVolume(dear, "cloud", "api", {
      month: 0,
      searchUpToTokens: 2.5 * tokens,
    });
    expect(intervals[0]?.low).toBeCloseTo((8760 / 1900) * 1e6, 3);
    expect(intervals[0]?.high).toBeCloseTo(2 * tokens, 0);
    expect(intervals[1]?.low).toBeUndefined();
  });
});

describe("spot", () => {
  it("rents its share of the on-demand hours at its own rate, with the overhead", () => {
    const result = cloudOf({
      spotFraction: assumed(0.5),
      spotRate: assumed(4),
      spotOverheadFraction: assumed(0.2),
      supportFraction: assumed(0.1),
    });
    expect(lineOf(result, "rental").cash[0]).toBeCloseTo(3 * hours * 0.5 * 10, 9);
    expect(lineOf(result, "spot").cash[0]).toBeCloseTo(3 * hours * 0.5 * 4 * 1.2, 9);
    expect(lineOf(result, "support").cash[0]).toBeCloseTo(3 * hours * (5 + 2.4) * 0.1, 9);
  });

  it("never takes a price it was not given", () => {
    const result = cloudOf({ spotFraction: assumed(0.5) });
    expect(result.status).toBe("incomplete");
    expect(result.missing).toEqual([{ path: "options.cloud.spotRate" }]);
    expect(lineIds(cloudOf({ spotRate: assumed(4) }))).not.toContain("spot inference");
  });
});

describe("storage and egress by volume", () => {
  it("add volume x price to the monthly charge", () => {
    const result = cloudOf({
      storage: assumed(100),
      storedGigabytes: assumed(2000),
      storagePrice: assumed(0.023),
      egressGigabytes: assumed(500),
      egressPrice: assumed(0.09),
    });
    expect(lineOf(result, "storage").cash[0]).toBeCloseTo(146, 9);
    expect(lineOf(result, "egress").cash[0]).toBeCloseTo(45, 9);
  });
});

/** Twelve busy and twelve idle hours on weekdays, half the mean at weekends. */
const shape = {
  weekday: [...new Array<number>(12).fill(0.4), ...new Array<number>(12).fill(2)],
  weekend: new Array<number>(24).fill(0.5),
  evidence: "assumed" as const,
};
const shaped = (parts: Partial<InferenceWorkload> = {}) =>
  inference({ requestsPerMonth: busy(10), loadShape: shape, ...parts });

describe("autoscaled", () => {
  it("rents what each hour needs", () => {
    // Mean 10 busy: 4 and 20 on weekdays (30/84 of the hours each), 5 at weekends (24/84).
    const result = cloudOf({ policy: "autoscaled" }, { workloads: [shaped()] });
    const mean = (4 * 30 + 20 * 30 + 5 * 24) / 84;
    expect(lineOf(result, "rental").cash[0]).toBeCloseTo(mean * hours * 10, 6);
    expect(result.capacity.servers[0]).toBe(20);
    expect(result.capacity.utilizationFraction[0]).toBeCloseTo(1, 9);
  });

  it("keeps the buffer above each hour's load, by whole instances", () => {
    const result = cloudOf(
      { policy: "autoscaled", scalingBufferFraction: assumed(0.1) },
      { workloads: [shaped()] },
    );
    const mean = (5 * 30 + 22 * 30 + 6 * 24) / 84;
    expect(lineOf(result, "rental").cash[0]).toBeCloseTo(mean * hours * 10, 6);
  });

  it("rents beyond the commitments in the hours that need it", () => {
    const commitments = [twoInstances({ instances: assumed(5) })];
    const result = cloudOf({ policy: "autoscaled", commitments }, { workloads: [shaped()] });
    expect(lineOf(result, "rental").cash[0]).toBeCloseTo(15 * (30 / 84) * hours * 10, 6);
    expect(lineOf(result, "commitments").cash[0]).toBeCloseTo(5 * hours * 6, 6);
  });

  it("asks for the load shape of a workload that has a peak and no shape", () => {
    const peaky = inference({ requestsPerMonth: busy(3), peakToMeanRatio: assumed(2) });
    const result = cloudOf({ policy: "autoscaled" }, { workloads: [peaky] });
    expect(result.status).toBe("incomplete");
    expect(result.missing).toEqual([{ path: "workloads.chat.loadShape" }]);
    expect(cloudOf({ policy: "autoscaled" }).status).toBe("complete");
  });

  it("never costs more than always on without a buffer", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 60, noNaN: true }), (replicas) => {
        const workloads = [shaped({ requestsPerMonth: busy(replicas) })];
        const scaled = cloudOf({ policy: "autoscaled" }, { workloads }).summary.cash;
        const always = cloudOf({ policy: "always-on" }, { workloads }).summary.cash;
        expect(scaled).toBeLessThanOrEqual(always * (1 + 1e-9));
      }),
    );
  });
});
