import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { setDead } from "@/lib/data/jobs";
import { updateQuote } from "@/lib/data/quote-writes";
import { lockQuote } from "@/lib/data/quotes";
import { chooseFormer, rfqContentOf, type StoredRfq } from "@/lib/schemas/rfq";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { testContent, testLine } from "@/lib/testing/quote";
import { answeredWorkbook, testRfqContent, testRfqItem } from "@/lib/testing/rfq";
import { otherCurrencyText } from "@/lib/views/rfqs";
import { listActivity } from "./activity";
import { receiveQuote, saveQuote } from "./quote-changes";
import { getQuote, listQuotes } from "./quotes";
import { enterRfqAnswer, openRfqAnswers, openRfqAnswersEarly } from "./rfq-answers";
import { declineRfq, endRfq, saveRfqQuestion, sendRfq } from "./rfq-changes";
import { chooseRfqAnswer, requestRfqAnswer, takeRfqAnswer } from "./rfq-imports";
import { getRfqPaper } from "./rfq-papers";
import { createRfq, getRfq, listRfqs, saveRfq } from "./rfqs";

let ctx: Context;
let rfqId: string;
const suppliers = ["Fennmark Systems", "Stavra"];
const refused = { code: "NOT_FOUND", message: "There is no such RFQ." };

beforeEach(async () => {
  ctx = await newOrganization();
  rfqId = randomUUID();
  await createRfq(ctx, { id: rfqId, origin: null, content: testRfqContent() });
});

const at = (expectedVersion: number) => ({ rfqId, expectedVersion });
const save = (expectedVersion: number, change = {}, isSealed = false) =>
  saveRfq(ctx, { ...at(expectedVersion), content: testRfqContent(change), isSealed, suppliers });
const read = (now?: Date): Promise<StoredRfq> => getRfq(ctx, { rfqId }, now);
const supplierNamed = async (name: string) =>
  (await read()).suppliers.find((one) => one.name === name)?.supplierId ?? "";

async function sent(isSealed = false): Promise<string> {
  await save(1, { notes: "Sent" }, isSealed);
  await sendRfq(ctx, at(2));
  return supplierNamed("Stavra");
}

/** As the worker does it, without its file. */
async function answer(
  supplierId: string,
  cells: Parameters<typeof answeredWorkbook>[0]["cells"] = {},
  { now = new Date(), of = {}, ...said }: { now?: Date; of?: object; revises?: string | null } = {},
) {
  const id = randomUUID();
  const file = { fileName: "answer.xlsx", file: "AAAA" };
  await requestRfqAnswer(ctx, { id, rfqId, supplierId, ...file, ...said });
  await take({ jobId: id, workbook: answeredWorkbook({ rfqId, supplierId, cells, ...of }) }, now);
}

async function take(read: Parameters<typeof takeRfqAnswer>[1], now?: Date): Promise<void> {
  const { write } = await takeRfqAnswer(ctx, read, now);
  await withOrganization(ctx.orgId, write);
}

