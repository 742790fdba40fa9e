import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context, Role } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/password";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { withOrganization } from "@/lib/data/client";
import { insertIssue } from "@/lib/data/proposal-issues";
import { insertSession } from "@/lib/data/sessions";
import { insertFile } from "@/lib/data/stored-files";
import { planFileText } from "@/lib/exporters/plan-file";
import { plainHouseStyle } from "@/lib/schemas/house-style";
import { nothingSet } from "@/lib/schemas/lines-import";
import { withValueAt } from "@/lib/schemas/merge";
import type { Plan } from "@/lib/schemas/plan";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { newMember } from "@/lib/testing/member";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testHead } from "@/lib/testing/quote";
import { answeredWorkbook, testRfqContent } from "@/lib/testing/rfq";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";
import { createApiKey } from "./api-keys";
import { askApproval } from "./approvals";
import { saveCatalogRecord } from "./catalog-entries";
import { inviteMember } from "./invitations";
import { importLines } from "./lines-import-job";
import { requestLinesImport } from "./lines-imports";
import { requestExport } from "./organization-export";
import { saveTemplate } from "./plan-templates";
import { duplicatePlan, importPlan } from "./plans";
import { requestPriceImport } from "./price-imports";
import { type PriceReport, priceReportFile } from "./price-report";
import { saveProposalTemplate } from "./proposal-templates";
import { createProposal } from "./proposals";
import { addAttachment } from "./quote-attachments";
import { receiveQuote } from "./quote-changes";
import { saveQuoteReview } from "./quote-reviews";
import { createQuote } from "./quotes";
import { sendRfq } from "./rfq-changes";
import { requestRfqAnswer } from "./rfq-imports";
import { createRfq, saveRfq } from "./rfqs";
import { saveSettings } from "./settings";
import { createShareLink } from "./share-links";
import { saveSupplier } from "./suppliers";

type Service = (ctx: Context, input: unknown) => Promise<unknown>;
type Row = {
  /** What the service is given, for a plan of the organization that owns it. */
  readonly input: (planId: string) => unknown;
  /** Whether a viewer may do it; a stranger's answer follows from whether it names a plan. */
  readonly viewer: "may" | "may not";
  readonly namesPlan: boolean;
  /** Where it takes an administrator. */
  readonly editor?: "may not";
  /** A viewer changes something too: what is theirs. */
  readonly ofOneself?: true;
};

/** The plan's API price was taken from an entry of the organization, which says otherwise by now. */
const fromOwnEntry = {
  ...{ entry: "own-strangers.outputPrice", kind: "api-price", value: 2, version: "own.1" },
};
const [planQuoteId, awardId] = [randomUUID(), randomUUID()];
/** Stands in no other figure, so that a search for it finds this one alone. */
const secretPrice = 987_654.3217;
const plan = withValueAt(withQuote(testPlan()), "options.api.outputPrice.catalog", fromOwnEntry);
const { workloads, options, scenarios, ...settings } = plan;
const file = planFileText({ loadline: "plan", schemaVersion: 1, plan });
const row = (rows: readonly unknown[]) => (planId: string) => ({
  planId,
  expectedVersion: 1,
  body: { ...(rows[0] as object), name: "Changed" },
});
const named = (planId: string) => ({ planId });
const rowNamed = (rowId: string) => (planId: string) => ({ planId, rowId });
const write = { viewer: "may not", namesPlan: true } as const;
const read = { viewer: "may", namesPlan: true } as const;
const create = { viewer: "may not", namesPlan: false } as const;

const mine = { viewer: "may", namesPlan: false, ofOneself: true } as const;
const ownSessionId = randomUUID();
const password = "four words of the owner";

const keyId = randomUUID();
const newKey = (id: string) => ({ id, name: "Export", scope: "read", lifetimeDays: 30 }) as const;

const templateId = randomUUID();
const newTemplate = (id: string) => (planId: string) => ({
  id,
  planId,
  name: "House",
  description: "",
});

const [draftId, receivedId, statusId, awardedId, supplierId, deletedId, attachmentId] = Array.from(
  { length: 7 },
  () => randomUUID(),
) as [string, string, string, string, string, string, string];
const pdf = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");
const newQuote = (id: string) => ({
  id,
  head: { ...testHead, number: id },
  content: testContent(),
});
const [importedId, importJobId, waitingJobId] = [randomUUID(), randomUUID(), randomUUID()];
const linesFile = {
  name: "lines.csv",
  bytes: new TextEncoder().encode("Description,Quantity,Unit price\nServer,2,100.00\n"),
};
const quoteAt = (quoteId: string, expectedVersion: number) => ({ quoteId, expectedVersion });

const anyLine = {
  ...{ find: "", category: null, supplierId: null, status: null, unpriced: false, within: null },
};

const ownRecord: CatalogRecord = {
  ...{ id: "own-strangers", kind: "api-price", label: "Own price", subject: { model: "m" } },
  ...{ evidence: "quoted", source: "Contract", date: "2026-11-01" },
  figures: { outputPrice: { unit: "moneyPerMillionTokens", value: 4 } },
};

const [proposalId, spareProposalId, issueJobId, fileJobId] = Array.from({ length: 4 }, () =>
  randomUUID(),
) as [string, string, string, string];
const issuedDocument: ProposalDocument = {
  ...{ subject: "House", title: "House", name: "Proposal 1", issued: null, sections: [] },
  house: {
    ...{ organizationName: "House", accentColour: null, logo: null },
    ...{ confidentiality: "", footer: "" },
  },
};
const proposalBody = newProposalContent("House");
const issueHash = "0".repeat(64);
let reviewerId: string;
const sectionsId = randomUUID();
/** Where the owner writes templates too. */
let elsewhereId: string;
const filesOf = { proposalId, of: { issue: 1 } };
const fileOrder = { id: fileJobId, format: "pdf", ...filesOf } as const;
const issueOrder = { proposalId, expectedVersion: 1, expectedPlanVersion: 1 };

