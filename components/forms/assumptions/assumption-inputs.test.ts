import { expect, it } from "vitest";
import { assumptions } from "@/lib/schemas/assumptions";
import { assumptionInputs } from "./assumption-inputs";

it("shows every figure and price path of the schema, each with its name and unit", () => {
  const elsewhere = ["countRemainingBookValue", "baselineOptionId", "elasticityPricePath"];
  const keys = Object.keys(assumptions.shape).filter((key) => !elsewhere.includes(key));
  expect(assumptionInputs.map(({ name }) => name).toSorted()).toEqual(
    keys.map((key) => `assumptions.${key}`).toSorted(),
  );
  expect(new Set(assumptionInputs.map(({ spec }) => spec.label)).size).toBe(keys.length);
});
