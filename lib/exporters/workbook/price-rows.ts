import type { Plan } from "@/lib/schemas/plan";
import type { SheetWriter } from "./cells";
import { curveRow } from "./curve-cells";
import type { Inputs } from "./input-cells";
import type { PriceRows } from "./option-scope";

/** docs/model.md, "Price paths". */
export function priceRows({ assumptions }: Plan, inputs: Inputs, sheet: SheetWriter): PriceRows {
  const path = (label: string, key: PathKey) => {
    const curve = assumptions[key];
    return curve
      ? curveRow(label, curve, `assumptions.${key}`, inputs, sheet)
      : sheet.series(label, "ratio", () => "1");
  };
  return {
    hardware: path("Server price", "hardwarePricePath"),
    cloud: path("Cloud rental", "cloudPricePath"),
    api: path("API price", "apiPricePath"),
    power: path("Power price", "powerPricePath"),
    staff: path("Staff cost", "staffCostPath"),
    other: path("Other costs", "otherPricePath"),
  };
}

type PathKey =
  | "hardwarePricePath"
  | "cloudPricePath"
  | "apiPricePath"
  | "powerPricePath"
  | "staffCostPath"
  | "otherPricePath";
