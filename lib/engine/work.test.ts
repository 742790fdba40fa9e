import { describe, expect, it } from "vitest";
import { assumed, cloud, combined, inference, planOf, split, yearly } from "./testing/plans";
import { lineOf, projected } from "./testing/results";

/** Sixteen replicas of one token a second, busy all month, for two years. */
const planWith = (throughput: ReturnType<typeof combined>) =>
  planOf({
    horizonMonths: 25,
    workloads: [inference({ requestsPerMonth: assumed(16 * 730 * 3600) })],
    options: [cloud({ rate: assumed(1), throughput: [throughput] })],
  });

describe("software speed-up", () => {
  it("does the same work on fewer machines from year to year", () => {
    for (const profile of [combined(1), split(5, 1)]) {
      const plan = planWith({ ...profile, speedUpPerYearFraction: assumed(1) });
      const { servers } = projected(plan, "cloud").capacity;
      expect([servers[0], servers[12], servers[24]]).toEqual([16, 8, 4]);
    }
  });

  it("is none where it is absent, and blocks machines while it is missing", () => {
    expect(projected(planWith(combined(1)), "cloud").capacity.servers[24]).toBe(16);
    const unknown = planWith({ ...combined(1), speedUpPerYearFraction: assumed(null) });
    expect(projected(unknown, "cloud").missing).toEqual([
      { path: "options.cloud.throughput.chat.speedUpPerYearFraction" },
    ]);
  });

  it("stands beside a price path, and is no part of it", () => {
    const plan = planWith({ ...combined(1), speedUpPerYearFraction: assumed(1) });
    const cheaper = { ...plan, assumptions: { ...plan.assumptions, cloudPricePath: yearly(-0.5) } };
    const rental = lineOf(projected(cheaper, "cloud"), "rental").cash;
    expect((rental[12] ?? 0) / (rental[0] ?? 1)).toBeCloseTo(0.25, 9);
  });
});
