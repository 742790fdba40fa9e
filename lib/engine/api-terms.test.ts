import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApiOption } from "@/lib/schemas/api-option";
import { breakEvenVolume, runRateCurve } from "./index";
import { netSpend, type SpendBand, spendTerms } from "./spend-terms";
import { api, assumed, cloud, combined, inference, planOf, yearly } from "./testing/plans";
import { lineOf, projected } from "./testing/results";

const million = 1e6;

/** 1,000M uncached input, 500M cached input and 100M output tokens a month, 10% retried. */
const workload = inference({
  requestsPerMonth: assumed(million),
  inputTokensPerRequest: assumed(1500),
  cachedInputFraction: assumed(1 / 3),
  outputTokensPerRequest: assumed(100),
  retryFraction: assumed(0.1),
});
const prices = {
  inputPrice: assumed(3),
  cachedInputPrice: assumed(0.3),
  outputPrice: assumed(15),
} satisfies Partial<ApiOption>;

const billOf = (parts: Partial<ApiOption>, months = 1) =>
  projected(
    planOf({
      horizonMonths: months,
      workloads: [workload],
      options: [api({ ...prices, ...parts })],
      assumptions: { apiPricePath: yearly(-0.5) },
    }),
    "api",
  );

const tiers = (
  reach: "spend-above" | "whole-bill",
  steps: readonly (readonly [number, number])[],
) => ({
  reach,
  tiers: steps.map(([from, discount], i) => ({
    id: `tier-${i}`,
    fromSpend: assumed(from),
    discountFraction: assumed(discount),
  })),
});

describe("an API's other token prices", () => {
  it("bills what is written to the cache at its own price instead of the input price", () => {
    const result = billOf({ cacheWritePrice: assumed(3.75), cacheWriteFraction: assumed(0.4) });
    // 1,000M x 1.1: 60% at 3.00 and 40% at 3.75.
    expect(lineOf(result, "inputTokens").cash[0]).toBeCloseTo(1100 * 0.6 * 3, 9);
    expect(lineOf(result, "cacheWrites").cash[0]).toBeCloseTo(1100 * 0.4 * 3.75, 9);
  });

  it("writes all uncached input where no share is given", () => {
    const result = billOf({ cacheWritePrice: assumed(3.75) });
    expect(lineOf(result, "cacheWrites").cash[0]).toBeCloseTo(1100 * 3.75, 9);
    expect(result.lines.map(({ id }) => id)).not.toContain("inputTokens");
  });

  it("adds the long-context surcharge to workloads above the threshold alone", () => {
    const ratios = { longContextInputRatio: assumed(2), longContextOutputRatio: assumed(1.5) };
    const long = billOf({ ...ratios, longContextFromTokens: assumed(1499) });
    // Once more the input (3,300) and cached input (165), half of the output (1,650) again.
    expect(lineOf(long, "longContext").cash[0]).toBeCloseTo(3300 + 165 + 825, 9);
    const short = billOf({ ...ratios, longContextFromTokens: assumed(1500) });
    expect(short.lines.map(({ id }) => id)).not.toContain("longContext");
  });

  it("names a long-context price that is not there, where a workload needs it", () => {
    const { status, missing } = billOf({ longContextFromTokens: assumed(1000) });
    expect(status).toBe("incomplete");
    expect(missing.map(({ path }) => path)).toEqual([
      "options.api.longContextInputRatio",
      "options.api.longContextOutputRatio",
    ]);
  });

  it("takes the batch discount off the token bill of what may wait", () => {
    const waiting = inference({ ...workload, batchableFraction: assumed(0.25) });
    const options = [api({ ...prices, batchDiscountFraction: assumed(0.5) })];
    const result = projected(planOf({ workloads: [waiting], options }), "api");
    // The bill is 3,300 + 165 + 1,650 = 5,115; a quarter of it costs half.
    expect(lineOf(result, "batchDiscount").cash[0]).toBeCloseTo(-5115 * 0.25 * 0.5, 9);
  });

  it("charges a fee for each thousand requests, retries included, on the API price path", () => {
    const result = billOf({ requestFee: assumed(0.5) }, 13);
    expect(lineOf(result, "requestFee").cash[0]).toBeCloseTo(1100 * 0.5, 9);
    expect(lineOf(result, "requestFee").cash[12]).toBeCloseTo(1100 * 0.25, 9);
  });
});

