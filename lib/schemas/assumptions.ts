import * as z from "zod/mini";
import { pricePath } from "./curve";
import { figure, rowId } from "./figure";

export const taxRate = figure({
  label: "Tax rate",
  unit: "fraction",
  min: 0,
  max: 1,
  slider: [0, 0.4],
  emptyMeans: "no tax",
  help: "Of income. Each cost lowers tax by this share of it; losses count in full.",
});

/** How purchases are deducted: as the books depreciate them, or by a class of MACRS (IRS Publication 946). */
export const taxDepreciations = ["book", "macrs3", "macrs5", "macrs7"] as const;
export const taxDepreciation = z.enum(taxDepreciations);
export type TaxDepreciation = z.infer<typeof taxDepreciation>;
export const elasticityPaths = ["api", "cloud", "hardware"] as const;
export type ElasticityPath = (typeof elasticityPaths)[number];

/** What holds for the whole plan, whatever the option. */
export const assumptions = z.strictObject({
  discountRatePerYearFraction: figure({
    label: "Discount rate",
    unit: "fractionPerYear",
    min: 0,
    max: 1,
    slider: [0, 0.2],
    help: "Nominal. Month t is divided by (1 + rate)^(t / 12).",
  }),
  hardwarePricePath: pricePath("Server price change", [-0.5, 0.2]),
  cloudPricePath: pricePath("Cloud rental change", [-0.3, 0.15]),
  apiPricePath: pricePath("API price change", [-0.6, 0.1]),
  powerPricePath: pricePath("Power price change", [-0.1, 0.2]),
  staffCostPath: pricePath("Staff cost change", [0, 0.1]),
  /** Of what has no path of its own; absent is no change. */
  otherPricePath: z.optional(pricePath("Other costs change", [0, 0.1])),
  powerPrice: figure({
    label: "Power price",
    unit: "moneyPerKilowattHour",
    min: 0,
    max: 10,
    slider: [0.03, 0.5],
  }),
  staffCost: figure({
    label: "Staff cost, one person",
    unit: "moneyPerYear",
    min: 0,
    max: 10_000_000,
  }),
  /** Absent is no tax: every figure is before tax. */
  taxRateFraction: z.optional(taxRate),
  /** Absent is "book". */
  taxDepreciation: z.optional(taxDepreciation),
  priceElasticityRatio: z.optional(
    figure({
      label: "Price elasticity of demand",
      unit: "ratio",
      min: 0,
      max: 3,
      slider: [0, 2],
      emptyMeans: "0, none",
      help: "Demand is multiplied by (price / first price)^−e along one price path. Above 1, spend rises as the price falls.",
    }),
  ),
  /** Whose price moves demand; the API price where absent. The same demand for every option. */
  elasticityPricePath: z.optional(z.enum(elasticityPaths)),
  /** Counts the remaining book value at the horizon as received, for every option alike. */
  countRemainingBookValue: z.boolean(),
  /** What the others are compared with; null lets the product choose (what is owned, else the first). */
  baselineOptionId: z.nullable(rowId),
});
export type Assumptions = z.infer<typeof assumptions>;
