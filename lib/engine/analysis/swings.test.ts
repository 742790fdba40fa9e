import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { figuresOf } from "@/lib/schemas/paths";
import { applyChanges, project } from "../index";
import { arbitraryPlan } from "../testing/arbitrary-plan";
import { api, assumed, cloud, combined, inference, planOf } from "../testing/plans";
import { costEnds } from "./cost-ends";
import { swingsOf } from "./swings";

vi.setConfig({ testTimeout: 120_000 });

const plan = planOf({
  workloads: [inference({ requestsPerMonth: assumed(1000) })],
  options: [
    api({ outputPrice: assumed(1e6), fixedFee: assumed(10) }),
    cloud({ rate: assumed(1), throughput: [combined(1)] }),
  ],
});
const price = { path: "options.api.outputPrice", low: 0.5e6, high: 2e6 };
const fee = { path: "options.api.fixedFee", low: 0, high: 20 };
const rate = { path: "options.cloud.rate", low: 0.5, high: 2 };
const subject = { optionId: "api", againstId: null };

describe("swingsOf", () => {
  it("runs each input at both ends, the widest first", () => {
    // 12 x (1,000 + 10): the price alone moves it by 500 down and 1,000 up a month.
    const { base, swings } = swingsOf(plan, [fee, price, rate], subject);
    expect(base).toBe(12_120);
    expect(swings).toEqual([
      { ...price, atLow: 6120, atHigh: 24_120, span: 18_000 },
      { ...fee, atLow: 12_000, atHigh: 12_240, span: 240 },
      { ...rate, atLow: 12_120, atHigh: 12_120, span: 0 },
    ]);
  });

  it("speaks of the difference to another option", () => {
    const [api_, cloud_] = project(plan).options.map(({ summary }) => summary.netPresentCost);
    const { base, swings } = swingsOf(plan, [rate], { optionId: "api", againstId: "cloud" });
    expect(base).toBe((cloud_ ?? 0) - (api_ ?? 0));
    expect(swings[0]?.span).toBeCloseTo(1.5 * (cloud_ ?? 0), 6);
  });

  it("has no value where the option has none", () => {
    const { swings } = swingsOf(plan, [{ path: "options.cloud.rate", low: 0, high: 1 }], {
      optionId: "nobody",
      againstId: null,
    });
    expect(swings[0]).toMatchObject({ atLow: null, atHigh: null, span: 0 });
  });

  it("says what the whole projection says at the same ends", () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.nat(), (some, nth) => {
        const figures = figuresOf(some).filter(({ figure }) => figure.value !== null);
        const chosen = figures[nth % figures.length];
        if (!chosen) return;
        const { path, spec } = chosen;
        const ends = { path, low: spec.min, high: Math.min(spec.max, spec.min + 10) };
        for (const { id } of some.options) {
          const { swings } = swingsOf(some, [ends], { optionId: id, againstId: null });
          const there = project(applyChanges(some, [{ path, value: ends.low }])).options.find(
            ({ optionId }) => optionId === id,
          );
          const expected = there?.status === "complete" ? there.summary.netPresentCost : null;
          expect(swings[0]?.atLow).toBe(expected);
        }
      }),
    );
  });
});

describe("costEnds", () => {
  it("takes every input at the end that is cheaper for that option, all at once", () => {
    const [ends] = ["api"].map((id) => costEnds(plan, id, [price, fee, rate]));
    expect(ends).toMatchObject({ base: 12_120, atLowCost: 6000, atHighCost: 24_240 });
    expect(ends?.taken).toEqual([
      { path: price.path, lowCost: 0.5e6, highCost: 2e6 },
      { path: fee.path, lowCost: 0, highCost: 20 },
    ]);
  });
});
