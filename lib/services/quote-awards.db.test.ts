import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { planFileText } from "@/lib/exporters/plan-file";
import { plainLineFilter } from "@/lib/schemas/lines-address";
import type { AwardedPart } from "@/lib/schemas/quote";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { newMember } from "@/lib/testing/member";
import { as, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testHead } from "@/lib/testing/quote";
import { answeredWorkbook, testRfqContent } from "@/lib/testing/rfq";
import { memoNotice } from "@/lib/views/comparison/memo-notice";
import { awardedPartText, newerThanAward } from "@/lib/views/quote-award";
import { getQuoteToImport } from "./lines-imports";
import { removeOption } from "./options";
import { getPlans } from "./plan-list";
import { removePlan } from "./plan-states";
import { duplicatePlan, getPlan, importPlan, listPlans } from "./plans";
import { awardPlan, saveAwardMemo, undoAward } from "./quote-awards";
import { receiveQuote, saveQuote, setQuoteStatus } from "./quote-changes";
import { getPlanQuotes } from "./quote-comparisons";
import { listQuoteLines } from "./quote-lines";
import { applyQuote } from "./quote-plans";
import { saveQuoteReview, scoreQuote } from "./quote-reviews";
import { createQuote, getQuote, listQuotes } from "./quotes";
import { sendRfq } from "./rfq-changes";
import { requestRfqAnswer, takeRfqAnswer } from "./rfq-imports";
import { createRfq, getRfq, saveRfq } from "./rfqs";

let ctx: Context;
let planId: string;
let quoteIds: [string, string, string];
const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });

beforeEach(async () => {
  ctx = await newOrganization();
  planId = randomUUID();
  quoteIds = [randomUUID(), randomUUID(), randomUUID()];
  await importPlan(ctx, { id: planId, file });
  for (const [index, id] of quoteIds.entries()) {
    const head = { ...testHead, number: `Q-${index}` };
    await createQuote(ctx, { id, head, content: testContent() });
    await receiveQuote(ctx, { quoteId: id, expectedVersion: 1 });
    await applyQuote(ctx, {
      ...{ planId, quoteId: id, servers: 4, optionId: "onprem", copyId: `q-${index}` },
    });
  }
});

const statuses = () =>
  Promise.all(quoteIds.map(async (quoteId) => (await getQuote(ctx, { quoteId })).status));
const award = (shares: readonly (readonly [string, number])[], id: string = randomUUID()) =>
  awardPlan(ctx, {
    ...{ id, planId, reason: "Lowest in total" },
    shares: shares.map(([quoteId, servers]) => ({ quoteId, servers, revision: 1 })),
  });

it("gives the order to one, declines the others, and says who did, when and why", async () => {
  const [first] = quoteIds;
  const id = randomUUID();
  await award([[first, 4]], id);
  expect(await award([[first, 4]], id)).toEqual({ awardId: id });
  expect(await statuses()).toEqual(["awarded", "declined", "declined"]);
  const { awards } = await getPlanQuotes(ctx, { planId });
  expect(awards).toMatchObject([
    { id, reason: "Lowest in total", by: "Owner", at: expect.any(String), undone: null },
  ]);
  expect(awards[0]?.quotes.map(({ servers }) => servers)).toEqual([4, 0, 0]);
  const { events } = await getQuote(ctx, { quoteId: first });
  expect(events[0]).toMatchObject({ action: "award", by: "Owner", revision: 1 });
});

it("is split in servers, of which nobody gets more than they offer", async () => {
  const [first, second, third] = quoteIds;
  await expect(award([[first, 5]])).rejects.toMatchObject({
    code: "INVALID",
    message: expect.stringContaining("offers 4 servers, so 5 cannot"),
  });
  expect(await statuses()).toEqual(["received", "received", "received"]);
  await award([
    [first, 3],
    [second, 1],
  ]);
  expect(await statuses()).toEqual(["awarded", "awarded", "declined"]);
  const [held] = (await getPlanQuotes(ctx, { planId })).awards;
  const of = (quoteId: string) => held?.quotes.find((one) => one.quoteId === quoteId)?.servers;
  expect([of(first), of(second), of(third)]).toEqual([3, 1, 0]);
  const said = (listed: readonly { readonly awarded?: AwardedPart }[]) =>
    new Set(listed.map(({ awarded }) => awardedPartText(awarded)));
  const parts = new Set(["3 of 4 servers awarded", "1 of 4 servers awarded", null]);
  expect(said((await listQuotes(ctx)).quotes)).toEqual(parts);
  const page = { filter: plainLineFilter, order: null, offset: 0, limit: 100 };
  for (const withTotals of [true, false])
    expect(said((await listQuoteLines(ctx, { ...page, withTotals })).lines)).toEqual(parts);
});

