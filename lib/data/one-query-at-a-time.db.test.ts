import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { expect, it, vi } from "vitest";
import { planFileText } from "@/lib/exporters/plan-file";
import { getPlans } from "@/lib/services/plan-list";
import { removePlan, restorePlan } from "@/lib/services/plan-states";
import { duplicatePlan, getPlan, importPlan, listPlans } from "@/lib/services/plans";
import { newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";

const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });

/** Runs the work and gives the most queries that any one connection had open at once. */
async function mostAtOnce(work: () => Promise<unknown>): Promise<number> {
  const open = new Map<unknown, number>();
  let most = 0;
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  const spy = vi.spyOn(Client.prototype, "query").mockImplementation(function (
    this: unknown,
    ...args: unknown[]
  ) {
    const change = (by: number) => open.set(this, (open.get(this) ?? 0) + by);
    change(1);
    most = Math.max(most, open.get(this) ?? 0);
    const answer = query.apply(this, args);
    const done = () => change(-1);
    Promise.resolve(answer).then(done, done);
    return answer as never;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return most;
}

/** A transaction has one connection, and pg is about to refuse a second query on it. */
it("asks one thing at a time of each connection", async () => {
  const ctx = await newOrganization();
  const [planId, id] = [randomUUID(), randomUUID()];
  const most = await mostAtOnce(async () => {
    await importPlan(ctx, { id: planId, file });
    await duplicatePlan(ctx, { planId, id });
    await getPlan(ctx, { planId });
    await listPlans(ctx);
    await getPlans(ctx, { planIds: [planId, id] });
    await removePlan(ctx, { planId });
    await restorePlan(ctx, { planId });
  });
  expect(most).toBe(1);
});
