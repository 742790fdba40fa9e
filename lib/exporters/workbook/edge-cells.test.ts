import { describe, expect, it } from "vitest";
import {
  assumed,
  cloud,
  edge,
  inference,
  planOf,
  portfolio,
  yearly,
} from "@/lib/engine/testing/plans";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { Plan } from "@/lib/schemas/plan";
import { recalculatedLine } from "./testing/recalculated";

const hours = 730;

/** Ten devices at $900 for 36 months, two of them busy on the mean at 50 W. */
const planWith = (parts: Partial<EdgeOption> = {}, plan: Partial<Plan> = {}): Plan => {
  const example = planOf({
    workloads: [inference({ requestsPerMonth: assumed(2 * hours * 3600) })],
    options: [
      edge({
        devices: assumed(10),
        devicePrice: assumed(900),
        devicePower: assumed(50),
        management: assumed(4),
        ...parts,
      }),
    ],
    assumptions: { powerPrice: assumed(0.2), otherPricePath: yearly(0.1) },
  });
  return { ...example, ...plan };
};

describe("cells of edge devices", () => {
  it("pay for the fleet in month 1, and use it up over its life", () => {
    const plan = planWith();
    const cash = recalculatedLine(plan, "edge", { id: "devices" });
    const accrual = recalculatedLine(plan, "edge", { id: "devices", view: "accrual" });
    expect(cash).toEqual([9000, ...new Array(11).fill(0)]);
    expect(accrual).toEqual(new Array(12).fill(expect.closeTo(250, 9)));
  });

  it("price the energy of answering, and management of every device", () => {
    // Two devices busy for 730 hours at 50 W: 73 kWh.
    expect(recalculatedLine(planWith(), "edge", { id: "power" })[0]).toBeCloseTo(14.6, 9);
    expect(recalculatedLine(planWith(), "edge", { id: "management" })[0]).toBe(40);
    expect(() =>
      recalculatedLine(planWith({ ownership: "users" }), "edge", { id: "power" }),
    ).toThrow();
  });

  it("replace the fleet at the end of its life, along the path of other costs", () => {
    const plan = planWith({ usefulLifeMonths: assumed(12) }, { horizonMonths: 24 });
    const cash = recalculatedLine(plan, "edge", { id: "devices" });
    expect(cash[12]).toBeCloseTo(9900, 9);
    expect(cash.filter((money) => money !== 0)).toHaveLength(2);
  });

  it("buy nothing before their stage, and replace nothing after it", () => {
    const staged = (firstOptionId: string, secondOptionId: string) => {
      const plan = planWith({ usefulLifeMonths: assumed(3) });
      const mode = { mode: "staged" as const, switchMonth: assumed(6) };
      const mix = portfolio({ ...mode, firstOptionId, secondOptionId });
      const options = [...plan.options, cloud(), mix];
      const cash = recalculatedLine({ ...plan, options }, "mix", { id: "devices" });
      return cash.flatMap((money, month) => (money === 0 ? [] : [month]));
    };
    expect(staged("edge", "cloud")).toEqual([0, 3]);
    expect(staged("cloud", "edge")).toEqual([5, 8, 11]);
  });

  it("count what the fleet is still worth where the plan counts book value", () => {
    const plan = planWith();
    const assumptions = { ...plan.assumptions, countRemainingBookValue: true };
    const line = { id: "remainingBookValue" as const };
    // 24 of 36 months of $9,000.
    expect(recalculatedLine({ ...plan, assumptions }, "edge", line)[11]).toBeCloseTo(-6000, 9);
  });
});
