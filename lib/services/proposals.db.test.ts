import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { insertFile } from "@/lib/data/stored-files";
import { project } from "@/lib/engine";
import { planFileText } from "@/lib/exporters/plan-file";
import { readBook } from "@/lib/exporters/workbook/testing/read-book";
import type { ProposalContent } from "@/lib/schemas/proposal";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { newMember } from "@/lib/testing/member";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testHead } from "@/lib/testing/quote";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";
import { getJobFile } from "./jobs";
import { removePlan } from "./plan-states";
import { importPlan } from "./plans";
import {
  getProposalFile,
  listFiles,
  makeProposalFile,
  requestProposalFile,
} from "./proposal-files";
import { getIssue, getIssueFile, issueProposal, requestIssue } from "./proposal-issues";
import {
  createProposal,
  deleteProposal,
  getProposal,
  listProposals,
  saveProposal,
} from "./proposals";
import { receiveQuote } from "./quote-changes";
import { removeQuote } from "./quote-drafts";
import { applyQuote } from "./quote-plans";
import { saveQuoteReview } from "./quote-reviews";
import { createQuote } from "./quotes";
import { saveSettings } from "./settings";

let ctx: Context;
let planId: string;
let proposalId: string;
const content = newProposalContent("Claims assistant");

beforeEach(async () => {
  ctx = await newOrganization();
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
  ({ id: planId } = await importPlan(ctx, { id: randomUUID(), file }));
  proposalId = randomUUID();
  await createProposal(ctx, { id: proposalId, planId, content });
});

const read = () => getProposal(ctx, { proposalId });
const save = (expectedVersion: number, change: Partial<ProposalContent>) =>
  saveProposal(ctx, { proposalId, expectedVersion, content: { ...content, ...change } });

async function ask(): Promise<string> {
  const { version, planVersion } = await read();
  const input = { expectedVersion: version, expectedPlanVersion: planVersion };
  return (await requestIssue(ctx, { id: randomUUID(), proposalId, ...input })).id;
}

/** As the worker does it. */
async function work(jobId: string): Promise<void> {
  const { write } = await issueProposal(ctx, {
    ...{ jobId, signal: new AbortController().signal, report: async () => {} },
  });
  await withOrganization(ctx.orgId, async (tx) => write?.(tx));
}
const issue = async () => work(await ask());

it("is numbered in its organization, and made once however often the form is sent", async () => {
  const twins = Array.from({ length: 5 }, () =>
    createProposal(ctx, { id: proposalId, planId, content }),
  );
  await Promise.all(twins);
  const others = Array.from({ length: 5 }, () =>
    createProposal(ctx, { id: randomUUID(), planId, content }),
  );
  await Promise.all(others);
  const numbers = (await listProposals(ctx)).map(({ number }) => number);
  expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  const [stranger] = [await newOrganization()];
  expect(await listProposals(stranger)).toEqual([]);
});

it("keeps what was saved last by whoever had read it, and says so to whoever had not", async () => {
  expect(await save(1, { audience: "For the board" })).toMatchObject({ version: 2 });
  await expect(save(1, { audience: "For the committee" })).rejects.toMatchObject({
    code: "CONFLICT",
    currentVersion: 2,
  });
  expect((await read()).content.audience).toBe("For the board");
});

it("freezes plan, versions and results under the hash of the file that anybody can download", async () => {
  await issue();
  const { issues } = await read();
  expect(issues).toMatchObject([{ issue: 1, planVersion: 1, engineVersion: "1.0" }]);
  const { text, fileName } = await getIssueFile(ctx, { proposalId, issue: 1 });
  expect(fileName).toBe("proposal-1-issue-1.json");
  expect(createHash("sha256").update(text).digest("hex")).toBe(issues[0]?.sha256);
  const { snapshot, document } = await getIssue(ctx, { proposalId, issue: 1 });
  expect(document.issued?.snapshot.replace(" ", "")).toBe(issues[0]?.sha256.slice(0, 8));
  expect(JSON.parse(JSON.stringify(project(snapshot.plan)))).toEqual(snapshot.results);
  expect(document.sections.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["summary", "sensitivity", "lines", "method"]),
  );
});

