import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryText, parseEntry } from "./number-text";

describe("parseEntry", () => {
  it.each([
    ["318,400", "moneyPerServer", 318_400],
    ["318 400", "moneyPerServer", 318_400],
    ["$3.50", "moneyPerAcceleratorHour", 3.5],
    ["3,5", "moneyPerAcceleratorHour", 3.5],
    ["1,200,000.25", "money", 1_200_000.25],
    ["48B", "requestsPerMonth", 48e9],
    ["48.1m", "requestsPerMonth", 48_100_000],
    ["−30 %", "fractionPerYear", -0.3],
    ["1.1", "fraction", 0.011],
    ["-5", "fractionPerYear", -0.05],
    ["5.", "money", 5],
  ] as const)("reads %s (%s) as %d", (text, unit, value) => {
    expect(parseEntry(text, unit)).toBe(value);
  });

  it("takes an empty field and the word for unpriced", () => {
    for (const text of ["", "  ", "Unpriced"]) expect(parseEntry(text, "money")).toBeNull();
  });

  it("hands back what is no number, for the message to name", () => {
    for (const text of ["abc", "1.2.3", "12,34,56", "--5", "1e", "-"]) {
      expect(parseEntry(text, "money")).toBe(text);
    }
  });
});

describe("entryText", () => {
  it("groups thousands, keeps every digit and shows percentages", () => {
    expect(entryText(1_234_567.891, "money")).toBe("1,234,567.891");
    expect(entryText(0.07, "fraction")).toBe("7");
    expect(entryText(-0.3, "fractionPerYear")).toBe("−30");
    expect(entryText(null, "money")).toBe("");
  });

  it("reads back to the same number, whatever the number", () => {
    const amounts = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(amounts, fc.constantFrom("money", "fraction"), (amount, unit) => {
        expect(parseEntry(entryText(amount, unit), unit)).toBe(amount === 0 ? 0 : amount);
      }),
    );
    expect(entryText(1e-7, "money")).toBe("0.0000001");
    expect(parseEntry(entryText(-0, "money"), "money")).toBe(0);
  });
});
