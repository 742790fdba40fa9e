import { expect, it } from "vitest";
import { assumptions } from "@/lib/schemas/assumptions";
import { advancedInputs, assumptionInputs } from "./assumption-inputs";

it("shows every figure and price path of the schema, each with its name and unit", () => {
  const elsewhere = [
    "countRemainingBookValue",
    "baselineOptionId",
    "taxDepreciation",
    "elasticityPricePath",
  ];
  const inputs = [...assumptionInputs, ...advancedInputs];
  const keys = Object.keys(assumptions.shape).filter((key) => !elsewhere.includes(key));
  expect(inputs.map(({ name }) => name).toSorted()).toEqual(
    keys.map((key) => `assumptions.${key}`).toSorted(),
  );
  expect(new Set(inputs.map(({ spec }) => spec.label)).size).toBe(keys.length);
});
