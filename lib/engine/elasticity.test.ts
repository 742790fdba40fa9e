import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import { project } from "./index";
import { api, assumed, cloud, inference, planOf, training, yearly } from "./testing/plans";
import { projected } from "./testing/results";

/** A million output tokens a month at $10 a million, the API price falling by half a year. */
const planWith = (assumptions: Partial<Plan["assumptions"]>) =>
  planOf({
    horizonMonths: 25,
    workloads: [
      inference({ requestsPerMonth: assumed(1000), outputTokensPerRequest: assumed(1000) }),
      training(),
    ],
    options: [api({ outputPrice: assumed(10) }), cloud()],
    assumptions: { apiPricePath: yearly(-0.5), ...assumptions },
  });

const spendOf = (plan: Plan) => projected(plan, "api").cash.inference;

describe("elasticity of demand", () => {
  it("multiplies requests as the price falls, the same for every option", () => {
    // Half the price a year, e = 2: four times the requests, and 10 x 4 / 2 = $20 a month.
    const plan = planWith({ priceElasticityRatio: assumed(2) });
    const [chat, tune] = project(plan).demand;
    if (chat?.kind !== "inference" || tune?.kind !== "training") throw new Error("no demand");
    expect(chat.requests[12]).toBeCloseTo(4000, 6);
    expect(chat.requests[24]).toBeCloseTo(16_000, 6);
    expect(tune.acceleratorHours[24]).toBe(1);
    expect(spendOf(plan)[12]).toBeCloseTo(20, 9);
  });

  it("makes spend rise exactly when e > 1", () => {
    const elasticities = fc.double({ min: 0, max: 3, noNaN: true });
    const falls = fc.double({ min: -0.9, max: -0.05, noNaN: true });
    fc.assert(
      fc.property(elasticities, falls, (e, fall) => {
        fc.pre(Math.abs(e - 1) > 0.01);
        const spend = spendOf(
          planWith({ priceElasticityRatio: assumed(e), apiPricePath: yearly(fall) }),
        );
        const [first = 0, last = 0] = [spend[0], spend.at(-1)];
        expect(last > first).toBe(e > 1);
        expect(last / first).toBeCloseTo((1 + fall) ** (2 * (1 - e)), 6);
      }),
    );
    const even = spendOf(planWith({ priceElasticityRatio: assumed(1) }));
    for (const month of even) expect(month).toBeCloseTo(10, 9);
  });

  it("follows the path that the plan names, and none without an elasticity", () => {
    const paths = { cloudPricePath: yearly(-0.75), priceElasticityRatio: assumed(1) };
    const along = (path: "api" | "cloud" | "hardware") => {
      const [chat] = project(planWith({ ...paths, elasticityPricePath: path })).demand;
      return chat?.kind === "inference" ? chat.requests[12] : undefined;
    };
    expect(along("api")).toBeCloseTo(2000, 6);
    expect(along("cloud")).toBeCloseTo(4000, 6);
    expect(along("hardware")).toBeCloseTo(1000, 6);
    const none = project(planWith({ priceElasticityRatio: assumed(0) }));
    expect(none.demand).toEqual(project(planWith({})).demand);
  });

  it("refuses a demand that explodes, also at a price of nothing", () => {
    const free = {
      kind: "steps" as const,
      steps: [{ month: 3, factor: 0 }],
      evidence: "assumed" as const,
    };
    const plan = planWith({ apiPricePath: free, priceElasticityRatio: assumed(3) });
    expect(projected(plan, "api").infeasibilities[0]).toMatchObject({
      kind: "demandTooLarge",
      month: 3,
    });
  });

  it("blocks every option while it is missing", () => {
    const missing = [{ path: "assumptions.priceElasticityRatio" }];
    const { options } = project(planWith({ priceElasticityRatio: assumed(null) }));
    for (const option of options) expect(option.missing).toEqual(missing);
  });
});
