import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { planFileText } from "@/lib/exporters/plan-file";
import { rfqTemplate } from "@/lib/exporters/rfq-template";
import { maxAttachmentsEach } from "@/lib/schemas/attachment";
import { type ImportSettings, type LinesPreview, nothingSet } from "@/lib/schemas/lines-import";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { newMember } from "@/lib/testing/member";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testHead, testLine } from "@/lib/testing/quote";
import { testRfqContent } from "@/lib/testing/rfq";
import { importLines } from "./lines-import-job";
import { findUndoableImport, undoLinesImport } from "./lines-import-undo";
import { getQuoteToImport, previewLines, requestLinesImport } from "./lines-imports";
import { importPlan } from "./plans";
import { addAttachment, getAttachment } from "./quote-attachments";
import { receiveQuote, saveQuote } from "./quote-changes";
import { applyQuote } from "./quote-plans";
import { saveQuoteReview } from "./quote-reviews";
import { createQuote, getQuote } from "./quotes";
import { sendRfq } from "./rfq-changes";
import { getRfqPaper } from "./rfq-papers";
import { createRfq, getRfq, saveRfq } from "./rfqs";

let ctx: Context;
let quoteId: string;
const file = (text: string, name = "offer.csv") => ({
  name,
  bytes: new TextEncoder().encode(text),
});
const messy = file(
  "Angebot;;;\n;;;\nBezeichnung;Art.-Nr.;Menge;Einzelpreis\nServer;S-1;4;1.234,56\nKabel;K-9;12;9,90\nSumme;;;5.057,04\n",
);

beforeEach(async () => {
  ctx = await newOrganization();
  quoteId = randomUUID();
  await createQuote(ctx, { id: quoteId, head: testHead, content: testContent() });
});

const preview = (given = messy, settings: ImportSettings = nothingSet, of = quoteId) =>
  previewLines(ctx, { quoteId: of, settings, file: given });

const settledBy = (seen: LinesPreview): ImportSettings => ({
  sheet: seen.sheet,
  headerRow: seen.header?.last ?? 0,
  mapping: seen.mapping,
  decimal: seen.decimal.value,
  dates: seen.dates?.value ?? null,
  percent: seen.percent?.value ?? null,
  ...{ category: seen.category, guess: seen.guess, chosen: seen.chosen },
  chosenPaid: seen.chosenPaid,
});

type Asked = {
  readonly id?: string;
  readonly mode?: "add" | "replace";
  readonly version?: number;
  readonly given?: typeof messy;
  readonly totalRow?: number | null;
  readonly chosen?: ImportSettings["chosen"];
  readonly chosenPaid?: ImportSettings["chosenPaid"];
};

async function request({
  id = randomUUID(),
  mode = "add",
  version = 1,
  given = messy,
  totalRow = null,
  chosen = {},
  chosenPaid = {},
}: Asked = {}) {
  const settings = { ...settledBy(await preview(given)), chosen, chosenPaid };
  return requestLinesImport(ctx, {
    id,
    quoteId,
    expectedVersion: version,
    mode,
    settings,
    totalRow,
    file: given,
  });
}

/** As the worker does it: the work, then what it writes, in one transaction. */
async function work(jobId: string) {
  const outcome = await importLines(ctx, {
    jobId,
    signal: new AbortController().signal,
    report: async () => {},
  });
  await withOrganization(ctx.orgId, async (tx) => outcome.write?.(tx));
}

async function imported(asked: Asked = {}) {
  const { id } = await request(asked);
  await work(id);
  return id;
}

const newest = async () => {
  const [revision] = (await getQuote(ctx, { quoteId })).revisions;
  if (!revision) throw new Error("no revision");
  return revision;
};
const described = async () => (await newest()).lines.map(({ description }) => description);
const attached = async () => (await getQuote(ctx, { quoteId })).attachments.map(({ id }) => id);
const textOf = ({ bytes }: typeof messy) => new TextDecoder().decode(bytes);
const before = testContent().lines.map(({ description }) => description);

describe("a quote to import into", () => {
  it("says how many lines it has, and whether any is priced", async () => {
    const { supplierName, number, currency } = await getQuote(ctx, { quoteId });
    const head = { supplierName, number, currency };
    const asIs = await getQuoteToImport(ctx, { quoteId });
    expect(asIs).toMatchObject({ lineCount: before.length, hasPrices: true });
    const lines = testContent().lines.map((line) => ({ ...line, unitPrice: null }));
    await saveQuote(ctx, { quoteId, expectedVersion: 1, head, content: testContent({ lines }) });
    const emptied = await getQuoteToImport(ctx, { quoteId });
    expect(emptied).toMatchObject({ lineCount: before.length, hasPrices: false });
  });
});

