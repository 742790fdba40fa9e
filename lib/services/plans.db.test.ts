import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import type { Plan } from "@/lib/schemas/plan";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { archivePlan, removePlan, restorePlan, unarchivePlan } from "./plan-states";
import { createPlan, duplicatePlan, exportPlan, getPlan, importPlan, listPlans } from "./plans";
import { renamePlan, saveSettings } from "./settings";

const textOf = (plan: Plan) => planFileText({ loadline: "plan", schemaVersion: 1, plan });

async function imported(ctx: Context, plan = testPlan()): Promise<string> {
  const { id } = await importPlan(ctx, { id: randomUUID(), file: textOf(plan) });
  return id;
}

async function auditOf(ctx: Context): Promise<readonly string[]> {
  const rows = await byOwner<{ said: string }>(
    ctx.orgId,
    "select action || ' ' || subject as said from audit_event where org_id = $1 order by at, id",
    [ctx.orgId],
  );
  return rows.map(({ said }) => said);
}

describe("a plan", () => {
  it("starts from a template, once, however often the form was sent", async () => {
    const ctx = await newOrganization();
    const input = { id: randomUUID(), name: "Chat", templateId: "support-chatbot" } as const;
    const made = await Promise.all(Array.from({ length: 20 }, () => createPlan(ctx, input)));
    expect(new Set(made.map(({ id }) => id))).toEqual(new Set([input.id]));
    expect(await listPlans(ctx)).toMatchObject([
      { id: input.id, name: "Chat", archived: false, workloads: 1, options: 3, version: 1 },
    ]);
    expect(await auditOf(ctx)).toEqual(["create plan"]);
    const { plan } = await getPlan(ctx, { planId: input.id });
    expect(plan.startMonth > new Date().toISOString().slice(0, 7)).toBe(true);
  });

  it("says what is wrong with its name", async () => {
    const ctx = await newOrganization();
    const input = { id: randomUUID(), name: " ", templateId: "blank" } as const;
    await expect(createPlan(ctx, input)).rejects.toMatchObject({
      code: "INVALID",
      message: "Name is empty. Give it a name.",
      fields: { name: "Name is empty. Give it a name." },
    });
    expect(await listPlans(ctx)).toEqual([]);
  });

  it("comes back from the database as it was imported, and from a file as it was exported", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    const stored = await getPlan(ctx, { planId });
    expect(stored.plan).toEqual(testPlan());
    expect(stored).toMatchObject({
      version: 1,
      settingsVersion: 1,
      archived: false,
      canEdit: true,
    });
    expect(stored.rowVersions).toEqual({
      "workloads.claims": 1,
      "workloads.tuning": 1,
      "options.api": 1,
      "options.cloud": 1,
      "options.onprem": 1,
      "scenarios.slow": 1,
    });
    const text = planFileText(await exportPlan(ctx, { planId }));
    const again = await importPlan(ctx, { id: randomUUID(), file: text });
    const { name } = testPlan();
    expect(planFileText(await exportPlan(ctx, { planId: again.id }))).toBe(
      text.replace(`"name": "${name}"`, `"name": "${name} (2)"`),
    );
  });

  it("keeps a quote's prices to the fourth decimal, beside its supplier", async () => {
    const ctx = await newOrganization();
    await imported(ctx);
    await imported(ctx);
    const quotes = await byOwner(
      ctx.orgId,
      "select s.name, q.server_price::text as price, q.installation_price as missing, q.currency from server_quote q join supplier s on s.id = q.supplier_id and s.org_id = q.org_id where q.org_id = $1",
      [ctx.orgId],
    );
    const quote = { name: "Stavra", price: "289450.1234", missing: null, currency: "USD" };
    expect(quotes).toEqual([quote, quote]);
    const suppliers = await byOwner(ctx.orgId, "select 1 from supplier where org_id = $1", [
      ctx.orgId,
    ]);
    expect(suppliers).toHaveLength(1);
  });

  it("is imported once, however often the file was sent", async () => {
    const ctx = await newOrganization();
    const input = { id: randomUUID(), file: textOf(testPlan()) };
    await Promise.all(Array.from({ length: 20 }, () => importPlan(ctx, input)));
    expect(await listPlans(ctx)).toHaveLength(1);
    expect(await auditOf(ctx)).toEqual(["import plan"]);
  });

  it.each([
    ["not JSON", "{", "This file is not JSON"],
    ["too large", " ".repeat(2_000_000), "This file has 2,000 kB"],
    [
      "of a newer version",
      '{"loadline":"plan","schemaVersion":9,"plan":{}}',
      "This file is version 9",
    ],
    ["out of bounds", textOf({ ...testPlan(), horizonMonths: 500 }), "Horizon is 500 months."],
  ])("is refused as a file that is %s, and nothing is written", async (_, file, words) => {
    const ctx = await newOrganization();
    await expect(importPlan(ctx, { id: randomUUID(), file })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining(words),
    });
    expect(await listPlans(ctx)).toEqual([]);
    expect(await auditOf(ctx)).toEqual([]);
  });

  it("is duplicated under a name of its own", async () => {
    const ctx = await newOrganization();
    const name = "A name as long as a name may be, which is eighty characters and not one more.";
    const planId = await imported(ctx, { ...testPlan(), name });
    const { id } = await duplicatePlan(ctx, { planId, id: randomUUID() });
    const copy = await getPlan(ctx, { planId: id });
    expect(copy.plan.name).toMatch(/^A name as long .* \(2\)$/);
    expect(copy.plan.name.length).toBeLessThanOrEqual(80);
    expect({ ...copy.plan, name }).toEqual({ ...testPlan(), name });
  });

  it("has another name than the plans that are there, copied or imported", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    await imported(ctx);
    await duplicatePlan(ctx, { planId, id: randomUUID() });
    const { name } = testPlan();
    const names = (await listPlans(ctx)).map((plan) => plan.name);
    expect(names.toSorted()).toEqual([name, `${name} (2)`, `${name} (3)`]);
  });

  it("is renamed, once, whatever else of it changed meanwhile", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    const input = { planId, name: "Renamed" };
    await Promise.all(Array.from({ length: 20 }, () => renamePlan(ctx, input)));
    expect(await getPlan(ctx, { planId })).toMatchObject({
      version: 2,
      settingsVersion: 2,
      plan: { ...testPlan(), name: "Renamed" },
    });
    expect(await auditOf(ctx)).toEqual(["import plan", "rename plan"]);
  });

  it("is archived and brought back, deleted and restored, each once", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    await archivePlan(ctx, { planId });
    await archivePlan(ctx, { planId });
    expect(await getPlan(ctx, { planId })).toMatchObject({ archived: true, version: 2 });
    await unarchivePlan(ctx, { planId });
    await removePlan(ctx, { planId });
    await removePlan(ctx, { planId });
    expect(await listPlans(ctx)).toEqual([]);
    await expect(getPlan(ctx, { planId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(archivePlan(ctx, { planId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restorePlan(ctx, { planId });
    expect((await getPlan(ctx, { planId })).plan).toEqual(testPlan());
    expect(await auditOf(ctx)).toEqual([
      "import plan",
      "archive plan",
      "unarchive plan",
      "remove plan",
      "restore plan",
    ]);
  });

  it("is listed with the newest change first", async () => {
    const ctx = await newOrganization();
    const first = await imported(ctx);
    const second = await imported(ctx);
    expect((await listPlans(ctx)).map(({ id }) => id)).toEqual([second, first]);
    await archivePlan(ctx, { planId: first });
    expect((await listPlans(ctx)).map(({ id }) => id)).toEqual([first, second]);
  });

  it("fails loudly when a stored body no longer fits its schema", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    await byOwner(ctx.orgId, "update workload set body = '{}' where plan_id = $1", [planId]);
    await expect(getPlan(ctx, { planId })).rejects.toMatchObject({ name: "$ZodError" });
  });
});

describe("the settings of a plan", () => {
  const settingsOf = ({ workloads, options, scenarios, ...settings }: Plan) => settings;

  it("are saved over the version they were read at, once", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    const settings = { ...settingsOf(testPlan()), name: "Renamed", currency: "EUR" };
    const input = { planId, expectedVersion: 1, settings };
    const saved = await Promise.all(Array.from({ length: 20 }, () => saveSettings(ctx, input)));
    expect(new Set(saved.map((s) => JSON.stringify(s)))).toEqual(
      new Set([
        JSON.stringify({ settingsVersion: 2, planVersion: 2, settings: saved[0]?.settings }),
      ]),
    );
    expect((await getPlan(ctx, { planId })).plan).toEqual({ ...testPlan(), ...settings });
    expect(await listPlans(ctx)).toMatchObject([{ name: "Renamed", version: 2 }]);
    expect(
      await byOwner(ctx.orgId, "select currency from server_quote where org_id = $1", [ctx.orgId]),
    ).toEqual([{ currency: "EUR" }]);
    expect(await auditOf(ctx)).toEqual(["import plan", "save settings"]);
  });

  it("keep exchange rates, and leave the currency of a quote that is the option's own", async () => {
    const ctx = await newOrganization();
    const rate = { value: 0.94, evidence: "list", date: "2026-11-20" } as const;
    const exchangeRates = [{ from: "CHF", to: "EUR", rate }];
    const options = testPlan().options.map((option) =>
      option.kind === "on-premises" ? { ...option, currency: "CHF" } : option,
    );
    const plan = { ...testPlan(), options, exchangeRates };
    const planId = await imported(ctx, plan);
    expect((await getPlan(ctx, { planId })).plan).toEqual(plan);
    const settings = { ...settingsOf(plan), currency: "EUR" };
    await saveSettings(ctx, { planId, expectedVersion: 1, settings });
    expect((await getPlan(ctx, { planId })).plan.exchangeRates).toEqual(exchangeRates);
    expect(
      await byOwner(ctx.orgId, "select currency from server_quote where org_id = $1", [ctx.orgId]),
    ).toEqual([{ currency: "CHF" }]);
  });

  it("let two people who change different fields both win", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    const settings = settingsOf(testPlan());
    const both = { name: "Mine", horizonMonths: 24 };
    await saveSettings(ctx, {
      planId,
      expectedVersion: 1,
      settings: { ...settings, name: "Mine" },
    });
    const saved = await saveSettings(ctx, {
      planId,
      expectedVersion: 1,
      settings: { ...settings, horizonMonths: 24 },
    });
    expect(saved).toMatchObject({ settingsVersion: 3, settings: both });
    expect((await getPlan(ctx, { planId })).plan).toEqual({ ...testPlan(), ...both });
  });

  it("are refused when somebody else changed them, and kept", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    const settings = settingsOf(testPlan());
    await saveSettings(ctx, {
      planId,
      expectedVersion: 1,
      settings: { ...settings, name: "Theirs" },
    });
    await expect(
      saveSettings(ctx, { planId, expectedVersion: 1, settings: { ...settings, name: "Mine" } }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      message:
        "Owner saved another value of Name since you opened it (version 2, yours was 1). Nothing is lost: keep yours or take theirs.",
    });
    expect((await getPlan(ctx, { planId })).plan.name).toBe("Theirs");
  });

  it("are refused with the field, its value and the mend", async () => {
    const ctx = await newOrganization();
    const planId = await imported(ctx);
    const settings = { ...settingsOf(testPlan()), horizonMonths: 0 };
    await expect(saveSettings(ctx, { planId, expectedVersion: 1, settings })).rejects.toMatchObject(
      {
        code: "INVALID",
        fields: {
          horizonMonths: "Horizon is 0 months. Enter a whole number from 1 to 120 months.",
        },
      },
    );
    expect((await getPlan(ctx, { planId })).version).toBe(1);
  });
});
