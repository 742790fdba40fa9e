import { describe, expect, it } from "vitest";
import { project } from "./index";
import { total } from "./series";
import {
  api,
  assumed,
  cloud,
  combined,
  inference,
  onPremises,
  planOf,
  training,
} from "./testing/plans";
import { lineOf, projected } from "./testing/results";

const secondsPerMonth = 730 * 3600;
/** A month of tokens that keeps three servers busy. */
const threeServers = inference({ requestsPerMonth: assumed(3 * secondsPerMonth) });
const bill = api({ outputPrice: assumed(1_000_000 / secondsPerMonth), fixedFee: assumed(10) });

describe("the bridge", () => {
  it("serves everything before the first delivery, and nothing after", () => {
    const plan = planOf({
      workloads: [threeServers],
      options: [bill, onPremises({ leadTimeMonths: assumed(4), bridgeOptionId: "api" })],
    });
    const own = projected(plan, "own");
    expect(own.capacity.bridgedFraction).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    // A third of the month's tokens costs $1, and the fee is due in the months of the bridge alone.
    expect(lineOf(own, "bridge").cash.slice(0, 5)).toEqual([
      expect.closeTo(13, 9),
      expect.closeTo(13, 9),
      expect.closeTo(13, 9),
      expect.closeTo(13, 9),
      0,
    ]);
    expect(own.summary.cash).toBeCloseTo(total(projected(plan, "api").cash.all.slice(0, 4)), 9);
  });

  it("serves the share that owned servers have no room for", () => {
    const plan = planOf({
      workloads: [threeServers],
      options: [
        bill,
        onPremises({
          purchasing: "none",
          bridgeOptionId: "api",
          owned: { servers: assumed(2), ageMonths: assumed(0), bookValue: assumed(0) },
        }),
      ],
    });
    const own = projected(plan, "own");
    expect(own.capacity.bridgedFraction[0]).toBeCloseTo(1 / 3, 12);
    expect(lineOf(own, "bridge").cash[0]).toBeCloseTo(1 + 10, 9);
  });

  it("sizes a cloud bridge for its own share, in whole instances", () => {
    const plan = planOf({
      workloads: [threeServers],
      options: [
        cloud({ rate: assumed(2), throughput: [combined(0.8)] }),
        onPremises({
          purchasing: "none",
          bridgeOptionId: "cloud",
          owned: { servers: assumed(1), ageMonths: assumed(0), bookValue: assumed(0) },
        }),
      ],
    });
    // Two of three shares at 0.8 tokens a second take 2.5, so three instances.
    expect(lineOf(projected(plan, "own"), "bridge").cash[0]).toBeCloseTo(3 * 730 * 2, 9);
  });

  it("takes training that finds no idle hours", () => {
    const plan = planOf({
      workloads: [threeServers, training({ acceleratorHoursPerRun: assumed(100) })],
      options: [
        api({ trainingRate: assumed(5) }),
        onPremises({
          purchasing: "none",
          bridgeOptionId: "api",
          owned: { servers: assumed(3), ageMonths: assumed(0), bookValue: assumed(0) },
        }),
      ],
    });
    const own = projected(plan, "own");
    expect(lineOf(own, "bridge", "training").cash[0]).toBeCloseTo(500, 6);
    expect(own.lines.some((line) => line.id === "bridge" && line.use === "inference")).toBe(false);
  });

  it("is part of what the line names as its inputs", () => {
    const plan = planOf({
      workloads: [threeServers],
      options: [bill, onPremises({ leadTimeMonths: assumed(1), bridgeOptionId: "api" })],
    });
    const { inputs } = lineOf(projected(plan, "own"), "bridge");
    expect(inputs).toContain("options.api.outputPrice");
    expect(inputs).toContain("options.own.leadTimeMonths");
  });
});

describe("without a usable bridge", () => {
  it("names each run of months that nothing serves, and takes no rank", () => {
    const plan = planOf({
      horizonMonths: 6,
      workloads: [threeServers],
      options: [
        bill,
        onPremises({
          leadTimeMonths: assumed(2),
          owned: { servers: assumed(3), ageMonths: assumed(59), bookValue: assumed(0) },
        }),
      ],
    });
    const projection = project(plan);
    expect(projection.options[1]).toMatchObject({
      status: "infeasible",
      infeasibilities: [{ kind: "noBridge", fromMonth: 1, toMonth: 1 }],
    });
    expect(projection.ranking).toEqual(["api"]);
  });

  it("does not go over itself, another option of its kind, or one that cannot serve", () => {
    const waiting = (bridgeOptionId: string) =>
      planOf({
        workloads: [threeServers],
        options: [
          onPremises({ leadTimeMonths: assumed(2), bridgeOptionId }),
          onPremises({ id: "other" }),
          cloud({ throughput: [] }),
        ],
      });
    for (const bridgeOptionId of ["own", "other", "cloud", "nobody"]) {
      expect(projected(waiting(bridgeOptionId), "own").infeasibilities).toEqual([
        { kind: "bridgeUnusable", bridgeOptionId },
      ]);
    }
  });

  it("is incomplete while the bridge is unpriced, but only if it is needed", () => {
    const plan = (leadTimeMonths: number) =>
      planOf({
        workloads: [threeServers],
        options: [
          api({ outputPrice: assumed(null) }),
          onPremises({ leadTimeMonths: assumed(leadTimeMonths), bridgeOptionId: "api" }),
        ],
      });
    expect(projected(plan(1), "own").missing).toEqual([{ path: "options.api.outputPrice" }]);
    expect(projected(plan(0), "own").status).toBe("complete");
  });
});
