import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { inferenceShares, project } from "./index";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { api, assumed, cloud, inference, onPremises, planOf, training } from "./testing/plans";

vi.setConfig({ testTimeout: 60_000 });

/** One machine busy all month with inference from month 1, and 365 h of training in month 13 alone. */
const plan = planOf({
  horizonMonths: 24,
  workloads: [
    inference({ requestsPerMonth: assumed(730 * 3600) }),
    training({
      acceleratorHoursPerRun: assumed(365),
      firstRunMonth: assumed(13),
      monthsBetweenRuns: assumed(120),
    }),
  ],
  options: [
    api({ outputPrice: assumed(1), trainingRate: assumed(4) }),
    cloud({ rate: assumed(2) }),
    onPremises({ serverPower: assumed(1), quote: { serverPrice: assumed(1200) } }),
  ],
});

function sharesOf(optionId: string) {
  const projection = project(plan);
  const option = projection.options.find((one) => one.optionId === optionId);
  if (option === undefined) throw new Error("no option");
  return inferenceShares(projection, option);
}

describe("share of inference", () => {
  it("is of spend, compute and energy, by calendar year", () => {
    const [first, second] = sharesOf("own");
    expect([first?.year.year, second?.year.year]).toEqual([2027, 2028]);
    expect([first?.spendFraction, first?.computeFraction, first?.energyFraction]).toEqual([
      1, 1, 1,
    ]);
    // 12 x 730 h against 365 h more.
    expect(second?.computeFraction).toBeCloseTo(8760 / 9125, 12);
    // The second server, bought for the run, is training's alone: its 730 kWh a month, and $20 of 1,200 / 60.
    expect(second?.energyFraction).toBeCloseTo(0.5, 12);
    expect(second?.spendFraction).toBeCloseTo(0.5, 12);
  });

  it("is not known of an API's compute, nor of a cloud's energy", () => {
    expect(sharesOf("api")[1]?.computeFraction).toBeNull();
    expect(sharesOf("api")[1]?.energyFraction).toBeNull();
    expect(sharesOf("cloud")[1]?.computeFraction).toBeCloseTo(8760 / 9125, 12);
    expect(sharesOf("cloud")[1]?.energyFraction).toBeNull();
    // $2 x 730 h x 12 against $2 x 365 h.
    expect(sharesOf("cloud")[1]?.spendFraction).toBeCloseTo(8760 / 9125, 12);
  });

  it("lies between 0 and 1, for any plan", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (any) => {
        const projection = project(any);
        for (const option of projection.options)
          for (const { year: _, ...fractions } of inferenceShares(projection, option))
            for (const fraction of Object.values(fractions)) {
              if (fraction === null) continue;
              expect(fraction).toBeGreaterThanOrEqual(0);
              expect(fraction).toBeLessThanOrEqual(1);
            }
      }),
    );
  });
});
