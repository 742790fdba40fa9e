import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import { growthFactors, priceFactors } from "./curves";
import { trace } from "./trace";
import type { Series } from "./types";

/** Level of each month over the start, for one curve alone; null while a figure of it is unpriced. */
export function curveFactors(curve: GrowthCurve | PricePath, months: number): Series | null {
  const { value, missing } = trace((read) =>
    curve.kind === "annual"
      ? priceFactors(read, { path: "curve", row: curve }, months)
      : growthFactors(read, { path: "curve", row: curve }, months),
  );
  return missing.length > 0 ? null : value;
}
