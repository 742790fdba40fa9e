import type { Assumptions } from "@/lib/schemas/assumptions";
import type { PricePath } from "@/lib/schemas/curve";
import type { Figure } from "@/lib/schemas/figure";
import { assumed } from "./assumed";
import { catalogFigure } from "./find";

const annual = (changePerYearFraction: Figure): PricePath => ({
  kind: "annual",
  changePerYearFraction,
});

export function starterAssumptions(baselineOptionId: string | null): Assumptions {
  return {
    discountRatePerYearFraction: assumed(0.08, [0.05, 0.12]),
    hardwarePricePath: annual(catalogFigure("trend-hardware-same-work.changePerYearFraction")),
    cloudPricePath: annual(
      assumed(-0.1, [-0.27, 0.15], "Rental of a named machine moves in steps and has risen too."),
    ),
    apiPricePath: annual(
      assumed(
        -0.05,
        [-0.4, 0],
        "The price of a named model mostly stays; the same capability falls 80% to 90% a year for those who change the model.",
      ),
    ),
    powerPricePath: annual(assumed(0.03, [0, 0.1])),
    staffCostPath: annual(assumed(0.03, [0, 0.06])),
    powerPrice: catalogFigure("power-price-us.powerPrice"),
    staffCost: catalogFigure("staff-engineer.staffCost"),
    countRemainingBookValue: false,
    baselineOptionId,
  };
}
