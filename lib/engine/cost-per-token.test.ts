import { expect, it } from "vitest";
import { costPerMillionTokens } from "./cost-per-token";

it("is said from one token a month on, and below that there is none", () => {
  expect(costPerMillionTokens(2, 1)).toBe(2e6);
  expect(costPerMillionTokens(2, 0.999)).toBeNull();
  expect(costPerMillionTokens(0, 0)).toBeNull();
});
