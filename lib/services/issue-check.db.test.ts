import { createHash, randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { insertIssue } from "@/lib/data/proposal-issues";
import { planFileText } from "@/lib/exporters/plan-file";
import { as, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { newProposal } from "@/lib/testing/proposal";
import { checkIssue } from "./issue-check";
import { importPlan } from "./plans";
import { getIssue, getIssueFile, issueProposal, requestIssue } from "./proposal-issues";
import { getProposal } from "./proposals";

let ctx: Context;
let proposalId: string;

beforeEach(async () => {
  ctx = await newOrganization();
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
  const { id: planId } = await importPlan(ctx, { id: randomUUID(), file });
  proposalId = await newProposal(ctx, { planId });
});

/** As a page asks for it and the worker does it. */
async function issue(): Promise<void> {
  const { version, planVersion } = await getProposal(ctx, { proposalId });
  const input = { expectedVersion: version, expectedPlanVersion: planVersion };
  const { id: jobId } = await requestIssue(ctx, { id: randomUUID(), proposalId, ...input });
  const tools = { jobId, signal: new AbortController().signal, report: async () => {} };
  const { write } = await issueProposal(ctx, tools);
  await withOrganization(ctx.orgId, async (tx) => write?.(tx));
}

/** Another issue from the text of the first, with one thing replaced. */
async function insertChanged(from: string, to: string, sha256?: string): Promise<void> {
  const { text } = await getIssueFile(ctx, { proposalId, issue: 1 });
  const { document } = await getIssue(ctx, { proposalId, issue: 1 });
  const snapshot = text.replace(from, to);
  expect(snapshot).not.toBe(text);
  await withOrganization(ctx.orgId, (tx) =>
    insertIssue(tx, ctx, {
      ...{ proposalId, issue: 2, snapshot, document: JSON.stringify(document) },
      sha256: sha256 ?? createHash("sha256").update(snapshot).digest("hex"),
      ...{ planVersion: 1, engineVersion: "1.0", catalogVersion: "1", issuedAt: new Date() },
    }),
  );
}

it("comes to the same figures, to the last digit, under the same hash", async () => {
  await issue();
  const same = {
    isHashRight: true,
    engineThen: "1.0",
    engineNow: "1.0",
    differences: [],
    count: 0,
  };
  expect(await checkIssue(ctx, { proposalId, issue: 1 })).toEqual(same);
  expect(await checkIssue(as(ctx, "viewer"), { proposalId, issue: 1 })).toEqual(same);
});

it("names what differs with both values, and a hash that is not the snapshot's", async () => {
  await issue();
  const { snapshot } = await getIssue(ctx, { proposalId, issue: 1 });
  const option = snapshot.results.options.find(({ status }) => status === "complete");
  if (!option) throw new Error("no complete option");
  const { cash } = option.summary;
  await insertChanged(`"cash":${cash},"accrual"`, `"cash":1,"accrual"`, "0".repeat(64));
  expect(await checkIssue(ctx, { proposalId, issue: 2 })).toMatchObject({
    isHashRight: false,
    count: 1,
    differences: [
      { path: ["options", option.optionId, "summary", "cash"], issued: 1, again: cash },
    ],
  });
});
