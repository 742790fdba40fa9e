import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { removeOption } from "./options";
import { getPlans } from "./plan-list";
import { removePlan } from "./plan-states";
import { importPlan } from "./plans";

const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });

async function imported(ctx: Context): Promise<string> {
  const { id } = await importPlan(ctx, { id: randomUUID(), file });
  return id;
}

it("gives several plans as they were stored, without their scenarios", async () => {
  const ctx = await newOrganization();
  const ids = [await imported(ctx), await imported(ctx)];
  const got = await getPlans(ctx, { planIds: ids });
  expect(new Set(got.map(({ id }) => id))).toEqual(new Set(ids));
  for (const { plan } of got)
    expect(plan).toEqual({ ...testPlan(), name: plan?.name, scenarios: [] });
  expect(new Set(got.map(({ plan }) => plan?.name))).toEqual(
    new Set([testPlan().name, `${testPlan().name} (2)`]),
  );
});

it("leaves out deleted rows with what points at them, and deleted plans", async () => {
  const ctx = await newOrganization();
  const [kept, gone] = [await imported(ctx), await imported(ctx)];
  await removeOption(ctx, { planId: kept, rowId: "api" });
  await removePlan(ctx, { planId: gone });
  const got = await getPlans(ctx, { planIds: [kept, gone] });
  expect(got.map(({ id }) => id)).toEqual([kept]);
  expect(got[0]?.plan?.options.map(({ id }) => id)).toEqual(["cloud", "onprem"]);
  expect(got[0]?.plan?.assumptions.baselineOptionId).toBeNull();
});

it("shows the other plans beside one that no longer fits its schema", async () => {
  const ctx = await newOrganization();
  const [good, bad] = [await imported(ctx), await imported(ctx)];
  await byOwner(ctx.orgId, "update workload set body = '{}' where plan_id = $1", [bad]);
  const got = new Map(
    (await getPlans(ctx, { planIds: [good, bad] })).map(({ id, plan }) => [id, plan]),
  );
  expect(got.get(good)?.name).toBe(testPlan().name);
  expect(got.get(bad)).toBeNull();
});

it("gives a stranger none of ours, and takes what is no id for no plan", async () => {
  const ctx = await newOrganization();
  const planIds = [await imported(ctx)];
  expect(await getPlans(ctx, { planIds })).toHaveLength(1);
  expect(await getPlans(await newOrganization(), { planIds })).toEqual([]);
  await expect(getPlans(ctx, { planIds: ["1 or 1 = 1"] })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
