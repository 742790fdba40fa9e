import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import type { Plan } from "@/lib/schemas/plan";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { removeOption, saveOption } from "./options";
import { comparePlanVersions, getPlanHistory } from "./plan-history";
import { restorePlanVersion, undoPlanChange } from "./plan-undo";
import { getPlan, importPlan } from "./plans";
import { renamePlan, saveSettings } from "./settings";
import { removeWorkload } from "./workloads";

let ctx: Context;
let planId: string;
const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
const api = testPlan().options.find(({ id }) => id === "api") as Plan["options"][number];
const settingsOf = ({ workloads: _, options: __, scenarios: ___, ...settings }: Plan) => settings;

beforeEach(async () => {
  ctx = await newOrganization();
  ({ id: planId } = await importPlan(ctx, { id: randomUUID(), file }));
});

const now = async () => (await getPlan(ctx, { planId })).plan;
const history = async (asked: object = {}) => getPlanHistory(ctx, { planId, ...asked });

it("lists changes newest first, with who, when, and each part before and after", async () => {
  await saveOption(ctx, { planId, expectedVersion: 1, body: { ...api, name: "Renamed" } });
  await removeOption(ctx, { planId, rowId: "api" });
  const { entries, version, next } = await history();
  expect(entries.map((entry) => entry.version)).toEqual([3, 2, 1]);
  expect([version, next]).toEqual([3, null]);
  expect(entries[0]).toMatchObject({
    by: { name: "Owner", keyName: null, isYou: true },
    isBeginning: false,
    parts: [{ subject: "option", id: "api", name: "Renamed", after: null }],
  });
  expect(entries[1]?.parts[0]).toMatchObject({ before: api, after: { ...api, name: "Renamed" } });
  expect(entries[2]?.isBeginning).toBe(true);
});

it("lists the history of one row, and pages", async () => {
  for (let n = 1; n <= 22; n += 1)
    await saveOption(ctx, { planId, expectedVersion: n, body: { ...api, name: `Name ${n}` } });
  await renamePlan(ctx, { planId, name: "Not of the row" });
  const part = { subject: "option", id: "api" };
  const first = await history({ part });
  expect(first.entries).toHaveLength(20);
  expect(first.next).toBe(first.entries.at(-1)?.version);
  const rest = await history({ part, below: first.next });
  expect(rest.entries.map((entry) => entry.version)).toEqual([3, 2, 1]);
  expect(rest.next).toBeNull();
  expect((await history({ part: { subject: "settings", id: null } })).entries).toHaveLength(2);
});

it("undoes exactly the fields of a change, keeps what came after, and asks where they meet", async () => {
  await saveOption(ctx, { planId, expectedVersion: 1, body: { ...api, name: "Second" } });
  await saveOption(ctx, {
    planId,
    expectedVersion: 2,
    body: { ...api, name: "Second", notes: "n" },
  });
  await undoPlanChange(ctx, { planId, version: 2 });
  expect((await now()).options.find(({ id }) => id === "api")).toEqual({ ...api, notes: "n" });
  expect(await undoPlanChange(ctx, { planId, version: 2 })).toEqual({ planVersion: 4 });
  await undoPlanChange(ctx, { planId, version: 4 });
  expect((await now()).options.find(({ id }) => id === "api")?.name).toBe("Second");
  await saveOption(ctx, { planId, expectedVersion: 5, body: { ...api, name: "Third" } });
  await expect(undoPlanChange(ctx, { planId, version: 2 })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("Name changed again since"),
  });
  await undoPlanChange(ctx, { planId, version: 2, anyway: true });
  expect((await now()).options.find(({ id }) => id === "api")?.name).toBe(api.name);
});

it("undoes a deletion and a creation", async () => {
  const before = await now();
  await removeWorkload(ctx, { planId, rowId: "claims" });
  await undoPlanChange(ctx, { planId, version: 2 });
  expect(await now()).toEqual(before);
  await saveOption(ctx, { planId, expectedVersion: null, body: { ...api, id: "new" } });
  await undoPlanChange(ctx, { planId, version: 4 });
  expect(await now()).toEqual(before);
});

it("rebuilds every version, and restores one as a new change that can be undone", async () => {
  const seen = [await now()];
  const changes = [
    () =>
      saveSettings(ctx, {
        planId,
        expectedVersion: 1,
        settings: { ...settingsOf(testPlan()), currency: "EUR", horizonMonths: 24 },
      }),
    () => removeOption(ctx, { planId, rowId: "api" }),
    () => removeWorkload(ctx, { planId, rowId: "claims" }),
    () => renamePlan(ctx, { planId, name: "Last" }),
  ];
  for (const change of changes) {
    await change();
    seen.push(await now());
  }
  for (const [index, plan] of seen.entries()) {
    const { from, to } = await comparePlanVersions(ctx, { planId, from: index + 1 });
    expect(from.plan).toEqual(plan);
    expect(to).toMatchObject({ version: 5, plan: seen.at(-1) });
  }
  const { planVersion } = await restorePlanVersion(ctx, { planId, version: 1 });
  expect(planVersion).toBe(6);
  expect(await now()).toEqual(seen[0]);
  await undoPlanChange(ctx, { planId, version: 6 });
  expect(await now()).toEqual(seen.at(-1));
  await restorePlanVersion(ctx, { planId, version: 7 });
  expect((await getPlan(ctx, { planId })).version).toBe(7);
});

it("takes a setting away that the former version did not have", async () => {
  const amount = { value: 90_000, evidence: "assumed" as const };
  const budgets = [{ fiscalYear: 2028, amount, basis: "cash" as const }];
  const settings = { ...settingsOf(testPlan()), fiscalYearStartMonth: 4, budgets };
  await saveSettings(ctx, { planId, expectedVersion: 1, settings });
  await restorePlanVersion(ctx, { planId, version: 1 });
  expect(await now()).toEqual(testPlan());
  await undoPlanChange(ctx, { planId, version: 3 });
  expect((await now()).budgets).toEqual(budgets);
  await undoPlanChange(ctx, { planId, version: 2 });
  expect(await now()).toEqual(testPlan());
});

it("says which versions there are when another is asked for", async () => {
  for (const version of [2, 99])
    await expect(restorePlanVersion(ctx, { planId, version })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: `This plan has no version ${version} to go back to. Its newest is 1.`,
    });
});

it("walks along an index for a page of history", async () => {
  await byOwner(
    ctx.orgId,
    `insert into plan_change (org_id, plan_id, plan_version, subject, subject_id, row_version, body)
     select org_id, plan_id, n, subject, subject_id, n, body from plan_change, generate_series(2, 3000) n
     where plan_id = $1 and subject_id = 'api'`,
    [planId],
  );
  await byOwner(ctx.orgId, "analyze plan_change");
  const plan = await byOwner<{ "QUERY PLAN": string }>(
    ctx.orgId,
    `explain select distinct plan_version from plan_change
     where org_id = $1 and plan_id = $2 and plan_version < 2000 order by plan_version desc limit 21`,
    [ctx.orgId, planId],
  );
  expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toMatch(/Index (Only )?Scan Backward/);
  const began = performance.now();
  expect((await history({ below: 2000 })).entries).toHaveLength(20);
  expect(performance.now() - began).toBeLessThan(500);
});