const shareLinkId = randomUUID();
const newShareLink = (id: string) => ({
  ...({ id, proposalId, issue: 1, label: "Board", lifetimeDays: 30, passcode: null } as const),
});

/** A proposal that was issued once and is being issued again, and one that nothing was done with. */
async function insertProposals(ctx: Context, planId: string): Promise<void> {
  for (const id of [proposalId, spareProposalId])
    await createProposal(ctx, { id, planId, content: proposalBody });
  // Ended already: a job that waits takes one of the places of an organization.
  for (const [id, kind, input] of [
    [issueJobId, "proposal-issue", { ...issueOrder, id: issueJobId }],
    [fileJobId, "proposal-file", fileOrder],
  ] as const)
    await byOwner(
      ctx.orgId,
      `insert into job (org_id, id, kind, state, input, created_by_user_id)
       values ($1, $2, $3, 'succeeded', $4, $5)`,
      [ctx.orgId, id, kind, input, ctx.userId],
    );
  const bytes = new TextEncoder().encode("%PDF-1.7");
  const kept = { purpose: "job-output", jobId: fileJobId, createdByUserId: null } as const;
  const paper = { name: "proposal-1-issue-1.pdf", mediaType: "application/pdf", bytes, ...kept };
  const expiresAt = new Date(Date.now() + 3_600_000);
  await withOrganization(ctx.orgId, (tx) => insertFile(tx, ctx.orgId, { ...paper, expiresAt }));
  const snapshot = JSON.stringify({
    plan,
    proposal: { number: 1, issue: 1, content: proposalBody },
  });
  await withOrganization(ctx.orgId, (tx) =>
    insertIssue(tx, ctx, {
      ...{
        proposalId,
        issue: 1,
        snapshot,
        document: JSON.stringify(issuedDocument),
        sha256: issueHash,
      },
      ...{ planVersion: 1, engineVersion: "1.0", catalogVersion: "1", issuedAt: new Date() },
    }),
  );
}

/** Somebody else is to be asked, and the owner is asked already. */
async function askOwner(ctx: Context): Promise<void> {
  const [asker, reviewer] = [await newMember(ctx, "editor"), await newMember(ctx, "viewer")];
  reviewerId = reviewer.userId;
  const asked = { proposalId, issue: 1, dueOn: null, note: "" };
  await askApproval(asker, { ...asked, userIds: [ctx.userId] });
}

const [priceJobId, endedImportId] = [randomUUID(), randomUUID()];
const priceOrder = { source: "litellm", observedOn: "2026-08-01", provider: "" } as const;
const priceFile = {
  name: "prices.json",
  bytes: new TextEncoder().encode(
    '{"openai/odd":{"litellm_provider":"openai","mode":"chat","input_cost_per_token":0.01,"output_cost_per_token":0.02}}',
  ),
};
const doubtfulId = "litellm-odd";
const priceReport: PriceReport = {
  ...{ source: "litellm", observedOn: "2026-08-01", fileName: "prices.json", accepted: 0 },
  suspicious: [
    {
      ...{ ...ownRecord, id: doubtfulId, key: "openai/odd", row: 1, currency: "USD" },
      reason: "It is odd.",
    },
  ],
  refused: [],
};

/** An import as its worker left it, with a suspicious price in its report, and one that waits. */
async function insertPriceImports(ctx: Context): Promise<void> {
  await byOwner(
    ctx.orgId,
    `insert into job (org_id, id, kind, state, created_by_user_id)
     values ($1, $2, 'price-import', 'succeeded', $3)`,
    [ctx.orgId, endedImportId, ctx.userId],
  );
  const kept = { purpose: "job-output", jobId: endedImportId, createdByUserId: null } as const;
  const expiresAt = new Date(Date.now() + 3_600_000);
  await withOrganization(ctx.orgId, (tx) =>
    insertFile(tx, ctx.orgId, { ...priceReportFile(priceReport), ...kept, expiresAt }),
  );
  await requestPriceImport(ctx, { id: priceJobId, ...priceOrder, file: priceFile });
}
const [rfqId, sentRfqId, sealedRfqId, endedRfqId, answerJobId] = Array.from({ length: 5 }, () =>
  randomUUID(),
) as [string, string, string, string, string];
const rfqAt = (id: string, expectedVersion: number) => ({ rfqId: id, expectedVersion });
const saved = (id: string, isSealed: boolean) => ({
  ...rfqAt(id, 1),
  ...{ content: testRfqContent(), isSealed, suppliers: ["Supplier"] },
});
const answerFile = (id: string) => ({
  ...{ id, rfqId: sentRfqId, supplierId, fileName: "answer.xlsx", file: "AAAA" },
});

const administrate = { viewer: "may not", editor: "may not", namesPlan: false } as const;
const [renewedId, revokedId, changedId, removedId] = Array.from({ length: 4 }, () => randomUUID());
const newInvitation = (id = randomUUID()) =>
  ({ id, email: `${randomUUID()}@test.example`, role: "viewer" }) as const;
const memberIds = new Map<string | undefined, string>();

const [openJobId, endedJobId] = [randomUUID(), randomUUID()];

const newView = (id: string) => ({
  id,
  tableId: "plans",
  name: id,
  arrangement: { hidden: [], order: [], sort: [], find: "" },
  isDefault: false,
});

