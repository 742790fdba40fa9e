import { describe, expect, it } from "vitest";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { Plan } from "@/lib/schemas/plan";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { breakEvenVolume, runRateCurve } from "./index";
import { total } from "./series";
import {
  api,
  assumed,
  edge,
  inference,
  planOf,
  portfolio,
  training,
  yearly,
} from "./testing/plans";
import { lineIds, lineOf, projected } from "./testing/results";

const hours = 730;

/** Devices of one token a second that a month's mean load keeps busy. */
const busy = (devices: number) => assumed(devices * hours * 3600);

/** Ten devices at $900 for 36 months; two of them busy on the mean. */
const planWith = (parts: Partial<EdgeOption> = {}, plan: Partial<Plan> = {}) =>
  planOf({
    workloads: [inference({ requestsPerMonth: busy(2) })],
    options: [edge({ devices: assumed(10), devicePrice: assumed(900), ...parts })],
    ...plan,
  });
const edgeOf = (parts: Partial<EdgeOption> = {}, plan: Partial<Plan> = {}) =>
  projected(planWith(parts, plan), "edge");

describe("edge devices", () => {
  it("are bought whole in month 1 and spread over their life", () => {
    const result = edgeOf();
    const { cash, accrual } = lineOf(result, "devices");
    expect(cash).toEqual([9000, ...new Array(11).fill(0)]);
    expect(accrual).toEqual(new Array(12).fill(250));
    expect(result.summary.remainingBookValue).toBeCloseTo(6000, 9);
    expect(result.capacity.servers).toEqual(new Array(12).fill(10));
    expect(result.capacity.utilizationFraction[0]).toBeCloseTo(0.2, 12);
  });

  it("are replaced at the end of their life, along the path of other costs", () => {
    const plan = planWith({ usefulLifeMonths: assumed(12) }, { horizonMonths: 24 });
    const assumptions = { ...plan.assumptions, otherPricePath: yearly(0.1) };
    const result = projected({ ...plan, assumptions }, "edge");
    expect(lineOf(result, "devices").cash[12]).toBeCloseTo(9900, 9);
    expect(total(lineOf(result, "devices").cash)).toBeCloseTo(18_900, 9);
  });

  it("count what they are still worth where the plan counts book value", () => {
    const plan = planWith();
    const assumptions = { ...plan.assumptions, countRemainingBookValue: true };
    const result = projected({ ...plan, assumptions }, "edge");
    expect(lineOf(result, "remainingBookValue").cash[11]).toBeCloseTo(-6000, 9);
    expect(result.summary.cash).toBeCloseTo(result.summary.accrual, 9);
  });

  it("take the energy of answering, and management for every one of them", () => {
    const plan = planWith({ devicePower: assumed(50), management: assumed(4) });
    const assumptions = {
      ...plan.assumptions,
      powerPrice: assumed(0.2),
      gridIntensity: assumed(0.4),
    };
    const result = projected({ ...plan, assumptions }, "edge");
    // Two devices busy for 730 hours at 50 W: 73 kWh.
    expect(result.capacity.energyKwh[0]).toBeCloseTo(73, 9);
    expect(lineOf(result, "power").cash[0]).toBeCloseTo(14.6, 9);
    expect(result.capacity.carbonKilograms?.[0]).toBeCloseTo(29.2, 9);
    expect(lineOf(result, "management").cash[0]).toBe(40);
    expect(result.summary.tokensPerKilowattHour).toBeCloseTo((2 * hours * 3600) / 73, 6);
  });

  it("cost no price where they are there already, and no energy either where users own them", () => {
    const terms = { devicePower: assumed(50), management: assumed(4) };
    const pricedPower = { assumptions: { powerPrice: assumed(0.2) } };
    const { devicePrice: _, ...bare } = edge();
    const plan = (ownership: EdgeOption["ownership"]) =>
      planOf({
        workloads: [inference({ requestsPerMonth: busy(2) })],
        options: [{ ...bare, devices: assumed(10), ...terms, ownership }],
        ...pricedPower,
      });
    const existing = projected(plan("existing"), "edge");
    expect(lineIds(existing)).toEqual(["management inference", "power inference"]);
    const users = projected(plan("users"), "edge");
    expect(lineIds(users)).toEqual(["management inference"]);
    expect(users.capacity.energyKwh[0]).toBeCloseTo(73, 9);
    expect(projected(plan("bought"), "edge").missing).toEqual([
      { path: "options.edge.devicePrice" },
    ]);
  });

  it("cannot serve a peak beyond their number", () => {
    const peaky = inference({ requestsPerMonth: busy(2), peakToMeanRatio: assumed(3) });
    const parts = { utilizationCeilingFraction: assumed(0.5) };
    expect(edgeOf(parts, { workloads: [peaky] }).infeasibilities).toEqual([
      { kind: "tooFewDevices", month: 0, needed: 12, devices: 10 },
    ]);
    const more = edgeOf({ ...parts, devices: assumed(12) }, { workloads: [peaky] });
    expect(more.status).toBe("complete");
  });

  it("are unpriced by how many they are, and not too many", () => {
    const result = edgeOf({ devices: assumed(null), devicePrice: assumed(0) });
    expect(result.infeasibilities).toEqual([]);
    expect(result.missing).toEqual([{ path: "options.edge.devices" }]);
  });

  it("cannot answer every request, nor train", () => {
    expect(edgeOf({ servableFraction: assumed(0.6) }).infeasibilities).toEqual([
      {
        kind: "requestsBeyondShare",
        month: 0,
        workloadId: "chat",
        requestsFraction: 1,
        servableFraction: 0.6,
      },
    ]);
    const workloads = [inference({ requestsPerMonth: busy(2) }), training()];
    expect(edgeOf({}, { workloads }).infeasibilities).toEqual([{ kind: "noTraining" }]);
  });
});