it("stays as it was when plan and draft go on, and when the plan is deleted", async () => {
  await issue();
  const before = await getIssueFile(ctx, { proposalId, issue: 1 });
  const { plan } = await read();
  if (!plan) throw new Error("the plan is gone");
  const { workloads, options, scenarios, ...settings } = plan;
  await saveSettings(ctx, {
    ...{ planId, expectedVersion: 1 },
    settings: { ...settings, horizonMonths: 24 },
  });
  await save(1, { title: "Another title" });
  await issue();
  await removePlan(ctx, { planId });
  expect(await getIssueFile(ctx, { proposalId, issue: 1 })).toEqual(before);
  const second = await getIssue(ctx, { proposalId, issue: 2 });
  expect(second.document).toMatchObject({ title: "Another title", name: "Proposal 1, issue 2" });
  expect(second.snapshot.plan.horizonMonths).toBe(24);
  expect((await read()).plan).toBeNull();
});

it("cannot be changed by the application, nor by the owner of the tables", async () => {
  await issue();
  const change = `update proposal_issue set document = '{}' where proposal_id = '${proposalId}'`;
  await expect(withOrganization(ctx.orgId, (tx) => tx.$executeRawUnsafe(change))).rejects.toThrow(
    /permission denied/,
  );
  await expect(byOwner(ctx.orgId, change)).rejects.toThrow(/issue 1 of a proposal stays as it is/);
});

it("issues nothing but what was on screen", async () => {
  const asked = await ask();
  await save(1, { audience: "For the board" });
  await expect(work(asked)).rejects.toMatchObject({ code: "CONFLICT" });
  const again = await ask();
  const { plan } = await read();
  if (!plan) throw new Error("the plan is gone");
  const { workloads, options, scenarios, ...settings } = plan;
  await saveSettings(ctx, { planId, expectedVersion: 1, settings: { ...settings, name: "Moved" } });
  await expect(work(again)).rejects.toMatchObject({
    message: expect.stringContaining("The plan changed after this issue was asked for"),
  });
  expect((await read()).issues).toEqual([]);
});

it("issues once where two were asked for at the same time", async () => {
  const [one, other] = [await ask(), await ask()];
  const outcomes = [];
  for (const jobId of [one, other])
    outcomes.push(
      await issueProposal(ctx, {
        ...{ jobId, signal: new AbortController().signal, report: async () => {} },
      }),
    );
  const [first, second] = outcomes;
  await withOrganization(ctx.orgId, async (tx) => first?.write?.(tx));
  await expect(
    withOrganization(ctx.orgId, async (tx) => second?.write?.(tx)),
  ).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await read()).issues).toHaveLength(1);
});

it("issues no figure that is gone, no scenario that is gone, and no option that is not complete", async () => {
  const named = {
    ...{ id: "own", kind: "text" as const, title: "Why", isShown: true },
    body: [
      {
        style: "plain" as const,
        runs: [{ kind: "figure" as const, key: "total:nowhere", label: "Total of Nowhere" }],
      },
    ],
  };
  await save(1, { sections: [named] });
  await expect(issue()).rejects.toMatchObject({
    message: expect.stringContaining("Total of Nowhere"),
  });
  await save(2, { scenarioId: "nowhere" });
  await expect(issue()).rejects.toMatchObject({ message: expect.stringContaining("scenario") });
  await save(3, { optionId: "nowhere" });
  await expect(issue()).rejects.toMatchObject({ message: expect.stringContaining("option") });
});

