import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { getOrganization, saveOrganization } from "./organization-settings";
import { createPlan, getPlan, nextMonth } from "./plans";

const quoted = (value: number) =>
  ({ value, evidence: "quoted", source: "Contract 7", date: "2026-09-01" }) as const;
const settings = {
  name: "Halden Mutual",
  currency: "EUR",
  fiscalYearStartMonth: 4,
  startMonth: "2027-04",
  discountRatePerYearFraction: quoted(0.11),
  taxRateFraction: quoted(0.25),
  powerPrice: quoted(0.21),
  staffCost: quoted(98_000),
};

let owner: Context;
const save = (given: unknown, expectedVersion = 1, ctx = owner) =>
  saveOrganization(ctx, { expectedVersion, settings: given });
const newPlan = async (templateId: "blank" | "agent", startMonth?: string) => {
  const { id } = await createPlan(owner, { id: randomUUID(), name: "P", templateId, startMonth });
  return (await getPlan(owner, { planId: id })).plan;
};

beforeEach(async () => {
  owner = await newOrganization("Halden");
});

describe("the organization's settings", () => {
  it("begin as its name alone, and come back as they were saved, with the save in the audit", async () => {
    expect(await getOrganization(owner)).toEqual({
      settings: { name: "Halden" },
      version: 1,
      canEdit: true,
    });
    expect(await save(settings)).toEqual({ version: 2 });
    expect(await getOrganization(as(owner, "viewer"))).toEqual({
      settings,
      version: 2,
      canEdit: false,
    });
    const told = await byOwner(
      owner.orgId,
      "select action, subject, detail from audit_event where org_id = $1 and subject = 'organization'",
      [owner.orgId],
    );
    expect(told).toEqual([
      { action: "save", subject: "organization", detail: { name: "Halden Mutual", version: 2 } },
    ]);
  });

  it("are saved by administrators and owners alone", async () => {
    for (const role of ["editor", "viewer"] as const)
      await expect(save(settings, 1, as(owner, role))).rejects.toMatchObject({
        code: "FORBIDDEN",
        message: expect.stringContaining("Ask an administrator"),
      });
    expect(await save(settings, 1, as(owner, "admin"))).toEqual({ version: 2 });
  });

  it("refuse a save from an older version, and take the same save twice as one", async () => {
    await save(settings);
    expect(await save(settings)).toEqual({ version: 2 });
    await expect(save({ ...settings, currency: "CHF" })).rejects.toMatchObject({
      code: "CONFLICT",
      currentVersion: 2,
    });
    expect((await getOrganization(owner)).settings.currency).toBe("EUR");
  });

  it("let one of 20 saves from the same version win", async () => {
    const tried = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => save({ ...settings, name: `Halden ${i}` })),
    );
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it.each([
    [{ ...settings, name: " " }, "name", "Give it a name."],
    [{ ...settings, currency: "euro" }, "currency", "three capitals"],
    [{ ...settings, startMonth: "next" }, "startMonth", "Start month is “next”."],
    [{ ...settings, fiscalYearStartMonth: 13 }, "fiscalYearStartMonth", "from 1 to 12"],
    [{ ...settings, taxRateFraction: quoted(1.2) }, "taxRateFraction", "Tax rate is 120%."],
    [
      { ...settings, powerPrice: { ...quoted(0.2), low: 0.3, high: 0.1 } },
      "powerPrice.low",
      "Swap",
    ],
    [{ ...settings, salary: 1 }, "salary", "not a field"],
  ])("refuse %j, naming the field, and write nothing", async (given, field, words) => {
    await expect(save(given)).rejects.toMatchObject({
      code: "INVALID",
      fields: { [field]: expect.stringContaining(words) },
    });
    expect((await getOrganization(owner)).version).toBe(1);
  });
});

describe("a new plan", () => {
  it("has the product's defaults while the organization has none", async () => {
    const plan = await newPlan("blank");
    expect(plan).toMatchObject({ currency: "USD", startMonth: nextMonth(new Date()) });
    expect(plan.fiscalYearStartMonth).toBeUndefined();
  });

  it("begins with the organization's, unless it is told another first month", async () => {
    await save(settings);
    expect(await newPlan("blank")).toMatchObject({
      currency: "EUR",
      startMonth: "2027-04",
      fiscalYearStartMonth: 4,
      assumptions: {
        discountRatePerYearFraction: settings.discountRatePerYearFraction,
        taxRateFraction: settings.taxRateFraction,
        powerPrice: settings.powerPrice,
        staffCost: settings.staffCost,
      },
    });
    expect((await newPlan("blank", "2028-01")).startMonth).toBe("2028-01");
  });

  it("from a priced template keeps the template's dollars", async () => {
    await save(settings);
    const plan = await newPlan("agent");
    expect(plan).toMatchObject({ currency: "USD", startMonth: "2027-04", fiscalYearStartMonth: 4 });
    expect(plan.assumptions.powerPrice).not.toEqual(settings.powerPrice);
    expect(plan.assumptions.discountRatePerYearFraction).toEqual(
      settings.discountRatePerYearFraction,
    );
  });
});
