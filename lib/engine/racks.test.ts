import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { breakEvenVolume, project, runRateCurve } from "./index";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { withRequestsTimes } from "./testing/plan-inputs";
import { api, assumed, combined, inference, onPremises, planOf } from "./testing/plans";
import { searchesEach } from "./testing/property-runs";
import { lineIds, lineOf, projected } from "./testing/results";
import { oneSteadyMonth } from "./testing/steady-month";

const busyServer = 730 * 3600;

function own(servers: number, option: Partial<OnPremisesOption>, months = 12) {
  const workloads = [inference({ requestsPerMonth: assumed(servers * busyServer) })];
  return projected(
    planOf({ horizonMonths: months, workloads, options: [onPremises(option)] }),
    "own",
  );
}

describe("racks", () => {
  it("are whole, by the power of a rack or by its room, whichever is less", () => {
    const power = { serverPower: assumed(10.2), rackPower: assumed(40) };
    const racksOf = (option: Partial<OnPremisesOption>) => own(8, option).capacity.racks[0];
    expect(racksOf(power)).toBe(3);
    expect(racksOf({ ...power, serversPerRack: assumed(2) })).toBe(4);
    expect(racksOf({ ...power, serversPerRack: assumed(6) })).toBe(3);
    expect(racksOf({ serversPerRack: assumed(8) })).toBe(1);
    expect(racksOf({ rackPower: assumed(30.6), serverPower: assumed(10.2) })).toBe(3);
    expect(racksOf({})).toBe(0);
  });

  it("are several for a server that draws more than a rack has", () => {
    const option = { serverPower: assumed(100), rackPower: assumed(40) };
    expect(own(2, option).capacity.racks[0]).toBe(6);
  });

  it("cost their price once, spread over the useful life, and their rent each month", () => {
    const result = own(8, {
      serverPower: assumed(10.2),
      rackPower: assumed(40),
      rackPrice: assumed(6000),
      rackRent: assumed(100),
    });
    expect(lineOf(result, "racks").cash).toEqual([18_000, ...new Array(11).fill(0)]);
    expect(lineOf(result, "racks").accrual[11]).toBeCloseTo(300, 9);
    expect(lineOf(result, "rackRent").cash[11]).toBe(300);
    expect(result.summary.remainingBookValue).toBeCloseTo(18_000 - 12 * 300, 6);
  });

  it("stay when servers are replaced, and are there for what is owned", () => {
    const result = own(3, {
      serversPerRack: assumed(2),
      rackPrice: assumed(100),
      usefulLifeMonths: assumed(4),
      owned: { servers: assumed(2), ageMonths: assumed(2), bookValue: assumed(0) },
    });
    expect(lineOf(result, "racks").cash).toEqual([100, ...new Array(11).fill(0)]);
    const without = { rackPrice: assumed(100), rackRent: assumed(10) };
    expect(lineIds(own(3, without))).toEqual([]);
  });

  it("step the cost over volume, exactly", () => {
    // A server serves 100 tokens for 10 a month; two stand in a rack of 30.
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: assumed(100) })],
      options: [
        api({ outputPrice: assumed(0.3 * 1e6) }),
        onPremises({
          usefulLifeMonths: assumed(10),
          serversPerRack: assumed(2),
          rackRent: assumed(30),
          throughput: [combined(100 / busyServer)],
          quote: { serverPrice: assumed(100) },
        }),
      ],
    });
    const points = runRateCurve(plan, "own", { month: 0, upToTokens: 400 })?.points ?? [];
    expect(points.map(({ cost }) => Math.round(cost))).toEqual([40, 40, 50, 50, 90, 90, 100, 100]);
    const search = { month: 0, searchUpToTokens: 600 };
    const wins = breakEvenVolume(plan, "own", "api", search).intervals;
    // 50 at 0.3 a token from 166.7, 100 from 333.3, 140 and then 150 from 466.7 on.
    expect(wins.map(({ low, high }) => [Math.round(low), high && Math.round(high)])).toEqual([
      [167, 200],
      [333, 400],
      [467, null],
    ]);
  });

  it("cost at any volume what a plan of one month at that volume costs", () => {
    const racked = arbitraryPlan().map((plan) => ({
      ...plan,
      options: plan.options.map((option) => {
        if (option.kind !== "on-premises") return option;
        const { sitePower: _, ...rest } = option;
        return {
          ...rest,
          serversPerRack: assumed(3),
          rackPrice: assumed(6000),
          rackRent: assumed(90),
        };
      }),
    }));
    fc.assert(
      fc.property(racked, fc.double({ min: 0.01, max: 20, noNaN: true }), (plan, k) => {
        const steady = oneSteadyMonth(plan);
        const tokens = (project(steady).servedTokens[0] ?? 0) * k;
        if (tokens < 1) return;
        const points = runRateCurve(steady, "own", { month: 0, upToTokens: tokens })?.points;
        const last = points?.at(-1);
        const scaled = projected(withRequestsTimes(steady, k), "own");
        if (scaled.status !== "complete" || !last || last.tokens < tokens) return;
        const cost = scaled.accrual.inference[0] ?? 0;
        expect(Math.abs(last.cost - cost)).toBeLessThanOrEqual(1e-7 * Math.abs(cost));
      }),
      searchesEach,
    );
  });

  it("never say never where a wider search finds a win", () => {
    const racked = arbitraryPlan().map((plan) => ({
      ...plan,
      options: plan.options.map((option) =>
        option.kind === "on-premises"
          ? {
              ...option,
              serversPerRack: assumed(3),
              rackPrice: assumed(90_000),
              rackRent: assumed(900),
            }
          : option,
      ),
    }));
    fc.assert(
      fc.property(racked, fc.boolean(), (plan, turned) => {
        const [a, b] = turned ? ["own", "cloud"] : ["api", "own"];
        const search = (searchUpToTokens: number) =>
          breakEvenVolume(plan, a ?? "", b ?? "", { month: 0, searchUpToTokens });
        if (search(1e8).verdict !== "never") return;
        expect(search(1e10).intervals).toEqual([]);
      }),
      searchesEach,
    );
  });
});

describe("the power of the site", () => {
  it("names the first month beyond it, with kW asked for and there", () => {
    const growth = {
      kind: "steps" as const,
      steps: [{ month: 5, factor: 2 }],
      evidence: "assumed" as const,
    };
    const workloads = [inference({ requestsPerMonth: assumed(4 * busyServer), growth })];
    const terms = { serverPower: assumed(10), pueRatio: assumed(1.25) };
    const at = (kilowatts: number) =>
      projected(
        planOf({ workloads, options: [onPremises({ ...terms, sitePower: assumed(kilowatts) })] }),
        "own",
      );
    expect(at(100).status).toBe("complete");
    expect(at(99)).toMatchObject({
      status: "infeasible",
      infeasibilities: [{ kind: "powerLimit", month: 5, kilowatts: 100, availableKilowatts: 99 }],
    });
  });

  it("blocks the option while it is missing", () => {
    const result = own(1, { sitePower: assumed(null) });
    expect(result).toMatchObject({
      status: "incomplete",
      missing: [{ path: "options.own.sitePower" }],
    });
  });
});
