import { describe, expect, it } from "vitest";
import type { OffloadLever } from "@/lib/schemas/lever";
import { runRateCurve } from "./index";
import { assumed, cloud, combined, inference, planOf, yearly } from "./testing/plans";
import { projected } from "./testing/results";

const offload = (given: Partial<OffloadLever> = {}): OffloadLever => ({
  id: "phones",
  kind: "edge-offload",
  requestsFraction: assumed(0.25),
  devicesCost: assumed(0.5),
  reach: "added",
  isOn: true,
  ...given,
});

/** Sixteen replicas of one token a second, busy all month: 42.048 million tokens. */
const planWith = (levers: readonly OffloadLever[]) =>
  planOf({
    horizonMonths: 13,
    workloads: [inference({ requestsPerMonth: assumed(16 * 730 * 3600) })],
    options: [cloud({ rate: assumed(1), throughput: [{ ...combined(1), levers: [...levers] }] })],
    assumptions: { otherPricePath: yearly(1) },
  });

const devices = (levers: readonly OffloadLever[]) => {
  const option = projected(planWith(levers), "cloud");
  return { option, line: option.lines.find(({ id }) => id === "edgeOffload")?.accrual ?? [] };
};

describe("edge offload", () => {
  it("takes a share of the load off the machines and pays for the devices that have it", () => {
    const { option, line } = devices([offload({ startMonth: assumed(7) })]);
    expect([option.capacity.servers[5], option.capacity.servers[6]]).toEqual([16, 12]);
    // 42.048 million tokens x 25% x $0.5 = $5.256; other costs double in a year.
    expect(line[5]).toBe(0);
    expect(line[12]).toBeCloseTo(2 * 5.256, 9);
    expect(option.accrual.inference[12]).toBeCloseTo(12 * 730 + 2 * 5.256, 9);
  });

  it("takes a second share of what the first one leaves", () => {
    const { option, line } = devices([
      offload(),
      offload({ id: "laptops", devicesCost: assumed(1) }),
    ]);
    expect(option.capacity.servers[0]).toBe(9);
    expect(line[0]).toBeCloseTo(42.048 * (0.25 * 0.5 + 0.1875 * 1), 9);
  });

  it("is unpriced without a cost of the devices, and nothing while it is off", () => {
    const unpriced = offload({ devicesCost: assumed(null) });
    expect(devices([unpriced]).option.missing).toEqual([
      { path: "options.cloud.throughput.chat.levers.phones.devicesCost" },
    ]);
    const { option, line } = devices([{ ...unpriced, isOn: false }]);
    expect([option.status, option.capacity.servers[0], line.length]).toEqual(["complete", 16, 0]);
  });

  it("stands in the run-rate as a straight line beside the machines", () => {
    const upToTokens = 16 * 730 * 3600;
    const curve = runRateCurve(planWith([offload()]), "cloud", { month: 0, upToTokens });
    expect(curve?.points.at(-1)?.cost).toBeCloseTo(12 * 730 + 5.256, 6);
  });
});
