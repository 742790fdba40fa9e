import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import type { Budget } from "@/lib/schemas/budget";
import type { Plan } from "@/lib/schemas/plan";
import { newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { exportPlan, getPlan, importPlan } from "./plans";
import { saveSettings } from "./settings";

const budget = (fiscalYear: number, value: number): Budget => ({
  fiscalYear,
  amount: { value, evidence: "quoted", source: "Board", date: "2026-10-01" },
  basis: "cash",
});

async function imported(ctx: Context): Promise<string> {
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
  return (await importPlan(ctx, { id: randomUUID(), file })).id;
}

const settingsOf = ({ workloads: _, options: __, scenarios: ___, ...settings }: Plan) => settings;

describe("budgets in a plan's settings", () => {
  it("are absent in a plan that was stored without them, and stay so until one is entered", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    const { plan } = await getPlan(ctx, { planId });
    expect(plan).not.toHaveProperty("budgets");
    expect(plan).not.toHaveProperty("fiscalYearStartMonth");
  });

  it("are stored, read and exported as they were entered", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    const budgets = [budget(2028, 650_000.55), budget(2029, 0)];
    const settings = { ...settingsOf(testPlan()), fiscalYearStartMonth: 4, budgets };
    await saveSettings(ctx, { planId, expectedVersion: 1, settings });
    const { plan, settingsVersion } = await getPlan(ctx, { planId });
    expect([plan.fiscalYearStartMonth, plan.budgets]).toEqual([4, budgets]);
    expect(settingsVersion).toBe(2);
    expect((await exportPlan(ctx, { planId })).plan.budgets).toEqual(budgets);
  });

  it("that somebody else entered first stay when a save from before them changes another setting", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    const settings = settingsOf(testPlan());
    const budgets = [budget(2028, 90_000)];
    await saveSettings(ctx, { planId, expectedVersion: 1, settings: { ...settings, budgets } });
    const late = { ...settings, horizonMonths: 24 };
    await saveSettings(ctx, { planId, expectedVersion: 1, settings: late });
    const { plan } = await getPlan(ctx, { planId });
    expect([plan.horizonMonths, plan.budgets]).toEqual([24, budgets]);
  });

  it("are refused by year and field where they will not do, and nothing is written", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    const settings = { ...settingsOf(testPlan()), budgets: [budget(2028, 5), budget(2029, -5)] };
    await expect(saveSettings(ctx, { planId, expectedVersion: 1, settings })).rejects.toMatchObject(
      {
        code: "INVALID",
        fields: { "budgets.fy2029.amount": expect.stringMatching(/^FY2029: Budget is −5\./) },
      },
    );
    expect((await getPlan(ctx, { planId })).settingsVersion).toBe(1);
  });
});
