import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { planFileText } from "@/lib/exporters/plan-file";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testHead } from "@/lib/testing/quote";
import { testRfqContent } from "@/lib/testing/rfq";
import { saveCatalogRecord } from "./catalog-entries";
import { makeExport } from "./organization-export";
import { importPlan } from "./plans";
import { awardPlan, saveAwardMemo } from "./quote-awards";
import { receiveQuote } from "./quote-changes";
import { applyQuote } from "./quote-plans";
import { saveQuoteReview, scoreQuote } from "./quote-reviews";
import { createQuote } from "./quotes";
import { createRfq } from "./rfqs";

const ownRecord: CatalogRecord = {
  ...{ id: "own-price", kind: "api-price", label: "Own price", subject: { model: "m" } },
  ...{ evidence: "quoted", source: "Contract", date: "2026-11-01" },
  figures: { outputPrice: { unit: "moneyPerMillionTokens", value: 4 } },
};

it("exports RFQs, scores, awards and memos of each plan, and own catalog entries", async () => {
  const ctx = await newOrganization();
  const [planId, quoteId, rfqId] = [randomUUID(), randomUUID(), randomUUID()];
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
  await importPlan(ctx, { id: planId, file });
  await createQuote(ctx, { id: quoteId, head: testHead, content: testContent() });
  await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
  await applyQuote(ctx, { planId, quoteId, servers: 4, optionId: "onprem", copyId: null });
  await saveQuoteReview(ctx, {
    ...{ planId, expectedVersion: null, criteria: firstCriteria, evaluators: [] },
  });
  const score = { planId, quoteId, criterionId: "terms", score: 7.5, reason: "Net 30" };
  await scoreQuote(ctx, score);
  const shares = [{ quoteId, servers: 4, revision: 1 }];
  await awardPlan(ctx, { id: randomUUID(), planId, reason: "Lowest", shares });
  await saveAwardMemo(ctx, { planId, expectedVersion: null, body: "# Why" });
  const content = testRfqContent();
  await createRfq(ctx, { id: rfqId, origin: { planId, optionId: "onprem" }, content });
  await saveCatalogRecord(ctx, { expectedVersion: null, record: ownRecord });
  const { file: made, counts } = await makeExport(ctx, {
    jobId: randomUUID(),
    signal: new AbortController().signal,
    report: async () => {},
  });
  expect(counts).toMatchObject({
    ...{ RFQs: 1, scores: 1, awards: 1, memos: 1, "catalog entries": 1 },
  });
  const files = unzipSync(made?.bytes ?? new Uint8Array());
  const read = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
  expect(read("rfqs/Claims-assistant-servers.json")).toMatchObject({ id: rfqId, revisions: [{}] });
  expect(read("awards/Claims-assistant.json")).toMatchObject({
    ...{ planId, review: { scores: [{ score: 7.5, reason: "Net 30" }] } },
    awards: [{ reason: "Lowest", quotes: [{ quoteId, servers: 4, revision: 1 }] }],
  });
  expect(strFromU8(files["awards/Claims-assistant-memo-v1.md"] ?? new Uint8Array())).toBe("# Why");
  expect(read("catalog/own-entries.json").entries).toMatchObject([{ recordId: ownRecord.id }]);
});
