import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { recordOf } from "@/lib/catalog/find";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { project } from "@/lib/engine";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import { as, newOrganization } from "@/lib/testing/organization";
import { removeCatalogRecord, saveCatalogRecord } from "./catalog-entries";
import { takeNewerFigures } from "./newer-figures";
import { undoPlanChange } from "./plan-undo";
import { createPlan, getPlan } from "./plans";

let ctx: Context;
let planId: string;
beforeEach(async () => {
  ctx = await newOrganization();
  const id = randomUUID();
  const asked = {
    id,
    name: "Chatbot",
    templateId: "support-chatbot" as const,
    startMonth: "2027-01",
  };
  planId = (await createPlan(ctx, asked)).id;
});

const cloudOf = async () => {
  const { plan } = await getPlan(ctx, { planId });
  return plan.options.find(({ id }) => id === "cloud") as CloudOption;
};

async function overrideRate(value: number): Promise<void> {
  const { rate } = await cloudOf();
  const shared = recordOf(rate.catalog?.entry.replace(/\.rate$/, "") ?? "");
  const record: CatalogRecord = {
    ...{ ...shared, evidence: "quoted", source: "Our contract", date: "2026-11-01" },
    figures: { ...shared.figures, rate: { unit: "moneyPerAcceleratorHour", value } },
  };
  await saveCatalogRecord(ctx, { expectedVersion: null, record });
}

const both = (value: number) => [
  { path: "options.cloud.rate", value },
  { path: "options.api.trainingRate", value },
];

it("are taken as one change, which undo takes back whole", async () => {
  const before = await getPlan(ctx, { planId });
  await overrideRate(1.5);
  expect(await getPlan(ctx, { planId })).toEqual(before);
  const { planVersion } = await takeNewerFigures(ctx, { planId, takes: both(1.5) });
  expect(planVersion).toBe(before.version + 1);
  expect((await cloudOf()).rate).toMatchObject({
    ...{ value: 1.5, source: "Our contract", evidence: "quoted" },
    catalog: { value: 1.5, version: "own.1" },
  });
  await undoPlanChange(ctx, { planId, version: planVersion });
  const after = await getPlan(ctx, { planId });
  expect(after.plan).toEqual(before.plan);
  expect(project(after.plan)).toEqual(project(before.plan));
});

it("are refused where they are not what was seen any more, all of them", async () => {
  await overrideRate(1.5);
  const takes = [...both(1.5).slice(0, 1), { path: "options.api.trainingRate", value: 2 }];
  await expect(takeNewerFigures(ctx, { planId, takes })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  const { rate } = await cloudOf();
  expect(rate.value).not.toBe(1.5);
  await removeCatalogRecord(ctx, { recordId: rate.catalog?.entry.replace(/\.rate$/, "") ?? "" });
  await expect(takeNewerFigures(ctx, { planId, takes: both(1.5) })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await expect(
    takeNewerFigures(as(ctx, "viewer"), { planId, takes: both(1.5) }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("of another organization are never a plan's", async () => {
  await overrideRate(1.5);
  const mine = { ctx, planId };
  ctx = await newOrganization();
  await expect(
    takeNewerFigures(ctx, { planId: mine.planId, takes: both(1.5) }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  const id = randomUUID();
  const asked = {
    id,
    name: "Theirs",
    templateId: "support-chatbot" as const,
    startMonth: "2027-01",
  };
  planId = (await createPlan(ctx, asked)).id;
  await expect(takeNewerFigures(ctx, { planId, takes: both(1.5) })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});
