import { describe, expect, it } from "vitest";
import { checkPlan } from "@/lib/schemas/check";
import type { OrganizationDefaults } from "@/lib/schemas/organization-defaults";
import { withOrganizationDefaults } from "./organization-start";
import { starterPlan } from "./starter-plan";
import { templateIds } from "./templates";

const of = (templateId: (typeof templateIds)[number]) =>
  starterPlan({ templateId, name: "Plan", startMonth: "2027-01" });
const quoted = (value: number) =>
  ({ value, evidence: "quoted", source: "Supply contract 7", date: "2026-09-01" }) as const;
const own: OrganizationDefaults = {
  fiscalYearStartMonth: 4,
  discountRatePerYearFraction: quoted(0.11),
  taxRateFraction: quoted(0.24),
  powerPrice: quoted(0.21),
  staffCost: quoted(150_000),
};

describe("a plan with the organization's defaults", () => {
  it.each(templateIds)("is as before where there are none: %s", (id) => {
    expect(withOrganizationDefaults(of(id), {})).toEqual(of(id));
  });

  it.each(templateIds)("is a good plan, and carries each figure with its source: %s", (id) => {
    const plan = withOrganizationDefaults(of(id), own);
    expect(checkPlan(plan).ok).toBe(true);
    expect(plan.fiscalYearStartMonth).toBe(4);
    expect(plan.assumptions).toMatchObject({
      discountRatePerYearFraction: own.discountRatePerYearFraction,
      taxRateFraction: own.taxRateFraction,
      powerPrice: own.powerPrice,
      staffCost: own.staffCost,
    });
  });

  it("in another currency: a priced template stays in dollars, with the catalog's dollar figures", () => {
    const template = of("support-chatbot");
    const plan = withOrganizationDefaults(template, { ...own, currency: "EUR" });
    expect(plan.currency).toBe("USD");
    expect(plan.assumptions.powerPrice).toEqual(template.assumptions.powerPrice);
    expect(plan.assumptions.staffCost).toEqual(template.assumptions.staffCost);
    expect(plan.assumptions.discountRatePerYearFraction).toEqual(own.discountRatePerYearFraction);
  });

  it("in another currency: a blank plan takes it, and no dollar figure poses as one of it", () => {
    const blank = withOrganizationDefaults(of("blank"), {
      currency: "EUR",
      staffCost: quoted(90_000),
    });
    expect(blank.currency).toBe("EUR");
    expect(blank.assumptions.staffCost).toEqual(quoted(90_000));
    expect(blank.assumptions.powerPrice).toEqual({ value: null, evidence: "assumed" });
    expect(checkPlan(blank).ok).toBe(true);
  });
});
