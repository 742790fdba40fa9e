import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { planFileText } from "@/lib/exporters/plan-file";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { supplierDetails } from "@/lib/schemas/quote-inputs";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testHead, testLine } from "@/lib/testing/quote";
import { outlineOf } from "@/lib/testing/quote-outline";
import { listFormerQuotes } from "./former-quotes";
import { saveOption } from "./options";
import { getPlan, importPlan } from "./plans";
import { awardQuote, receiveQuote, saveQuote, setQuoteStatus } from "./quote-changes";
import { applyQuote, listNewerRevisions } from "./quote-plans";
import { createQuote, getQuote, listQuotes } from "./quotes";
import { saveSettings } from "./settings";
import { getSupplier, listSuppliers, saveSupplier } from "./suppliers";

let ctx: Context;
let quoteId: string;
const refused = { code: "NOT_FOUND", message: "There is no such quote." };

beforeEach(async () => {
  ctx = await newOrganization();
  quoteId = randomUUID();
  await createQuote(ctx, { id: quoteId, head: testHead, content: testContent() });
});

const dearer = testContent({ lines: [testLine({ unitPrice: "300000.1234" })], statedTotal: null });
const save = (expectedVersion: number, content = dearer, head = testHead) =>
  saveQuote(ctx, { quoteId, expectedVersion, head, content });

