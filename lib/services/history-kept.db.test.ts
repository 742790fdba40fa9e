import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { planFileText } from "@/lib/exporters/plan-file";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { changePlan, recordChange, recordCreation } from "./in-plan";
import { removeOption, restoreOption, saveOption } from "./options";
import { duplicatePlan, getPlan, importPlan } from "./plans";
import { removeScenario, restoreScenario, saveScenario } from "./scenarios";
import { renamePlan, saveSettings } from "./settings";
import { removeWorkload, restoreWorkload, saveWorkload } from "./workloads";

type Kept = {
  plan_version: number;
  subject: string;
  subject_id: string;
  row_version: number;
  body: Record<string, unknown> | null;
  user_id: string | null;
  api_key_id: string | null;
  transaction: string;
};

const plan = testPlan();
const { workloads, options, scenarios, ...settings } = plan;
const file = planFileText({ loadline: "plan", schemaVersion: 1, plan });
let ctx: Context;
let planId: string;

beforeEach(async () => {
  ctx = await newOrganization();
  ({ id: planId } = await importPlan(ctx, { id: randomUUID(), file }));
});

const kept = (of = planId) =>
  byOwner<Kept>(
    ctx.orgId,
    `select *, xmin::text as transaction from plan_change where plan_id = $1
     order by plan_version, subject, subject_id`,
    [of],
  );
const audited = () =>
  byOwner<{ action: string; transaction: string; detail: Record<string, unknown> }>(
    ctx.orgId,
    "select *, xmin::text as transaction from audit_event where plan_id = $1 order by at",
    [planId],
  );
const renamed = (row: object | undefined) => ({ ...row, name: "Changed" });

type Write = {
  readonly run: () => Promise<unknown>;
  readonly first?: () => Promise<unknown>;
  readonly part: readonly [subject: string, id: string | null, deleted?: boolean];
};
const rowWrites = (
  subject: string,
  body: object & { readonly id: string },
  [save, remove, restore]: readonly [typeof saveOption, typeof removeOption, typeof restoreOption],
): Record<string, Write> => {
  const named = () => ({ planId, rowId: body.id });
  return {
    [`save ${subject}`]: {
      run: () => save(ctx, { planId, expectedVersion: 1, body: renamed(body) }),
      part: [subject, body.id],
    },
    [`remove ${subject}`]: { run: () => remove(ctx, named()), part: [subject, body.id, true] },
    [`restore ${subject}`]: {
      first: () => remove(ctx, named()),
      run: () => restore(ctx, named()),
      part: [subject, body.id],
    },
  };
};
const [workload, option, scenario] = [workloads.at(0), options.at(-1), scenarios.at(0)];
const writes: Record<string, Write> = {
  "save settings": {
    run: () =>
      saveSettings(ctx, {
        planId,
        expectedVersion: 1,
        settings: { ...settings, horizonMonths: 24 },
      }),
    part: ["settings", null],
  },
  "rename plan": { run: () => renamePlan(ctx, { planId, name: "New" }), part: ["settings", null] },
  ...rowWrites("workload", workload as never, [saveWorkload, removeWorkload, restoreWorkload]),
  ...rowWrites("option", option as never, [saveOption, removeOption, restoreOption]),
  ...rowWrites("scenario", scenario as never, [saveScenario, removeScenario, restoreScenario]),
};

describe.each(Object.entries(writes))("%s", (_, { run, first, part: [subject, id, deleted] }) => {
  it("keeps the part as the change left it, with who made it, in the transaction of its audit event", async () => {
    await first?.();
    const before = await kept();
    await run();
    const after = await kept();
    const { version, plan: now } = await getPlan(ctx, { planId });
    const [change, ...others] = after.slice(before.length);
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      plan_version: version,
      subject,
      subject_id: id ?? planId,
      user_id: ctx.userId,
      api_key_id: null,
    });
    const rows = { workload: now.workloads, option: now.options, scenario: now.scenarios };
    const { workloads: _w, options: _o, scenarios: _s, ...nowSettings } = now;
    const whole = rows[subject as "option"]?.find((row) => row.id === id) ?? nowSettings;
    expect(change?.body).toEqual(deleted ? null : whole);
    const event = (await audited()).at(-1);
    expect(event?.transaction).toBe(change?.transaction);
    expect(event?.detail).toMatchObject({ planVersion: version, name: expect.any(String) });
  });
});

it("keeps every part of a new plan as its version 1", async () => {
  const copy = await duplicatePlan(ctx, { planId, id: randomUUID() });
  for (const id of [planId, copy.id]) {
    const parts = await kept(id);
    expect(parts).toHaveLength(1 + workloads.length + options.length + scenarios.length);
    expect(new Set(parts.map(({ plan_version }) => plan_version))).toEqual(new Set([1]));
    expect(parts.find(({ subject_id }) => subject_id === option?.id)?.body).toEqual(option);
  }
});

it("gives a plan from before there was history a base without a user, with its first change", async () => {
  await removeWorkload(ctx, { planId, rowId: "claims" });
  await byOwner(ctx.orgId, "delete from plan_change where plan_id = $1", [planId]);
  await renamePlan(ctx, { planId, name: "Later" });
  const [first, ...rest] = await kept();
  expect(first).toMatchObject({ plan_version: 2, user_id: null });
  expect(rest.at(-1)).toMatchObject({ plan_version: 3, user_id: ctx.userId, subject: "settings" });
  expect(rest.slice(0, -1).every(({ user_id }) => user_id === null)).toBe(true);
});

it("leaves nothing of a change that fails after it was written", async () => {
  const before = [await kept(), await audited()];
  const failing = changePlan(ctx, planId, async (tx) => {
    await recordChange(tx, ctx, {
      action: "save",
      subject: "settings",
      subjectId: planId,
      planId,
      parts: [{ subject: "settings", id: planId }],
    });
    throw new Error("after the write");
  });
  await expect(failing).rejects.toThrow("after the write");
  expect([await kept(), await audited()]).toEqual(before);
  const id = randomUUID();
  const creating = withOrganization(ctx.orgId, async (tx) => {
    await recordCreation(tx, ctx, { id, plan, action: "create" });
    throw new Error("after the creation");
  });
  await expect(creating).rejects.toThrow("after the creation");
  expect(await kept(id)).toEqual([]);
});

it("names the key that a change came by", async () => {
  const [key] = await byOwner<{ id: string }>(
    ctx.orgId,
    `insert into api_key (org_id, name, prefix, token_hash, scope, created_by_user_id)
     values ($1, 'Nightly', 'll_', $2, 'write', $3) returning id`,
    [ctx.orgId, randomUUID(), ctx.userId],
  );
  await renamePlan({ ...ctx, apiKeyId: key?.id ?? "" }, { planId, name: "By key" });
  expect((await kept()).at(-1)).toMatchObject({ api_key_id: key?.id, user_id: ctx.userId });
});
