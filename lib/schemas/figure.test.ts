import { describe, expect, it } from "vitest";
import { figure, missingWord } from "./figure";

const support = figure({ label: "Support, a year", unit: "fractionPerYear", min: 0, max: 0.4 });

describe("figure", () => {
  it("takes null for what is missing, and never needs a zero", () => {
    expect(support.safeParse({ value: null, evidence: "assumed" }).success).toBe(true);
  });

  it("refuses a value outside its bounds and one that is not finite", () => {
    for (const value of [-0.05, 0.41, Number.NaN, Number.POSITIVE_INFINITY, "0.1"]) {
      expect(support.safeParse({ value, evidence: "list" }).success).toBe(false);
    }
  });

  it("refuses fields it does not know", () => {
    expect(support.safeParse({ value: 0.1, evidence: "list", price: 1 }).success).toBe(false);
  });
});

describe("missingWord", () => {
  it("calls only money unpriced, and a mixture missing", () => {
    expect(missingWord("moneyPerServer")).toBe("unpriced");
    expect(missingWord("money", "moneyPerKilowattHour")).toBe("unpriced");
    expect(missingWord("tokensPerSecond")).toBe("missing");
    expect(missingWord("moneyPerServer", "months")).toBe("missing");
  });
});