describe("an API's volume discount and minimum", () => {
  // The bill at list price: 3,300 + 165 + 1,650 = 5,115 a month.
  it("takes each tier's discount off the spend above its threshold", () => {
    const result = billOf({
      volumeDiscount: tiers("spend-above", [
        [1000, 0.1],
        [5000, 0.2],
      ]),
    });
    expect(lineOf(result, "volumeDiscount").cash[0]).toBeCloseTo(-(400 + 23), 9);
    expect(result.cash.all[0]).toBeCloseTo(5115 - 423, 9);
  });

  it("takes the highest tier's discount off the whole bill", () => {
    const result = billOf({
      volumeDiscount: tiers("whole-bill", [
        [5000, 0.2],
        [1000, 0.1],
      ]),
    });
    expect(lineOf(result, "volumeDiscount").cash[0]).toBeCloseTo(-5115 * 0.2, 9);
  });

  it("reaches a tier above its threshold, not at it", () => {
    const bands = spendTerms({
      path: "options.api",
      row: api({ volumeDiscount: tiers("whole-bill", [[100, 0.5]]) }),
    }).value.bands;
    expect(netSpend(100, bands)).toBe(100);
    expect(netSpend(100.01, bands)).toBeCloseTo(50.005, 9);
  });

  it("pays what the bill falls short of the minimum, after the discount", () => {
    const result = billOf({
      minimumSpend: assumed(5000),
      volumeDiscount: tiers("whole-bill", [[0, 0.1]]),
      fixedFee: assumed(7),
    });
    expect(lineOf(result, "minimumSpend").cash[0]).toBeCloseTo(5000 - 5115 * 0.9, 9);
    expect(result.cash.all[0]).toBeCloseTo(5007, 9);
  });
});

const arbitraryTerms = fc.record({
  reach: fc.constantFrom("spend-above" as const, "whole-bill" as const),
  steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 95 })), {
    minLength: 1,
    maxLength: 5,
  }),
  minimum: fc.integer({ min: 0, max: 3000 }),
});

/** The tiers said again in the plainest way: walk up the thresholds that the spend is above. */
function netByHand(spend: number, { reach, steps }: { reach: string; steps: [number, number][] }) {
  const reached = steps.toSorted((a, b) => a[0] - b[0]).filter(([from]) => spend > from);
  if (reach === "whole-bill") return spend * (1 - (reached.at(-1)?.[1] ?? 0) / 100);
  return reached.reduce((net, [from, percent], i) => {
    const upTo = Math.min(spend, reached[i + 1]?.[0] ?? spend);
    return net - ((upTo - from) * percent) / 100;
  }, spend);
}

describe("tiers", () => {
  const optionOf = ({
    reach,
    steps,
    minimum,
  }: typeof arbitraryTerms extends fc.Arbitrary<infer T> ? T : never) =>
    api({
      outputPrice: assumed(2),
      fixedFee: assumed(50),
      minimumSpend: assumed(minimum),
      volumeDiscount: tiers(
        reach,
        steps.map(([from, percent]) => [from, percent / 100] as const),
      ),
    });

  it("cover every spend once, in order", () => {
    fc.assert(
      fc.property(arbitraryTerms, (terms) => {
        const { bands } = spendTerms({ path: "options.api", row: optionOf(terms) }).value;
        const ends = bands.flatMap(({ low, high }: SpendBand) => [low, high]);
        expect(ends.slice(1, -1).filter((_, i) => i % 2 === 0)).toEqual(
          ends.slice(2).filter((_, i) => i % 2 === 0),
        );
        expect([ends[0], ends.at(-1)]).toEqual([0, Number.POSITIVE_INFINITY]);
      }),
    );
  });

  it("give break-even intervals by volume that a scan of every volume finds again", () => {
    const instance = { cost: 700, tokens: 300 * million };
    fc.assert(
      fc.property(arbitraryTerms, (terms) => {
        const plan = planOf({
          workloads: [inference({ requestsPerMonth: assumed(million) })],
          options: [
            optionOf(terms),
            cloud({
              rate: assumed(instance.cost / 730),
              throughput: [combined(instance.tokens / (730 * 3600))],
            }),
          ],
        });
        const search = { month: 0, searchUpToTokens: 4000 * million };
        const { intervals, complete } = breakEvenVolume(plan, "api", "cloud", search);
        expect(complete).toBe(true);
        for (let tokens = million / 2; tokens < search.searchUpToTokens; tokens += 7 * million) {
          const bill = netByHand((tokens / million) * 2, terms);
          const hosted = Math.max(terms.minimum, bill) + 50;
          const rented = instance.cost * Math.ceil((tokens / instance.tokens) * (1 - 1e-9));
          if (Math.abs(hosted - rented) < 1e-6 * rented) continue;
          const inside = intervals.some(
            ({ low, high }) => tokens > low && (high === null || tokens <= high),
          );
          expect([tokens, inside]).toEqual([tokens, hosted < rented]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("draw the curve that a plan of that volume pays", () => {
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: assumed(million) })],
      options: [optionOf({ reach: "spend-above", steps: [[100, 50]], minimum: 40 })],
    });
    // $2 a million: the minimum of 40 holds to 20M tokens, the tier of 100 begins at 50M.
    expect(runRateCurve(plan, "api", { month: 0, upToTokens: 100 * million })?.points).toEqual([
      { tokens: 0, cost: 90 },
      { tokens: 20 * million, cost: 90 },
      { tokens: 50 * million, cost: 150 },
      { tokens: 100 * million, cost: 200 },
    ]);
  });
});
