import { expect, it } from "vitest";
import type { Figure } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { testPlan } from "@/lib/testing/plan";
import { requirementsOf } from "./requirements";

const figure = (value: number | null): Figure => ({ value, evidence: "assumed" });

/**
 * By hand: 2,628,000,000 output tokens a month at 1,000 a second and replica are 2,628,000 s, over
 * 730 h x 3,600 s = 2,628,000 s are 1 replica of the mean hour; x 3 of the peak / 0.75 of the ceiling is 4,
 * and one spare is 5. A server holds one replica.
 */
function handPlan(): Plan {
  const plan = testPlan();
  const [claims] = plan.workloads;
  if (claims?.kind !== "inference") throw new Error("no workload");
  const workload = {
    ...claims,
    requestsPerMonth: figure(2_628_000),
    growth: { kind: "compound" as const, ratePerYearFraction: figure(0) },
    outputTokensPerRequest: figure(1000),
    reasoningRatio: figure(1),
    retryFraction: figure(0),
    inputTokensPerRequest: figure(0),
    peakToMeanRatio: figure(3),
  };
  const options = plan.options.map((option) =>
    "throughput" in option
      ? {
          ...option,
          utilizationCeilingFraction: figure(0.75),
          throughput: option.throughput.map((one) => ({
            ...one,
            basis: "combined" as const,
            outputTokensPerSecond: figure(1000),
          })),
        }
      : option,
  );
  return { ...plan, workloads: [workload], options } as Plan;
}

it("needs the servers that are delivered, ordered a lead time before, though prices are missing", () => {
  const plan = handPlan();
  expect(requirementsOf(plan, "onprem")).toEqual({
    missing: [],
    isFeasible: true,
    purchases: [
      {
        ...{ orderMonth: "2027-01", neededMonth: "2027-05", servers: 5, accelerators: 40 },
        ...{ racks: null, kilowatts: 51 },
      },
    ],
    servers: 5,
    racks: null,
    kilowattsPerServer: 10.2,
    kilowatts: 51,
    rentals: [],
  });
});

/** Demand twice as large from the second year on: 5 servers, then 2 replicas x 4 + 1 spare = 9. */
function doubledPlan(): Plan {
  const plan = handPlan();
  const doubled = { kind: "steps" as const, evidence: "assumed" as const };
  const steps = [{ month: 12, factor: 2 }];
  const workloads = plan.workloads.map((one) => ({ ...one, growth: { ...doubled, steps } }));
  const options = plan.options.map((option) =>
    option.kind === "on-premises" ? { ...option, serversPerRack: figure(2) } : option,
  );
  return { ...plan, workloads, options } as Plan;
}

it("needs of each delivery the racks that it adds, together the most in use", () => {
  const needs = requirementsOf(doubledPlan(), "onprem");
  // 5 servers fill 3 racks of 2, and 9 fill 5.
  expect(needs?.purchases).toMatchObject([
    { servers: 5, racks: 3, kilowatts: 51 },
    { servers: 4, racks: 2, kilowatts: 40.8 },
  ]);
  expect(needs?.racks).toBe(5);
});

it("needs the most that is rented in each year, the last one as long as it is", () => {
  const plan = { ...handPlan(), horizonMonths: 18 };
  expect(requirementsOf(plan, "cloud")?.rentals).toEqual([
    { fromMonth: "2027-01", months: 12, accelerators: 40, instances: 5 },
    { fromMonth: "2028-01", months: 6, accelerators: 40, instances: 5 },
  ]);
});

it("needs of a portfolio what its owned part buys for its share of the work", () => {
  const plan = handPlan();
  const shared: PortfolioOption = {
    ...{ id: "mix", kind: "portfolio", name: "Mix", mode: "by-share" },
    ...{ firstOptionId: "onprem", secondOptionId: "api", requestsFraction: figure(0.5) },
    ...{ baseLevelRatio: figure(1), switchMonth: figure(2) },
  };
  const of = (change: Partial<PortfolioOption>) =>
    requirementsOf({ ...plan, options: [...plan.options, { ...shared, ...change }] }, "mix");
  // half the work is 0.5 replicas of the mean hour: x 3 / 0.75 is 2, and one spare is 3
  expect(of({})).toMatchObject({
    ...{ servers: 3, kilowatts: expect.closeTo(30.6, 6), isFeasible: true, rentals: [] },
    purchases: [{ orderMonth: "2027-01", neededMonth: "2027-05", servers: 3, accelerators: 24 }],
  });
  expect(of({ firstOptionId: "cloud" })).toBeNull();
  expect(of({ firstOptionId: null })).toBeNull();
});

it("says what sizing lacks, and asks for nothing of what is neither bought nor rented", () => {
  const plan = handPlan();
  const options = plan.options.map((option) =>
    option.id === "onprem" ? { ...option, acceleratorsPerServer: figure(null) } : option,
  ) as Plan["options"];
  const lacking = requirementsOf({ ...plan, options }, "onprem");
  expect(lacking?.purchases).toEqual([]);
  expect(lacking?.missing).toContainEqual({ path: "options.onprem.acceleratorsPerServer" });
  expect(requirementsOf(plan, "api")).toBeNull();
  expect(requirementsOf(plan, "nothing")).toBeNull();
});
