import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { removeOption } from "@/lib/services/options";
import { importPlan, listPlans } from "@/lib/services/plans";
import { saveQuoteReview } from "@/lib/services/quote-reviews";
import { newMember } from "@/lib/testing/member";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { withAnswers } from "./plan-answers";

const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });

async function imported(ctx: Context, id: string = randomUUID()): Promise<string> {
  await importPlan(ctx, { id, file });
  return id;
}

const listed = async (ctx: Context) => withAnswers(ctx, await listPlans(ctx));

it("gives every plan its answer, in the order of the list, however many there are", async () => {
  const ctx = await newOrganization();
  for (let count = 0; count < 30; count++) await imported(ctx);
  const plans = await listed(ctx);
  expect(plans.map(({ id }) => id)).toEqual((await listPlans(ctx)).map(({ id }) => id));
  expect(plans).toHaveLength(30);
  expect(plans.every(({ answer }) => answer.found)).toBe(true);
});

it("gives who judges without prices no answer of that plan, computed before for others or not", async () => {
  const ctx = await newOrganization();
  const [planId, openId] = [await imported(ctx), await imported(ctx)];
  expect(await listed(ctx)).toHaveLength(2);
  const blind = await newMember(ctx, "editor");
  await saveQuoteReview(ctx, {
    ...{ planId, expectedVersion: null, criteria: firstCriteria },
    evaluators: [{ userId: blind.userId, seesPrices: false }],
  });
  expect((await listed(blind)).map(({ id }) => id)).toEqual([openId]);
  expect(await listed(ctx)).toHaveLength(2);
});

it("computes a plan again when it changed, and only then", async () => {
  const ctx = await newOrganization();
  const planId = await imported(ctx);
  const [first] = await listed(ctx);
  const [second] = await listed(ctx);
  expect(second?.answer).toBe(first?.answer);

  for (const rowId of ["api", "cloud", "onprem"]) await removeOption(ctx, { planId, rowId });
  const [third] = await listed(ctx);
  expect(third?.answer).toMatchObject({ found: false, lack: { text: "no options yet" } });
});

it("keeps the answers of two organizations apart, also for plans of the same id and version", async () => {
  const [ours, theirs] = [await newOrganization(), await newOrganization()];
  const id = await imported(ours);
  const [own] = await listed(ours);
  await imported(theirs, id);
  await byOwner(theirs.orgId, "delete from supply_option where org_id = $1", [theirs.orgId]);
  const [other] = await listed(theirs);
  expect(own?.answer.found).toBe(true);
  expect(other?.answer).toMatchObject({ found: false, lack: { text: "no options yet" } });
});

it("lists a plan that cannot be read, beside the others", async () => {
  const ctx = await newOrganization();
  const bad = await imported(ctx);
  const good = await imported(ctx);
  await byOwner(ctx.orgId, "update supply_option set body = '{}' where plan_id = $1", [bad]);
  expect(await listed(ctx)).toMatchObject([
    { id: good, answer: { found: true } },
    { id: bad, answer: { found: false, lack: { text: "cannot be computed" } } },
  ]);
});
