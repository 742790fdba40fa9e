import { describe, expect, it } from "vitest";
import { discounted } from "../present-value";
import { interpolatedPayback, simplePayback } from "./payback";

describe("simplePayback", () => {
  it("is outlay over receipt: 100,000 at 27,000 a year take 3.7 years", () => {
    expect(simplePayback(100_000, 27_000)).toEqual({ kind: "after", periods: 100 / 27 });
    expect(simplePayback(100_000, 0)).toEqual({ kind: "never" });
    expect(simplePayback(0, 27_000)).toEqual({ kind: "noOutlay" });
  });
});

describe("interpolatedPayback", () => {
  it("fills the last year below zero in part: -70 + 12 + 15 + 18 + 21 + 26 comes back after 4 + 4/26", () => {
    const answer = interpolatedPayback([-70, 12, 15, 18, 21, 26]);
    expect(answer).toEqual({ kind: "after", periods: 4 + 4 / 26 });
  });

  it("is the discounted payback over discounted flows", () => {
    const yearly = [-100, 60, 60].map((amount, year) => amount / 1.1 ** year);
    const left = 100 - 60 / 1.1;
    expect(interpolatedPayback(yearly)).toEqual({
      kind: "after",
      periods: expect.closeTo(1 + left / (60 / 1.21), 12),
    });
    expect(interpolatedPayback(discounted([-100, 50, 50], 0.1))).toEqual({ kind: "never" });
  });

  it("counts the last return above zero, and knows when nothing was paid", () => {
    expect(interpolatedPayback([-10, 20, -15, 10])).toEqual({ kind: "after", periods: 2.5 });
    expect(interpolatedPayback([0, 5])).toEqual({ kind: "noOutlay" });
  });
});
