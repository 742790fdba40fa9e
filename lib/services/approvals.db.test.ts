import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { planFileText } from "@/lib/exporters/plan-file";
import type { Answer } from "@/lib/schemas/approval";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { newMember } from "@/lib/testing/member";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { insertEmptyIssue, newProposal } from "@/lib/testing/proposal";
import { getApproval } from "./approval-trail";
import { answerApproval, askApproval, withdrawApproval } from "./approvals";
import { removeMember } from "./members";
import { importPlan } from "./plans";
import { deleteProposal, listProposals } from "./proposals";
import { saveQuoteReview } from "./quote-reviews";

let asker: Context;
let viewer: Context;
let editor: Context;
let planId: string;
let proposalId: string;
let sha256: string;
const plan = testPlan();

beforeEach(async () => {
  asker = await newOrganization();
  [viewer, editor] = [await newMember(asker, "viewer"), await newMember(asker, "editor")];
  const file = planFileText({ loadline: "plan", schemaVersion: 1, plan });
  ({ id: planId } = await importPlan(asker, { id: randomUUID(), file }));
  proposalId = await newProposal(asker, { planId });
  sha256 = await insertEmptyIssue(asker, { plan, proposalId, issue: 1 });
});

const named = (issue = 1) => ({ proposalId, issue });
const ask = (...reviewers: readonly Context[]) =>
  askApproval(asker, {
    ...{ ...named(), dueOn: "2026-12-04", note: "Look at the cash" },
    userIds: reviewers.map(({ userId }) => userId),
  });
const say = (ctx: Context, answer: Answer, note = "") =>
  answerApproval(ctx, { ...named(), sha256, answer, note });
const opened = (ctx = asker, issue = 1) => getApproval(ctx, named(issue));
const listed = async (ctx: Context) => (await listProposals(ctx))[0]?.approval;

it("is approved once all who were asked approve, each for the hash, under their names", async () => {
  expect((await listed(viewer))?.state).toBeNull();
  await ask(viewer, editor);
  expect(await listed(viewer)).toMatchObject({
    state: "in-review",
    asked: { byName: "Owner", note: "Look at the cash", dueOn: "2026-12-04" },
  });
  await say(viewer, "approved");
  expect(await listed(viewer)).toEqual({ state: "in-review", asked: null });
  expect(await listed(asker)).toEqual({ state: "in-review", asked: null });
  await say(editor, "approved", "Within budget");
  const { state, steps } = await opened(viewer);
  expect(state).toBe("approved");
  expect(steps).toMatchObject([
    { number: 1, act: "asked", byName: "Owner", reviewerId: viewer.userId, sha256 },
    { number: 2, act: "asked", byName: "Owner", reviewerId: editor.userId, sha256 },
    { number: 3, act: "approved", byUserId: viewer.userId, sha256 },
    { number: 4, act: "approved", byUserId: editor.userId, sha256, note: "Within budget" },
  ]);
});

it("is rejected by anybody who was asked, with a reason, until they answer otherwise", async () => {
  await ask(viewer, editor);
  await say(editor, "approved");
  await expect(say(viewer, "rejected", "  ")).rejects.toMatchObject({
    fields: { note: expect.stringContaining("Say why") },
  });
  await say(viewer, "rejected", "Too dear");
  expect((await opened()).state).toBe("rejected");
  await say(viewer, "commented", "With the discount I would");
  expect((await opened()).state).toBe("rejected");
  await say(viewer, "approved");
  expect((await opened()).state).toBe("approved");
});

it("says a thing once, however often its form is sent", async () => {
  await Promise.all(Array.from({ length: 4 }, () => ask(viewer, editor)));
  await Promise.all(Array.from({ length: 4 }, () => say(viewer, "approved")));
  const { steps } = await opened();
  expect(steps.map(({ number, act }) => [number, act])).toEqual([
    [1, "asked"],
    [2, "asked"],
    [3, "approved"],
  ]);
});