/** One row for each service there is; the first test fails for a service without one. */
const matrix: Readonly<Record<string, Row>> = {
  listPlans: { input: () => undefined, viewer: "may", namesPlan: false },
  listPlansAndDefaults: { input: () => undefined, viewer: "may", namesPlan: false },
  getPlans: {
    input: (planId) => ({ planIds: [planId] }),
    viewer: "may",
    namesPlan: false,
  },
  getPlan: { input: named, ...read },
  exportPlan: { input: named, ...read },
  listActivity: {
    input: () => ({ userId: null, planId: null, kind: null, before: null }),
    viewer: "may",
    namesPlan: false,
  },
  getPlanHistory: { input: named, ...read },
  comparePlanVersions: { input: (planId) => ({ planId, from: 1 }), ...read },
  undoPlanChange: { input: (planId) => ({ planId, version: 1 }), ...write },
  restorePlanVersion: { input: (planId) => ({ planId, version: 1 }), ...write },
  listPlanPage: { input: () => ({ limit: 20 }), viewer: "may", namesPlan: false },
  projectGiven: { input: () => ({ content: plan }), viewer: "may", namesPlan: false },
  projectStored: { input: named, ...read },
  listApiKeys: { input: () => undefined, ...create },
  createApiKey: { input: () => newKey(randomUUID()), ...create },
  revokeApiKey: { input: () => ({ keyId }), ...create },
  createPlan: { input: () => ({ id: randomUUID(), name: "New", templateId: "blank" }), ...create },
  createPlanFromTemplate: {
    input: () => ({ id: randomUUID(), name: "New", templateId }),
    ...create,
  },
  listTemplates: { input: () => undefined, viewer: "may", namesPlan: false },
  saveTemplate: { input: (planId) => newTemplate(randomUUID())(planId), ...write },
  removeTemplate: { input: () => ({ templateId }), ...create },
  restoreTemplate: { input: () => ({ templateId }), ...create },
  copyTemplate: {
    input: () => ({
      ...{ id: randomUUID(), templateId, organizationId: elsewhereId, name: "House" },
    }),
    // The role that counts is the one in the other organization.
    ...mine,
  },
  listSavedViews: { input: () => ({ tableId: "plans" }), ...mine },
  saveView: { input: () => newView(randomUUID()), ...mine },
  removeView: { input: () => ({ viewId: randomUUID() }), ...mine },
  listQuotes: { input: () => undefined, viewer: "may", namesPlan: false },
  getQuote: { input: () => ({ quoteId: draftId }), viewer: "may", namesPlan: false },
  listQuoteLines: {
    input: () => ({ filter: anyLine, order: null, offset: 0, limit: 100, withTotals: true }),
    viewer: "may",
    namesPlan: false,
  },
  groupQuoteLines: {
    input: () => ({ filter: anyLine, by: "category" }),
    viewer: "may",
    namesPlan: false,
  },
  exportQuoteLines: {
    input: () => ({ filter: anyLine, order: null }),
    viewer: "may",
    namesPlan: false,
  },
  createQuote: { input: () => newQuote(randomUUID()), ...create },
  saveQuote: {
    input: () => ({
      ...quoteAt(draftId, 1),
      ...newQuote(draftId),
      content: testContent({ notes: "Changed" }),
    }),
    ...create,
  },
  receiveQuote: { input: () => quoteAt(receivedId, 1), ...create },
  removeQuote: { input: () => quoteAt(deletedId, 1), ...create },
  restoreQuote: {
    input: () => ({ ...newQuote(randomUUID()), attachmentIds: [attachmentId] }),
    ...create,
  },
  addAttachment: {
    input: () => ({
      ...{ quoteId: draftId, id: randomUUID() },
      file: { name: "Quote.pdf", bytes: pdf },
    }),
    ...create,
  },
  getAttachment: {
    input: () => ({ quoteId: draftId, attachmentId }),
    viewer: "may",
    namesPlan: false,
  },
  restoreAttachment: { input: () => ({ quoteId: draftId, attachmentId }), ...create },
  removeAttachment: { input: () => ({ quoteId: draftId, attachmentId }), ...create },
  setQuoteStatus: { input: () => ({ ...quoteAt(statusId, 2), status: "clarified" }), ...create },
  awardQuote: { input: () => quoteAt(awardedId, 2), ...administrate },
  listOptionsForQuote: { input: named, ...read },
  listNewerRevisions: { input: named, ...read },
  getPlanQuotes: { input: named, ...read },
  getTechnicalReview: { input: named, ...read },
  listHiddenReviews: { input: () => undefined, viewer: "may", namesPlan: false },
  saveQuoteReview: {
    input: (planId) => ({
      planId,
      expectedVersion: null,
      criteria: [...firstCriteria],
      evaluators: [],
    }),
    ...write,
  },
  awardPlan: {
    input: (planId) => ({
      ...{ id: awardId, planId, reason: "Best score" },
      shares: [{ quoteId: planQuoteId, servers: 4, revision: 1 }],
    }),
    ...{ viewer: "may not", editor: "may not", namesPlan: true },
  },
  undoAward: {
    input: (planId) => ({ planId, awardId, reason: "Withdrawn" }),
    ...{ viewer: "may not", editor: "may not", namesPlan: true },
  },
  saveAwardMemo: {
    input: (planId) => ({ planId, expectedVersion: null, body: "# Memo" }),
    ...write,
  },
  scoreQuote: {
    input: (planId) => ({
      ...{ planId, quoteId: planQuoteId, criterionId: "terms" },
      ...{ score: 7.5, reason: "Net 30" },
    }),
    ...{ viewer: "may", namesPlan: true, ofOneself: true },
  },
  applyQuote: {
    input: (planId) => ({
      ...{ quoteId: statusId, planId, optionId: "onprem", copyId: null, servers: 4 },
    }),
    ...write,
  },
  exportLines: { input: () => ({ quoteId: draftId }), viewer: "may", namesPlan: false },
  listRfqs: { input: () => undefined, viewer: "may", namesPlan: false },
  getRfq: { input: () => ({ rfqId }), viewer: "may", namesPlan: false },
  getRfqPaper: {
    input: () => ({ rfqId: sentRfqId, supplierId }),
    viewer: "may",
    namesPlan: false,
  },
  createRfq: {
    input: () => ({ id: randomUUID(), origin: null, content: testRfqContent() }),
    ...create,
  },
  saveRfq: { input: () => ({ ...saved(rfqId, false) }), ...create },
  sendRfq: { input: () => rfqAt(rfqId, 2), ...create },
  endRfq: { input: () => ({ ...rfqAt(endedRfqId, 1), status: "cancelled" }), ...create },
  saveRfqQuestion: {
    input: () => ({ rfqId, id: randomUUID(), supplierId, question: "Which rail?", answer: "" }),
    ...create,
  },
  declineRfq: {
    input: () => ({ rfqId, supplierId, declined: true, reason: "" }),
    ...create,
  },
  requestRfqAnswer: { input: () => answerFile(randomUUID()), ...create },
  enterRfqAnswer: {
    input: () => ({
      ...{ id: randomUUID(), rfqId: sentRfqId, supplierId },
      ...{ number: "BY-HAND", currency: "EUR", quotedOn: "2026-12-01" },
    }),
    ...create,
  },
  chooseRfqAnswer: {
    input: () => ({ id: answerJobId, jobId: answerJobId, revises: null }),
    ...create,
  },
  getRfqAnswerFile: { input: () => ({ jobId: answerJobId }), ...create },
  takeRfqAnswer: {
    input: () => ({
      jobId: answerJobId,
      workbook: answeredWorkbook({ rfqId: sentRfqId, supplierId }),
    }),
    ...create,
  },
  openRfqAnswersEarly: {
    input: () => ({ ...rfqAt(sealedRfqId, 3), reason: "The date moved" }),
    ...administrate,
  },
  openRfqAnswers: { input: () => rfqAt(sealedRfqId, 3), ...create },
  listFormerQuotes: { input: () => testHead, ...create },
  getQuoteToImport: { input: () => ({ quoteId: draftId }), ...create },
  previewLines: {
    input: () => ({ quoteId: draftId, settings: nothingSet, file: linesFile }),
    ...create,
  },
  requestLinesImport: {
    input: () => ({
      ...{ id: randomUUID(), quoteId: importedId, expectedVersion: 2 },
      ...{ mode: "add", settings: nothingSet, file: linesFile },
    }),
    ...create,
  },
  importLines: {
    input: () => ({
      jobId: waitingJobId,
      signal: new AbortController().signal,
      report: async () => {},
    }),
    ...create,
  },
  findUndoableImport: { input: () => ({ quoteId: draftId }), viewer: "may", namesPlan: false },
  undoLinesImport: { input: () => ({ quoteId: importedId, importId: importJobId }), ...create },
  listSuppliers: { input: () => undefined, viewer: "may", namesPlan: false },
  getSupplier: { input: () => ({ supplierId }), viewer: "may", namesPlan: false },
  saveSupplier: {
    input: () => ({
      id: supplierId,
      expectedVersion: 1,
      details: { name: "Supplier", contactName: "", email: "", phone: "", note: "Changed" },
    }),
    ...create,
  },
  listOwnRecords: { input: () => undefined, viewer: "may", namesPlan: false },
  listRecordsNamed: {
    input: () => ({ recordIds: [ownRecord.id] }),
    viewer: "may",
    namesPlan: false,
  },
  findImportedRecords: {
    input: () => ({ words: [], kind: null, vendor: null, provider: null, offset: 0, limit: 10 }),
    viewer: "may",
    namesPlan: false,
  },
  findPriceSpreads: { input: () => ({ limit: 5 }), viewer: "may", namesPlan: false },
  getCatalogRecord: { input: () => ({ recordId: ownRecord.id }), viewer: "may", namesPlan: false },
  saveCatalogRecord: {
    input: () => ({ expectedVersion: 1, record: { ...ownRecord, note: "Changed" } }),
    ...create,
  },
  removeCatalogRecord: { input: () => ({ recordId: ownRecord.id }), ...create },
  restoreCatalogRecord: { input: () => ({ recordId: ownRecord.id, version: 1 }), ...create },
  requestPriceImport: {
    input: () => ({ id: randomUUID(), ...priceOrder, file: priceFile }),
    ...create,
  },
  importPrices: {
    input: () => ({
      jobId: priceJobId,
      signal: new AbortController().signal,
      report: async () => {},
    }),
    ...create,
  },
  listPriceImports: { input: () => undefined, ...create },
  getPriceImport: { input: () => ({ jobId: priceJobId }), ...create },
  takePrices: { input: () => ({ jobId: endedImportId, recordIds: [doubtfulId] }), ...create },
  takeNewerFigures: {
    input: (planId) => ({ planId, takes: [{ path: "options.api.outputPrice", value: 4 }] }),
    ...write,
  },
  listProposals: { input: () => ({}), viewer: "may", namesPlan: false },
  getProposal: { input: () => ({ proposalId }), viewer: "may", namesPlan: false },
  createProposal: {
    input: (planId) => ({ id: randomUUID(), planId, content: proposalBody }),
    ...write,
  },
  deleteProposal: { input: () => ({ proposalId: spareProposalId, title: "" }), ...create },
  requestIssue: {
    input: () => ({ ...issueOrder, id: randomUUID() }),
    ...create,
  },
  issueProposal: {
    input: () => ({
      jobId: issueJobId,
      signal: new AbortController().signal,
      report: async () => {},
    }),
    ...create,
  },
  saveProposal: {
    input: () => ({
      ...{ proposalId, expectedVersion: 1 },
      content: { ...proposalBody, audience: "For the board" },
    }),
    ...create,
  },
  getIssue: { input: () => ({ proposalId, issue: 1 }), viewer: "may", namesPlan: false },
  listFiles: { input: () => filesOf, viewer: "may", namesPlan: false },
  requestProposalFile: { input: () => fileOrder, ...mine },
  getProposalFile: {
    input: () => ({ proposalId, jobId: fileJobId }),
    ...mine,
  },
  makeProposalFile: {
    input: () => ({
      jobId: fileJobId,
      signal: new AbortController().signal,
      report: async () => {},
    }),
    viewer: "may",
    namesPlan: false,
  },
  getApproval: { input: () => ({ proposalId, issue: 1 }), viewer: "may", namesPlan: false },
  listProposalTemplates: { input: () => undefined, viewer: "may", namesPlan: false },
  listTemplateTargets: { input: () => undefined, viewer: "may", namesPlan: false },
  saveProposalTemplate: {
    input: () => ({ id: randomUUID(), proposalId, name: "Sections" }),
    ...create,
  },
  getProposalTemplate: {
    input: () => ({ templateId: sectionsId }),
    viewer: "may",
    namesPlan: false,
  },
  removeProposalTemplate: { input: () => ({ templateId: sectionsId }), ...create },
  restoreProposalTemplate: {
    input: () => ({ id: randomUUID(), name: "Sections", sections: [] }),
    ...create,
  },
  copyProposalTemplate: {
    input: () => ({
      ...{ id: randomUUID(), templateId: sectionsId, organizationId: elsewhereId },
      ...{ name: "Sections", withWordsOf: [] },
    }),
    // The role that counts is the one in the other organization.
    ...mine,
  },
  checkIssue: { input: () => ({ proposalId, issue: 1 }), viewer: "may", namesPlan: false },
  getTrail: { input: () => ({ proposalId, issue: 1 }), viewer: "may", namesPlan: false },
  askApproval: {
    input: () => ({ proposalId, issue: 1, userIds: [reviewerId], dueOn: null, note: "" }),
    ...create,
  },
  withdrawApproval: {
    input: () => ({ proposalId, issue: 1, userId: reviewerId }),
    ...create,
  },
  answerApproval: {
    input: () => ({
      ...{ proposalId, issue: 1, sha256: issueHash, answer: "commented", note: randomUUID() },
    }),
    ...mine,
  },
  getIssueFile: { input: () => ({ proposalId, issue: 1 }), viewer: "may", namesPlan: false },
  listShareLinks: { input: () => ({ proposalId, issue: 1 }), ...create },
  countOpenLinks: { input: () => ({ proposalId, issue: 1 }), ...create },
  createShareLink: { input: () => newShareLink(randomUUID()), ...create },
  revokeShareLink: { input: () => ({ proposalId, linkId: shareLinkId }), ...create },
  importPlan: { input: () => ({ id: randomUUID(), file }), ...create },
  duplicatePlan: { input: (planId) => ({ planId, id: randomUUID() }), ...write },
  renamePlan: { input: (planId) => ({ planId, name: "Renamed" }), ...write },
  archivePlan: { input: named, ...write },
  unarchivePlan: { input: named, ...write },
  removePlan: { input: named, ...write },
  restorePlan: { input: named, ...write },
  saveSettings: {
    input: (planId) => ({ planId, expectedVersion: 1, settings: { ...settings, name: "Changed" } }),
    ...write,
  },
  saveWorkload: { input: row(workloads), ...write },
  removeWorkload: { input: rowNamed("claims"), ...write },
  restoreWorkload: { input: rowNamed("claims"), ...write },
  saveOption: { input: row(options), ...write },
  removeOption: { input: rowNamed("api"), ...write },
  restoreOption: { input: rowNamed("api"), ...write },
  saveScenario: { input: row(scenarios), ...write },
  removeScenario: { input: rowNamed("slow"), ...write },
  restoreScenario: { input: rowNamed("slow"), ...write },
  listMembers: { input: () => undefined, viewer: "may", namesPlan: false },
  changeRole: {
    input: () => ({ userId: memberIds.get(changedId), role: "viewer" }),
    ...administrate,
  },
  removeMember: { input: () => ({ userId: memberIds.get(removedId) }), ...administrate },
  getOrganization: { input: () => undefined, viewer: "may", namesPlan: false },
  saveOrganization: {
    input: () => ({ expectedVersion: 1, settings: { name: "Renamed organization" } }),
    ...administrate,
  },
  getHouseStyle: { input: () => undefined, viewer: "may", namesPlan: false },
  saveHouseStyle: {
    input: () => ({ expectedVersion: 0, content: { ...plainHouseStyle, footer: "Halden AG" } }),
    ...administrate,
  },
  makePasswordReset: { input: () => ({ userId: memberIds.get(changedId) }), ...administrate },
  listInvitations: { input: () => undefined, ...administrate },
  inviteMember: { input: () => newInvitation(), ...administrate },
  renewInvitation: {
    input: () => ({ invitationId: renewedId, id: randomUUID() }),
    ...administrate,
  },
  revokeInvitation: { input: () => ({ invitationId: revokedId }), ...administrate },
  listJobs: { input: () => undefined, ...create },
  getJob: { input: () => ({ jobId: openJobId }), ...create },
  cancelJob: { input: () => ({ jobId: openJobId }), ...create },
  retryJob: { input: () => ({ jobId: openJobId }), ...create },
  removeJob: { input: () => ({ jobId: endedJobId }), ...create },
  getJobFile: { input: () => ({ jobId: endedJobId }), ...administrate },
  requestExport: { input: () => ({ id: randomUUID() }), ...administrate },
  makeExport: {
    input: () => ({ signal: new AbortController().signal, report: async () => {} }),
    ...administrate,
  },
  listOrganizations: { input: () => undefined, ...mine },
  switchOrganization: { input: () => ({ organizationId: owner.orgId }), ...mine },
  createOrganization: { input: () => ({ id: randomUUID(), name: "Another" }), ...mine },
  getAccount: { input: () => undefined, ...mine },
  renameAccount: { input: () => ({ name: "Renamed" }), ...mine },
  changePassword: {
    input: () => ({ currentPassword: password, newPassword: password }),
    ...mine,
  },
  listSessions: { input: () => undefined, ...mine },
  endSession: { input: () => ({ sessionId: ownSessionId }), ...mine },
  endOtherSessions: { input: () => undefined, ...mine },
};

