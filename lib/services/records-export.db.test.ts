import { createHash, randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { planFileText } from "@/lib/exporters/plan-file";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { newMember } from "@/lib/testing/member";
import { newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { insertEmptyIssue, newProposal } from "@/lib/testing/proposal";
import { testContent, testHead } from "@/lib/testing/quote";
import { testRfqContent } from "@/lib/testing/rfq";
import { answerApproval, askApproval } from "./approvals";
import { saveCatalogRecord } from "./catalog-entries";
import { makeExport } from "./organization-export";
import { importPlan } from "./plans";
import { saveProposalTemplate } from "./proposal-templates";
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

async function exported(ctx: Context) {
  const { file, counts } = await makeExport(ctx, {
    jobId: randomUUID(),
    signal: new AbortController().signal,
    report: async () => {},
  });
  const files = unzipSync(file?.bytes ?? new Uint8Array());
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { counts, files, text, read: (name: string) => JSON.parse(text(name)) };
}

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
  const { counts, files, read } = await exported(ctx);
  expect(counts).toMatchObject({
    ...{ RFQs: 1, scores: 1, awards: 1, memos: 1, "catalog entries": 1 },
  });
  expect(read("rfqs/Claims-assistant-servers.json")).toMatchObject({ id: rfqId, revisions: [{}] });
  expect(read("awards/Claims-assistant.json")).toMatchObject({
    ...{ planId, review: { scores: [{ score: 7.5, reason: "Net 30" }] } },
    awards: [{ reason: "Lowest", quotes: [{ quoteId, servers: 4, revision: 1 }] }],
  });
  expect(strFromU8(files["awards/Claims-assistant-memo-v1.md"] ?? new Uint8Array())).toBe("# Why");
  expect(read("catalog/own-entries.json").entries).toMatchObject([{ recordId: ownRecord.id }]);
});

it("exports proposals with their issues, the approvals of each, and templates of proposals", async () => {
  const ctx = await newOrganization();
  const reviewer = await newMember(ctx, "viewer");
  const [planId, templateId] = [randomUUID(), randomUUID()];
  const plan = testPlan();
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan });
  await importPlan(ctx, { id: planId, file });
  const proposalId = await newProposal(ctx, { planId });
  await saveProposalTemplate(ctx, { id: templateId, proposalId, name: "Board paper" });
  await insertEmptyIssue(ctx, { plan, proposalId, issue: 1 });
  const sha256 = await insertEmptyIssue(ctx, { plan, proposalId, issue: 2 });
  const issue = { proposalId, issue: 2 };
  const asked = { userIds: [reviewer.userId], dueOn: "2026-12-04", note: "Look at the cash" };
  await askApproval(ctx, { ...issue, ...asked });
  const answer = { sha256, answer: "rejected" as const, note: "Too dear" };
  await answerApproval(reviewer, { ...issue, ...answer });

  const other = await newOrganization();
  const { counts, text, read } = await exported(ctx);
  expect(counts).toMatchObject({
    ...{ proposals: 1, issues: 2, "approval steps": 2, "proposal templates": 1 },
  });
  expect(read("proposals/Proposal-1-House.json")).toMatchObject({
    ...{ loadline: "proposal", id: proposalId, planId, number: 1, content: { title: "House" } },
    issues: [
      {
        ...{ issue: 2, sha256 },
        approval: [
          { act: "asked", byName: "Owner", note: "Look at the cash", dueOn: "2026-12-04", sha256 },
          { act: "rejected", reviewerId: reviewer.userId, note: "Too dear", sha256 },
        ],
      },
      { issue: 1, approval: [] },
    ],
  });
  const snapshot = text("proposals/Proposal-1-issue-2.json");
  expect(createHash("sha256").update(snapshot).digest("hex")).toBe(sha256);
  expect(read("proposal-templates/Board-paper.json")).toMatchObject({
    ...{ loadline: "proposal-template", id: templateId, name: "Board paper", savedBy: "Owner" },
    sections: expect.arrayContaining([expect.objectContaining({ kind: "summary" })]),
  });
  expect(read("contents.json").files).toContainEqual({
    ...{ file: "proposals/Proposal-1-issue-2.json", id: proposalId, name: "Proposal 1 issue 2" },
    ...{ planId, issue: 2, sha256 },
  });
  expect((await exported(other)).counts).toMatchObject({ proposals: 0, "proposal templates": 0 });
});
