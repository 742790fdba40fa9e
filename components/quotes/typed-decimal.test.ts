import { describe, expect, it } from "vitest";
import { percentEntry, typedDecimal, typedPercent } from "./typed-decimal";

describe("a typed amount", () => {
  it.each([
    ["1,234.50", "1234.5"],
    ["1.234,50", "1234.5"],
    ["1 234,5", "1234.5"],
    ["$ 318,400", "318400"],
    ["EUR 271.900,00", "271900"],
    ["271900 EUR", "271900"],
    ["1,5", "1.5"],
    ["-12.0", "-12"],
    ["99999999999999.9999", "99999999999999.9999"],
    ["", null],
    ["unpriced", null],
    ["about 5", "about 5"],
    ["0,500", "0.5"],
    ["1.234.567,89", "1234567.89"],
    ["12345678901234,5678", "12345678901234.5678"],
    ["12,34.5", "12,34.5"],
    ["1.5M", "1.5M"],
  ])("reads %j", (typed, read) => expect(typedDecimal(typed)).toBe(read));

  it.each([
    ["\u20ac 1,000", "USD", "\u20ac 1,000"],
    ["USD 1,000", "USD", "1000"],
    ["\u20ac 1,000", "EUR", "1000"],
  ])("reads %j in a quote in %s", (typed, currency, read) =>
    expect(typedDecimal(typed, currency)).toBe(read),
  );

  it.each([
    ["3", "0.03", "3"],
    ["3.5%", "0.035", "3.5"],
    ["100", "1", "100"],
    ["0.25", "0.0025", "0.25"],
  ])("reads %j percent", (typed, fraction, entry) => {
    expect(typedPercent(typed)).toBe(fraction);
    expect(percentEntry(fraction)).toBe(entry);
  });
});