describe("a quote", () => {
  it("is kept exactly as it was entered, once, however often the form was sent", async () => {
    const content = testContent();
    await Promise.all(
      [1, 2, 3].map(() => createQuote(ctx, { id: quoteId, head: testHead, content })),
    );
    const { quotes } = await listQuotes(ctx);
    expect(quotes).toHaveLength(1);
    expect(quotes[0]).toMatchObject({ ...testHead, id: quoteId, status: "draft" });
    expect(quotes[0]?.newest).toEqual({
      ...outlineOf({ ...content, revision: 1, receivedAt: null }, testHead.currency),
      categories: expect.any(Array),
    });
    const { revisions } = await getQuote(ctx, { quoteId });
    expect(revisions).toMatchObject([{ ...content, revision: 1, receivedAt: null }]);
    const stored = await byOwner(
      ctx.orgId,
      "select unit_price::text as price, discount_fraction::text as discount from quote_line where org_id = $1 order by position limit 1",
      [ctx.orgId],
    );
    expect(stored).toEqual([{ price: "289450.0000", discount: "0.030000" }]);
  });

  it("may be the next revision of one of its supplier's that is open, by its number", async () => {
    const former = (change: Partial<typeof testHead>) =>
      listFormerQuotes(ctx, { ...testHead, ...change });
    const held = [{ id: quoteId, number: testHead.number }];
    expect(await former({ number: `${testHead.number} rev B` })).toEqual(held);
    expect(await former({ number: `${testHead.number}/2` })).toEqual(held);
    for (const change of [{}, { number: "Q-9999" }]) expect(await former(change)).toEqual([]);
    const number = `${testHead.number} rev B`;
    expect(await former({ number, supplierName: "Stavra" })).toEqual([]);
    expect(await former({ number, currency: "EUR" })).toEqual([]);
    await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
    await setQuoteStatus(ctx, { quoteId, expectedVersion: 2, status: "declined" });
    expect(await former({ number })).toEqual([]);
  });

  it("is one, and changed once, where the form for it came twice at the same time", async () => {
    const input = { id: randomUUID(), head: { ...testHead, number: "T" }, content: testContent() };
    const twice = await Promise.all([1, 2, 3].map(() => createQuote(ctx, input)));
    expect(twice).toEqual([1, 2, 3].map(() => ({ id: input.id, version: 1, revision: 1 })));
    const renamed = { ...testHead, number: "T-2", supplierName: "Stavra" };
    const sent = { quoteId: input.id, expectedVersion: 1, head: renamed, content: dearer };
    expect(await saveQuote(ctx, sent)).toMatchObject({ version: 2 });
    const { number, supplierName, events } = await getQuote(ctx, { quoteId: input.id });
    expect({ number, supplierName }).toEqual({ number: "T-2", supplierName: "Stavra" });
    expect(events.map(({ action }) => action)).toEqual(["save", "create"]);
    await expect(
      createQuote(ctx, { ...input, id: randomUUID(), head: renamed }),
    ).rejects.toMatchObject({ code: "CONFLICT", fields: { "head.number": expect.any(String) } });
    await expect(save(1, dearer, renamed)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("may say nothing yet", async () => {
    const silent = testContent({
      ...{ validUntil: null, incoterm: null, leadTimeWeeks: null, warrantyMonths: null },
      ...{ freight: null, statedTotal: null, powerKilowatts: null, rackUnits: null, lines: [] },
    });
    await save(1, silent);
    expect((await getQuote(ctx, { quoteId })).revisions[0]).toMatchObject(silent);
  });

  it("is written over while it is a draft, and a sent-twice save is one", async () => {
    expect(await save(1)).toMatchObject({ version: 2, revision: 1 });
    expect(await save(1)).toMatchObject({ version: 2, revision: 1 });
    const { revisions } = await getQuote(ctx, { quoteId });
    expect(revisions).toHaveLength(1);
    expect(revisions[0]?.lines[0]?.unitPrice).toBe("300000.1234");
  });

  it("refuses a save over a version that somebody changed, and writes nothing", async () => {
    await save(1);
    await expect(save(1, testContent({ notes: "Mine" }))).rejects.toMatchObject({
      code: "CONFLICT",
      currentVersion: 2,
    });
    expect((await getQuote(ctx, { quoteId })).revisions[0]?.notes).toBe("");
  });

  it("keeps a received revision for good: a change is the next one", async () => {
    await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
    expect(await save(2)).toMatchObject({ revision: 2 });
    expect(await save(3, testContent({ notes: "Corrected" }))).toMatchObject({ revision: 2 });
    const { revisions, status } = await getQuote(ctx, { quoteId });
    expect(status).toBe("received");
    expect(revisions.map(({ revision, receivedAt }) => [revision, receivedAt !== null])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(revisions[1]).toMatchObject(testContent());
    await expect(
      withOrganization(ctx.orgId, (tx) =>
        tx.quoteRevision.updateMany({
          where: { orgId: ctx.orgId, revision: 1 },
          data: { notes: "x" },
        }),
      ),
    ).rejects.toThrow(/stays as it is/);
    await expect(
      withOrganization(ctx.orgId, (tx) =>
        tx.quoteLine.deleteMany({ where: { orgId: ctx.orgId, revision: 1 } }),
      ),
    ).rejects.toThrow(/stays as it is/);
  });

  it("keeps supplier, number and currency once received", async () => {
    await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
    await expect(save(2, dearer, { ...testHead, currency: "EUR" })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("has its number once for each supplier", async () => {
    const again = { id: randomUUID(), head: testHead, content: testContent() };
    await expect(createQuote(ctx, again)).rejects.toMatchObject({ code: "CONFLICT" });
    await createQuote(ctx, { ...again, head: { ...testHead, supplierName: "Stavra" } });
    expect((await listSuppliers(ctx)).map(({ name, quotes }) => [name, quotes])).toEqual([
      ["Fennmark Systems", 1],
      ["Stavra", 1],
    ]);
  });

  it("stands somewhere, says who put it there, and is awarded by administrators alone", async () => {
    const at = (expectedVersion: number) => ({ quoteId, expectedVersion });
    await expect(setQuoteStatus(ctx, { ...at(1), status: "clarified" })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("draft"),
    });
    await receiveQuote(ctx, at(1));
    await setQuoteStatus(ctx, { ...at(2), status: "shortlisted" });
    const editor = as(ctx, "editor");
    await expect(awardQuote(editor, at(3))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(setQuoteStatus(editor, { ...at(3), status: "awarded" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await awardQuote(ctx, at(3))).toMatchObject({ version: 4 });
    expect(await awardQuote(ctx, at(3))).toMatchObject({ version: 4 });
    await expect(setQuoteStatus(editor, { ...at(4), status: "received" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { events, status } = await getQuote(ctx, { quoteId });
    expect(status).toBe("awarded");
    expect(events.map(({ action }) => action)).toEqual(["award", "shortlist", "receive", "create"]);
    expect(events.every(({ by, revision }) => by !== null && revision === 1)).toBe(true);
  });

  it("is not awarded at other prices by an editor: a revision of an awarded quote is received by who may award", async () => {
    const at = (expectedVersion: number) => ({ quoteId, expectedVersion });
    await receiveQuote(ctx, at(1));
    await awardQuote(ctx, at(2));
    const editor = as(ctx, "editor");
    const sent = { ...at(3), head: testHead, content: dearer };
    expect(await saveQuote(editor, sent)).toMatchObject({ version: 4, revision: 2 });
    await expect(receiveQuote(editor, at(4))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await getQuote(editor, { quoteId })).revisions[0]?.receivedAt).toBeNull();
    expect(await receiveQuote(ctx, at(4))).toMatchObject({ version: 5, revision: 2 });
    expect((await getQuote(ctx, { quoteId })).status).toBe("awarded");
  });

  it("of another organization is none at all", async () => {
    const stranger = await newOrganization();
    const at = { quoteId, expectedVersion: 1 };
    await expect(getQuote(stranger, { quoteId })).rejects.toMatchObject(refused);
    await expect(receiveQuote(stranger, at)).rejects.toMatchObject(refused);
    await expect(getQuote(stranger, { quoteId: "no id" })).rejects.toMatchObject(refused);
    const rows = await withOrganization(stranger.orgId, async (tx) => [
      await tx.quote.count(),
      await tx.quoteRevision.count(),
      await tx.quoteLine.count(),
    ]);
    expect(rows).toEqual([0, 0, 0]);
  });
});

describe("a quote in a plan", () => {
  const planId = randomUUID();
  const used = { planId, optionId: "onprem", copyId: null, servers: 4 };

  beforeEach(async () => {
    const file = planFileText({ loadline: "plan", schemaVersion: 1, plan: testPlan() });
    await importPlan(ctx, { id: planId, file });
    await receiveQuote(ctx, { quoteId, expectedVersion: 1 });
  });
  const option = async (id = "onprem") => {
    const { plan } = await getPlan(ctx, { planId });
    return plan.options.find((one) => one.id === id) as OnPremisesOption;
  };

  const addRate = async (value = 1.1412, date: string | undefined = "2026-11-19") => {
    const { plan, settingsVersion } = await getPlan(ctx, { planId });
    const { workloads: _w, options: _o, scenarios: _s, ...settings } = plan;
    const rate = { value, evidence: "list" as const, source: "ECB", ...(date && { date }) };
    await saveSettings(ctx, {
      ...{ planId, expectedVersion: settingsVersion },
      settings: { ...settings, exchangeRates: [{ from: "EUR", to: "USD", rate }] },
    });
  };

  it("becomes the option's prices for one server, each with its source", async () => {
    const before = await option();
    await applyQuote(ctx, { ...used, quoteId });
    const { quote, quoteUsed, ...rest } = await option();
    const quoted = {
      leadTimeMonths: priced(4),
      serverPower: priced(10.2),
      supportPerYearFraction: priced(0),
      supportFee: priced(3000.1),
    };
    expect(quoteUsed).toEqual({ quoteId, revision: 1, servers: 4 });
    expect(quote).toEqual({
      ...{ supplierName: "Fennmark Systems", number: "Q-2291" },
      ...{ quotedOn: "2026-11-02", validUntil: "2026-12-18" },
      serverPrice: priced(281_966.5),
      networkPrice: priced(15_328.0625),
      installationPrice: priced(3155.555),
    });
    const { quote: _quote, ...others } = before;
    expect({ ...rest, quoteUsed: undefined }).toEqual({ ...others, ...quoted });
    const copy = { ...used, quoteId, copyId: "q-copy" };
    expect(await applyQuote(ctx, copy)).toEqual({ planId, optionId: "q-copy" });
    expect(await applyQuote(ctx, copy)).toEqual({ planId, optionId: "q-copy" });
    expect((await getPlan(ctx, { planId })).plan.options).toHaveLength(
      testPlan().options.length + 1,
    );
    await expect(applyQuote(ctx, { ...copy, servers: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await option("q-copy")).quoteUsed?.servers).toBe(4);
    await applyQuote(ctx, { ...copy, copyId: "q-other", servers: 2 });
    expect((await option("q-copy")).quoteUsed?.servers).toBe(4);
  });

  it("says which newer revision waits and what it changes, and takes it", async () => {
    await applyQuote(ctx, { ...used, quoteId });
    expect(await listNewerRevisions(ctx, { planId })).toEqual([]);
    const [first, ...lines] = testContent().lines;
    await save(
      2,
      testContent({
        lines: [{ ...testLine(first ?? {}), unitPrice: "279450" }, ...lines],
        leadTimeWeeks: 13,
      }),
    );
    expect(await listNewerRevisions(ctx, { planId })).toEqual([]);
    await receiveQuote(ctx, { quoteId, expectedVersion: 3 });
    expect(await listNewerRevisions(ctx, { planId })).toMatchObject([
      {
        ...{ optionId: "onprem", quoteId, revision: 1, newest: 2 },
        changes: [
          { name: "serverPrice", from: 281_966.5, to: 272_266.5 },
          { name: "leadTimeMonths", from: 4, to: 3 },
        ],
      },
    ]);
    await applyQuote(ctx, { ...used, quoteId });
    expect((await option()).quote.serverPrice.value).toBe(272_266.5);
    expect(await listNewerRevisions(ctx, { planId })).toEqual([]);
  });

  it("in another currency is converted at the plan's dated rate, and follows its revisions at it", async () => {
    const id = randomUUID();
    const head = { ...testHead, number: "E-1", currency: "EUR" };
    await createQuote(ctx, { id, head, content: testContent() });
    await receiveQuote(ctx, { quoteId: id, expectedVersion: 1 });
    await expect(applyQuote(ctx, { ...used, quoteId: id })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("Add the rate EUR to USD with its date under Assumptions"),
    });
    await addRate();
    await applyQuote(ctx, { ...used, quoteId: id });
    expect((await option()).quote.serverPrice).toEqual({
      ...priced(321_780.1698),
      source: "Fennmark Systems E-1 rev 1",
      note: "Converted at 1 EUR = 1.1412 USD (ECB, 2026-11-19).",
    });
    const [first, ...lines] = testContent().lines;
    const content = testContent({
      lines: [{ ...testLine(first ?? {}), unitPrice: "1" }, ...lines],
    });
    await saveQuote(ctx, { quoteId: id, expectedVersion: 2, head, content });
    await receiveQuote(ctx, { quoteId: id, expectedVersion: 3 });
    const [newer] = await listNewerRevisions(ctx, { planId });
    // (3.88 + 4,800) / 4 x 1.1412
    expect(newer?.changes[0]).toEqual({ name: "serverPrice", from: 321_780.1698, to: 1370.547 });
    expect(newer?.currency).toBe("USD");
  });

  it("says where the plan's rate is another by now, and takes it", async () => {
    const id = randomUUID();
    const head = { ...testHead, number: "E-2", currency: "EUR" };
    await createQuote(ctx, { id, head, content: testContent() });
    await receiveQuote(ctx, { quoteId: id, expectedVersion: 1 });
    await addRate();
    await applyQuote(ctx, { ...used, quoteId: id });
    expect(await listNewerRevisions(ctx, { planId })).toEqual([]);
    await addRate(1.2);
    // 281,966.50 x 1.2, and so on; a power is not money.
    expect(await listNewerRevisions(ctx, { planId })).toMatchObject([
      {
        ...{ quoteId: id, revision: 1, newest: 1, rates: "1 EUR = 1.2 USD (ECB, 2026-11-19)" },
        changes: [
          { name: "serverPrice", from: 321_780.1698, to: 338_359.8 },
          { name: "networkPrice", to: 18_393.675 },
          { name: "installationPrice", to: 3786.666 },
          // 3,000.10 x 1.2
          { name: "supportFee", from: 3423.7141, to: 3600.12 },
        ],
      },
    ]);
    await applyQuote(ctx, { ...used, quoteId: id });
    expect((await option()).quote.serverPrice).toMatchObject({
      ...{ value: 338_359.8, note: "Converted at 1 EUR = 1.2 USD (ECB, 2026-11-19)." },
    });
    expect(await listNewerRevisions(ctx, { planId })).toEqual([]);
  });

  it("names a rate without a day as one, and takes an older note that does not as the same rate", async () => {
    const id = randomUUID();
    const head = { ...testHead, number: "E-3", currency: "EUR" };
    await createQuote(ctx, { id, head, content: testContent() });
    await receiveQuote(ctx, { quoteId: id, expectedVersion: 1 });
    await addRate(1.1412, "");
    await applyQuote(ctx, { ...used, quoteId: id });
    const taken = await option();
    const { serverPrice } = taken.quote;
    expect(serverPrice.note).toBe("Converted at 1 EUR = 1.1412 USD (ECB, undated rate).");
    const older = { ...serverPrice, note: "Converted at 1 EUR = 1.1412 USD (ECB)." };
    const { rowVersions } = await getPlan(ctx, { planId });
    await saveOption(ctx, {
      ...{ planId, expectedVersion: rowVersions["options.onprem"] ?? null },
      body: { ...taken, quote: { ...taken.quote, serverPrice: older } },
    });
    expect(await listNewerRevisions(ctx, { planId })).toEqual([]);
    await addRate(1.2, "");
    expect(await listNewerRevisions(ctx, { planId })).toMatchObject([
      { rates: "1 EUR = 1.2 USD (ECB, undated rate)" },
    ]);
  });

  it("says where it gives another figure by now than the option holds, and takes it, but not over what was entered", async () => {
    await applyQuote(ctx, { ...used, quoteId });
    const taken = await option();
    const hold = async (parts: Partial<OnPremisesOption>) => {
      const { rowVersions } = await getPlan(ctx, { planId });
      const expectedVersion = rowVersions["options.onprem"] ?? null;
      await saveOption(ctx, { planId, expectedVersion, body: { ...(await option()), ...parts } });
    };
    // As a quote was read before: rails left out of the price, support as a share of it.
    const { supportFee: _fee, ...before } = taken;
    const serverPrice = { ...taken.quote.serverPrice, value: 280_766.5 };
    const share = { ...taken.supportPerYearFraction, value: 0.010091 };
    const { rowVersions } = await getPlan(ctx, { planId });
    await saveOption(ctx, {
      ...{ planId, expectedVersion: rowVersions["options.onprem"] ?? null },
      body: {
        ...before,
        quote: { ...taken.quote, serverPrice },
        supportPerYearFraction: share,
      },
    });
    expect(await listNewerRevisions(ctx, { planId })).toMatchObject([
      {
        ...{ quoteId, revision: 1, newest: 1, rates: null },
        changes: [
          { name: "serverPrice", from: 280_766.5, to: 281_966.5 },
          { name: "supportPerYearFraction", from: 0.010091, to: 0 },
          { name: "supportFee", from: null, to: 3000.1 },
        ],
      },
    ]);
    await applyQuote(ctx, { ...used, quoteId });
    expect((await option()).quote.serverPrice.value).toBe(281_966.5);
    expect(await listNewerRevisions(ctx, { planId })).toEqual([]);
    const typed = { value: 250_000, evidence: "quoted" as const, source: "own entry" };
    await hold({ quote: { ...(await option()).quote, serverPrice: typed } });
    expect(await listNewerRevisions(ctx, { planId })).toEqual([]);
  });

  it("needs a received revision", async () => {
    const draft = randomUUID();
    await createQuote(ctx, {
      id: draft,
      head: { ...testHead, number: "D" },
      content: testContent(),
    });
    await expect(applyQuote(ctx, { ...used, quoteId: draft })).rejects.toMatchObject({
      message: expect.stringContaining("draft"),
    });
    await expect(applyQuote(ctx, { ...used, quoteId: randomUUID() })).rejects.toMatchObject(
      refused,
    );
  });
});

const priced = (value: number) => ({
  value,
  evidence: "quoted",
  source: "Fennmark Systems Q-2291 rev 1",
  date: "2026-11-02",
});

describe("a supplier", () => {
  const details = {
    name: "Oriel Compute",
    contactName: "A. Oriel",
    email: "",
    phone: "",
    note: "",
  };

  it("is made once and changed over the version that was read", async () => {
    const id = randomUUID();
    const made = { id, expectedVersion: null, details };
    const twice = await Promise.all([1, 2, 3].map(() => saveSupplier(ctx, made)));
    expect(twice).toEqual([1, 2, 3].map(() => ({ id, version: 1 })));
    expect(await saveSupplier(ctx, made)).toEqual({ id, version: 1 });
    const changed = { ...details, phone: "+44 20 7946 0000" };
    await saveSupplier(ctx, { id, expectedVersion: 1, details: changed });
    await expect(
      saveSupplier(ctx, { id, expectedVersion: 1, details: { ...details, note: "Late" } }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const { supplier, quotes } = await getSupplier(ctx, { supplierId: id });
    expect(supplier).toMatchObject({ ...changed, version: 2 });
    expect(quotes).toEqual([]);
  });

  it("has a name of its own", async () => {
    const taken = { ...details, name: "Fennmark Systems" };
    await expect(
      saveSupplier(ctx, { id: randomUUID(), expectedVersion: null, details: taken }),
    ).rejects.toMatchObject({ code: "CONFLICT", fields: { name: expect.any(String) } });
  });

  it("is told in words where two take one name at the same time", async () => {
    const names = await Promise.all(
      ["One", "Two"].map(async (name) => {
        const { id } = await saveSupplier(ctx, {
          ...{ id: randomUUID(), expectedVersion: null },
          details: { ...details, name: `${name} ${randomUUID()}` },
        });
        return id;
      }),
    );
    const name = `Both ${randomUUID()}`;
    const answers = await Promise.allSettled(
      names.map((id) =>
        saveSupplier(ctx, { id, expectedVersion: 1, details: { ...details, name } }),
      ),
    );
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused).toMatchObject([
      {
        reason: {
          code: "CONFLICT",
          message: expect.stringContaining("There is a supplier called"),
        },
      },
    ]);
  });

  it("is no word for having none", () => {
    const named = (name: string) => supplierDetails.safeParse({ ...details, name }).success;
    expect(named("Estimate, no quote yet")).toBe(false);
    expect(named("Estimate Ltd")).toBe(true);
  });
});

describe("a change of a few lines", () => {
  const lines = Array.from({ length: 40 }, (_, n) => testLine({ description: `Line ${n}` }));
  const content = testContent({ lines, notes: "Before" });
  const id = randomUUID();
  const said = { ...testContent({ lines: [], notes: "After" }) };
  const change = {
    count: 39,
    changed: [
      { at: 0, line: testLine({ description: "First" }) },
      { at: 7, line: testLine({ description: "Eighth" }) },
    ],
  };
  const expected = lines
    .slice(0, 39)
    .map(({ description }, n) => (n === 0 ? "First" : n === 7 ? "Eighth" : description));
  const head = { ...testHead, number: "Q-long" };
  const read = async () => (await getQuote(ctx, { quoteId: id })).revisions;

  beforeEach(() => createQuote(ctx, { id, head, content }));

  it("leaves the other lines as they are, once, however often it is sent", async () => {
    const save = { quoteId: id, expectedVersion: 1, head, content: said, change };
    const saved = await saveQuote(ctx, save);
    expect(await saveQuote(ctx, save)).toEqual(saved);
    const [revision] = await read();
    expect(revision).toMatchObject({ revision: 1, notes: "After" });
    expect(revision?.lines.map(({ description }) => description)).toEqual(expected);
  });

  it("begins the next revision of a received one with all of its lines", async () => {
    await receiveQuote(ctx, { quoteId: id, expectedVersion: 1 });
    await saveQuote(ctx, { quoteId: id, expectedVersion: 2, head, content: said, change });
    const [next, before] = await read();
    expect(next?.lines.map(({ description }) => description)).toEqual(expected);
    expect(before?.lines).toHaveLength(40);
  });

  it("is refused over a quote that changed since, and where a line would be missing", async () => {
    const at = { quoteId: id, head, content: said };
    await saveQuote(ctx, {
      ...at,
      expectedVersion: 1,
      content: { ...said, notes: "Theirs" },
      change,
    });
    const late = { count: 39, changed: [{ at: 3, line: testLine({ description: "Mine" }) }] };
    await expect(saveQuote(ctx, { ...at, expectedVersion: 1, change: late })).rejects.toMatchObject(
      { code: "CONFLICT" },
    );
    await expect(
      saveQuote(ctx, { ...at, expectedVersion: 2, change: { count: 60, changed: [] } }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await read())[0]?.notes).toBe("Theirs");
  });
});