it("is answered by those who are asked, for what they saw, and asked by editors of others", async () => {
  await expect(say(viewer, "approved")).rejects.toMatchObject({ code: "FORBIDDEN" });
  const asked = { ...named(), userIds: [editor.userId], dueOn: null, note: "" };
  await expect(askApproval(viewer, asked)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(ask(asker)).rejects.toMatchObject({ code: "INVALID" });
  const stranger = await newOrganization();
  await expect(ask(stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await ask(viewer);
  const other = { ...named(), sha256: "0".repeat(64), answer: "approved", note: "" } as const;
  await expect(answerApproval(viewer, other)).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await opened(viewer)).mine).toMatchObject({ userId: viewer.userId, answer: null });
  expect(await opened(viewer)).toMatchObject({ canAsk: false, askable: [], withdrawable: [] });
});

it("is taken back by whoever asked or an administrator, while nobody answered", async () => {
  await ask(viewer, editor);
  const back = (ctx: Context, of: Context) =>
    withdrawApproval(ctx, { ...named(), userId: of.userId });
  const another = await newMember(asker, "editor");
  await expect(back(another, viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await say(editor, "rejected", "Too dear");
  await expect(back(asker, editor)).rejects.toMatchObject({ code: "CONFLICT" });
  await back(await newMember(asker, "admin"), viewer);
  await back(asker, viewer);
  const { state, steps } = await opened();
  expect(state).toBe("rejected");
  expect(steps.map(({ act }) => act)).toEqual(["asked", "asked", "rejected", "withdrawn"]);
  await expect(say(viewer, "approved")).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("asks nobody from whom the prices are hidden, and takes no answer of them", async () => {
  await ask(editor);
  const hidden = { userId: editor.userId, seesPrices: false };
  const review = { planId, expectedVersion: null, criteria: [...firstCriteria] };
  await saveQuoteReview(asker, { ...review, evaluators: [hidden] });
  await expect(say(editor, "approved")).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(opened(editor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await listProposals(editor)).toEqual([]);
  await withdrawApproval(asker, { ...named(), userId: editor.userId });
  await expect(ask(editor)).rejects.toMatchObject({
    message: expect.stringContaining("Prices of this plan are hidden from Member"),
  });
});

it("stays with the issue it was given for when a newer one is made", async () => {
  await ask(viewer);
  await say(viewer, "approved");
  await insertEmptyIssue(asker, { plan: { ...plan, horizonMonths: 24 }, proposalId, issue: 2 });
  expect((await listed(viewer))?.state).toBeNull();
  expect(await opened()).toMatchObject({ state: "approved", newerIssue: 2, canAsk: false });
  expect(await opened(asker, 2)).toMatchObject({
    ...{ state: null, steps: [], former: { issue: 1, state: "approved" }, newerIssue: null },
  });
  await expect(say(viewer, "rejected", "Late")).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(ask(editor)).rejects.toMatchObject({ code: "CONFLICT" });
});

it("keeps what was answered by who left since, and says that nobody answers for them", async () => {
  await ask(viewer, editor);
  await say(viewer, "approved");
  for (const { userId } of [viewer, editor]) await removeMember(asker, { userId });
  const { state, steps, leftIds } = await opened();
  expect([state, leftIds]).toEqual(["in-review", [viewer.userId, editor.userId]]);
  expect(steps.at(-1)).toMatchObject({ act: "approved", byName: "Member" });
  await withdrawApproval(asker, { ...named(), userId: editor.userId });
  expect((await opened()).state).toBe("approved");
});

it("cannot be changed, nor given for another hash, nor in another's name: the database refuses", async () => {
  await ask(viewer);
  const asApp = (statement: string) =>
    withOrganization(asker.orgId, (tx) => tx.$executeRawUnsafe(statement));
  const where = `where proposal_id = '${proposalId}'`;
  for (const change of [
    `update approval_step set act = 'approved' ${where}`,
    `delete from approval_step ${where}`,
  ])
    await expect(asApp(change)).rejects.toThrow(/permission denied/);
  const update = `update approval_step set note = '' ${where}`;
  await expect(byOwner(asker.orgId, update)).rejects.toThrow(
    /step 1 of an approval stays as it is/,
  );
  const insert = (hash: string, act: string, by: string) =>
    asApp(`insert into approval_step (org_id, proposal_id, issue, number, sha256, act, reviewer_id,
      reviewer_name, by_user_id, by_name) values ('${asker.orgId}', '${proposalId}', 1, 2, '${hash}',
      '${act}', '${viewer.userId}', 'Member', '${by}', 'Member')`);
  await expect(insert("0".repeat(64), "approved", viewer.userId)).rejects.toThrow(/fkey/);
  await expect(insert(sha256, "approved", asker.userId)).rejects.toThrow(/own_answer/);
  await expect(insert(sha256, "rejected", viewer.userId)).rejects.toThrow(/reason/);
  await insert(sha256, "approved", viewer.userId);
  expect((await opened()).state).toBe("approved");
});

it("is audited, and deleted with its proposal", async () => {
  await ask(viewer);
  await say(viewer, "commented", "Which year?");
  await say(viewer, "rejected", "Too dear");
  await say(viewer, "approved");
  await deleteProposal(asker, { proposalId, title: "House" });
  const rows = await byOwner<{ action: string }>(
    asker.orgId,
    "select action from audit_event where subject_id = $1 order by at",
    [proposalId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...["create", "ask", "comment", "reject", "approve", "delete"],
  ]);
  await expect(opened()).rejects.toMatchObject({ code: "NOT_FOUND" });
});
