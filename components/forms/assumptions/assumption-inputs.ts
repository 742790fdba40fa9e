import { assumptions } from "@/lib/schemas/assumptions";
import type { FieldSpec } from "@/lib/schemas/figure";
import { specOf } from "@/lib/schemas/paths";
import { shapeOf } from "@/lib/schemas/walk";

export type AssumptionInput = {
  readonly kind: "figure" | "path" | "elasticity";
  /** Of the field that is saved: the figure, or the whole price path. */
  readonly name: string;
  readonly spec: FieldSpec;
  /** A plan may do without it. */
  readonly isOptional: boolean;
};

const { shape } = assumptions;

function held(spec: FieldSpec | undefined, key: string): FieldSpec {
  if (!spec) throw new Error(`The assumption ${key} has no specification.`);
  return spec;
}

function isOptional(key: keyof typeof shape): boolean {
  return shape[key].safeParse(undefined).success;
}

function figure(key: keyof typeof shape): AssumptionInput {
  return {
    kind: "figure",
    name: `assumptions.${key}`,
    spec: held(specOf(shape[key]), key),
    isOptional: isOptional(key),
  };
}

function path(key: keyof typeof shape): AssumptionInput {
  const change = shapeOf(shape[key], { kind: "annual" })?.changePerYearFraction;
  return {
    kind: "path",
    name: `assumptions.${key}`,
    spec: held(change && specOf(change), key),
    isOptional: isOptional(key),
  };
}

/** The figures that hold for the whole plan, in the order of the table. */
export const assumptionInputs: readonly AssumptionInput[] = [
  figure("discountRatePerYearFraction"),
  path("hardwarePricePath"),
  path("cloudPricePath"),
  path("apiPricePath"),
  figure("powerPrice"),
  path("powerPricePath"),
  figure("staffCost"),
  path("staffCostPath"),
];

/** Those that a plan may do without, folded away. */
export const advancedInputs: readonly AssumptionInput[] = [
  figure("taxRateFraction"),
  path("otherPricePath"),
  { ...figure("priceElasticityRatio"), kind: "elasticity" },
];
