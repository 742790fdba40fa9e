import * as z from "zod/mini";
import { assumptions } from "./assumptions";
import { fiscalYearStartMonth } from "./budget";
import { type Checked, endsIssues } from "./check";
import { rowName } from "./figure";
import { monthText, planSettings } from "./plan";
import { toIssues } from "./wording";

const { discountRatePerYearFraction, powerPrice, staffCost } = assumptions.shape;

/** What a new plan of the organization begins with; what is absent is the product's own default. */
export const organizationDefaults = z.strictObject({
  /** Of the amounts here, and of a plan that begins blank. */
  currency: z.optional(planSettings.shape.currency),
  fiscalYearStartMonth: z.optional(fiscalYearStartMonth),
  /** The first month of a new plan; the month after it is made, where absent. */
  startMonth: z.optional(monthText),
  discountRatePerYearFraction: z.optional(discountRatePerYearFraction),
  taxRateFraction: assumptions.shape.taxRateFraction,
  powerPrice: z.optional(powerPrice),
  staffCost: z.optional(staffCost),
});
export type OrganizationDefaults = z.infer<typeof organizationDefaults>;

/** The organization's name and its defaults, as they are saved together. */
export const organizationSettings = z.strictObject({
  name: rowName,
  ...organizationDefaults.shape,
});
export type OrganizationSettings = z.infer<typeof organizationSettings>;

export type StoredOrganization = {
  readonly settings: OrganizationSettings;
  readonly version: number;
  readonly canEdit: boolean;
};

export function checkOrganization(input: unknown): Checked<OrganizationSettings> {
  const parsed = organizationSettings.safeParse(input);
  const issues = parsed.success
    ? endsIssues(organizationSettings, parsed.data, "")
    : toIssues(organizationSettings, input, parsed.error.issues);
  return parsed.success && issues.length === 0
    ? { ok: true, value: parsed.data }
    : { ok: false, issues };
}

const version = z.int().check(z.gte(1), z.lte(2_000_000_000));
export const saveOrganizationInput = z.strictObject({
  expectedVersion: version,
  settings: z.unknown(),
});