it("is made once, also where two people award at once, and by administrators alone", async () => {
  const [first, second] = quoteIds;
  const both = await Promise.allSettled([award([[first, 4]]), award([[second, 4]])]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await getPlanQuotes(ctx, { planId })).awards).toHaveLength(1);
  await expect(award([[second, 4]])).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(
    awardPlan(as(ctx, "editor"), {
      ...{
        id: randomUUID(),
        planId,
        reason: "Mine",
        shares: [{ quoteId: first, servers: 1, revision: 1 }],
      },
    }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("of a quote is no other plan's, nor changed past the award", async () => {
  const [first] = quoteIds;
  const another = randomUUID();
  await importPlan(ctx, { id: another, file });
  await applyQuote(ctx, {
    ...{ planId: another, quoteId: first, servers: 4, optionId: "onprem", copyId: null },
  });
  await award([[first, 4]]);
  await expect(
    awardPlan(ctx, {
      ...{ id: randomUUID(), planId: another, reason: "Again" },
      shares: [{ quoteId: first, servers: 4, revision: 1 }],
    }),
  ).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("is awarded in the plan Claims assistant already"),
  });
  const { version } = await getQuote(ctx, { quoteId: first });
  await expect(
    setQuoteStatus(ctx, { quoteId: first, expectedVersion: version, status: "declined" }),
  ).rejects.toMatchObject({ code: "CONFLICT" });
});

it("is of what was compared: an offer with a newer revision is refused", async () => {
  const [first] = quoteIds;
  const head = { ...testHead, number: "Q-0" };
  const content = testContent({ notes: "Dearer" });
  await saveQuote(ctx, { quoteId: first, expectedVersion: 2, head, content });
  await receiveQuote(ctx, { quoteId: first, expectedVersion: 3 });
  await expect(award([[first, 4]])).rejects.toMatchObject({
    message: expect.stringContaining("has revision 2, and the plan compares revision 1"),
  });
});

it("is named on the quote, and a revision that is received later stands beside it", async () => {
  const [first, second] = quoteIds;
  await award([[first, 4]]);
  const { awardedIn, version } = await getQuote(ctx, { quoteId: first });
  expect(awardedIn).toEqual({ id: planId, name: testPlan().name });
  expect((await getQuote(ctx, { quoteId: second })).awardedIn).toBeNull();
  const head = { ...testHead, number: "Q-0" };
  const content = testContent({ notes: "Dearer" });
  await saveQuote(ctx, { quoteId: first, expectedVersion: version, head, content });
  await receiveQuote(ctx, { quoteId: first, expectedVersion: version + 1 });
  const { awards, quotes } = await getPlanQuotes(ctx, { planId });
  expect(newerThanAward(awards[0], quotes)).toEqual([
    { quoteId: first, text: expect.stringMatching(/on revision 1, and revision 2 came since/) },
  ]);
  expect(await getQuoteToImport(ctx, { quoteId: first })).toMatchObject({ isAwarded: true });
});

it("is taken back with what it did, and stays to be read", async () => {
  const [first, second] = quoteIds;
  await setQuoteStatus(ctx, { quoteId: first, expectedVersion: 2, status: "shortlisted" });
  const awardId = randomUUID();
  await award([[first, 4]], awardId);
  const undo = { planId, awardId, reason: "The supplier withdrew" };
  await undoAward(ctx, undo);
  expect(await undoAward(ctx, { ...undo, reason: "Twice" })).toEqual({ awardId: null });
  expect(await statuses()).toEqual(["shortlisted", "received", "received"]);
  await award([[second, 4]]);
  const { awards } = await getPlanQuotes(ctx, { planId });
  expect(awards.map(({ undone }) => undone?.reason)).toEqual([undefined, "The supplier withdrew"]);
  expect(awards[1]?.undone).toMatchObject({ by: "Owner" });
  await expect(undoAward(ctx, undo)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("not the plan\u2019s newest award any more"),
  });
  expect(await statuses()).toEqual(["declined", "awarded", "declined"]);
});

it("is of the revision that was on screen", async () => {
  const [first] = quoteIds;
  const head = { ...testHead, number: "Q-0" };
  const content = testContent({ notes: "Dearer" });
  await saveQuote(ctx, { quoteId: first, expectedVersion: 2, head, content });
  await receiveQuote(ctx, { quoteId: first, expectedVersion: 3 });
  await applyQuote(ctx, { planId, quoteId: first, servers: 4, optionId: "q-0", copyId: null });
  await expect(award([[first, 4]])).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("compares revision 2 of"),
  });
  expect(await statuses()).toEqual(["received", "received", "received"]);
  const shares = [{ quoteId: first, servers: 4, revision: 2 }];
  await awardPlan(ctx, { id: randomUUID(), planId, reason: "Still the lowest", shares });
  expect(await statuses()).toEqual(["awarded", "declined", "declined"]);
});

