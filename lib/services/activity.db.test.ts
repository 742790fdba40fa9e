import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import { readCursor } from "@/lib/schemas/activity";
import { newMember } from "@/lib/testing/member";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { activityLine } from "@/lib/views/activity";
import { listActivity } from "./activity";
import { inviteMember, revokeInvitation } from "./invitations";
import { removeMember } from "./members";
import { removeOption } from "./options";
import { removePlan } from "./plan-states";
import { importPlan } from "./plans";
import { renamePlan } from "./settings";

const everything = { userId: null, planId: null, kind: null, before: null } as const;
const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });

async function withPlan(): Promise<{ ctx: Context; planId: string }> {
  const ctx = await newOrganization();
  const { id: planId } = await importPlan(ctx, { id: randomUUID(), file });
  return { ctx, planId };
}
const linesOf = async (ctx: Context, asked: object = {}) => {
  const { events } = await listActivity(ctx, { ...everything, ...asked });
  return events.map(activityLine).map(({ text, thing }) => [text, thing?.name].join(" "));
};

it("says what was done, newest first, and names what is gone", async () => {
  const { ctx, planId } = await withPlan();
  const { name } = testPlan().options.find(({ id }) => id === "api") ?? { name: "" };
  await removeOption(ctx, { planId, rowId: "api" });
  await removePlan(ctx, { planId });
  expect(await linesOf(ctx)).toEqual([
    "deleted the plan Claims assistant",
    `deleted the option ${name}`,
    "imported the plan Claims assistant",
  ]);
  const { events } = await listActivity(ctx, everything);
  expect(events.map(activityLine).map(({ thing, history }) => [thing?.href, history])).toEqual(
    events.map(() => [undefined, null]),
  );
});

it("says who was invited and who removed", async () => {
  const ctx = await newOrganization();
  const invitation = randomUUID();
  await inviteMember(ctx, { id: invitation, email: "ben@halden.example", role: "viewer" });
  await revokeInvitation(ctx, { invitationId: invitation });
  const member = await newMember(ctx, "viewer");
  await removeMember(ctx, { userId: member.userId });
  expect(await linesOf(ctx)).toEqual([
    "removed the member Member",
    "took back the invitation of ben@halden.example",
    "invited ben@halden.example",
  ]);
});

it("filters by person, plan and kind, and shows another organization nothing", async () => {
  const { ctx, planId } = await withPlan();
  const { id: other } = await importPlan(ctx, { id: randomUUID(), file });
  await removeOption(ctx, { planId, rowId: "api" });
  expect(await linesOf(ctx, { kind: "options" })).toHaveLength(1);
  expect(await linesOf(ctx, { planId: other })).toEqual([
    expect.stringMatching(/^imported the plan Claims assistant/),
  ]);
  expect(await linesOf(ctx, { userId: ctx.userId })).toHaveLength(3);
  expect(await linesOf(ctx, { userId: randomUUID() })).toEqual([]);
  expect(await linesOf(await newOrganization(), { planId })).toEqual([]);
});

it("goes through every event once, a page at a time, also where many have one instant", async () => {
  const { ctx, planId } = await withPlan();
  await renamePlan(ctx, { planId, name: "First" });
  await byOwner(
    ctx.orgId,
    `insert into audit_event (org_id, at, user_id, action, subject, subject_id, plan_id)
     select org_id, date_trunc('second', at), user_id, 'save', 'settings', plan_id, plan_id
     from audit_event, generate_series(1, 130) where org_id = $1 and action = 'rename'`,
    [ctx.orgId],
  );
  const seen = new Set<string>();
  let before: string | undefined;
  let pages = 0;
  do {
    const page = await listActivity(ctx, { ...everything, before: readCursor(before) });
    for (const { id } of page.events) seen.add(id);
    before = page.next ?? undefined;
    pages += 1;
  } while (before);
  expect([seen.size, pages]).toEqual([132, 3]);
});

it("takes what is no cursor for none", () => {
  for (const text of [undefined, "", "~", "2026-01-01T00:00:00Z~'; drop", "x~y"])
    expect(readCursor(text)).toBeNull();
  for (const year of ["0000", "-000001", "+275760"])
    expect(readCursor(`${year}-01-01T00:00:00.000Z~${randomUUID()}`)).toBeNull();
});