/** Shared by the services, and no service of their own: they take no caller, or a kind of row beside it. */
const helpers = [
  "ids",
  "catalog-records",
  "price-changes",
  "price-report",
  "read-prices-apart",
  "hidden-prices",
  "in-review",
  "plan-quotes",
  "job-keys",
  "in-organization",
  "in-another-organization",
  "in-plan",
  "in-quote",
  "in-rfq",
  "in-proposal",
  "proposal-steps",
  "proposal-freezing",
  "file-order",
  "answer-quotes",
  "answer-numbers",
  "imported-file",
  "lines-preview",
  "read-lines-apart",
  "merging",
  "plan-names",
  "plan-parts",
  "plan-rows",
  "plan-versions",
  "own-account",
  "quotes-export",
  "records-export",
  "proposals-export",
];
/** Two of them change whose organization it is that the caller is in: members and invitations have tests of it. */
const notServices = [
  "nextMonth",
  "leaveOrganization",
  "acceptInvitation",
  "refuseTooManyJobs",
  "askedOf",
  "isOver",
  "recordAnswer",
  "refuseDeadline",
  "refuseEnded",
];

const services = new Map<string, Service>();
const answer = (service: Service, ctx: Context, input: unknown) =>
  service(ctx, input).then(
    (value) => ({ value }),
    ({ code, message, fields }) => ({ code, message, fields }),
  );

