import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureSentence } from "@/lib/schemas/wording";
import { entryText, type NumberRule, parseEntry, readNumber } from "./number-text";

const support: NumberRule = { label: "Support, a year", unit: "fractionPerYear", min: 0, max: 0.4 };
const price: NumberRule = {
  label: "Server price",
  unit: "moneyPerServer",
  min: 0,
  max: 100_000_000,
  maxDecimals: 4,
};
const months: NumberRule = { label: "Lead time", unit: "months", min: 0, max: 60, integer: true };

describe("parseEntry", () => {
  test.each([
    ["318400", 318_400],
    ["318,400", 318_400],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1.234.567", 1_234_567],
    ["1.234.567,89", 1_234_567.89],
    ["1 234,5", 1234.5],
    ["1\u202f234,50", 1234.5],
    ["1'234.5", 1234.5],
    ["6,5", 6.5],
    ["0,125", 0.125],
    ["1.125", 1.125],
    [".5", 0.5],
    ["−6", -6],
    ["-6", -6],
    ["–6", -6],
    ["+6", 6],
    ["$4.20", 4.2],
    ["USD 4.20", 4.2],
    ["4.20 EUR", 4.2],
    ["5.", 5],
    ["48.1m", 48_100_000],
    ["1.5k", 1500],
    ["48B", 48e9],
    ["3.47M", 3_470_000],
    ["1e6", 1_000_000],
    ["2.5e-3", 0.0025],
  ])("reads %s as %d", (text, value) => {
    expect(parseEntry(text, "money")).toBe(value);
  });

  test.each(["abc", "1,23,4", "1.2.3", "12,34.5.6", "--5", "5-", ",", ".", "1e999", "12 apples"])(
    "refuses %s",
    (text) => {
      expect(parseEntry(text, "money")).toBe(text);
    },
  );

  test.each([
    ["$4.20", "USD", 4.2],
    ["USD 4.20", "USD", 4.2],
    ["4,20 €", "EUR", 4.2],
    ["CHF 4.20", "CHF", 4.2],
    ["€4.20", "USD", "€4.20"],
    ["4.20 EUR", "USD", "4.20 EUR"],
    ["$4.20", "EUR", "$4.20"],
    ["-£4", "USD", "-£4"],
  ])("reads %s in a plan in %s as %s", (text, currency, value) => {
    expect(parseEntry(text, "money", currency)).toBe(value);
  });
});

describe("readNumber", () => {
  test("stores a percentage as a fraction", () => {
    expect(readNumber("5%", support)).toEqual({ ok: true, value: 0.05 });
    expect(readNumber("7", support)).toEqual({ ok: true, value: 0.07 });
  });

  test("empty is unpriced, unless a value is required", () => {
    expect(readNumber("  ", price)).toEqual({ ok: true, value: null });
    expect(readNumber("unpriced", price)).toEqual({ ok: true, value: null });
    expect(readNumber("Missing", price)).toEqual({ ok: true, value: null });
    expect(readNumber("", { ...months, required: true })).toEqual({
      ok: false,
      message: "Lead time is empty. Enter a whole number from 0 to 60 months.",
    });
  });

  test("an error names the field, the value and the mend", () => {
    expect(readNumber("-5", support)).toEqual({
      ok: false,
      message: "Support, a year is −5%. Enter 0 to 40%, or leave it empty to mark it missing.",
    });
    expect(readNumber("2.5", months)).toEqual({
      ok: false,
      message:
        "Lead time is 2.5 months. Enter a whole number from 0 to 60 months, or leave it empty to mark it missing.",
    });
    expect(readNumber("k.A.", price)).toEqual({
      ok: false,
      message:
        "Server price is “k.A.”. Enter 0 to 100,000,000, with at most 4 decimals, or leave it empty to mark it unpriced.",
    });
    expect(readNumber("1.23456", price)).toEqual({
      ok: false,
      message:
        "Server price is 1.23456. Enter 0 to 100,000,000, with at most 4 decimals, or leave it empty to mark it unpriced.",
    });
  });

  test("names the plan's currency where money was typed in another", () => {
    expect(readNumber("€300", { ...price, currency: "USD" })).toEqual({
      ok: false,
      message:
        "Server price is “€300”. Enter it in USD, 0 to 100,000,000, with at most 4 decimals, or leave it empty to mark it unpriced.",
    });
  });

  test("says what the check of a whole plan says", () => {
    expect(readNumber("-5", support)).toEqual({
      ok: false,
      message: figureSentence(support, -0.05),
    });
    expect(readNumber("61", months)).toEqual({ ok: false, message: figureSentence(months, 61) });
    expect(readNumber("1.23456", price)).toEqual({
      ok: false,
      message: figureSentence(price, 1.23456),
    });
  });
});

describe("entryText", () => {
  test.each([
    [318_400, "money", "318,400"],
    [-0.06, "fractionPerYear", "−6"],
    [0.07, "fraction", "7"],
    [0.1234, "fraction", "12.34"],
    [1e12, "money", "1,000,000,000,000"],
    [1e-7, "money", "0.0000001"],
    [null, "money", ""],
    [Number.NaN, "money", ""],
  ] as const)("writes %s (%s) as %s", (value, unit, text) => {
    expect(entryText(value, unit)).toBe(text);
  });

  test("what is written is read back as the same number, whatever the number", () => {
    const amounts = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(amounts, fc.constantFrom("money", "fraction"), (amount, unit) => {
        expect(parseEntry(entryText(amount, unit), unit)).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });
});
