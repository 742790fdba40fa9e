import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { planFileText } from "@/lib/exporters/plan-file";
import type { SupplyOption } from "@/lib/schemas/option";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { removeOption, saveOption } from "@/lib/services/options";
import { comparePlanVersions, getPlanHistory } from "@/lib/services/plan-history";
import { removePlan } from "@/lib/services/plan-states";
import { duplicatePlan, exportPlan, getPlan, importPlan } from "@/lib/services/plans";
import { projectStored } from "@/lib/services/projections";
import { receiveQuote } from "@/lib/services/quote-changes";
import { applyQuote } from "@/lib/services/quote-plans";
import { saveQuoteReview } from "@/lib/services/quote-reviews";
import { createQuote } from "@/lib/services/quotes";
import { sendRfq } from "@/lib/services/rfq-changes";
import { requestRfqAnswer, takeRfqAnswer } from "@/lib/services/rfq-imports";
import { createRfq, getRfq, saveRfq } from "@/lib/services/rfqs";
import { saveScenario } from "@/lib/services/scenarios";
import { getTechnicalReview, listHiddenReviews } from "@/lib/services/technical-reviews";
import { newMember } from "@/lib/testing/member";
import { newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testHead } from "@/lib/testing/quote";
import { answeredWorkbook, testRfqContent } from "@/lib/testing/rfq";
import { withOrganization } from "./client";
import { plansWithoutPrices } from "./hidden-prices";
import { findPlanList } from "./plan-list";

const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });

async function newPlan(ctx: Context): Promise<string> {
  const { id } = await importPlan(ctx, { id: randomUUID(), file });
  return id;
}

async function newQuote(ctx: Context): Promise<string> {
  const id = randomUUID();
  await createQuote(ctx, { id, head: { ...testHead, number: id }, content: testContent() });
  await receiveQuote(ctx, { quoteId: id, expectedVersion: 1 });
  return id;
}

const use = (ctx: Context, planId: string, quoteId: string) =>
  applyQuote(ctx, { planId, quoteId, servers: 4, optionId: "onprem", copyId: "quoted" });

/** The quote that answers an RFQ which was made from this plan. */
async function answeredQuote(ctx: Context, planId: string): Promise<string> {
  const rfqId = randomUUID();
  const content = testRfqContent();
  const held = { rfqId, content, isSealed: false, suppliers: ["Stavra"] };
  await createRfq(ctx, { id: rfqId, origin: { planId, optionId: "onprem" }, content });
  await saveRfq(ctx, { ...held, expectedVersion: 1 });
  await sendRfq(ctx, { rfqId, expectedVersion: 2 });
  const supplierId = (await getRfq(ctx, { rfqId })).suppliers[0]?.supplierId ?? "";
  const jobId = randomUUID();
  await requestRfqAnswer(ctx, { id: jobId, rfqId, supplierId, fileName: "a.xlsx", file: "AAAA" });
  const workbook = answeredWorkbook({ rfqId, supplierId, cells: { D9: "USD" } });
  const { write } = await takeRfqAnswer(ctx, { jobId, workbook });
  await withOrganization(ctx.orgId, write);
  const [answer] = (await getRfq(ctx, { rfqId })).suppliers[0]?.answers ?? [];
  const quoteId = answer?.quote?.id ?? "";
  await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
  return quoteId;
}

async function judgedBy(ctx: Context, judge: Context, planId: string, seesPrices: boolean) {
  await saveQuoteReview(ctx, {
    ...{ planId, expectedVersion: null, criteria: firstCriteria },
    evaluators: [{ userId: judge.userId, seesPrices }],
  });
}