/** What comes in parts, with all of them. */
async function whole(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null || !("parts" in value)) return value;
  const parts: unknown[] = [];
  for await (const part of value.parts as AsyncIterable<unknown>) parts.push(part);
  return { ...value, parts };
}

const tables = [
  "plan",
  "workload",
  "supply_option",
  "scenario",
  "supplier",
  "server_quote",
  "quote",
  "quote_revision",
  "quote_line",
  "quote_review",
  "quote_evaluator",
  "quote_score",
  "quote_award",
  "awarded_quote",
  "award_memo",
  "proposal",
  "proposal_issue",
  "house_style",
  "approval_step",
  "proposal_template",
  "share_link",
  "share_visit",
  "rfq",
  "rfq_revision",
  "rfq_item",
  "rfq_supplier",
  "rfq_question",
  "rfq_answer",
  "audit_event",
  "plan_template",
  "api_key",
  "invitation",
  "membership",
  "job",
  "stored_file",
  "catalog_entry",
  "catalog_observation",
  "lines_import",
  "column_mapping",
];
const allOf = (table: string) =>
  `'${table}', (select jsonb_agg(t order by t::text) from ${table} t where t.org_id = $1)`;

function withQuote(from: Plan): Plan {
  const used = { quoteId: planQuoteId, revision: 1, servers: 4 };
  return {
    ...from,
    options: from.options.map((option) =>
      option.kind === "on-premises"
        ? {
            ...option,
            quoteUsed: used,
            quote: { ...option.quote, serverPrice: { value: secretPrice, evidence: "quoted" } },
          }
        : option,
    ),
  };
}

