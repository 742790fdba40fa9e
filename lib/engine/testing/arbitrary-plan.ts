import fc from "fast-check";
import { type Assumptions, taxDepreciations } from "@/lib/schemas/assumptions";
import type { Plan } from "@/lib/schemas/plan";
import { absentOr, type Bounds, present } from "./arbitrary-bounds";
import { arbitraryCurrencies, inCurrencies } from "./arbitrary-currencies";
import { pricePath } from "./arbitrary-curves";
import { money, number } from "./arbitrary-figure";
import {
  apiOption,
  cloudOption,
  edgeOption,
  onPremisesOption,
  portfolioOption,
} from "./arbitrary-options";
import { workloads } from "./arbitrary-workloads";
import { planOf } from "./plans";

/** No tax, or one with any depreciation; by the books alone where a dearer year must not turn a convention. */
const tax = ({ fallingHardware }: Bounds): fc.Arbitrary<Partial<Assumptions>> =>
  fc.oneof(
    fc.constant({}),
    fc.record({
      taxRateFraction: number(0, 0.5),
      taxDepreciation: fallingHardware
        ? fc.constant("book" as const)
        : fc.constantFrom(...taxDepreciations),
    }),
  );

/** A valid, complete plan: up to five workloads, every kind of option, bridges, owned servers, stepped curves. */
export function arbitraryPlan(bounds: Bounds = {}): fc.Arbitrary<Plan> {
  const plans = workloads(bounds)
    .chain((rows) =>
      fc.record({
        workloads: fc.constant(rows),
        options: fc
          .tuple(
            apiOption,
            cloudOption(rows, bounds),
            onPremisesOption(rows, bounds),
            edgeOption(rows, bounds),
            fc.option(portfolioOption(bounds)),
          )
          .map(([a, b, c, d, mix]) => (mix ? [a, b, c, d, mix] : [a, b, c, d])),
        horizonMonths: fc.integer({ min: 1, max: 72 }),
        hoursPerMonth: fc.constantFrom(720, 730),
        fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
        taxed: tax(bounds),
        otherPricePath: fc.option(pricePath(bounds.fallingHardware)),
        assumptions: fc
          .record({
            discountRatePerYearFraction: number(0, 0.2),
            hardwarePricePath: pricePath(bounds.fallingHardware),
            cloudPricePath: pricePath(),
            apiPricePath: pricePath(),
            powerPricePath: pricePath(),
            staffCostPath: pricePath(),
            powerPrice: number(0, 0.5),
            staffCost: money(300_000),
            gridIntensity: absentOr(number(0, 1)),
            gridIntensityPath: absentOr(pricePath()),
            countRemainingBookValue: fc.boolean(),
            priceElasticityRatio: bounds.risingDemand
              ? fc.constant(undefined)
              : absentOr(number(0, 1.5)),
            elasticityPricePath: absentOr(
              fc.constantFrom("api" as const, "cloud" as const, "hardware" as const),
            ),
          })
          .map(present),
      }),
    )
    .map(({ taxed, otherPricePath, assumptions, ...parts }) =>
      planOf({
        ...parts,
        assumptions: { ...assumptions, ...taxed, ...(otherPricePath && { otherPricePath }) },
      }),
    );
  return fc
    .tuple(plans, arbitraryCurrencies)
    .map(([plan, currencies]) => inCurrencies(plan, currencies));
}
