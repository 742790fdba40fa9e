import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { costBridge, project } from "../index";
import { arbitraryPlan } from "../testing/arbitrary-plan";
import { api, assumed, inference, onPremises, planOf } from "../testing/plans";
import type { BridgeMeasure } from "./types";

vi.setConfig({ testTimeout: 120_000 });

const measures: readonly BridgeMeasure[] = ["cash", "accrual", "netPresentCost"];

describe("costBridge", () => {
  it("goes from an API bill to a server line by line", () => {
    // $1,000 a month by API; a server of $9,000 in month 1, installed for $600.
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: assumed(1000) })],
      options: [
        api({ outputPrice: assumed(1e6) }),
        onPremises({
          quote: { serverPrice: assumed(9000), installationPrice: assumed(600) },
        }),
      ],
    });
    const [from, to] = project(plan).options;
    if (!from || !to) throw new Error("two options");
    const rates = { fromDiscountRate: 0, toDiscountRate: 0 };
    expect(costBridge(from, to, { measure: "cash", ...rates })).toEqual({
      from: 12_000,
      to: 9600,
      steps: [
        { lineId: "outputTokens", from: 12_000, to: 0, difference: -12_000, level: 0 },
        { lineId: "servers", from: 0, to: 9000, difference: 9000, level: 9000 },
        { lineId: "installation", from: 0, to: 600, difference: 600, level: 9600 },
      ],
    });
  });

  it("is none where an option has no rank", () => {
    const plan = planOf({
      workloads: [inference()],
      options: [api({ outputPrice: assumed(null) }), api({ id: "other" })],
    });
    const [from, to] = project(plan).options;
    if (!from || !to) throw new Error("two options");
    const rates = { fromDiscountRate: 0, toDiscountRate: 0 };
    expect(costBridge(from, to, { measure: "cash", ...rates })).toBeNull();
  });

  it("has ends that are the projections' own totals, and steps that lead from one to the other", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const rate = plan.assumptions.discountRatePerYearFraction.value ?? 0;
        const { options } = project(plan);
        for (const from of options) {
          for (const to of options) {
            for (const measure of measures) {
              const bridge = costBridge(from, to, {
                measure,
                fromDiscountRate: rate,
                toDiscountRate: rate,
              });
              if (!bridge) continue;
              const scale = Math.max(
                1,
                ...bridge.steps.map((step) => Math.abs(step.from) + Math.abs(step.to)),
              );
              const near = (a: number, b: number) =>
                expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * scale);
              near(bridge.from, from.summary[measure]);
              near(bridge.to, to.summary[measure]);
              near(bridge.steps.at(-1)?.level ?? bridge.from, bridge.to);
              near(
                bridge.steps.reduce((sum, step) => sum + step.difference, bridge.from),
                bridge.to,
              );
            }
          }
        }
      }),
    );
  });
});