/** Everything the organization has, to show that a refusal changed none of it. */
async function contents(orgId: string): Promise<string> {
  const query = `select jsonb_build_object(${tables.map(allOf).join(", ")}) as held`;
  return JSON.stringify(await byOwner(orgId, query, [orgId]));
}

/** A job with a file, as an administrator's or an editor's worker would leave it. */
async function insertEndedJob({ orgId, userId }: Context): Promise<void> {
  await byOwner(
    orgId,
    `insert into job (org_id, id, kind, state, created_by_user_id)
     values ($1, $2, 'organization-export', 'succeeded', $3)`,
    [orgId, endedJobId, userId],
  );
  await byOwner(
    orgId,
    `insert into stored_file (org_id, name, media_type, size_bytes, sha256, bytes, purpose, job_id)
     values ($1, 'a.zip', 'application/zip', 3, repeat('0', 64), 'zip', 'job-output', $2)`,
    [orgId, endedJobId],
  );
}

/** Lines that came in, which can be undone, and the job that brought them. */
async function importAsWorker(ctx: Context): Promise<void> {
  const order = { quoteId: importedId, expectedVersion: 1, mode: "add" as const };
  const settings = { ...nothingSet, headerRow: 1 };
  await requestLinesImport(ctx, { id: importJobId, ...order, settings, file: linesFile });
  const tools = { jobId: importJobId, signal: new AbortController().signal };
  const outcome = await importLines(ctx, { ...tools, report: async () => {} });
  await withOrganization(ctx.orgId, async (tx) => outcome.write?.(tx));
  await requestLinesImport(ctx, {
    ...{ id: waitingJobId, ...order, expectedVersion: 2, settings, file: linesFile },
  });
}

let owner: Context;
let stranger: Context;
let planId: string;