describe("an RFQ", () => {
  it("is one however often its form is sent, and is kept as it was written", async () => {
    const content = testRfqContent();
    await Promise.all([1, 2, 3].map(() => createRfq(ctx, { id: rfqId, origin: null, content })));
    const listed = await listRfqs(ctx);
    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({ id: rfqId, status: "draft", asked: 0, answered: 0 });
    const [revision] = (await read()).revisions;
    expect(revision && rfqContentOf(revision)).toEqual(content);
  });

  it("is sent once: two presses make one event, and a stale tab is told", async () => {
    await save(1, { notes: "Sent" });
    const twice = await Promise.all([sendRfq(ctx, at(2)), sendRfq(ctx, at(2))]);
    expect(twice).toEqual([1, 2].map(() => ({ id: rfqId, version: 3, revision: 1 })));
    const { status, sentRevision, deadlineAt, events } = await read();
    expect({ status, sentRevision }).toEqual({ status: "sent", sentRevision: 1 });
    // 17:00 on a clock in Berlin, in winter.
    expect(deadlineAt).toBe("2099-12-15T16:00:00.000Z");
    expect(events.map(({ action }) => action)).toEqual(["send", "save", "create"]);
    await expect(save(2, { notes: "Stale" })).rejects.toMatchObject({
      code: "CONFLICT",
      currentVersion: 3,
    });
  });

  it("is not sent without an item, a supplier or a deadline to come", async () => {
    await expect(sendRfq(ctx, at(1))).rejects.toMatchObject({ message: /supplier/ });
    await save(1, { items: [] });
    await expect(sendRfq(ctx, at(2))).rejects.toMatchObject({ message: /item/ });
    await save(2, { deadlineLocal: null });
    await expect(sendRfq(ctx, at(3))).rejects.toMatchObject({ message: /until when/ });
    await save(3, { deadlineLocal: "2026-03-29T12:00" });
    await expect(sendRfq(ctx, at(4), new Date("2026-03-29T10:00:00Z"))).rejects.toMatchObject({
      message: /over already/,
    });
    await expect(save(4, { deadlineZone: "Europe/Nowhere" })).rejects.toMatchObject({
      message: /not known here/,
    });
    await sendRfq(ctx, at(4), new Date("2026-03-29T09:59:59Z"));
  });

  it("keeps what was sent: a change is the next revision, and the database refuses another", async () => {
    await sent();
    const items = [testRfqItem({ quantity: "6" })];
    expect(await save(3, { items })).toMatchObject({ revision: 2 });
    expect(await save(4, { items, notes: "Six" })).toMatchObject({ revision: 2 });
    expect(
      (await getRfqPaper(ctx, { rfqId, supplierId: await supplierNamed("Stavra") })).revision,
    ).toBe(1);
    await sendRfq(ctx, at(5));
    const { revisions, sentRevision } = await read();
    expect(sentRevision).toBe(2);
    expect(revisions.map(({ items: [first] }) => first?.quantity)).toEqual(["6", "4"]);
    const change = (
      work: (tx: Parameters<Parameters<typeof withOrganization>[1]>[0]) => Promise<unknown>,
    ) => withOrganization(ctx.orgId, work);
    await expect(
      change((tx) => tx.rfqRevision.updateMany({ where: { revision: 1 }, data: { notes: "x" } })),
    ).rejects.toThrow(/stays as it is/);
    await expect(change((tx) => tx.rfqItem.deleteMany({ where: { revision: 1 } }))).rejects.toThrow(
      /stays as it is/,
    );
  });

  it("asks further suppliers without another revision, and keeps who has answered", async () => {
    const supplierId = await sent();
    const content = testRfqContent({ notes: "Sent" });
    const ask = (expectedVersion: number, names: string[]) =>
      saveRfq(ctx, { ...at(expectedVersion), content, isSealed: false, suppliers: names });
    expect(await ask(3, [...suppliers, "Kelso"])).toMatchObject({ revision: 1 });
    await answer(supplierId);
    await expect(ask(4, ["Kelso"])).rejects.toMatchObject({ message: /has answered already/ });
    await ask(4, ["Stavra"]);
    expect((await read()).suppliers.map(({ name }) => name)).toEqual(["Stavra"]);
  });

  it("answers a question to all, and notes who declines", async () => {
    const supplierId = await sent();
    const question = { rfqId, id: randomUUID(), supplierId, question: "Which rails?" };
    await saveRfqQuestion(ctx, { ...question, answer: "" });
    expect((await getRfqPaper(ctx, { rfqId, supplierId })).questions).toEqual([]);
    await saveRfqQuestion(ctx, { ...question, answer: "Square holes." });
    await saveRfqQuestion(ctx, { ...question, answer: "Square holes." });
    await declineRfq(ctx, { rfqId, supplierId, declined: true, reason: "No stock" });
    const { questions, suppliers: asked, events } = await read();
    expect(questions).toMatchObject([{ question: "Which rails?", answer: "Square holes." }]);
    expect(asked.find(({ name }) => name === "Stavra")).toMatchObject({
      declinedReason: "No stock",
    });
    expect(events.map(({ action }) => action).slice(0, 3)).toEqual(["decline", "reply", "ask"]);
    const paper = await getRfqPaper(ctx, {
      rfqId,
      supplierId: await supplierNamed("Fennmark Systems"),
    });
    expect(paper.questions).toHaveLength(1);
  });

  it("that is closed or cancelled takes nothing in", async () => {
    const supplierId = await sent();
    await endRfq(ctx, { ...at(3), status: "closed" });
    await expect(answer(supplierId)).rejects.toMatchObject({ message: /takes no answers/ });
    await expect(save(4, { notes: "x" })).rejects.toMatchObject({ message: /is closed/ });
    await expect(endRfq(ctx, { ...at(4), status: "cancelled" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("of another organization is none at all", async () => {
    const supplierId = await sent();
    const stranger = await newOrganization();
    await expect(getRfq(stranger, { rfqId })).rejects.toMatchObject(refused);
    await expect(getRfqPaper(stranger, { rfqId, supplierId })).rejects.toMatchObject(refused);
    await expect(sendRfq(stranger, at(3))).rejects.toMatchObject(refused);
    expect(await listRfqs(stranger)).toEqual([]);
    // The same id there is another one.
    await createRfq(stranger, {
      id: rfqId,
      origin: null,
      content: testRfqContent({ title: "Theirs" }),
    });
    expect((await read()).revisions[0]?.title).toBe("Claims assistant, servers");
  });
});

describe("an answer", () => {
  it("becomes a quote in draft of its supplier, exact, and says which revision it answers", async () => {
    const supplierId = await sent();
    await answer(supplierId);
    const asked = (await read()).suppliers.find(({ name }) => name === "Stavra");
    expect(asked?.answers).toMatchObject([{ number: "ST-77", rfqRevision: 1 }]);
    const quote = await getQuote(ctx, { quoteId: asked?.answers[0]?.quote?.id ?? "" });
    expect(quote).toMatchObject({
      ...{ supplierName: "Stavra", number: "ST-77", currency: "EUR", status: "draft" },
    });
    expect(quote.revisions[0]).toMatchObject({
      ...{ quotedOn: "2026-12-01", validUntil: "2027-03-31", freight: "4800" },
      lines: [
        { quantity: "4", unitPrice: "280000", discountFraction: "0.025", category: "server" },
        { quantity: "4", unitPrice: "12000.5", recurrence: "yearly", months: 36 },
      ],
    });
  });

  it("in another currency than asked is taken in, and says so where its RFQ is read", async () => {
    const supplierId = await sent();
    await answer(supplierId, { D9: "USD" });
    const rfq = await read();
    const [held] = rfq.suppliers.find(({ name }) => name === "Stavra")?.answers ?? [];
    if (!held) throw new Error("no answer");
    expect(otherCurrencyText(held, rfq)).toBe("in USD, not in EUR as asked");
    await answer(supplierId, { D6: "ST-78" });
    const [same] = (await read()).suppliers.find(({ name }) => name === "Stavra")?.answers ?? [];
    expect(same && otherCurrencyText(same, rfq)).toBeNull();
  });

  it("that came otherwise is a quote with the items unpriced, once, and none while answers are sealed", async () => {
    const supplierId = await sent();
    const entered = {
      ...{ id: randomUUID(), rfqId, supplierId },
      ...{ number: "BY-HAND", currency: "USD", quotedOn: "2026-12-01" },
    };
    const twice = await Promise.all([enterRfqAnswer(ctx, entered), enterRfqAnswer(ctx, entered)]);
    expect(twice[0]).toEqual(twice[1]);
    const quote = await getQuote(ctx, twice[0]);
    expect(quote.answersRfq).toEqual({ rfqId, rfqRevision: 1 });
    expect(
      quote.revisions[0]?.lines.map(({ quantity, unitPrice }) => [quantity, unitPrice]),
    ).toEqual([
      ["4", null],
      ["4", null],
    ]);
    // Asked were DAP and 30 days; of what the supplier offers nothing is known yet.
    expect(quote.revisions[0]).toMatchObject({ incoterm: null, paymentTerms: "" });
    expect((await listQuotes(ctx)).quotes).toHaveLength(1);
    await expect(enterRfqAnswer(ctx, { ...entered, id: randomUUID() })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("that comes again under its number is the next revision, what came before staying", async () => {
    const supplierId = await sent();
    await answer(supplierId);
    await answer(supplierId, { K20: 270_000 });
    const { quotes } = await listQuotes(ctx);
    expect(quotes).toHaveLength(1);
    const { revisions, status } = await getQuote(ctx, { quoteId: quotes[0]?.id ?? "" });
    expect(status).toBe("received");
    expect(
      revisions.map(({ lines: [first], receivedAt }) => [first?.unitPrice, receivedAt !== null]),
    ).toEqual([
      ["270000", false],
      ["280000", true],
    ]);
  });

  it("under another number than an open one is asked about, and comes in as what it is said to be", async () => {
    const supplierId = await sent();
    await answer(supplierId);
    const renumbered = { D6: "ST-77 rev B", K20: 270_000 };
    await expect(answer(supplierId, renumbered)).rejects.toMatchObject({
      code: "INVALID",
      message: `${chooseFormer} Stavra has ST-77 open for this RFQ, and this one is numbered ST-77 rev B: a new revision of it, or another quote.`,
    });
    await expect(answer(supplierId, renumbered, { revises: "ST-1" })).rejects.toMatchObject({
      message: /ST-1 is no open quote of Stavra for this RFQ/,
    });
    await answer(supplierId, renumbered, { revises: "ST-77" });
    const [held] = (await listQuotes(ctx)).quotes;
    const { revisions } = await getQuote(ctx, { quoteId: held?.id ?? "" });
    expect(revisions[0]).toMatchObject({
      ...{ revision: 2, notes: "Numbered ST-77 rev B by the supplier." },
      lines: [{ unitPrice: "270000" }, {}],
    });
    await answer(supplierId, { D6: "ST-90" }, { revises: null });
    const { quotes } = await listQuotes(ctx);
    expect(quotes.map(({ number }) => number).sort()).toEqual(["ST-77", "ST-90"]);
    // Its own number is known now, so it is asked about no more.
    await answer(supplierId, { D6: "ST-90", K20: 1 });
    expect((await listQuotes(ctx)).quotes).toHaveLength(2);
  });

  it("entered by hand is asked about the same, and not where the open one was declined", async () => {
    const supplierId = await sent();
    await answer(supplierId);
    const entered = {
      ...{ id: randomUUID(), rfqId, supplierId },
      ...{ number: "ST-77/2", currency: "EUR", quotedOn: "2026-12-01" },
    };
    const asked = { message: expect.stringContaining(chooseFormer) };
    await expect(enterRfqAnswer(ctx, entered)).rejects.toMatchObject(asked);
    const { quoteId } = await enterRfqAnswer(ctx, { ...entered, revises: "ST-77" });
    expect((await getQuote(ctx, { quoteId })).revisions.map(({ revision }) => revision)).toEqual([
      2, 1,
    ]);
    await withOrganization(ctx.orgId, (tx) =>
      updateQuote(tx, ctx.orgId, { id: quoteId, status: "declined" }),
    );
    await enterRfqAnswer(ctx, { ...entered, id: randomUUID(), number: "ST-80" });
    expect((await listQuotes(ctx)).quotes).toHaveLength(2);
  });

  it("that was refused for that is read again once somebody says what it is", async () => {
    const supplierId = await sent();
    await answer(supplierId);
    const jobId = randomUUID();
    const file = { fileName: "b.xlsx", file: btoa("PK") };
    await requestRfqAnswer(ctx, { id: jobId, rfqId, supplierId, ...file });
    const workbook = answeredWorkbook({ rfqId, supplierId, cells: { D6: "ST-77-2", K20: 5 } });
    await expect(take({ jobId, workbook })).rejects.toMatchObject({ code: "INVALID" });
    const id = randomUUID();
    await chooseRfqAnswer(ctx, { id, jobId, revises: "ST-77" });
    await take({ jobId: id, workbook });
    const { quotes } = await listQuotes(ctx);
    expect(quotes.map(({ number }) => number)).toEqual(["ST-77"]);
    const { attachments } = await getQuote(ctx, { quoteId: quotes[0]?.id ?? "" });
    expect(attachments).toMatchObject([{ name: "b.xlsx", revision: 2 }, { revision: 1 }]);
  });

  it("brought twice by one job, or by two at once, is one", async () => {
    const supplierId = await sent();
    const id = randomUUID();
    const file = { id, rfqId, supplierId, fileName: "a.xlsx", file: "AAAA" };
    await Promise.all([requestRfqAnswer(ctx, file), requestRfqAnswer(ctx, file)]);
    const workbook = answeredWorkbook({ rfqId, supplierId });
    await Promise.all([1, 2].map(() => take({ jobId: id, workbook })));
    expect((await listQuotes(ctx)).quotes).toHaveLength(1);
    const [asked] = (await read()).suppliers.filter(({ name }) => name === "Stavra");
    expect(asked?.answers).toHaveLength(1);
  });

  it("that says the very same as the one before it is refused in words; an offer made again is not", async () => {
    const supplierId = await sent();
    await answer(supplierId);
    await expect(answer(supplierId)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringMatching(
        /^Nothing changed\. The very same answer, Stavra ST-77, was taken in \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
      ),
    });
    await answer(supplierId, { K20: 270_000 });
    await answer(supplierId);
    const asked = (await read()).suppliers.find(({ name }) => name === "Stavra");
    expect(asked?.answers.map(({ quote }) => quote?.revision)).toEqual([3, 2, 1]);
  });

  it("waits for a change of its quote, and is refused where that declined it", async () => {
    const supplierId = await sent();
    await answer(supplierId);
    const quoteId = (await listQuotes(ctx)).quotes[0]?.id ?? "";
    const { late } = await withOrganization(ctx.orgId, async (tx) => {
      await lockQuote(tx, ctx.orgId, quoteId);
      await updateQuote(tx, ctx.orgId, { id: quoteId, status: "declined" });
      const [self] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
      const coming = answer(supplierId, { K20: 1 }).catch((error: unknown) => error);
      const waiting = "select pid from pg_stat_activity where $1 = any(pg_blocking_pids(pid))";
      await expect.poll(() => byOwner(ctx.orgId, waiting, [self?.pid])).toHaveLength(1);
      return { late: coming };
    });
    expect(await late).toMatchObject({ code: "INVALID", message: /is declined already/ });
    expect((await getQuote(ctx, { quoteId })).revisions).toHaveLength(1);
  });

  it("is no file that the sample organization keeps", async () => {
    const supplierId = await sent();
    await byOwner(ctx.orgId, "update organization set is_sample = true where id = $1", [ctx.orgId]);
    await expect(answer(supplierId)).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringMatching(/so it keeps no files. Sign up/),
    });
  });

  it("is refused whole, with row, column, value and mend", async () => {
    const supplierId = await sent();
    const failing = answer(supplierId, { K20: "about 280k", L21: 120, D6: null });
    await expect(failing).rejects.toMatchObject({
      code: "INVALID",
      message: [
        "Nothing was taken in.",
        "Row 6, Your quote number. Enter your number of this quote.",
        "Row 20, Unit price: \u201cabout 280k\u201d. Enter a number with at most 4 decimals.",
        "Row 21, Discount, %: \u201c120\u201d. Enter a percentage from 0 to 100, such as 7.5.",
      ].join("\n"),
    });
    expect((await listQuotes(ctx)).quotes).toEqual([]);
  });

  it("ends what failed before it, and nothing that fails after it", async () => {
    const supplierId = await sent();
    const fail = async (fileName: string) => {
      const id = randomUUID();
      await requestRfqAnswer(ctx, { id, rfqId, supplierId, fileName, file: "AAAA" });
      const key = { orgId: ctx.orgId, jobId: id };
      await withOrganization(ctx.orgId, (tx) => setDead(tx, key, "Row 20."));
    };
    const failed = async () =>
      (await read()).imports.flatMap(({ state, fileName }) => (state === "failed" ? fileName : []));
    await fail("first.xlsx");
    expect(await failed()).toEqual(["first.xlsx"]);
    await answer(supplierId);
    expect(await failed()).toEqual([]);
    await fail("second.xlsx");
    expect(await failed()).toEqual(["second.xlsx"]);
  });

  it("of another RFQ, supplier, organization or revision is refused in words", async () => {
    const supplierId = await sent();
    const other = randomUUID();
    await createRfq(ctx, { id: other, origin: null, content: testRfqContent({ title: "Other" }) });
    const fennmark = await supplierNamed("Fennmark Systems");
    const words = (of: object) =>
      answer(supplierId, {}, { of }).catch(({ message }: Error) => message);
    expect(await words({ rfqId: other })).toMatch(/another RFQ, \u201cOther\u201d/);
    expect(await words({ rfqId: randomUUID() })).toMatch(/of another organization/);
    expect(await words({ supplierId: fennmark })).toMatch(
      /made for Fennmark Systems, not for Stavra/,
    );
    expect(await words({ revision: 7 })).toMatch(/revision 7, which was not sent/);
    const id = randomUUID();
    await requestRfqAnswer(ctx, { id, rfqId, supplierId, fileName: "x", file: "AAAA" });
    await expect(takeRfqAnswer(ctx, { jobId: id, workbook: { sheets: [] } })).rejects.toMatchObject(
      { message: /not the template/ },
    );
    expect((await listQuotes(ctx)).quotes).toEqual([]);
  });
});

describe("sealed answers", () => {
  const before = new Date("2099-12-15T15:59:59Z");
  const deadline = new Date("2099-12-15T16:00:00Z");
  const after = new Date("2099-12-15T16:00:01Z");
  let supplierId: string;

  beforeEach(async () => {
    supplierId = await sent(true);
    await answer(supplierId, { K20: 287_654.321 }, { now: before });
  });

  it("say to nobody what they cost, not in a page, a list, the activity or the rows themselves", async () => {
    const seen = JSON.stringify([
      await read(after),
      await listRfqs(ctx),
      await listQuotes(ctx),
      await listActivity(ctx, { userId: null, planId: null, kind: null, before: null }),
    ]);
    expect(seen).toContain("ST-77");
    expect(seen).not.toContain("287654");
    expect((await listQuotes(ctx)).quotes).toEqual([]);
    await expect(
      withOrganization(ctx.orgId, (tx) => tx.$queryRaw`select content from rfq_answer`),
    ).rejects.toThrow(/permission denied/);
    const opened = await withOrganization(
      ctx.orgId,
      (tx) => tx.$queryRaw<object[]>`select content from open_answers(${rfqId}::uuid)`,
    );
    expect(opened).toEqual([]);
    const kept = await byOwner(
      ctx.orgId,
      "select content::text as content from rfq_answer where org_id = $1",
      [ctx.orgId],
    );
    expect(JSON.stringify(kept)).toContain("287654.321");
    const files = await byOwner(
      ctx.orgId,
      "select count(*)::int as files from stored_file where org_id = $1",
      [ctx.orgId],
    );
    expect(files).toEqual([{ files: 0 }]);
  });

  it("open when the deadline is over, and not a second before, for owners neither", async () => {
    for (const now of [before, deadline])
      await expect(openRfqAnswers(ctx, at(3), now)).rejects.toMatchObject({
        code: "FORBIDDEN",
        message: expect.stringMatching(/open at the deadline/),
      });
    const twice = await Promise.all([
      openRfqAnswers(as(ctx, "editor"), at(3), after),
      openRfqAnswers(ctx, at(3), after),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    const { quotes } = await listQuotes(ctx);
    expect(quotes.map(({ number }) => number)).toEqual(["ST-77"]);
    const { revisions } = await getQuote(ctx, { quoteId: quotes[0]?.id ?? "" });
    expect(revisions[0]?.lines[0]?.unitPrice).toBe("287654.321");
    const { events, openedReason } = await read();
    expect(openedReason).toBe("");
    expect(events.filter(({ action }) => action === "open")).toHaveLength(1);
  });

  it("open early for an administrator alone, for a reason that is kept", async () => {
    const early = { ...at(3), reason: "The board meets today" };
    await expect(openRfqAnswersEarly(as(ctx, "editor"), early, before)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await openRfqAnswersEarly(as(ctx, "admin"), early, before);
    expect((await read()).openedReason).toBe("The board meets today");
    const { events } = await listActivity(ctx, {
      userId: null,
      planId: null,
      kind: "quotes",
      before: null,
    });
    expect(events.find(({ action }) => action === "open-early")?.detail).toMatchObject({
      reason: "The board meets today",
    });
    expect((await listQuotes(ctx)).quotes).toHaveLength(1);
  });

  it("stay closed by no way round: an earlier deadline, another promise, or the end of the RFQ", async () => {
    const content = testRfqContent({ notes: "Sent", deadlineLocal: "2098-01-01T00:00" });
    const sooner = { ...at(3), content, isSealed: true, suppliers };
    await expect(saveRfq(ctx, { ...sooner, isSealed: false })).rejects.toMatchObject({
      message: /stays so/,
    });
    await saveRfq(ctx, sooner);
    await expect(sendRfq(ctx, at(4))).rejects.toMatchObject({ message: /later, not earlier/ });
    await endRfq(ctx, { ...at(4), status: "cancelled" });
    await expect(openRfqAnswers(ctx, at(5), after)).rejects.toMatchObject({
      message: /stay closed/,
    });
  });

  it("that come again are revisions of one quote once they open, all received", async () => {
    await answer(supplierId, { K20: 1 }, { now: before });
    await answer(supplierId, { K20: 2, D6: "ST-78" }, { now: before, revises: null });
    await openRfqAnswers(ctx, at(5), after);
    const { quotes } = await listQuotes(ctx);
    const listed = quotes.map(({ number, newest, entering }) => [
      number,
      newest.revision,
      entering,
    ]);
    expect(listed.sort()).toEqual([
      ["ST-77", 2, undefined],
      ["ST-78", 1, undefined],
    ]);
    const { suppliers: asked } = await read();
    const answers = asked.find(({ name }) => name === "Stavra")?.answers ?? [];
    expect(answers.every(({ quote }) => quote !== null)).toBe(true);
  });

  it("under a new number are asked about while they are sealed too, and open as revisions of one quote", async () => {
    const renumbered = { K20: 3, D6: "ST-77 rev B" };
    const later = new Date(before.getTime() + 60_000);
    await expect(answer(supplierId, renumbered, { now: later })).rejects.toMatchObject({
      message: expect.stringContaining(chooseFormer),
    });
    await answer(supplierId, renumbered, { now: later, revises: "ST-77" });
    await openRfqAnswers(ctx, at(4), after);
    const { quotes } = await listQuotes(ctx);
    expect(quotes.map(({ number, newest }) => [number, newest.revision])).toEqual([["ST-77", 2]]);
    const { revisions, attachments } = await getQuote(ctx, { quoteId: quotes[0]?.id ?? "" });
    expect(revisions[0]?.notes).toBe("Numbered ST-77 rev B by the supplier.");
    // What is sealed lies in no file.
    expect(attachments).toEqual([]);
  });

  it("stay as they were bid: opened they are received, at the time they came", async () => {
    await openRfqAnswers(ctx, at(3), after);
    const quoteId = (await listQuotes(ctx)).quotes[0]?.id ?? "";
    const { status, version, revisions, supplierName, number, currency } = await getQuote(ctx, {
      quoteId,
    });
    expect({ status, receivedAt: revisions.map(({ receivedAt }) => receivedAt) }).toEqual({
      status: "received",
      receivedAt: [before.toISOString()],
    });
    const change = (
      work: (tx: Parameters<Parameters<typeof withOrganization>[1]>[0]) => Promise<unknown>,
    ) => withOrganization(ctx.orgId, work);
    await expect(
      change((tx) => tx.quoteLine.deleteMany({ where: { quoteId, revision: 1 } })),
    ).rejects.toThrow(/stays as it is/);
    const head = { supplierName, number, currency };
    const content = testContent({ lines: [testLine({ unitPrice: "1" })] });
    await saveQuote(ctx, { quoteId, expectedVersion: version, head, content });
    const later = (await getQuote(ctx, { quoteId })).revisions;
    expect(later.map(({ revision, lines: [first] }) => [revision, first?.unitPrice])).toEqual([
      [2, "1"],
      [1, "287654.321"],
    ]);
  });

  it("are not entered on a page that would show them", async () => {
    const entered = { id: randomUUID(), rfqId, supplierId, number: "X", currency: "EUR" };
    await expect(
      enterRfqAnswer(ctx, { ...entered, quotedOn: "2026-12-01" }, before),
    ).rejects.toMatchObject({ code: "INVALID", message: /sealed/ });
  });

  it("hide the value of what was refused", async () => {
    const failing = answer(supplierId, { K20: "287,654" }, { now: before });
    await expect(failing).rejects.toMatchObject({
      message: "Nothing was taken in.\nRow 20, Unit price. Enter a number with at most 4 decimals.",
    });
  });

  it("that come late are taken in, and are quotes at once where the others are open", async () => {
    await openRfqAnswers(ctx, at(3), after);
    const fennmark = await supplierNamed("Fennmark Systems");
    await answer(fennmark, { D6: "FS-1" }, { now: after });
    const { quotes } = await listQuotes(ctx);
    expect(quotes.map(({ number }) => number).sort()).toEqual(["FS-1", "ST-77"]);
    const [quote] = quotes;
    await receiveQuote(ctx, { quoteId: quote?.id ?? "", expectedVersion: 1 });
  });
});
