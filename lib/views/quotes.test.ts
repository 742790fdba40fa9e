import { describe, expect, it } from "vitest";
import { testContent, testHead, testLine } from "@/lib/testing/quote";
import { outlineOf } from "@/lib/testing/quote-outline";
import { percentText, quoteDifferences } from "./quote-differences";
import { agreementText, quoteRow, revisionStanding, validityOf } from "./quotes";

const quote = (change = {}, head = testHead) => ({
  ...head,
  id: "q",
  supplierId: "s",
  status: "received" as const,
  version: 1,
  createdBy: null,
  updatedAt: "2026-11-02T00:00:00.000Z",
  newest: outlineOf(
    { ...testContent(change), revision: 3, receivedAt: "2026-11-02T00:00:00.000Z" },
    head.currency,
  ),
});
const rate = {
  from: "EUR",
  to: "USD",
  rate: { value: 1.1412, evidence: "list" as const, source: "ECB", date: "2026-11-19" },
};
const reading = { today: "2026-11-21", currency: "USD", rates: [rate] };

describe("a quote in the list", () => {
  it("says what, how much and until when", () => {
    expect(quoteRow(quote(), reading)).toMatchObject({
      what: "4 x HGX H200, 8 accelerators",
      revisionText: "rev 3",
      total: "1,237,801.67",
      converted: { text: "1,237,801.67", note: "as quoted" },
      missing: "complete",
      validity: { text: "18 Dec 2026", detail: null, state: "open" },
    });
  });

  it("counts all its server lines together", () => {
    const lines = ["3", "1", "1"].map((quantity) => testLine({ quantity }));
    expect(quoteRow(quote({ lines }), reading).what).toBe("5 x HGX H200, 8 accelerators");
    const other = testLine({ quantity: "2", description: "HGX B200" });
    expect(quoteRow(quote({ lines: [...lines, other] }), reading).what).toBe(
      "7 servers, HGX H200, 8 accelerators",
    );
  });

  it("says where it is a draft, and which revision is being entered", () => {
    const received = quote();
    const draft = { ...received, newest: { ...received.newest, receivedAt: null } };
    expect(quoteRow(draft, reading).revisionText).toBe("draft");
    const revised = { ...received, entering: 4 };
    expect(quoteRow(revised, reading).revisionText).toBe("rev 3, rev 4 draft");
  });

  it("stands in the organization's currency by a dated rate, else by one without a day that says so", () => {
    const euros = quote(
      { lines: [testLine({ quantity: "1", unitPrice: "1000" })], freight: "0" },
      { ...testHead, currency: "EUR" },
    );
    expect(quoteRow(euros, reading).converted).toEqual({
      text: "1,141",
      sort: 1141.2,
      note: "At 1 EUR = 1.1412 USD (ECB, 19 Nov 2026)",
    });
    expect(quoteRow(euros, { ...reading, rates: [] }).converted).toBeNull();
    const { date: _date, ...typed } = rate.rate;
    const undated = { ...rate, rate: { ...typed, value: 1.2 } };
    expect(quoteRow(euros, { ...reading, rates: [undated] }).converted).toMatchObject({
      ...{ text: "1,200", note: "At 1 EUR = 1.2 USD (ECB, undated rate)" },
    });
    const both = quoteRow(euros, { ...reading, rates: [rate, undated] }).converted;
    expect(both?.text).toBe("1,141");
  });

  it("is converted as a plan does it: turned round, by way of the dollar, by the newest rate", () => {
    const dollars = quote({
      lines: [testLine({ quantity: "1", unitPrice: "1141.2" })],
      freight: "0",
    });
    const older = { ...rate, rate: { ...rate.rate, value: 9, date: "2025-01-01" } };
    const inEuros = { ...reading, currency: "EUR", rates: [rate, older] };
    expect(quoteRow(dollars, inEuros).converted?.sort).toBeCloseTo(1000, 9);
    const pound = { ...rate, from: "GBP", rate: { ...rate.rate, value: 1.3 } };
    const pounds = { ...dollars, currency: "GBP" };
    expect(quoteRow(pounds, { ...inEuros, rates: [rate, pound] }).converted).toMatchObject({
      text: "1,300",
      note: "At 1 GBP = 1.3 USD (ECB, 19 Nov 2026) and 1 EUR = 1.1412 USD (ECB, 19 Nov 2026)",
    });
  });

  it("keeps every digit of an amount in the organization's own currency", () => {
    const vast = quote({ lines: [testLine({ quantity: "1", unitPrice: "90071992547409.93" })] });
    expect(quoteRow({ ...vast, newest: { ...vast.newest, freight: "0" } }, reading)).toMatchObject({
      converted: { text: "90,071,992,547,409.93" },
    });
  });

  it("has at least a total while something is missing", () => {
    const partial = quote({
      lines: [testLine({}), testLine({ category: "network", unitPrice: null })],
    });
    expect(quoteRow(partial, reading)).toMatchObject({
      total: "at least 1,162,600.00",
      missing: "network unpriced",
      isComplete: false,
    });
    const empty = quoteRow(quote({ lines: [] }), reading);
    expect([empty.total, empty.converted?.text]).toEqual(["unpriced", "unpriced"]);
  });
});

