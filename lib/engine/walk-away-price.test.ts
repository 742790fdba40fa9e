import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, project, walkAwayPrice } from "./index";
import { arbitraryPlan } from "./testing/arbitrary-plan";
import { api, assumed, inference, onPremises, planOf } from "./testing/plans";
import { searchesEach } from "./testing/property-runs";

/** One server for a year against an API bill of $1,000 a month. */
function against(outputPrice: number, own: Parameters<typeof onPremises>[0] = {}) {
  return planOf({
    workloads: [inference({ requestsPerMonth: assumed(1000) })],
    options: [api({ outputPrice: assumed(outputPrice) }), onPremises(own)],
  });
}

describe("walkAwayPrice", () => {
  it("leaves installation, and takes support along with the price", () => {
    // 12,000 = 2,000 installation + P (1 + 10% support for one year), so P = 10,000 / 1.1,
    // of which the network is a fifth at any factor.
    const plan = against(1e6, {
      supportPerYearFraction: assumed(0.1),
      quote: {
        serverPrice: assumed(8000),
        networkPrice: assumed(2000),
        installationPrice: assumed(2000),
      },
    });
    const price = walkAwayPrice(plan, "own", "api");
    expect(price.verdict).toBe("price");
    expect(price.priceFactor).toBeCloseTo(1 / 1.1, 12);
    expect(price.serverPrice).toBeCloseTo(8000 / 1.1, 8);
    expect(price.networkPrice).toBeCloseTo(2000 / 1.1, 8);
    expect(price.quotedServerPrice).toBe(8000);
  });

  it("leaves a support fee, which is an amount: it is the same at any price", () => {
    // 12,000 = P + 1,000 of support for one server and year, so P = 11,000 with a network that is a fifth of it.
    const plan = against(1e6, {
      supportFee: assumed(1000),
      quote: { serverPrice: assumed(8000), networkPrice: assumed(2000) },
    });
    const price = walkAwayPrice(plan, "own", "api");
    expect(price.priceFactor).toBeCloseTo(1.1, 12);
    const dearer = applyChanges(plan, [{ path: "options.own.quote.serverPrice", value: 9000 }]);
    const again = walkAwayPrice(dearer, "own", "api");
    expect((again.serverPrice ?? 0) + (again.networkPrice ?? 0)).toBeCloseTo(11_000, 8);
  });

  it("answers the same from a projection that is there already", () => {
    const plan = against(1.1);
    expect(walkAwayPrice(plan, "own", "api", project(plan))).toEqual(
      walkAwayPrice(plan, "own", "api"),
    );
    const unpriced = against(1, { quote: { serverPrice: assumed(null) } });
    expect(walkAwayPrice(unpriced, "own", "api", project(unpriced)).verdict).toBe("unranked");
  });

  it("says never where even free servers cost more", () => {
    const plan = against(1, {
      quote: { serverPrice: assumed(100), installationPrice: assumed(2000) },
    });
    expect(walkAwayPrice(plan, "own", "api")).toMatchObject({
      verdict: "never",
      serverPrice: null,
    });
  });

  it("says always, or never, where nothing is bought", () => {
    const kept = { owned: { servers: assumed(1), ageMonths: assumed(0), bookValue: assumed(0) } };
    const quote = { serverPrice: assumed(100) };
    expect(walkAwayPrice(against(1, { ...kept, quote }), "own", "api").verdict).toBe("always");
    const staffed = {
      ...against(0, { ...kept, quote, space: assumed(1), serverPower: assumed(1) }),
    };
    expect(walkAwayPrice(staffed, "own", "api").verdict).toBe("never");
  });

  it("ranks nothing against a missing price, itself or an unknown option", () => {
    const plan = against(1, { quote: { serverPrice: assumed(null) } });
    expect(walkAwayPrice(plan, "own", "api").verdict).toBe("unranked");
    expect(walkAwayPrice(against(1), "own", "own").verdict).toBe("unranked");
    expect(walkAwayPrice(against(1), "own", "nobody").verdict).toBe("unranked");
  });

  it("is the price at which both cost the same, when typed in", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const price = walkAwayPrice(plan, "own", "cloud");
        if (price.verdict !== "price") return;
        const quote = "options.own.quote";
        const { options } = project(
          applyChanges(plan, [
            { path: `${quote}.serverPrice`, value: price.serverPrice ?? Number.NaN },
            { path: `${quote}.networkPrice`, value: price.networkPrice ?? Number.NaN },
          ]),
        );
        const cost = (id: string) =>
          options.find((option) => option.optionId === id)?.summary.netPresentCost ?? Number.NaN;
        const scale = Math.abs(cost("cloud")) + Math.abs(cost("own")) + (price.priceFactor ?? 0);
        expect(Math.abs(cost("own") - cost("cloud"))).toBeLessThanOrEqual(1e-6 * scale);
      }),
      searchesEach,
    );
  });
});
