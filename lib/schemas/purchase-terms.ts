import * as z from "zod/mini";
import { ascending, provenance } from "./drawn";
import { figure } from "./figure";
import { financing } from "./financing";

/** How the cost of hardware is spread over its life; both declining balances end in a straight line. */
export const depreciationMethods = [
  "straight-line",
  "declining-balance",
  "double-declining",
  "sum-of-years",
] as const;
export type DepreciationMethod = (typeof depreciationMethods)[number];

const agePoint = z.strictObject({
  ageMonths: z.int().check(z.gte(0), z.lte(240)),
  fraction: z.number().check(z.gte(0), z.lte(1)),
});

/** Share of the price received at each age: straight between the points, level beyond them. */
export const residualCurve = z
  .strictObject({
    points: z.array(agePoint).check(z.minLength(1), z.maxLength(40)),
    ...provenance,
  })
  .check(
    z.refine(({ points }) => ascending(points.map(({ ageMonths }) => ageMonths)), {
      error: "Put the ages in order, each once.",
      path: ["points"],
    }),
  );
export type ResidualCurve = z.infer<typeof residualCurve>;

/** What a purchase may add to its price and its life. */
export const purchaseTerms = {
  financing: z.optional(financing),
  depreciationMethod: z.optional(z.enum(depreciationMethods)),
  salvageFraction: z.optional(
    figure({
      label: "Salvage value",
      unit: "fraction",
      min: 0,
      max: 1,
      emptyMeans: "none",
      help: "Share of the price of servers and network that is never depreciated; written off when they leave.",
    }),
  ),
  depositFraction: z.optional(
    figure({
      label: "Deposit at order",
      unit: "fraction",
      min: 0,
      max: 1,
      emptyMeans: "none",
      help: "Share of the price paid with the order.",
    }),
  ),
  paymentMonths: z.optional(
    figure({
      label: "Payment after delivery",
      unit: "months",
      min: 0,
      max: 24,
      integer: true,
      emptyMeans: "on delivery",
      help: "Whole months; net 30 days is 1.",
    }),
  ),
  residualCurve: z.optional(residualCurve),
  decommissioning: z.optional(
    figure({
      label: "Decommissioning, a server",
      unit: "moneyPerServer",
      min: 0,
      max: 100_000_000,
      emptyMeans: "none",
      help: "Due when a server leaves: removal, data destruction, recycling.",
    }),
  ),
  warrantyMonths: z.optional(
    figure({
      label: "Warranty",
      unit: "months",
      min: 0,
      max: 240,
      integer: true,
      emptyMeans: "none",
      help: "Support is due from the month after it.",
    }),
  ),
  supportFee: z.optional(
    figure({
      label: "Support fee, a server and year",
      unit: "moneyPerServerYear",
      min: 0,
      max: 100_000_000,
      emptyMeans: "none",
      help: "An amount beside the share of the price: it stays when the price moves.",
    }),
  ),
  sparePartsPerYearFraction: z.optional(
    figure({
      label: "Spare parts, a year",
      unit: "fractionPerYear",
      min: 0,
      max: 1,
      emptyMeans: "none",
      help: "Share of the price of servers and network in service.",
    }),
  ),
  refreshMonths: z.optional(
    figure({
      label: "Refresh after",
      unit: "months",
      min: 1,
      max: 240,
      integer: true,
      emptyMeans: "the useful life",
      help: "Servers leave at this age, before their life ends; book value left is written off.",
    }),
  ),
};
