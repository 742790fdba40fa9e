import { expect, it } from "vitest";
import { sumInOne } from "@/lib/engine";
import { sumText } from "./quote-lines";

const euros = { currency: "EUR", net: "10.00", lines: 2, unpriced: 0 };
const rates = { currency: "USD", factors: { EUR: 1.25, USD: 1 }, undated: ["EUR"] };
const textOf = (undated: readonly string[], ...sums: (typeof euros)[]) =>
  sumText(sumInOne(sums, "USD", rates.factors), sums, { ...rates, undated });

it("says of a sum that a rate without a day is in it, and of no other", () => {
  expect(textOf(["EUR"], euros)).toBe("USD 12.50 (EUR: undated rate)");
  expect(textOf([], euros)).toBe("USD 12.50");
  expect(textOf(["EUR"], { ...euros, currency: "USD" })).toBe("USD 10.00");
});