it("is refused where an offer that gets nothing has another revision than was compared", async () => {
  const [first, second] = quoteIds;
  const head = { ...testHead, number: "Q-1" };
  const content = testContent({ notes: "Cheaper" });
  await saveQuote(ctx, { quoteId: second, expectedVersion: 2, head, content });
  await receiveQuote(ctx, { quoteId: second, expectedVersion: 3 });
  await applyQuote(ctx, { planId, quoteId: second, servers: 4, optionId: "q-1", copyId: null });
  const order = (revision: number) => ({
    ...{ id: randomUUID(), planId, reason: "The lowest" },
    shares: [
      { quoteId: first, servers: 4, revision: 1 },
      { quoteId: second, servers: 0, revision },
    ],
  });
  await expect(awardPlan(ctx, order(1))).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await statuses()).toEqual(["received", "received", "received"]);
  await awardPlan(ctx, order(2));
  const [award] = (await getPlanQuotes(ctx, { planId })).awards;
  expect(award?.quotes.find(({ quoteId }) => quoteId === second)).toMatchObject({
    ...{ servers: 0, revision: 2 },
  });
});

it("is taken back from offers that no option uses any more", async () => {
  const [first] = quoteIds;
  const awardId = randomUUID();
  await award([[first, 4]], awardId);
  for (const rowId of ["q-0", "q-1"]) await removeOption(ctx, { planId, rowId });
  await undoAward(ctx, { planId, awardId, reason: "Withdrawn" });
  expect(await statuses()).toEqual(["received", "received", "received"]);
});

it("keeps its plan from being deleted until it is taken back", async () => {
  const [first] = quoteIds;
  const awardId = randomUUID();
  await award([[first, 4]], awardId);
  await expect(removePlan(ctx, { planId })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("Take the award back"),
  });
  await undoAward(ctx, { planId, awardId, reason: "Withdrawn" });
  expect(await removePlan(ctx, { planId })).toEqual({ id: planId });
});

it("hides no quote any more once the plan that is judged is deleted, and none but for its copies", async () => {
  const [quoteId] = quoteIds;
  const [copy, unrelated] = [randomUUID(), randomUUID()];
  await duplicatePlan(ctx, { planId, id: copy });
  await importPlan(ctx, { id: unrelated, file });
  const judge = await newMember(ctx, "editor");
  await saveQuoteReview(ctx, {
    ...{ planId, expectedVersion: null, criteria: firstCriteria },
    evaluators: [{ userId: judge.userId, seesPrices: false }],
  });
  const hidden = async () => {
    const plans = await listPlans(judge);
    return [planId, copy, unrelated].map((id) => plans.find((one) => one.id === id)?.pricesHidden);
  };
  expect(await hidden()).toEqual([true, true, false]);
  const seen = await getPlans(judge, { planIds: [planId, copy, unrelated] });
  expect(seen.map(({ id }) => id)).toEqual([unrelated]);
  const forbidden = { code: "FORBIDDEN" };
  await expect(removePlan(judge, { planId })).rejects.toMatchObject(forbidden);
  await expect(getQuote(judge, { quoteId })).rejects.toMatchObject(forbidden);
  await expect(getPlan(judge, { planId: copy })).rejects.toMatchObject(forbidden);
  await removePlan(ctx, { planId });
  expect(await hidden()).toEqual([undefined, false, false]);
  expect(await getQuote(judge, { quoteId })).toMatchObject({ id: quoteId });
  expect(await getPlan(judge, { planId: copy })).toMatchObject({ id: copy });
});

it("has a memo whose versions are all kept", async () => {
  const save = (expectedVersion: number | null, body: string) =>
    saveAwardMemo(ctx, { planId, expectedVersion, body });
  expect(await save(null, "# One")).toEqual({ version: 1 });
  expect(await save(null, "# One")).toEqual({ version: 1 });
  expect(await save(1, "# Two")).toEqual({ version: 2 });
  await expect(save(1, "# Late")).rejects.toMatchObject({ code: "CONFLICT" });
  const { memos } = await getPlanQuotes(ctx, { planId });
  expect(memos.map(({ version, body, by }) => [version, body, by])).toEqual([
    [2, "# Two", "Owner"],
    [1, "# One", "Owner"],
  ]);
});