describe("a preview", () => {
  it("says what the file says, and keeps nothing", async () => {
    const seen = await preview();
    expect(seen).toMatchObject({
      header: { first: 3, last: 3 },
      mapping: { description: 0, partNumber: 1, quantity: 2, unitPrice: 3 },
      decimal: { value: "comma", isCertain: true },
      lineCount: 2,
      linesNet: "5057.04",
      refusedCount: 0,
      leftOut: [{ row: 6, reason: "total" }],
      mappingFrom: "proposed",
    });
    expect(await described()).toEqual(before);
    expect(
      await byOwner(ctx.orgId, "select 1 from stored_file where org_id = $1", [ctx.orgId]),
    ).toEqual([]);
  });

  it("waits its turn with a few others, refuses more, and stops with whoever asked", async () => {
    const leaving = new AbortController();
    const asked = { quoteId, settings: nothingSet, file: messy };
    // Many more than have room, so that some are refused however slowly they come.
    const all = Array.from({ length: 24 }, () => previewLines(ctx, asked, leaving.signal));
    const busy = "Too many files are being read at once. Choose the file again in a minute.";
    const refused = all.map((one) =>
      one.then(
        () => Promise.reject(new Error("read")),
        (error: unknown) => error,
      ),
    );
    const refusal = await Promise.any(refused);
    expect(refusal).toMatchObject({ code: "UNAVAILABLE", message: busy });
    leaving.abort(new Error("gone"));
    const ends = await Promise.allSettled(all);
    const said = ends.map((end) => (end.status === "rejected" ? end.reason.message : "read"));
    expect(new Set(said.filter((one) => one !== "read"))).toEqual(new Set([busy, "gone"]));
    expect((await preview()).lineCount).toBe(2);
  });

  it("is nobody else's", async () => {
    const stranger = await newOrganization();
    await expect(
      previewLines(stranger, { quoteId, settings: nothingSet, file: messy }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("an import", () => {
  it("adds the lines exactly, as one change, and keeps the file with the quote alone", async () => {
    await imported();
    const { lines } = await newest();
    expect(lines).toHaveLength(6);
    expect(lines[4]).toMatchObject({
      description: "Server",
      partNumber: "S-1",
      quantity: "4",
      unitPrice: "1234.56",
      category: "server",
    });
    const { version, events } = await getQuote(ctx, { quoteId });
    expect(version).toBe(2);
    expect(events[0]).toMatchObject({ action: "import-lines", revision: 1 });
    const files = await byOwner(ctx.orgId, "select purpose from stored_file where org_id = $1", [
      ctx.orgId,
    ]);
    expect(files).toEqual([{ purpose: "quote-attachment" }]);
  });

  it("keeps the file as it was received, named with the lines that came from it", async () => {
    const importId = await imported({ given: file(textOf(messy), "../offer.exe") });
    const { attachments, events } = await getQuote(ctx, { quoteId });
    expect(attachments).toMatchObject([
      {
        ...{ id: importId, name: "offer.exe.csv", mediaType: "text/csv", revision: 1 },
        imported: { firstLine: before.length + 1, lineCount: 2 },
      },
    ]);
    expect(events[0]).toMatchObject({ action: "import-lines", file: "offer.exe.csv" });
    const kept = await getAttachment(ctx, { quoteId, attachmentId: importId });
    expect(Buffer.from(kept.bytes).equals(Buffer.from(messy.bytes))).toBe(true);
  });

  it("takes the file away when it is undone, and leaves one that an earlier import came from", async () => {
    const first = await imported();
    const second = await imported({ version: 2 });
    expect(await attached()).toEqual([first]);
    await undoLinesImport(ctx, { quoteId, importId: second });
    expect(await attached()).toEqual([first]);
    const other = await imported({ version: 4, given: file(`${textOf(messy)}\n`) });
    expect(await attached()).toEqual([first, other]);
    await undoLinesImport(ctx, { quoteId, importId: other });
    expect(await attached()).toEqual([first]);
  });

  it("brings in nothing where the revision has as many files as it may", async () => {
    const pdf = { name: "Quote.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n%%EOF\n") };
    for (let count = 0; count < maxAttachmentsEach; count += 1)
      await addAttachment(ctx, { quoteId, id: randomUUID(), file: pdf });
    await expect(imported()).rejects.toMatchObject({
      message: expect.stringContaining("A revision may have 20 attachments."),
    });
    expect(await described()).toEqual(before);
  });

  it("is undone to exactly what was there, whether it added or replaced, once", async () => {
    for (const [mode, version] of [
      ["add", 1],
      ["replace", 3],
    ] as const) {
      const importId = await imported({ mode, version });
      expect(await described()).toEqual(
        mode === "add" ? [...before, "Server", "Kabel"] : ["Server", "Kabel"],
      );
      expect(await findUndoableImport(ctx, { quoteId })).toMatchObject({
        id: importId,
        lineCount: 2,
        fileName: "offer.csv",
      });
      const undone = await undoLinesImport(ctx, { quoteId, importId });
      expect(await undoLinesImport(ctx, { quoteId, importId })).toEqual(undone);
      expect(await newest()).toMatchObject(testContent());
      expect(await findUndoableImport(ctx, { quoteId })).toBeNull();
    }
  });

  it("brings in no line with months before it is said how often it is paid, shown wherever it stands", async () => {
    const servers = Array.from({ length: 201 }, (_, at) => `Server ${at};1;100;`).join("\n");
    const given = file(
      `Description;Qty;Unit price;Months\n${servers}\nSupport contract 24x7;2;1.790,00;60\n`,
    );
    const seen = await preview(given);
    expect(seen).toMatchObject({ lineCount: 202, unsaidPaid: [203], unsaidPaidCount: 1 });
    expect(seen.sample).toHaveLength(201);
    expect(seen.sample.at(-1)).toMatchObject({ row: 203, recurrenceFrom: "unclear" });
    await expect(imported({ given, mode: "replace" })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("The first is row 203."),
    });
    const chosen = await preview(given, { ...settledBy(seen), chosenPaid: { yearly: [203] } });
    expect(chosen.unsaidPaidCount).toBe(0);
    expect(chosen.sample.at(-1)).toMatchObject({ row: 203, recurrenceFrom: "chosen" });
    await imported({ given, mode: "replace", chosenPaid: { yearly: [203] } });
    expect((await newest()).lines.at(-1)).toMatchObject({ recurrence: "yearly", months: 60 });
  });

  it("takes the file's total as the supplier's, and gives the former one back", async () => {
    expect((await preview()).statedTotal).toEqual({
      ...{ row: 6, text: "Summe", amount: "5057.04", hasTax: false, difference: "0" },
    });
    const importId = await imported({ mode: "replace", totalRow: 6, chosen: { rack: [5] } });
    const after = await newest();
    expect(after).toMatchObject({ statedTotal: "5057.04", statedTotalHasTax: false });
    expect(after.lines.map(({ category }) => category)).toEqual(["server", "rack"]);
    await undoLinesImport(ctx, { quoteId, importId });
    expect(await newest()).toMatchObject(testContent());
    await expect(imported({ version: 3, totalRow: 4 })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("row 4 of the file states no total"),
    });
  });

  it("begins the next revision of a received quote, and is undone there", async () => {
    await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
    const importId = await imported({ version: 2, mode: "replace" });
    expect(await newest()).toMatchObject({
      revision: 2,
      paymentTerms: "30 days net",
      receivedAt: null,
    });
    expect(await described()).toEqual(["Server", "Kabel"]);
    await undoLinesImport(ctx, { quoteId, importId });
    expect(await newest()).toMatchObject({ revision: 2, ...testContent() });
  });

  it("is one job, and one change, however often the button was pressed", async () => {
    const id = randomUUID();
    await Promise.all([1, 2, 3].map(() => request({ id })));
    const jobs = await byOwner(ctx.orgId, "select 1 from job where org_id = $1", [ctx.orgId]);
    const files = await byOwner(ctx.orgId, "select 1 from stored_file where org_id = $1", [
      ctx.orgId,
    ]);
    expect([jobs.length, files.length]).toEqual([1, 1]);
  });

  it("writes nothing over a change that came between, when asked for or when it runs", async () => {
    const { id } = await request();
    await saveQuote(ctx, {
      quoteId,
      expectedVersion: 1,
      head: testHead,
      content: testContent({ notes: "Mine" }),
    });
    await expect(work(id)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("nothing was imported"),
    });
    await expect(request({ version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      currentVersion: 2,
    });
    expect(await described()).toEqual(before);
  });

  it("refuses to be undone once something else was changed", async () => {
    const importId = await imported();
    const content = { ...testContent(), lines: [testLine({})] };
    await saveQuote(ctx, { quoteId, expectedVersion: 2, head: testHead, content });
    await expect(undoLinesImport(ctx, { quoteId, importId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await findUndoableImport(ctx, { quoteId })).toBeNull();
  });

  it("writes nothing for who was to see no price of the quote before it ran", async () => {
    const judge = await newMember(ctx, "editor");
    const id = randomUUID();
    const settings = settledBy(await preview());
    const order = { quoteId, expectedVersion: 1, mode: "add" as const, settings, file: messy };
    await requestLinesImport(judge, { id, ...order });
    const job = { jobId: id, signal: new AbortController().signal, report: async () => {} };
    const outcome = await importLines(judge, job);
    await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
    const planId = randomUUID();
    const plan = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
    await importPlan(ctx, { id: planId, file: plan });
    await applyQuote(ctx, { planId, quoteId, servers: 4, optionId: "onprem", copyId: null });
    await saveQuoteReview(ctx, {
      ...{ planId, expectedVersion: null, criteria: firstCriteria },
      evaluators: [{ userId: judge.userId, seesPrices: false }],
    });
    const forbidden = { code: "FORBIDDEN" };
    await expect(
      withOrganization(ctx.orgId, async (tx) => outcome.write?.(tx)),
    ).rejects.toMatchObject(forbidden);
    await expect(importLines(judge, job)).rejects.toMatchObject(forbidden);
    const refused = { quoteId, settings, file: messy };
    await expect(previewLines(judge, refused)).rejects.toMatchObject(forbidden);
    expect(await described()).toEqual(before);
  });

  it("is all or nothing: one row that cannot be a line keeps all of them out", async () => {
    const { id } = await request({
      given: file("Description,Quantity,Unit price\nServer,4,100.00\nSwitch,two,50.00\n"),
    });
    await expect(work(id)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringMatching(
        /^Nothing was imported: 1 of the rows.*row 3, column B Quantity/,
      ),
    });
    expect(await described()).toEqual(before);
  });

  it("adds freight by the line to the quote's freight, to the cent", async () => {
    await imported({
      given: file("Description,Quantity,Unit price,Freight\nA,1,10,0.10\nB,1,10,0.20\n"),
    });
    expect((await newest()).freight).toBe("4800.3");
  });

  it("says that this very file came before", async () => {
    expect((await preview()).importedBefore).toBeNull();
    await imported();
    expect((await preview()).importedBefore).toMatch(/^\d{4}-/);
  });
});

describe("the template of an RFQ", () => {
  it("is known for what it is, here and nowhere else, and imports no lines", async () => {
    const rfqId = randomUUID();
    await createRfq(ctx, { id: rfqId, origin: null, content: testRfqContent() });
    const saved = { content: testRfqContent({ notes: "Sent" }), isSealed: false };
    await saveRfq(ctx, { rfqId, expectedVersion: 1, ...saved, suppliers: ["Stavra"] });
    await sendRfq(ctx, { rfqId, expectedVersion: 2 });
    const [asked] = (await getRfq(ctx, { rfqId })).suppliers;
    const { bytes } = rfqTemplate(
      await getRfqPaper(ctx, { rfqId, supplierId: asked?.supplierId ?? "" }),
    );
    const template = { name: "template.xlsx", bytes };
    expect(await preview(template)).toMatchObject({
      template: { rfqId },
      answersRfq: { rfqId, title: testRfqContent().title, supplierName: "Stavra" },
    });
    expect(await preview()).toMatchObject({ template: null, answersRfq: null });
    const stranger = await newOrganization();
    const own = randomUUID();
    await createQuote(stranger, { id: own, head: testHead, content: testContent() });
    const seen = { quoteId: own, settings: nothingSet, file: template };
    expect(await previewLines(stranger, seen)).toMatchObject({
      template: { rfqId },
      answersRfq: null,
    });
    const { id } = await request({ given: template });
    await expect(work(id)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("template of an RFQ"),
    });
  });
});

describe("a mapping", () => {
  const odd = file("Was,Wieviel\nServer,4\n");
  const mapping = { description: 0, quantity: 1 };

  it("is proposed the next time that headers like these come from this supplier, and to nobody else", async () => {
    const seen = await preview(odd, { ...nothingSet, mapping });
    await requestLinesImport(ctx, {
      id: quoteId,
      quoteId,
      expectedVersion: 1,
      mode: "add",
      settings: settledBy(seen),
      file: odd,
    });
    await work(quoteId);
    const next = file("Was,Wieviel\nSwitch,2\nKabel,9\n");
    expect(await preview(next)).toMatchObject({ mapping, mappingFrom: "remembered", lineCount: 2 });
    const other = randomUUID();
    await createQuote(ctx, {
      id: other,
      head: { ...testHead, supplierName: "Stavra" },
      content: testContent(),
    });
    expect(await preview(next, nothingSet, other)).toMatchObject({ mappingFrom: "proposed" });
    expect(
      await byOwner(ctx.orgId, "select 1 from column_mapping where org_id = $1", [ctx.orgId]),
    ).toHaveLength(1);
  });
});

it("takes 50,000 lines", { timeout: 60_000 }, async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, at) => `Node ${at},N-${at},${(at % 9) + 1},"1,${String(at % 1000).padStart(3, "0")}.25"`,
  );
  await imported({
    mode: "replace",
    given: file(`Description,Part number,Quantity,Unit price\n${rows.join("\n")}\n`),
  });
  const [{ count } = { count: 0 }] = await byOwner<{ count: number }>(
    ctx.orgId,
    "select count(*)::int as count from quote_line where org_id = $1",
    [ctx.orgId],
  );
  expect(count).toBe(50_000);
});