beforeAll(async () => {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => name.slice(0, -3))
    .filter((name) => !helpers.includes(name));
  for (const name of files)
    for (const [key, value] of Object.entries(
      await import(pathToFileURL(join(import.meta.dirname, `${name}.ts`)).href),
    ))
      if (typeof value === "function" && !notServices.includes(key))
        services.set(key, value as Service);
  owner = await newOrganization();
  stranger = await newOrganization();
  ({ id: planId } = await importPlan(owner, { id: randomUUID(), file }));
  await insertProposals(owner, planId);
  await askOwner(owner);
  await saveProposalTemplate(owner, { id: sectionsId, proposalId, name: "Sections" });
  elsewhereId = (await newOrganization()).orgId;
  await byOwner(
    elsewhereId,
    "insert into membership (org_id, user_id, role) values ($1, $2, 'editor')",
    [elsewhereId, owner.userId],
  );
  await createShareLink(owner, newShareLink(shareLinkId));
  await saveTemplate(owner, newTemplate(templateId)(planId));
  await saveSupplier(owner, {
    id: supplierId,
    expectedVersion: null,
    details: { name: "Supplier", contactName: "", email: "", phone: "", note: "" },
  });
  for (const id of [draftId, receivedId, statusId, awardedId, planQuoteId, deletedId])
    await createQuote(owner, newQuote(id));
  await addAttachment(owner, {
    ...{ quoteId: draftId, id: attachmentId },
    file: { name: "Quote.pdf", bytes: pdf },
  });
  await saveCatalogRecord(owner, { expectedVersion: null, record: ownRecord });
  await insertPriceImports(owner);
  for (const id of [statusId, awardedId, planQuoteId]) await receiveQuote(owner, quoteAt(id, 1));
  await saveQuoteReview(owner, {
    ...{ planId, expectedVersion: null, criteria: [...firstCriteria] },
    evaluators: [{ userId: owner.userId, seesPrices: true }],
  });
  for (const id of [rfqId, sentRfqId, sealedRfqId, endedRfqId])
    await createRfq(owner, { id, origin: null, content: testRfqContent({ notes: id }) });
  for (const id of [sentRfqId, sealedRfqId]) {
    await saveRfq(owner, saved(id, id === sealedRfqId));
    await sendRfq(owner, rfqAt(id, 2));
  }
  await requestRfqAnswer(owner, answerFile(answerJobId));
  await createQuote(owner, newQuote(importedId));
  await importAsWorker(owner);
  await createApiKey(owner, newKey(keyId));
  await requestExport(owner, { id: openJobId });
  await insertEndedJob(owner);
  await byOwner(owner.orgId, 'update "user" set password_hash = $2 where id = $1', [
    owner.userId,
    await hashPassword(password),
  ]);
  await inviteMember(owner, newInvitation(renewedId));
  await inviteMember(owner, newInvitation(revokedId));
  for (const id of [changedId, removedId])
    memberIds.set(id, (await newMember(owner, "editor")).userId);
  for (const id of [ownSessionId, owner.sessionId])
    await insertSession({
      id,
      userId: owner.userId,
      orgId: owner.orgId,
      expiresAt: new Date(Date.now() + 3_600_000),
      userAgent: null,
    });
});

it("has a row for every service, and a service for every row", () => {
  expect([...services.keys()].sort()).toEqual(Object.keys(matrix).sort());
});

const rows = Object.entries(matrix);
const serviceOf = (name: string) => services.get(name) as Service;

it.each(rows)(
  "%s: a viewer is let through or sent to whom to ask",
  async (name, { input, viewer, ofOneself }) => {
    const before = await contents(owner.orgId);
    const got = await answer(serviceOf(name), as(owner, "viewer"), input(planId));
    if (viewer === "may") expect(got).toHaveProperty("value");
    else
      expect(got).toMatchObject({
        code: "FORBIDDEN",
        message: expect.stringMatching(/Ask an (editor|administrator)/),
      });
    if (!ofOneself) expect(await contents(owner.orgId)).toBe(before);
  },
);

describe.each(rows.filter(([, { namesPlan }]) => namesPlan))("%s", (name, { input, editor }) => {
  it("answers a stranger as if the plan did not exist", async () => {
    const before = await contents(owner.orgId);
    for (const role of ["owner", "admin", "editor"] as Role[]) {
      const foreign = await answer(serviceOf(name), as(stranger, role), input(planId));
      const nowhere = await answer(serviceOf(name), as(stranger, role), input(randomUUID()));
      expect(foreign).toEqual(nowhere);
      const refused = role === "editor" && editor === "may not";
      expect(foreign).toMatchObject({ code: refused ? "FORBIDDEN" : "NOT_FOUND" });
    }
    expect(await contents(owner.orgId)).toBe(before);
  });

  it("takes what is no id at all for a plan that does not exist", async () => {
    const got = await answer(serviceOf(name), owner, input("'; drop table plan; --"));
    expect(got).toMatchObject({ code: "NOT_FOUND" });
  });
});

it.each(rows.filter(([, { namesPlan }]) => !namesPlan))(
  "%s: shows a stranger nothing of ours and writes nothing here",
  async (name, { input }) => {
    const before = await contents(owner.orgId);
    const got = await answer(serviceOf(name), stranger, input(planId));
    expect(JSON.stringify(got)).not.toContain(planId);
    expect(await contents(owner.orgId)).toBe(before);
  },
);

