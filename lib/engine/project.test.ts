import { describe, expect, it } from "vitest";
import { project } from "./index";
import { api, assumed, cloud, inference, onPremises, planOf } from "./testing/plans";

const million = inference({ requestsPerMonth: assumed(1_000_000) });
const owned = { servers: assumed(1), ageMonths: assumed(0), bookValue: assumed(0) };

describe("project", () => {
  it("ranks complete options by net present cost, and names what the others miss", () => {
    const projection = project(
      planOf({
        workloads: [million],
        options: [
          api({ id: "dear", outputPrice: assumed(5) }),
          api({ id: "unpriced", outputPrice: assumed(null) }),
          api({ id: "cheap", outputPrice: assumed(3) }),
        ],
      }),
    );
    expect(projection.ranking).toEqual(["cheap", "dear"]);
    expect(projection.missing).toEqual([{ path: "options.unpriced.outputPrice" }]);
    expect(projection.options.map((option) => option.status)).toEqual([
      "complete",
      "incomplete",
      "complete",
    ]);
  });

  it("needs the discount rate for every option, since it ranks them", () => {
    const projection = project(
      planOf({
        workloads: [million],
        options: [api(), cloud({ throughput: [] })],
        assumptions: { discountRatePerYearFraction: assumed(null) },
      }),
    );
    expect(projection.ranking).toEqual([]);
    expect(projection.options[0]?.missing).toEqual([
      { path: "assumptions.discountRatePerYearFraction" },
    ]);
  });

  it("discounts cash month by month into the net present cost", () => {
    const plan = planOf({
      workloads: [million],
      options: [api({ outputPrice: assumed(1) })],
      assumptions: { discountRatePerYearFraction: assumed(0.1) },
    });
    const present = Array.from({ length: 12 }, (_, month) => 1.1 ** (-month / 12));
    expect(project(plan).options[0]?.summary.netPresentCost).toBeCloseTo(
      present.reduce((sum, value) => sum + value, 0),
      12,
    );
  });

  it("says nothing of tokens in a plan or a month without any", () => {
    const empty = project(planOf({ options: [api({ fixedFee: assumed(100) })] })).options[0];
    expect(empty?.summary).toMatchObject({
      cash: 1200,
      costPerMillionTokens: null,
      costPerMillionOutputTokens: null,
    });
    expect(empty?.costPerMillionTokens).toEqual(new Array(12).fill(null));
  });
});

describe("the baseline", () => {
  const buying = onPremises({ id: "buy", owned });
  const keeping = onPremises({ id: "keep", owned, purchasing: "none", bridgeOptionId: "api" });
  const baselineOf = (
    options: Parameters<typeof planOf>[0]["options"],
    baselineOptionId: string | null = null,
  ) =>
    project(
      planOf({ workloads: [million], options: options ?? [], assumptions: { baselineOptionId } }),
    ).baselineOptionId;

  it("is the plan's own choice", () => {
    expect(baselineOf([api(), buying, keeping], "api")).toBe("api");
  });

  it("else is what is owned, kept without buying; else what is owned", () => {
    expect(baselineOf([api(), buying, keeping])).toBe("keep");
    expect(baselineOf([api(), buying])).toBe("buy");
  });

  it("else is the first complete option, and nothing where there is none", () => {
    expect(baselineOf([api({ outputPrice: assumed(null) }), cloud()])).toBe("cloud");
    expect(baselineOf([], "gone")).toBeNull();
  });
});