describe("a portfolio by share of requests", () => {
  const mixed = (mix: Partial<PortfolioOption>, parts: Partial<EdgeOption> = {}) =>
    planOf({
      workloads: [inference({ requestsPerMonth: busy(2) }), training()],
      options: [
        api({ outputPrice: assumed(100), trainingRate: assumed(7) }),
        edge({
          devices: assumed(10),
          devicePrice: assumed(900),
          servableFraction: assumed(0.6),
          ...parts,
        }),
        portfolio({
          mode: "by-share",
          firstOptionId: "edge",
          secondOptionId: "api",
          requestsFraction: assumed(0.6),
          ...mix,
        }),
      ],
    });

  it("gives devices their share, and the other requests and training to the second option", () => {
    const result = projected(mixed({}), "mix");
    expect(result.status).toBe("complete");
    expect(lineOf(result, "devices").cash[0]).toBe(9000);
    const tokens = 0.4 * 2 * hours * 3600;
    expect(lineOf(result, "outputTokens").cash[0]).toBeCloseTo((tokens / 1e6) * 100, 6);
    expect(lineOf(result, "trainingRental", "training").cash[0]).toBe(7);
    expect(result.capacity.utilizationFraction[0]).toBeCloseTo(0.12, 12);
  });

  it("is its second option at no share, and buys no device", () => {
    const result = projected(mixed({ requestsFraction: assumed(0) }), "mix");
    const alone = projected(mixed({}), "api");
    expect(result.summary).toEqual(alone.summary);
  });

  it("cannot give devices more than their share", () => {
    const result = projected(mixed({ requestsFraction: assumed(0.61) }), "mix");
    expect(result.infeasibilities).toEqual([{ kind: "partUnusable", partOptionId: "edge" }]);
  });

  it("needs the share", () => {
    const { requestsFraction: _, ...bare } = portfolio({ mode: "by-share" });
    const plan = mixed({});
    const options = [
      ...plan.options.slice(0, 2),
      { ...bare, firstOptionId: "edge", secondOptionId: "api" },
    ];
    const result = projected({ ...plan, options }, "mix");
    expect(result.missing).toEqual([{ path: "options.mix.requestsFraction" }]);
  });

  it("breaks even where a month of each volume says so", () => {
    const plan = mixed({}, { devicePower: assumed(50) });
    const at = (id: string, upToTokens: number) =>
      runRateCurve(plan, id, { month: 0, upToTokens })?.points.at(-1)?.cost;
    const tokens = 2 * hours * 3600;
    // The API's 40% of the volume, and a month of ten devices.
    expect(at("mix", tokens)).toBeCloseTo(0.4 * (tokens / 1e6) * 100 + 250, 6);
    const { intervals } = breakEvenVolume(plan, "mix", "api", {
      month: 0,
      searchUpToTokens: 10 * tokens,
    });
    // $250 a month against 60% of $100 a million: from 4.17M tokens on, ten devices' worth of steps later too.
    expect(intervals[0]?.low).toBeCloseTo((250 / 60) * 1e6, 0);
    expect(intervals.at(-1)?.high).toBeNull();
  });
});
