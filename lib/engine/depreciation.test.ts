import { describe, expect, it } from "vitest";
import { assetSpend, bookValueAtEnd, depreciation } from "./depreciation";
import { total } from "./series";

const asset = { cost: 1200, firstMonth: 2, lifeMonths: 4, paidInPlan: true };

describe("straight-line depreciation", () => {
  it("spreads the cost evenly over the life from the month in service", () => {
    expect(depreciation([asset], 8)).toEqual([0, 0, 300, 300, 300, 300, 0, 0]);
  });

  it("keeps as book value what the horizon cuts off", () => {
    expect(depreciation([asset], 3)).toEqual([0, 0, 300]);
    expect(bookValueAtEnd(asset, 3)).toBe(900);
    expect(bookValueAtEnd(asset, 8)).toBe(0);
  });

  it("writes off at once what has no life left", () => {
    const old = { ...asset, firstMonth: 0, lifeMonths: 0, paidInPlan: false };
    expect(depreciation([old], 3)).toEqual([1200, 0, 0]);
    expect(bookValueAtEnd(old, 3)).toBe(0);
  });

  it("pays cash once, divided between the uses as the depreciation is", () => {
    const spend = assetSpend([asset], [0, 0, 0.5, 0, 1, 0.75, 0, 0]);
    expect(spend.training.accrual).toEqual([0, 0, 150, 0, 300, 225, 0, 0]);
    expect(spend.training.cash[2]).toBe(675);
    expect(total(spend.inference.cash)).toBe(total(spend.inference.accrual));
  });

  it("pays nothing for what was paid before the plan", () => {
    const { inference } = assetSpend([{ ...asset, paidInPlan: false }], new Array(8).fill(0));
    expect(total(inference.cash)).toBe(0);
    expect(total(inference.accrual)).toBe(1200);
  });
});
