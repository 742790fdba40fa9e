import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import type { Plan } from "@/lib/schemas/plan";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { removeOption, restoreOption, saveOption } from "./options";
import { exportPlan, getPlan, importPlan } from "./plans";
import { removeScenario, restoreScenario, saveScenario } from "./scenarios";
import { removeWorkload, restoreWorkload, saveWorkload } from "./workloads";

const services = {
  workloads: { save: saveWorkload, remove: removeWorkload, restore: restoreWorkload },
  options: { save: saveOption, remove: removeOption, restore: restoreOption },
  scenarios: { save: saveScenario, remove: removeScenario, restore: restoreScenario },
} as const;
const kinds = Object.keys(services) as (keyof typeof services)[];

let ctx: Context;
let planId: string;

beforeEach(async () => {
  ctx = await newOrganization();
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
  ({ id: planId } = await importPlan(ctx, { id: randomUUID(), file }));
});

const stored = () => getPlan(ctx, { planId });
const inPlan = (plan: Plan, rows: keyof typeof services, id: string) =>
  plan[rows].find((row) => row.id === id);

async function audited(): Promise<number> {
  const rows = await byOwner(ctx.orgId, "select 1 from audit_event where plan_id = $1", [planId]);
  return rows.length;
}

describe.each(kinds)("%s", (rows) => {
  const { save, remove, restore } = services[rows];
  const noun = rows.slice(0, -1);
  const last = testPlan()[rows].at(-1) as Plan[typeof rows][number];
  const path = `${rows}.${last.id}`;

  it("are added at the end, once, however often the form was sent", async () => {
    const body = { ...last, id: "another", name: "Another" };
    const input = { planId, expectedVersion: null, body };
    const saved = await Promise.all(Array.from({ length: 20 }, () => save(ctx, input)));
    for (const answer of saved)
      expect(answer).toEqual({ rowId: "another", rowVersion: 1, planVersion: 2 });
    const { plan, version } = await stored();
    expect(plan[rows]).toEqual([...testPlan()[rows], body]);
    expect(version).toBe(2);
    expect(await audited()).toBe(2);
  });

  it("are saved over the version they were read at, once", async () => {
    const body = { ...last, name: "Renamed" };
    const input = { planId, expectedVersion: 1, body };
    const saved = await Promise.all(Array.from({ length: 20 }, () => save(ctx, input)));
    for (const answer of saved)
      expect(answer).toEqual({ rowId: last.id, rowVersion: 2, planVersion: 2 });
    const { plan, rowVersions } = await stored();
    expect(inPlan(plan, rows, last.id)).toEqual(body);
    expect(rowVersions[path]).toBe(2);
    expect(await audited()).toBe(2);
  });

  it("change nothing when nothing changed", async () => {
    await save(ctx, { planId, expectedVersion: 1, body: last });
    expect(await stored()).toMatchObject({ version: 1 });
    expect(await audited()).toBe(1);
  });

  it("are refused from a stale tab, with both versions named", async () => {
    const theirs = { ...last, name: "Theirs" };
    await save(ctx, { planId, expectedVersion: 1, body: theirs });
    await expect(
      save(ctx, { planId, expectedVersion: 1, body: { ...last, name: "Mine" } }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      message:
        "Owner saved another value of Name since you opened it (version 2, yours was 1). Nothing is lost: keep yours or take theirs.",
      conflict: {
        name: "Owner",
        keyName: null,
        at: expect.stringMatching(/Z$/),
        clashes: [
          {
            path: "name",
            mine: "Mine",
            theirs: "Theirs",
            effectOfMine: { optionName: expect.any(String), cash: expect.any(Number) },
            effectOfTheirs: { optionName: expect.any(String), cash: expect.any(Number) },
          },
        ],
      },
    });
    expect(inPlan((await stored()).plan, rows, last.id)).toEqual(theirs);
  });

  it("let two people who change different fields both win, in either order, also when sent again", async () => {
    const mine = { ...last, name: "Mine" };
    const theirs = { ...last, notes: "Theirs" };
    for (const body of [theirs, mine, theirs, mine])
      await save(ctx, { planId, expectedVersion: 1, body });
    const { plan, rowVersions } = await stored();
    expect(inPlan(plan, rows, last.id)).toEqual({ ...last, name: "Mine", notes: "Theirs" });
    expect(rowVersions[path]).toBe(3);
    expect(await audited()).toBe(3);
  });

  it("let one of two writers through and refuse the other", async () => {
    const writes = ["One", "Two"].map((name) =>
      save(ctx, { planId, expectedVersion: 1, body: { ...last, name } }),
    );
    const results = await Promise.allSettled(writes);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await stored()).rowVersions[path]).toBe(2);
  });

  it("do not take the id of another", async () => {
    const body = { ...last, name: "Another with this id" };
    await expect(save(ctx, { planId, expectedVersion: null, body })).rejects.toMatchObject({
      code: "CONFLICT",
      fields: { [`${path}.id`]: expect.any(String) },
    });
  });

  it("are deleted and restored, each once, and lose nothing on the way", async () => {
    const before = planFileText(await exportPlan(ctx, { planId }));
    await Promise.all(Array.from({ length: 5 }, () => remove(ctx, { planId, rowId: last.id })));
    const without = await stored();
    expect(inPlan(without.plan, rows, last.id)).toBeUndefined();
    expect(without.version).toBe(2);
    await expect(
      save(ctx, { planId, expectedVersion: 1, body: { ...last, name: "Late" } }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      message: `This ${noun} was deleted since you opened it. Undo the deletion, or save it as a new ${noun}.`,
    });
    await restore(ctx, { planId, rowId: last.id });
    await restore(ctx, { planId, rowId: last.id });
    expect(planFileText(await exportPlan(ctx, { planId }))).toBe(before);
    expect(await audited()).toBe(3);
  });

  it("can be made anew under the id of a deleted one", async () => {
    await remove(ctx, { planId, rowId: last.id });
    const body = { ...last, name: "New" };
    await save(ctx, { planId, expectedVersion: null, body });
    expect(inPlan((await stored()).plan, rows, last.id)).toEqual(body);
  });

  it("that never were are not found", async () => {
    for (const change of [remove, restore])
      await expect(change(ctx, { planId, rowId: "nothing" })).rejects.toMatchObject({
        code: "NOT_FOUND",
        message: `This plan has no such ${noun}.`,
      });
  });

  it("are at most 50, new or restored", async () => {
    const held = testPlan()[rows];
    const copies = Array.from({ length: 50 - held.length }, (_, i) => ({
      ...last,
      id: `row-${i}`,
    }));
    const plan = { ...testPlan(), [rows]: [...held, ...copies] };
    const file = planFileText({ loadline: "plan", schemaVersion: 1, plan });
    ({ id: planId } = await importPlan(ctx, { id: randomUUID(), file }));
    const body = { ...last, id: "one-more" };
    const refusal = {
      code: "INVALID",
      message: `A plan has at most 50 ${rows}. Delete one first.`,
    };
    await expect(save(ctx, { planId, expectedVersion: null, body })).rejects.toMatchObject(refusal);
    await remove(ctx, { planId, rowId: "row-1" });
    await save(ctx, { planId, expectedVersion: null, body });
    await expect(restore(ctx, { planId, rowId: "row-1" })).rejects.toMatchObject(refusal);
    expect((await stored()).plan[rows]).toHaveLength(50);
  });

  it("with a bad field are refused by its path, and nothing is written", async () => {
    const error = await save(ctx, {
      planId,
      expectedVersion: 1,
      body: { ...last, name: "", extra: 1 },
    }).catch((thrown) => thrown);
    expect(error).toMatchObject({
      code: "INVALID",
      fields: {
        [`${path}.name`]: "Name is empty. Give it a name.",
        [`${path}.extra`]: expect.any(String),
      },
    });
    expect(await stored()).toMatchObject({ version: 1 });
    expect(await audited()).toBe(1);
  });
});

