import type { Figure } from "@/lib/schemas/figure";
import type { OrganizationDefaults } from "@/lib/schemas/organization-defaults";
import type { Plan } from "@/lib/schemas/plan";
import { starterAssumptions } from "./starter-assumptions";
import { templateCurrency } from "./templates";

const unpriced: Figure = { value: null, evidence: "assumed" };

/**
 * The amounts that hold in the organization's currency; the catalog's own are in dollars, and a dollar
 * figure under another sign would be a false price.
 */
export function defaultAmounts({ currency = templateCurrency, ...own }: OrganizationDefaults) {
  const ofCatalog = currency === templateCurrency ? starterAssumptions(null) : undefined;
  return {
    currency,
    powerPrice: own.powerPrice ?? ofCatalog?.powerPrice ?? unpriced,
    staffCost: own.staffCost ?? ofCatalog?.staffCost ?? unpriced,
  };
}

/**
 * A plan from the product's template with what the organization begins with. A template's prices were
 * published in dollars: converting them needs a rate that nobody quoted, so such a plan stays in dollars.
 */
export function withOrganizationDefaults(plan: Plan, defaults: OrganizationDefaults): Plan {
  const { discountRatePerYearFraction, fiscalYearStartMonth, taxRateFraction } = defaults;
  const amounts = defaultAmounts(defaults);
  const isPriced = plan.options.length > 0;
  const takesAmounts = !isPriced || amounts.currency === plan.currency;
  const { powerPrice, staffCost } = takesAmounts ? amounts : plan.assumptions;
  return {
    ...plan,
    currency: takesAmounts ? amounts.currency : plan.currency,
    ...(fiscalYearStartMonth === undefined ? {} : { fiscalYearStartMonth }),
    assumptions: {
      ...plan.assumptions,
      ...(discountRatePerYearFraction ? { discountRatePerYearFraction } : {}),
      ...(taxRateFraction && taxRateFraction.value !== null ? { taxRateFraction } : {}),
      powerPrice,
      staffCost,
    },
  };
}