it("a date is open, soon, today, expired or not said", () => {
  const on = (validUntil: string | null) => validityOf(validUntil, "2026-11-21");
  expect(on("2026-11-28")).toMatchObject({ detail: "in 7 days", state: "soon" });
  expect(on("2026-11-21")).toMatchObject({ detail: "today", state: "soon" });
  expect(on("2026-11-20")).toMatchObject({ detail: "expired", state: "expired" });
  expect(on(null)).toMatchObject({ text: "not said", state: "unknown" });
});

it("totals agree, or the difference is said in words", () => {
  expect(agreementText(testContent(), "USD")?.text).toBe(
    "Agrees with the supplier\u2019s total to the cent.",
  );
  expect(agreementText(testContent({ statedTotal: "1237814" }), "USD")?.text).toBe(
    "The supplier\u2019s total is USD 12.33 more than its lines and freight add up to.",
  );
  expect(agreementText(testContent({ statedTotal: null }), "USD")).toBeNull();
});

it("a revision says what it changed, exactly", () => {
  const lines = [testLine({ unitPrice: "280000.5", discountFraction: "0.035" })];
  const before = testContent({ lines: [testLine({})] });
  expect(quoteDifferences(before, testContent({ lines, leadTimeWeeks: 12 }), "USD")).toEqual([
    { what: "Line 1, unit price", from: "289,450", to: "280,000.50" },
    { what: "Line 1, discount", from: "none", to: "3.5%" },
    { what: "Lead time", from: "16 weeks", to: "12 weeks" },
    { what: "Total, USD", from: "1,162,600.00", to: "1,085,601.93" },
  ]);
  expect(quoteDifferences(before, before, "USD")).toEqual([]);
  expect(percentText("1")).toBe("100%");
});

it("shows a revision that is being entered as a draft, and which one the quote's status is of", () => {
  const received = { revision: 1, receivedAt: "2026-11-02T00:00:00.000Z" };
  const draft = (revision: number) => ({ revision, receivedAt: null });
  expect(revisionStanding({ status: "shortlisted", revisions: [draft(2), received] })).toEqual({
    ...{ status: "draft", quoteText: "the quote is shortlisted, with revision 1" },
    menuName: "Status with revision 1",
  });
  const plain = { quoteText: null, menuName: "Status" };
  expect(revisionStanding({ status: "received", revisions: [received] })).toEqual({
    ...plain,
    status: "received",
  });
  expect(revisionStanding({ status: "draft", revisions: [draft(1)] })).toEqual({
    ...plain,
    status: "draft",
  });
});
