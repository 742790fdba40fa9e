import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Context, Role } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import type { ProposalContent } from "@/lib/schemas/proposal";
import { newMember } from "@/lib/testing/member";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";
import { importPlan } from "./plans";
import {
  copyProposalTemplate,
  getProposalTemplate,
  listProposalTemplates,
  removeProposalTemplate,
  restoreProposalTemplate,
  saveProposalTemplate,
} from "./proposal-templates";
import { createProposal } from "./proposals";
import { listTemplateTargets } from "./template-targets";

/** Planted wherever somebody typed something; a search for it finds what went along. */
const canary = "Canary-Client";
const chosen = "Our boilerplate of how we work.";

let ctx: Context;
let proposalId: string;
let templateId: string;
const [first, ...rest] = newProposalContent(canary).sections;
const run = (text: string) => ({ kind: "text" as const, text });
const body = (
  ...runs: NonNullable<ProposalContent["sections"][number]["body"]>[number]["runs"]
) => [{ style: "plain" as const, runs }];
const own = (id: string, text: string) => ({
  ...{ id, kind: "text" as const, title: `${text} title`, isShown: true, body: body(run(text)) },
});

beforeEach(async () => {
  ctx = await newOrganization(`${canary} Organization`);
  const plan = { ...testPlan(), name: `${canary} plan` };
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan });
  const { id: planId } = await importPlan(ctx, { id: randomUUID(), file });
  proposalId = randomUUID();
  const figure = {
    kind: "figure" as const,
    ...{ key: `total:${canary.toLowerCase()}`, label: `Total, ${canary}` },
  };
  const horizon = { kind: "figure" as const, key: "horizon", label: "Horizon, The plan" };
  if (!first) throw new Error("no sections");
  const content: ProposalContent = {
    ...{ title: canary, audience: canary, optionId: null, scenarioId: null },
    sections: [
      { ...first, title: canary, body: body(run(canary), figure) },
      ...rest,
      { ...own("own-canary-client", canary), isShown: false },
      { ...own("kept", "x"), title: "How we work", body: body(run(chosen), figure, horizon) },
    ],
  };
  await createProposal(ctx, { id: proposalId, planId, content });
  templateId = randomUUID();
  await saveProposalTemplate(ctx, { id: templateId, proposalId, name: `${canary} template` });
});

/** The caller's own in another organization, in this role. */
async function memberElsewhere(role: Role): Promise<Context> {
  const other = await newOrganization("Other organization");
  await byOwner(other.orgId, "insert into membership (org_id, user_id, role) values ($1, $2, $3)", [
    ...[other.orgId, ctx.userId, role],
  ]);
  return { ...ctx, orgId: other.orgId, role };
}
const copyTo = (organizationId: string, withWordsOf: readonly string[] = []) =>
  copyProposalTemplate(ctx, {
    ...{ id: randomUUID(), templateId, organizationId, name: "House style" },
    withWordsOf: [...withWordsOf],
  });

it("keeps sections, order and words; a figure that names an option leaves its place", async () => {
  await saveProposalTemplate(ctx, { id: templateId, proposalId, name: "Twice" });
  const [listed, ...others] = await listProposalTemplates(as(ctx, "viewer"));
  expect(others).toEqual([]);
  // A list has no use for what they say, which may be much.
  expect(JSON.stringify(listed)).not.toContain(chosen);
  const template = await getProposalTemplate(as(ctx, "viewer"), { templateId });
  expect(listed).toMatchObject({ id: templateId, sectionCount: template.sections.length });
  expect(template.sections.map(({ kind }) => kind)).toEqual([
    ...[first?.kind, ...rest.map(({ kind }) => kind), "text", "text"],
  ]);
  const kept = template.sections.find(({ id }) => id === "kept")?.body?.[0]?.runs;
  expect(kept).toEqual([
    ...[run(chosen), run("[figure]")],
    { kind: "figure", key: "horizon", label: "Horizon, The plan" },
  ]);
});

it("is copied without anything typed that was not chosen: no canary is in any row of the other organization", async () => {
  const target = await memberElsewhere("editor");
  await copyTo(target.orgId, ["kept"]);
  const [made] = await listProposalTemplates(target);
  const copy = await getProposalTemplate(target, { templateId: made?.id ?? "" });
  expect(copy).toMatchObject({ name: "House style" });
  expect(JSON.stringify(copy)).toContain(chosen);
  expect(copy.sections.map(({ kind }) => kind)).toEqual([
    ...[first?.kind, ...rest.map(({ kind }) => kind), "text"],
  ]);
  const [rows] = await byOwner<{ held: string }>(
    target.orgId,
    `select jsonb_build_array(
       (select jsonb_agg(t) from proposal_template t where org_id = $1),
       (select jsonb_agg(t) from audit_event t where org_id = $1))::text as held`,
    [target.orgId],
  );
  expect(rows?.held).toContain("House style");
  expect(rows?.held.toLowerCase()).not.toContain(canary.toLowerCase());
  expect(rows?.held).not.toContain(proposalId);
  expect(rows?.held).not.toContain(templateId);
});

it("goes where the caller may write templates, and nowhere else", async () => {
  const [editor, viewer] = [await memberElsewhere("editor"), await memberElsewhere("viewer")];
  const stranger = await newOrganization();
  expect(await listTemplateTargets(ctx)).toEqual([
    { id: editor.orgId, name: "Other organization" },
  ]);
  await expect(copyTo(viewer.orgId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(copyTo(stranger.orgId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(copyTo(ctx.orgId)).rejects.toMatchObject({ code: "INVALID" });
  for (const { orgId } of [viewer, stranger])
    expect(
      await byOwner(orgId, "select 1 from proposal_template where org_id = $1", [orgId]),
    ).toEqual([]);
});

it("is given to nobody of another organization, and removed by editors", async () => {
  const stranger = await newOrganization();
  const asked = { id: randomUUID(), templateId, organizationId: ctx.orgId, name: "Theirs" };
  await expect(copyProposalTemplate(stranger, { ...asked, withWordsOf: [] })).rejects.toMatchObject(
    {
      code: "NOT_FOUND",
    },
  );
  expect(await listProposalTemplates(stranger)).toEqual([]);
  const viewer = await newMember(ctx, "viewer");
  const removed = removeProposalTemplate(viewer, { templateId });
  await expect(removed).rejects.toMatchObject({ code: "FORBIDDEN" });
  await removeProposalTemplate(ctx, { templateId });
  expect(await listProposalTemplates(ctx)).toEqual([]);
});

it("is deleted once, and comes back whole", async () => {
  const before = await getProposalTemplate(ctx, { templateId });
  const both = await Promise.allSettled(
    [1, 2].map(() => removeProposalTemplate(ctx, { templateId })),
  );
  const gone = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const refused = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toMatchObject([{ code: "NOT_FOUND" }]);
  await expect(removeProposalTemplate(ctx, { templateId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const [removed] = gone;
  if (!removed) throw new Error("nothing was deleted");
  for (const _ of "twice") await restoreProposalTemplate(ctx, removed);
  const { name, sections } = before;
  expect(await getProposalTemplate(ctx, { templateId })).toMatchObject({ name, sections });
  expect(await listProposalTemplates(ctx)).toHaveLength(1);
});