it("no service gives who judges without prices one of them", async () => {
  const { id: hiddenId } = await importPlan(owner, { id: randomUUID(), file });
  await saveSettings(owner, {
    ...{ planId: hiddenId, expectedVersion: 1 },
    settings: { ...settings, name: "Judged without prices" },
  });
  const copyId = randomUUID();
  await duplicatePlan(owner, { planId: hiddenId, id: copyId });
  const copyTemplateId = randomUUID();
  await saveTemplate(owner, newTemplate(copyTemplateId)(hiddenId));
  const blind = await newMember(owner, "editor");
  const own = await importPlan(blind, { id: randomUUID(), file });
  const asked = { planId: hiddenId, expectedVersion: null, criteria: [...firstCriteria] };
  const ofBlind = { userId: blind.userId, seesPrices: false };
  await saveQuoteReview(owner, { ...asked, evaluators: [ofBlind] });
  const price = /987,?654|281,?966|289,?450/;
  const about = Object.entries(matrix).filter(([, { namesPlan }]) => namesPlan);
  for (const id of [hiddenId, copyId])
    for (const [name, { input }] of about) {
      const before = await answer(serviceOf(name), as(owner, "viewer"), input(id));
      const got = await answer(serviceOf(name), blind, input(id));
      expect(JSON.stringify(got), name).not.toMatch(price);
      const seen = JSON.stringify(before).match(price);
      if (seen) expect(got, name).toMatchObject({ code: "FORBIDDEN" });
    }
  const fromTemplate = { id: randomUUID(), name: "Copy", templateId: copyTemplateId };
  expect(await answer(serviceOf("createPlanFromTemplate"), blind, fromTemplate)).toMatchObject({
    code: "FORBIDDEN",
  });
  await byOwner(
    elsewhereId,
    "insert into membership (org_id, user_id, role) values ($1, $2, 'editor')",
    [elsewhereId, blind.userId],
  );
  const toElsewhere = { ...fromTemplate, organizationId: elsewhereId };
  expect(await answer(serviceOf("copyTemplate"), blind, toElsewhere)).toMatchObject({
    code: "FORBIDDEN",
  });
  const again = { id: randomUUID(), file };
  expect(await answer(serviceOf("importPlan"), blind, again)).toMatchObject({ code: "FORBIDDEN" });
  for (const name of ["removePlan", "getPlanQuotes", "listNewerRevisions"])
    for (const id of name === "removePlan" ? [hiddenId] : [hiddenId, own.id])
      expect(await answer(serviceOf(name), blind, named(id)), name).toMatchObject({
        code: "FORBIDDEN",
      });
  for (const [name, { input }] of rows) {
    const asked = input(own.id);
    // Who judges a quote names it, and is told nothing of it.
    if (typeof asked !== "object" || !("quoteId" in (asked ?? {})) || name === "scoreQuote")
      continue;
    const got = await answer(serviceOf(name), blind, { ...asked, quoteId: planQuoteId });
    expect(got, name).toMatchObject({ code: "FORBIDDEN" });
  }
  for (const [name, { input, viewer, namesPlan }] of rows) {
    if (viewer !== "may" || namesPlan) continue;
    const service: Service = async (...asked) => whole(await serviceOf(name)(...asked));
    const got = JSON.stringify(await answer(service, blind, input(hiddenId)));
    expect(got, name).not.toContain(`"id":"${planQuoteId}"`);
    expect(got, name).not.toContain(`"quoteId":"${planQuoteId}"`);
    expect(got, name).not.toMatch(/987,?654/);
  }
  for (const [name, input] of [
    ["listQuotes", undefined],
    ["listQuoteLines", { filter: anyLine, order: null, offset: 0, limit: 1000, withTotals: true }],
    ["getPlans", { planIds: [hiddenId, copyId] }],
    ["listPlans", undefined],
    ["listActivity", { userId: null, planId: hiddenId, kind: null, before: null }],
  ] as const) {
    const got = JSON.stringify(await answer(serviceOf(name), blind, input));
    expect(got, name).toContain("value");
    expect(got, name).not.toContain(`"id":"${planQuoteId}"`);
    expect(got, name).not.toContain(`"quoteId":"${planQuoteId}"`);
    expect(got, name).not.toMatch(/987,?654/);
  }
  expect(await answer(serviceOf("getTechnicalReview"), blind, { planId: hiddenId })).toMatchObject({
    value: { seesPrices: false, canScore: true, offers: [{ quoteId: planQuoteId }] },
  });
  const given = { planId: hiddenId, quoteId: planQuoteId, criterionId: "technical" };
  const score = { ...given, score: 9, reason: "Measured" };
  expect(await answer(serviceOf("scoreQuote"), blind, score)).toHaveProperty("value");
  await saveQuoteReview(owner, {
    ...{ ...asked, expectedVersion: 1 },
    evaluators: [{ ...ofBlind, seesPrices: true }],
  });
  const shown = await answer(serviceOf("getPlan"), blind, { planId: hiddenId });
  expect(JSON.stringify(shown)).toMatch(/987654/);
});

it("a stranger's new plan may have the id of ours, and ours stays ours", async () => {
  const before = await contents(owner.orgId);
  await importPlan(stranger, { id: planId, file: file.replace("Claims assistant", "Theirs") });
  expect(await contents(owner.orgId)).toBe(before);
});

it("every service works for an editor, or for an administrator and no editor", async () => {
  const order = Object.keys(matrix).sort(
    (a, b) => Number(a.startsWith("remove")) - Number(b.startsWith("remove")),
  );
  for (const name of order) {
    const service = services.get(name) as Service;
    const { input, editor, namesPlan } = matrix[name] as Row;
    const fresh = namesPlan ? await importPlan(owner, { id: randomUUID(), file }) : { id: planId };
    const asked = (role: Role) => answer(service, as(owner, role), input(fresh.id));
    if (editor === "may not")
      expect(await asked("editor"), name).toMatchObject({
        code: "FORBIDDEN",
        message: expect.stringMatching(/Ask an administrator/),
      });
    expect(await asked(editor === "may not" ? "admin" : "editor"), name).toHaveProperty("value");
  }
});
