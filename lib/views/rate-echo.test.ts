import { expect, it } from "vitest";
import { rateEcho } from "./rate-echo";

const pair = { from: "EUR", to: "USD" };

it("says what a rate was understood as", () => {
  expect(rateEcho(pair, 1.085, "1.085")).toEqual({ text: "1 EUR = 1.085 USD", other: null });
  expect(rateEcho(pair, 1.0853, "1,0853")).toEqual({ text: "1 EUR = 1.0853 USD", other: null });
  expect(rateEcho(pair, 1.085, null)).toEqual({ text: "1 EUR = 1.085 USD", other: null });
});

it("asks where the same digits say two numbers", () => {
  expect(rateEcho(pair, 1085, "1,085")).toEqual({
    text: "1 EUR = 1,085 USD",
    other: { value: 1.085, text: "1 EUR = 1.085 USD" },
  });
  expect(rateEcho(pair, 1.085, "1,085")?.other).toBeNull();
  expect(rateEcho(pair, 1_085_000, "1,085,000")?.other).toBeNull();
});

it("says nothing of what is no number", () => {
  expect(rateEcho(pair, null, "")).toBeNull();
  expect(rateEcho(pair, "abc", "abc")).toBeNull();
});
