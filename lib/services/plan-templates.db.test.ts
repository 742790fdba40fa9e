import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context, Role } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import type { Plan } from "@/lib/schemas/plan";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import {
  copyTemplate,
  listTemplates,
  removeTemplate,
  restoreTemplate,
  saveTemplate,
} from "./plan-templates";
import { createPlanFromTemplate, getPlan, importPlan } from "./plans";
import { listTemplateTargets } from "./template-targets";

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

describe("copied to another organization", () => {
  const canary = "Canary-Client";

  /** The caller's own in another organization, in this role. */
  async function memberElsewhere(role: Role): Promise<Context> {
    const other = await newOrganization("Other organization");
    await byOwner(
      other.orgId,
      "insert into membership (org_id, user_id, role) values ($1, $2, $3)",
      [other.orgId, ctx.userId, role],
    );
    return { ...ctx, orgId: other.orgId, role };
  }

  /** A template with a canary in its name, its description, its rows and their ids. */
  async function canaryTemplate(): Promise<string> {
    const plan = testPlan();
    const [claims, ...workloads] = plan.workloads;
    if (!claims) throw new Error("no workload");
    const id = canary.toLowerCase();
    const note = { value: 1234567, evidence: "quoted" as const, source: canary, note: canary };
    const options = plan.options.map((option) => ({
      ...{ ...option, name: `${canary} ${option.id}`, notes: canary, id: `${option.id}-for-${id}` },
      ...(option.kind === "api" ? { provider: canary } : {}),
      ...(option.kind === "on-premises"
        ? {
            bridgeOptionId: `cloud-for-${id}`,
            quote: { ...option.quote, supplierName: canary, number: canary, serverPrice: note },
          }
        : {}),
      ...(option.kind === "api" || !("throughput" in option)
        ? {}
        : { throughput: option.throughput.map((one) => ({ ...one, workloadId: id })) }),
    }));
    const held = {
      ...{ ...plan, name: canary, notes: canary, options, scenarios: [] },
      workloads: [{ ...claims, id, name: canary, notes: canary, modelName: canary }, ...workloads],
      assumptions: { ...plan.assumptions, baselineOptionId: `api-for-${id}` },
    } as Plan;
    const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: held });
    const { id: from } = await importPlan(ctx, { id: randomUUID(), file });
    const templateId = randomUUID();
    const words = { name: canary, description: canary };
    await saveTemplate(ctx, { id: templateId, planId: from, ...words });
    return templateId;
  }

  const copyTo = (organizationId: string, templateId: string, id = randomUUID()) =>
    copyTemplate(ctx, { id, templateId, organizationId, name: "House structure" });

  it("has its rows, and nothing of the client's in any row of the other organization", async () => {
    const target = await memberElsewhere("editor");
    const templateId = await canaryTemplate();
    const id = randomUUID();
    await copyTo(target.orgId, templateId, id);
    await copyTo(target.orgId, templateId, id);
    expect(await listTemplates(target)).toMatchObject([
      { id, name: "House structure", description: "", savedBy: "Owner" },
    ]);
    const [rows] = await byOwner<{ held: string }>(
      target.orgId,
      `select jsonb_build_array(
         (select jsonb_agg(t) from plan_template t where org_id = $1),
         (select jsonb_agg(t) from audit_event t where org_id = $1))::text as held`,
      [target.orgId],
    );
    expect(rows?.held).toContain("On-premises option 1");
    for (const word of [canary.toLowerCase(), "1234567", templateId, ctx.orgId])
      expect(rows?.held.toLowerCase()).not.toContain(word);
    const begun = { id: randomUUID(), templateId: id, name: "Begun", startMonth: "2028-03" };
    const { id: planId } = await createPlanFromTemplate(target, begun);
    const { plan } = await getPlan(target, { planId });
    expect([...plan.workloads, ...plan.options].map(({ kind }) => kind)).toEqual([
      ...["inference", "training", "api", "cloud", "on-premises"],
    ]);
  });

  it("is recorded where it leaves and where it arrives", async () => {
    const target = await memberElsewhere("editor");
    const { id: templateId } = await saveTemplate(ctx, template());
    const { id } = await copyTo(target.orgId, templateId);
    const events = "select action, subject_id, detail from audit_event where subject = 'template'";
    const recorded = async (orgId: Context["orgId"]) =>
      byOwner(orgId, `${events} and org_id = $1 order by at, id`, [orgId]);
    expect(await recorded(ctx.orgId)).toMatchObject([
      { action: "create", subject_id: templateId },
      {
        ...{ action: "copy", subject_id: templateId },
        detail: { name: "House assistant", toId: target.orgId },
      },
    ]);
    expect(await recorded(target.orgId)).toEqual([
      { action: "create", subject_id: id, detail: { name: "House structure" } },
    ]);
  });

  it("goes where the caller may write templates, and nowhere else", async () => {
    const { id: templateId } = await saveTemplate(ctx, template());
    const [editor, viewer] = [await memberElsewhere("editor"), await memberElsewhere("viewer")];
    const stranger = await newOrganization();
    expect(await listTemplateTargets(ctx)).toEqual([
      { id: editor.orgId, name: "Other organization" },
    ]);
    await expect(copyTo(viewer.orgId, templateId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(copyTo(stranger.orgId, templateId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(copyTo(ctx.orgId, templateId)).rejects.toMatchObject({ code: "INVALID" });
    await expect(copyTo(editor.orgId, randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await removeTemplate(ctx, { templateId });
    await expect(copyTo(editor.orgId, templateId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const { orgId } of [editor, viewer, stranger])
      expect(
        await byOwner(orgId, "select 1 from plan_template where org_id = $1", [orgId]),
      ).toEqual([]);
    const left = "select 1 from audit_event where org_id = $1 and action = 'copy'";
    expect(await byOwner(ctx.orgId, left, [ctx.orgId])).toEqual([]);
  });

  it("is given to nobody of another organization", async () => {
    const { id: templateId } = await saveTemplate(ctx, template());
    const stranger = await newOrganization();
    const own = await newOrganization();
    await byOwner(
      own.orgId,
      "insert into membership (org_id, user_id, role) values ($1, $2, 'owner')",
      [own.orgId, stranger.userId],
    );
    const asked = { id: randomUUID(), templateId, organizationId: own.orgId, name: "Theirs" };
    await expect(copyTemplate(stranger, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const into = { ...asked, organizationId: ctx.orgId };
    await expect(copyTemplate(stranger, into)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
