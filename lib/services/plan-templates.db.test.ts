import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { listTemplates, removeTemplate, restoreTemplate, saveTemplate } from "./plan-templates";
import { createPlanFromTemplate, getPlan, importPlan } from "./plans";

let ctx: Context;
let planId: string;

beforeEach(async () => {
  ctx = await newOrganization();
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
  ({ id: planId } = await importPlan(ctx, { id: randomUUID(), file }));
});

const template = () => ({
  id: randomUUID(),
  planId,
  name: "House assistant",
  description: "What every department starts from.",
});

it("begins a plan with all rows and scenarios, in the month that was chosen", async () => {
  const { id: templateId } = await saveTemplate(ctx, template());
  const { id } = await createPlanFromTemplate(ctx, {
    id: randomUUID(),
    templateId,
    name: "Claims, next year",
    startMonth: "2029-04",
  });
  const { plan } = await getPlan(ctx, { planId: id });
  const { budgets, ...whole } = testPlan();
  expect(plan).toEqual({ ...whole, name: "Claims, next year", startMonth: "2029-04" });
  expect(plan.scenarios.length).toBeGreaterThan(0);
});

it("is kept once however often the form was sent, and says who kept it", async () => {
  const input = template();
  await Promise.all(Array.from({ length: 20 }, () => saveTemplate(ctx, input)));
  expect(await listTemplates(ctx)).toEqual([
    {
      id: input.id,
      name: input.name,
      description: input.description,
      savedBy: "Owner",
      savedAt: expect.stringMatching(/Z$/),
    },
  ]);
  const audited = "select action from audit_event where subject = 'template'";
  expect(await byOwner(ctx.orgId, audited)).toHaveLength(1);
});

it("makes one plan of twenty parallel requests", async () => {
  const { id: templateId } = await saveTemplate(ctx, template());
  const input = { id: randomUUID(), templateId, name: "Once", startMonth: "2028-01" };
  await Promise.all(Array.from({ length: 20 }, () => createPlanFromTemplate(ctx, input)));
  const plans = await byOwner(ctx.orgId, "select 1 from plan where name = 'Once'");
  expect(plans).toHaveLength(1);
});

it("does not follow the plan it was made from, and outlives no undo", async () => {
  const { id: templateId } = await saveTemplate(ctx, template());
  await removeTemplate(ctx, { templateId });
  await removeTemplate(ctx, { templateId });
  expect(await listTemplates(ctx)).toEqual([]);
  const begin = () => createPlanFromTemplate(ctx, { id: randomUUID(), templateId, name: "Late" });
  await expect(begin()).rejects.toMatchObject({ code: "NOT_FOUND" });
  await restoreTemplate(ctx, { templateId });
  await begin();
  expect(await listTemplates(ctx)).toHaveLength(1);
});

it("is made and removed by editors, and seen by everyone of the organization alone", async () => {
  const viewer = as(ctx, "viewer");
  await expect(saveTemplate(viewer, template())).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { id: templateId } = await saveTemplate(as(ctx, "editor"), template());
  expect(await listTemplates(viewer)).toHaveLength(1);
  await expect(removeTemplate(viewer, { templateId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const stranger = await newOrganization();
  expect(await listTemplates(stranger)).toEqual([]);
  const refused = (id: string) =>
    removeTemplate(stranger, { templateId: id }).catch((error) => ({
      ...error,
      message: error.message,
    }));
  expect(await refused(templateId)).toEqual(await refused(randomUUID()));
  expect(await refused("'; drop table plan; --")).toEqual(await refused(randomUUID()));
});

it("are at most 100", async () => {
  const { id } = await saveTemplate(ctx, template());
  await byOwner(
    ctx.orgId,
    `insert into plan_template (org_id, id, name, body)
     select org_id, gen_random_uuid(), name, body from plan_template, generate_series(1, 99)
     where id = $1`,
    [id],
  );
  await expect(saveTemplate(ctx, template())).rejects.toMatchObject({
    code: "INVALID",
    message: "An organization has at most 100 templates. Delete one first.",
  });
});