it("hides a plan whose option once used a hidden quote, and refuses a judge what names one", async () => {
  const ctx = await newOrganization();
  const judge = await newMember(ctx, "editor");
  const [judged, past, own] = [await newPlan(ctx), await newPlan(ctx), await newPlan(judge)];
  const [hiddenId, otherId] = [await newQuote(ctx), await newQuote(ctx)];
  await use(ctx, judged, hiddenId);
  await use(ctx, past, hiddenId);
  await applyQuote(ctx, {
    ...{ planId: past, quoteId: otherId, servers: 4, optionId: "quoted", copyId: null },
  });
  const scenario = {
    ...{ id: "cheaper", name: "Cheaper" },
    changes: [{ path: "options.quoted.quote.serverPrice", value: 123_456 }],
  };
  await saveScenario(ctx, { planId: judged, expectedVersion: null, body: scenario });
  await judgedBy(ctx, judge, judged, false);
  const { plans } = await findPlanList(judge);
  const listed = plans.filter(({ pricesHidden }) => pricesHidden).map(({ id }) => id);
  expect(new Set(listed)).toEqual(new Set([judged, past]));
  const forbidden = { code: "FORBIDDEN" };
  for (const planId of [judged, past]) {
    await expect(getPlan(judge, { planId })).rejects.toMatchObject(forbidden);
    await expect(getPlanHistory(judge, { planId })).rejects.toMatchObject(forbidden);
    for (const from of [1, 2])
      await expect(comparePlanVersions(judge, { planId, from })).rejects.toMatchObject(forbidden);
    await expect(projectStored(judge, { planId, scenarioId: "cheaper" })).rejects.toMatchObject(
      forbidden,
    );
    await expect(exportPlan(judge, { planId })).rejects.toMatchObject(forbidden);
  }
  const review = JSON.stringify(await getTechnicalReview(judge, { planId: judged }));
  expect(review).not.toMatch(/123,?456|serverPrice/);
  const [first] = testPlan().options.filter(({ kind }) => kind === "on-premises");
  const body = { ...first, id: "mine", quoteUsed: { quoteId: hiddenId, revision: 1, servers: 4 } };
  const save = { planId: own, expectedVersion: null, body };
  await expect(saveOption(judge, save)).rejects.toMatchObject(forbidden);
  const naming = testPlan();
  const named = planFileText({
    ...{ loadline: "plan" as const, schemaVersion: 1 as const },
    plan: { ...naming, options: [...naming.options, body as SupplyOption] },
  });
  await expect(importPlan(judge, { id: randomUUID(), file: named })).rejects.toMatchObject(
    forbidden,
  );
  expect(await getPlan(judge, { planId: own })).toMatchObject({ id: own });
  expect(await listHiddenReviews(judge)).toEqual([
    { planId: judged, planName: expect.any(String), hiddenBy: "Owner" },
  ]);
  expect(await listHiddenReviews(ctx)).toEqual([]);
});

it("the list of plans hides the prices of those plans that every other reader hides them of", async () => {
  const ctx = await newOrganization();
  const judge = await newMember(ctx, "editor");
  const [judged, openly, gone, ofAnswer, ofGone, unrelated] = (await Promise.all(
    Array.from({ length: 6 }, () => newPlan(ctx)),
  )) as [string, string, string, string, string, string];
  const [quoteId, removedId] = [await newQuote(ctx), await newQuote(ctx)];
  await use(ctx, judged, quoteId);
  await use(ctx, openly, await newQuote(ctx));
  await use(ctx, gone, removedId);
  await use(ctx, ofGone, removedId);
  await use(ctx, ofAnswer, await answeredQuote(ctx, judged));
  await use(ctx, unrelated, await newQuote(ctx));
  const copy = randomUUID();
  await duplicatePlan(ctx, { planId: judged, id: copy });
  await removeOption(ctx, { planId: copy, rowId: "quoted" });
  await judgedBy(ctx, judge, judged, false);
  await judgedBy(ctx, judge, openly, true);
  await judgedBy(ctx, judge, gone, false);
  await removePlan(ctx, { planId: gone });
  const { plans } = await findPlanList(judge);
  const listed = plans.filter(({ pricesHidden }) => pricesHidden).map(({ id }) => id);
  const hidden = await withOrganization(ctx.orgId, (tx) =>
    plansWithoutPrices(tx, ctx.orgId, judge),
  );
  expect(new Set(listed)).toEqual(new Set([judged, copy, ofAnswer]));
  expect(hidden).toEqual(new Set(listed));
});