describe("an option that others rest on", () => {
  it("goes with what pointed at it, and comes back with it", async () => {
    await removeOption(ctx, { planId, rowId: "cloud" });
    const { plan } = await stored();
    expect(inPlan(plan, "options", "onprem")).toMatchObject({ bridgeOptionId: null });
    expect(plan.scenarios[0]?.changes).toHaveLength(1);
    await restoreOption(ctx, { planId, rowId: "cloud" });
    expect((await stored()).plan).toEqual(testPlan());
  });

  it("leaves the plan without a baseline while it is gone", async () => {
    await removeOption(ctx, { planId, rowId: "api" });
    expect((await stored()).plan.assumptions.baselineOptionId).toBeNull();
    await restoreOption(ctx, { planId, rowId: "api" });
    expect((await stored()).plan.assumptions.baselineOptionId).toBe("api");
  });
});

describe("a workload that options serve", () => {
  it("takes its throughput along, and brings it back", async () => {
    await removeWorkload(ctx, { planId, rowId: "claims" });
    expect(inPlan((await stored()).plan, "options", "cloud")).toMatchObject({ throughput: [] });
    await restoreWorkload(ctx, { planId, rowId: "claims" });
    expect((await stored()).plan).toEqual(testPlan());
  });
});

describe("an on-premises option's quote", () => {
  const onprem = testPlan().options[2] as Extract<Plan["options"][number], { kind: "on-premises" }>;

  it("moves to another supplier and stays one quote", async () => {
    const quote = { ...onprem.quote, supplierName: "Another", number: "A-1" };
    await saveOption(ctx, { planId, expectedVersion: 1, body: { ...onprem, quote } });
    const rows = await byOwner(
      ctx.orgId,
      "select s.name, q.number from server_quote q join supplier s on s.id = q.supplier_id where q.org_id = $1",
      [ctx.orgId],
    );
    expect(rows).toEqual([{ name: "Another", number: "A-1" }]);
    expect(inPlan((await stored()).plan, "options", "onprem")).toEqual({ ...onprem, quote });
  });

  it("is left behind when the option becomes another kind", async () => {
    const api = { ...testPlan().options[0], id: "onprem", name: "Now an API" };
    await saveOption(ctx, { planId, expectedVersion: 1, body: api });
    expect(inPlan((await stored()).plan, "options", "onprem")).toEqual(api);
  });
});
