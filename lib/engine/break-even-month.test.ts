import { describe, expect, it } from "vitest";
import { breakEvenMonth, project } from "./index";
import { api, assumed, inference, onPremises, planOf } from "./testing/plans";

const undiscounted = { view: "cash", discountRatePerYearFraction: null } as const;

/** An API bill of $100 a month, against servers that cost `price` in month 1 and `space` a month. */
function against(price: number, space = 0, parts: Parameters<typeof onPremises>[0] = {}) {
  return project(
    planOf({
      workloads: [inference({ requestsPerMonth: assumed(100) })],
      options: [
        api({ outputPrice: assumed(1_000_000) }),
        onPremises({
          serverPower: assumed(1),
          space: assumed(space),
          quote: { serverPrice: assumed(price) },
          ...parts,
        }),
      ],
    }),
  );
}

describe("breakEvenMonth", () => {
  it("wins once, from the first month end at which it has cost less, to the horizon", () => {
    // 450 + 0 a month against 100 a month: 500 to 450 at the end of month 5.
    expect(breakEvenMonth(against(450), "own", "api", undiscounted)).toEqual({
      a: "own",
      b: "api",
      verdict: "once",
      intervals: [{ from: 4, to: 11 }],
      forGoodFrom: 4,
      differenceAtHorizon: 750,
      smallestGap: null,
    });
  });

  it("does not interpolate, and a tie is no win", () => {
    expect(breakEvenMonth(against(500), "own", "api", undiscounted).forGoodFrom).toBe(5);
    expect(breakEvenMonth(against(499.996), "own", "api", undiscounted).forGoodFrom).toBe(5);
    expect(breakEvenMonth(against(499.99), "own", "api", undiscounted).forGoodFrom).toBe(4);
    const same = breakEvenMonth(against(500), "own", "own", undiscounted);
    expect(same).toMatchObject({ verdict: "never", smallestGap: 0, differenceAtHorizon: 0 });
  });

  it("says always and never, with the smallest gap", () => {
    expect(breakEvenMonth(against(0, 10), "own", "api", undiscounted).verdict).toBe("always");
    const never = breakEvenMonth(against(2000), "own", "api", undiscounted);
    expect(never).toMatchObject({ verdict: "never", intervals: [], forGoodFrom: null });
    expect(never.smallestGap).toBeCloseTo(800, 9);
    expect(never.differenceAtHorizon).toBeCloseTo(-800, 9);
  });

  it("gives every interval where a replacement loses the lead again", () => {
    // 450 at month 1 and again at month 7: ahead at 500, 600, behind from 900 against 700, ahead at 1,000.
    const renewed = against(450, 0, { usefulLifeMonths: assumed(6) });
    expect(breakEvenMonth(renewed, "own", "api", undiscounted)).toMatchObject({
      verdict: "several",
      intervals: [
        { from: 4, to: 5 },
        { from: 9, to: 11 },
      ],
      forGoodFrom: 9,
    });
  });

  it("counts a lead that does not last as several, with no month for good", () => {
    const renewed = against(450, 0, { usefulLifeMonths: assumed(8) });
    const result = breakEvenMonth(renewed, "own", "api", undiscounted);
    expect(result.intervals).toEqual([
      { from: 4, to: 7 },
      { from: 9, to: 11 },
    ]);
    const early = breakEvenMonth(against(450), "api", "own", undiscounted);
    expect(early).toMatchObject({
      verdict: "several",
      intervals: [{ from: 0, to: 3 }],
      forGoodFrom: null,
    });
  });

  it("looks at what is consumed instead, and at discounted money", () => {
    // Five years of life: 450 / 60 = 7.50 a month against 100.
    const accrual = { view: "accrual", discountRatePerYearFraction: null } as const;
    expect(breakEvenMonth(against(450), "own", "api", accrual).verdict).toBe("always");
    // At 60% a year month 5 is worth 100 x 1.6^(-4/12), and five bills come to 464.8 only.
    const bills = [0, 1, 2, 3, 4].reduce((sum, month) => sum + 100 * 1.6 ** (-month / 12), 0);
    const discounted = { view: "cash", discountRatePerYearFraction: 0.6 } as const;
    const month = (price: number) =>
      breakEvenMonth(against(price), "own", "api", discounted).forGoodFrom;
    expect(month(bills - 0.01)).toBe(4);
    expect(month(bills)).toBe(5);
  });

  it("ranks nothing that is incomplete or unknown", () => {
    const unpriced = against(450, 0, { space: assumed(null) });
    expect(breakEvenMonth(unpriced, "own", "api", undiscounted).verdict).toBe("unranked");
    expect(breakEvenMonth(unpriced, "nobody", "api", undiscounted).verdict).toBe("unranked");
  });
});