it("is deleted by an editor, one that was issued by its title alone, and with it what was issued", async () => {
  await issue();
  await expect(
    deleteProposal(as(ctx, "viewer"), { proposalId, title: content.title }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(deleteProposal(ctx, { proposalId, title: "" })).rejects.toMatchObject({
    fields: { title: expect.stringContaining(content.title) },
  });
  await deleteProposal(ctx, { proposalId, title: content.title });
  await expect(read()).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getIssue(ctx, { proposalId, issue: 1 })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

describe("a file of a proposal", () => {
  const toolsOf = (jobId: string) => ({
    ...{ jobId, signal: new AbortController().signal, report: async () => {} },
  });

  it("is made of a draft as it was on screen, and of no other", async () => {
    const { version, planVersion } = await read();
    const of = { version, planVersion };
    const order = { id: randomUUID(), format: "pdf", proposalId, of } as const;
    const { id: jobId } = await requestProposalFile(as(ctx, "viewer"), order);
    expect(await requestProposalFile(ctx, order)).toEqual({ id: jobId });
    expect(await listFiles(ctx, { proposalId, of })).toMatchObject([
      { format: "pdf", jobId, state: "queued", fileName: null },
    ]);
    expect(await listFiles(ctx, { proposalId, of: { ...of, planVersion: 9 } })).toEqual([]);
    const made = await makeProposalFile(ctx, toolsOf(jobId));
    expect(made.file).toMatchObject({ name: "proposal-1-draft.pdf", mediaType: "application/pdf" });
    expect(made.file?.bytes.byteLength).toBeGreaterThan(10_000);
    await save(1, { audience: "For the board" });
    await expect(makeProposalFile(ctx, toolsOf(jobId))).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(requestProposalFile(ctx, { ...order, id: randomUUID() })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("is a workbook of the issue too", async () => {
    await issue();
    const order = { id: randomUUID(), format: "xlsx", proposalId, of: { issue: 1 } } as const;
    const { id: jobId } = await requestProposalFile(ctx, order);
    const { file } = await makeProposalFile(ctx, toolsOf(jobId));
    expect(file?.name).toBe("proposal-1-issue-1.xlsx");
    const { sheets } = readBook(file?.bytes ?? new Uint8Array());
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Summary", "Inputs"]));
    const { snapshot, document } = await getIssue(ctx, { proposalId, issue: 1 });
    const summary = sheets[0]?.cells;
    expect(summary?.get("A1")?.value).toBe(document.title);
    expect(summary?.get("A3")?.value).toContain(`snapshot ${document.issued?.snapshot}`);
    const cash = snapshot.results.options.map((option) => option.summary.cash);
    const shown = [...(summary?.values() ?? [])].map(({ value }) => value);
    for (const [index, amount] of cash.entries())
      if (snapshot.results.options[index]?.status === "complete") expect(shown).toContain(amount);
  });

  it("is refused in words where the draft's plan was deleted, and made of an issue all the same", async () => {
    await issue();
    const { version, planVersion } = await read();
    const ask = (of: { issue: number } | { version: number; planVersion: number }) =>
      requestProposalFile(ctx, { id: randomUUID(), format: "pdf", proposalId, of });
    const [draft, issued] = [await ask({ version, planVersion }), await ask({ issue: 1 })];
    await removePlan(ctx, { planId });
    await expect(makeProposalFile(ctx, toolsOf(draft.id))).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining("The plan of this proposal was deleted"),
    });
    const { file } = await makeProposalFile(ctx, toolsOf(issued.id));
    expect(file?.bytes.byteLength).toBeGreaterThan(10_000);
    await deleteProposal(ctx, { proposalId, title: content.title });
    await expect(makeProposalFile(ctx, toolsOf(issued.id))).rejects.toMatchObject({
      message: expect.stringContaining("It may have been deleted"),
    });
  });

  it("is given to all who may read the proposal, and by no other proposal's address", async () => {
    await issue();
    const order = { id: randomUUID(), format: "pdf", proposalId, of: { issue: 1 } } as const;
    const { id: jobId } = await requestProposalFile(ctx, order);
    const early = getProposalFile(ctx, { proposalId, jobId });
    await expect(early).rejects.toThrow(/not made yet/);
    const { file: made } = await makeProposalFile(ctx, toolsOf(jobId));
    const kept = { purpose: "job-output", jobId, createdByUserId: ctx.userId } as const;
    const expiresAt = new Date(Date.now() + 3_600_000);
    await withOrganization(ctx.orgId, async (tx) => {
      if (made) await insertFile(tx, ctx.orgId, { ...made, ...kept, expiresAt });
    });
    const reader = await newMember(ctx, "viewer");
    const file = await getProposalFile(reader, { proposalId, jobId });
    expect(file.name).toBe("proposal-1-issue-1.pdf");
    expect((await getJobFile(ctx, { jobId })).name).toBe(file.name);
    const otherId = randomUUID();
    await createProposal(ctx, { id: otherId, planId, content });
    await expect(getProposalFile(ctx, { proposalId: otherId, jobId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const asked = requestProposalFile(ctx, { ...order, id: randomUUID(), of: { issue: 2 } });
    await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is found again however its proposal was spelt", async () => {
    await issue();
    const spelt = { proposalId: proposalId.toUpperCase(), of: { issue: 1 } };
    const asked = { id: randomUUID(), format: "pdf", ...spelt } as const;
    const { id: jobId } = await requestProposalFile(ctx, asked);
    expect(await listFiles(ctx, { proposalId, of: { issue: 1 } })).toMatchObject([{ jobId }]);
  });

  it("is kept from whoever asked for it, once prices are hidden from them", async () => {
    await issue();
    const asker = await newMember(ctx, "editor");
    const order = { id: randomUUID(), format: "pdf", proposalId, of: { issue: 1 } } as const;
    const { id: jobId } = await requestProposalFile(asker, order);
    const evaluators = [{ userId: asker.userId, seesPrices: false }];
    const review = { planId, expectedVersion: null, criteria: [...firstCriteria] };
    await saveQuoteReview(ctx, { ...review, evaluators });
    for (const got of [getJobFile(asker, { jobId }), getProposalFile(asker, { proposalId, jobId })])
      await expect(got).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

it("is issued with a quote that nobody deletes between draft and issue", async () => {
  const quoteId = randomUUID();
  await createQuote(ctx, { id: quoteId, head: testHead, content: testContent() });
  await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
  await applyQuote(ctx, { quoteId, planId, optionId: "onprem", copyId: null, servers: 4 });
  const asked = await ask();
  // What a plan uses was received, and that stays between draft and issue.
  await expect(removeQuote(ctx, { quoteId, expectedVersion: 2 })).rejects.toMatchObject({
    message: expect.stringMatching(/was received and stays\. Decline it/),
  });
  await work(asked);
  const issued = await getIssue(ctx, { proposalId, issue: 1 });
  expect(issued.snapshot.quotes.map((one) => one.quoteId)).toEqual([quoteId]);

  await expect(byOwner(ctx.orgId, "delete from quote where id = $1", [quoteId])).rejects.toThrow(
    "was received and stays",
  );
});

it("is issued and exported whole with the plan's own prices where the quote behind them is not here", async () => {
  // As a plan file of another organization has it.
  const plan = testPlan();
  const options = plan.options.map((option) =>
    option.kind === "on-premises"
      ? { ...option, quoteUsed: { quoteId: randomUUID(), revision: 1, servers: 4 } }
      : option,
  );
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: { ...plan, options } });
  ({ id: planId } = await importPlan(ctx, { id: randomUUID(), file }));
  proposalId = randomUUID();
  await createProposal(ctx, { id: proposalId, planId, content });
  await issue();
  const { snapshot, document } = await getIssue(ctx, { proposalId, issue: 1 });
  expect(snapshot.quotes).toEqual([]);
  expect(snapshot.results).toEqual(JSON.parse(JSON.stringify(project(plan))));
  expect(JSON.stringify(document)).toContain("Quote Q-1207");
  const order = { id: randomUUID(), proposalId, format: "json", of: { issue: 1 } } as const;
  const { id: jobId } = await requestProposalFile(ctx, order);
  const tools = { jobId, signal: new AbortController().signal, report: async () => {} };
  expect((await makeProposalFile(ctx, tools)).file?.bytes.length).toBeGreaterThan(1000);
});