it("has a memo that knows what was awarded and which plan it was when it was saved", async () => {
  const [first, second] = quoteIds;
  const notice = async (memo = 0) => {
    const { memos, awards } = await getPlanQuotes(ctx, { planId });
    return memoNotice(memos[memo], {
      awards,
      planVersion: (await getPlan(ctx, { planId })).version,
    });
  };
  const awardId = randomUUID();
  await award([[first, 2]], awardId);
  await saveAwardMemo(ctx, { planId, expectedVersion: null, body: "# One" });
  expect(await notice()).toBeNull();
  await undoAward(ctx, { planId, awardId, reason: "Withdrawn" });
  expect(await notice()).toMatch(/^Written for an award that was taken back on [^;]+\.$/);
  await award([[second, 4]]);
  expect(await notice()).toMatch(/^Written for an award that was taken back on .+; another was/);
  const keep = { planId, expectedVersion: 1, body: "# One" };
  expect(await saveAwardMemo(ctx, keep)).toEqual({ version: 2 });
  expect(await saveAwardMemo(ctx, keep)).toEqual({ version: 2 });
  expect(await notice()).toBeNull();
  const { version } = await getPlan(ctx, { planId });
  await removeOption(ctx, { planId, rowId: "q-2" });
  expect(await notice()).toBe(
    `The plan changed since (version ${version}, now ${version + 1}): its figures may differ.`,
  );
  expect(await notice(1)).toMatch(/^Written for an award .+ The plan changed since/);
});

it("knows the answers to the plan's RFQ that no option uses yet, and hides them with its prices", async () => {
  const rfqId = randomUUID();
  const content = testRfqContent();
  await createRfq(ctx, { id: rfqId, origin: { planId, optionId: "onprem" }, content });
  const suppliers = ["Stavra"];
  await saveRfq(ctx, { rfqId, expectedVersion: 1, content, isSealed: false, suppliers });
  await sendRfq(ctx, { rfqId, expectedVersion: 2 });
  const supplierId = (await getRfq(ctx, { rfqId })).suppliers[0]?.supplierId ?? "";
  const jobId = randomUUID();
  const asked = { id: jobId, rfqId, supplierId, fileName: "answer.xlsx", file: "AAAA" };
  await requestRfqAnswer(ctx, asked);
  const workbook = answeredWorkbook({ rfqId, supplierId });
  const { write } = await takeRfqAnswer(ctx, { jobId, workbook });
  await withOrganization(ctx.orgId, write);
  const { waiting } = await getPlanQuotes(ctx, { planId });
  expect(waiting).toMatchObject([{ supplierName: "Stavra", quoteId: expect.any(String) }]);
  const viewer = await newMember(ctx, "viewer");
  await saveQuoteReview(ctx, {
    ...{ planId, expectedVersion: null, criteria: firstCriteria },
    evaluators: [{ userId: viewer.userId, seesPrices: false }],
  });
  const [answered] = waiting;
  await expect(getQuote(viewer, { quoteId: answered?.quoteId ?? "" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect((await listQuotes(viewer)).quotes).toEqual([]);
  expect((await listQuotes(ctx)).quotes).toHaveLength(4);
});

it("follows scores of several evaluators, each with a reason and their own to change", async () => {
  const [quoteId] = quoteIds;
  const viewer = await newMember(ctx, "viewer");
  const given = { planId, quoteId, criterionId: "technical", score: 8.5, reason: "Measured" };
  await expect(scoreQuote(viewer, given)).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: expect.stringContaining("Ask an editor"),
  });
  const evaluators = [{ userId: viewer.userId, seesPrices: false }];
  const review = { planId, criteria: firstCriteria, evaluators };
  await saveQuoteReview(ctx, { ...review, expectedVersion: null });
  await scoreQuote(viewer, given);
  await scoreQuote(ctx, { ...given, score: 6, reason: "Loud" });
  await scoreQuote(ctx, { ...given, score: 6.5, reason: "Less loud" });
  const named = firstCriteria.find(({ id }) => id === given.criterionId)?.name;
  await expect(scoreQuote(ctx, { ...given, reason: "" })).rejects.toMatchObject({
    code: "INVALID",
    message: `Say why you score Fennmark Systems Q-0 so for ${named}: a score without a reason helps nobody later.`,
  });
  await expect(scoreQuote(ctx, { ...given, criterionId: "cost" })).rejects.toMatchObject({
    code: "INVALID",
  });
  const { review: held } = await getPlanQuotes(ctx, { planId });
  expect(held.scores.map(({ score, reason }) => [score, reason]).toSorted()).toEqual([
    [6.5, "Less loud"],
    [8.5, "Measured"],
  ]);
  const hide = { ...review, expectedVersion: held.version };
  await expect(
    saveQuoteReview(ctx, { ...hide, evaluators: [{ userId: ctx.userId, seesPrices: false }] }),
  ).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("may award") });
  await saveQuoteReview(ctx, { ...hide, evaluators: [] });
  expect((await getPlanQuotes(ctx, { planId })).review.scores).toEqual([]);
});
