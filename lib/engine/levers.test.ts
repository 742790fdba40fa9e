import { describe, expect, it } from "vitest";
import type { Lever } from "@/lib/schemas/lever";
import { assumed, cloud, combined, inference, planOf, split } from "./testing/plans";
import { projected } from "./testing/results";

/** Sixteen replicas of one token a second, busy all month. */
const serversOf = (throughput: ReturnType<typeof combined>) => {
  const plan = planOf({
    horizonMonths: 12,
    workloads: [inference({ requestsPerMonth: assumed(16 * 730 * 3600) })],
    options: [cloud({ throughput: [throughput] })],
  });
  return projected(plan, "cloud");
};

type SpeedLever = Extract<Lever, { readonly speedRatio: unknown }>;

const lever = (given: Partial<SpeedLever>): SpeedLever => ({
  id: "quantized",
  kind: "quantization",
  speedRatio: assumed(2),
  reach: "added",
  isOn: true,
  ...given,
});

describe("levers", () => {
  it("halves the machines from the month in which one of twice the speed comes on top", () => {
    for (const rate of [combined(1), split(5, 1)]) {
      const levers = [lever({ startMonth: assumed(7) })];
      const { servers } = serversOf({ ...rate, levers }).capacity;
      expect([servers[5], servers[6], servers[11]]).toEqual([16, 8, 8]);
    }
  });

  it("multiplies those that are there", () => {
    const levers = [lever({}), lever({ id: "draft", kind: "speculative-decoding" })];
    expect(serversOf({ ...combined(1), levers }).capacity.servers[0]).toBe(4);
  });

  it("changes nothing where the rate includes it, until it is off", () => {
    const included = lever({ reach: "included" });
    expect(serversOf({ ...combined(1), levers: [included] }).capacity.servers[0]).toBe(16);
    const off = { ...included, isOn: false };
    expect(serversOf({ ...combined(1), levers: [off] }).capacity.servers[0]).toBe(32);
  });

  it("blocks machines while an effect that counts is missing, and not while it does not", () => {
    const unknown = lever({ speedRatio: assumed(null) });
    expect(serversOf({ ...combined(1), levers: [unknown] }).missing).toEqual([
      { path: "options.cloud.throughput.chat.levers.quantized.speedRatio" },
    ]);
    const off = { ...unknown, isOn: false };
    expect(serversOf({ ...combined(1), levers: [off] }).missing).toEqual([]);
  });

  it("routes half of the requests to a model of twice the speed: a quarter of the work is gone", () => {
    const routing: Lever = {
      id: "small",
      kind: "model-routing",
      requestsFraction: assumed(0.5),
      smallModelSpeedRatio: assumed(2),
      reach: "added",
      isOn: true,
      startMonth: assumed(7),
    };
    const { servers } = serversOf({ ...combined(1), levers: [routing] }).capacity;
    expect([servers[5], servers[6]]).toEqual([16, 12]);
    const off = serversOf({ ...combined(1), levers: [{ ...routing, isOn: false }] });
    expect(off.capacity.servers[11]).toBe(16);
    const unknown = { ...routing, smallModelSpeedRatio: assumed(null) };
    expect(serversOf({ ...combined(1), levers: [unknown] }).status).toBe("incomplete");
  });
});
