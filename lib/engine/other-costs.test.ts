import { describe, expect, it } from "vitest";
import { api, assumed, cloud, inference, onPremises, planOf, yearly } from "./testing/plans";
import { lineOf, projected } from "./testing/results";

const rising = planOf({
  horizonMonths: 25,
  workloads: [inference()],
  assumptions: {
    otherPricePath: yearly(0.03),
    cloudPricePath: yearly(-0.1),
    staffCostPath: yearly(0.05),
    staffCost: assumed(1200),
  },
  options: [
    api({ fixedFee: assumed(500), staffFte: assumed(1) }),
    cloud({
      rate: assumed(2),
      storage: assumed(1000),
      egress: assumed(100),
      supportFraction: assumed(0.1),
    }),
    onPremises({
      usefulLifeMonths: assumed(12),
      licences: assumed(240),
      serverPower: assumed(2),
      space: assumed(50),
      quote: { installationPrice: assumed(100), validUntil: "2027-06-30" },
    }),
  ],
});
const inMonth = (optionId: string, line: Parameters<typeof lineOf>[1], month: number) =>
  lineOf(projected(rising, optionId), line).accrual[month];

describe("the path of other costs", () => {
  it("moves fees, storage, egress, licences and space: +3% a year is 1,030 for 1,000 in month 13", () => {
    expect(inMonth("api", "fixedFee", 12)).toBeCloseTo(515, 9);
    expect(inMonth("cloud", "storage", 12)).toBeCloseTo(1030, 9);
    expect(inMonth("cloud", "egress", 24)).toBeCloseTo(100 * 1.03 ** 2, 9);
    expect(inMonth("own", "licences", 12)).toBeCloseTo(20.6, 9);
    expect(inMonth("own", "space", 12)).toBeCloseTo(103, 9);
  });

  it("is never added to what has a path of its own, or is a share of a price", () => {
    expect(inMonth("cloud", "rental", 12)).toBeCloseTo(730 * 2 * 0.9, 9);
    expect(inMonth("cloud", "support", 12)).toBeCloseTo(730 * 2 * 0.9 * 0.1, 9);
    expect(inMonth("api", "staff", 12)).toBeCloseTo(105, 9);
  });

  it("leaves an installation its quote while that is valid, and moves a later one", () => {
    const { cash } = lineOf(projected(rising, "own"), "installation");
    expect([cash[0], cash[12], cash[24]]).toEqual([
      100,
      expect.closeTo(103, 9),
      expect.closeTo(100 * 1.03 ** 2, 9),
    ]);
  });
});
