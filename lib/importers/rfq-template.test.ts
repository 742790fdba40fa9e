import { describe, expect, it } from "vitest";
import type { RfqPaper } from "@/lib/exporters/rfq-paper";
import { rfqTemplate } from "@/lib/exporters/rfq-template";
import { fillTemplate, serialOf } from "@/lib/testing/fill-template";
import { testRfqContent, testRfqItem } from "@/lib/testing/rfq";
import { readRfqTemplate, templateIdentity } from "./rfq-template";
import { read } from "./rfq-workbook";

const paper: RfqPaper = {
  rfqId: "0f3c6a2e-3f10-4a0e-9d0a-0d8f3f0e1c11",
  organizationName: "Halden Mutual",
  revision: 2,
  sentAt: "2026-11-28T09:00:00.000Z",
  isSealed: false,
  content: testRfqContent(),
  supplier: { id: "5f3c6a2e-3f10-4a0e-9d0a-0d8f3f0e1c12", name: "Stavra", contactName: "" },
  questions: [],
};
const items = paper.content.items;
const { bytes } = rfqTemplate(paper);
const filled = { D6: "ST-77", D7: serialOf("2026-12-01"), K20: 289_450.1, K21: 12_000.5 };
const opened = (cells: Parameters<typeof fillTemplate>[1], file = bytes) =>
  read(fillTemplate(file, { ...filled, ...cells }));
const answerOf = (cells: Parameters<typeof fillTemplate>[1]) =>
  readRfqTemplate(opened(cells), { items, hidesValues: false });

describe("a template", () => {
  it("says of what it is, and comes back as it was filled in", () => {
    const workbook = opened({ D14: 0, D17: "Prices & delivery", L20: 7.5, M21: 19, J20: "H-8" });
    expect(templateIdentity(workbook)).toEqual({
      ...{ rfqId: paper.rfqId, revision: 2, supplierId: paper.supplier.id },
    });
    expect(readRfqTemplate(workbook, { items, hidesValues: false }).answer).toMatchObject({
      number: "ST-77",
      currency: "EUR",
      content: {
        ...{ quotedOn: "2026-12-01", validUntil: null, incoterm: "DAP", freight: "0" },
        ...{ paymentTerms: "30 days net", notes: "Prices & delivery", leadTimeWeeks: null },
        lines: [
          {
            ...{ description: "Servers with 8 H200 each", quantity: "4", unit: "server" },
            ...{ unitPrice: "289450.1", discountFraction: "0.075", partNumber: "H-8" },
          },
          { unitPrice: "12000.5", recurrence: "yearly", months: 36, taxFraction: "0.19" },
        ],
      },
    });
  });

  it("has the RFQ\u2019s notes on a sheet that its offer points at, and none where there are none", () => {
    const notes = "Rails for square holes.\nNo delivery in August: =HYPERLINK is text.";
    const noted = rfqTemplate({ ...paper, content: testRfqContent({ notes }) }).bytes;
    const { sheets } = read(noted);
    expect(sheets.map(({ name }) => name)).toContain("Our notes");
    const sheet = sheets.find(({ name }) => name === "Our notes");
    expect(sheet?.cells).toMatchObject({
      A3: { kind: "text", text: "Rails for square holes." },
      A4: { kind: "text", text: "No delivery in August: =HYPERLINK is text." },
    });
    const long = Array.from({ length: 700 }, (_, at) => `w${at}`).join(" ");
    const { bytes: tall } = rfqTemplate({ ...paper, content: testRfqContent({ notes: long }) });
    const rows = read(tall).sheets.find(({ name }) => name === "Our notes")?.cells;
    const said = ["A3", "A4"].map((at) => rows?.[at]?.text ?? "");
    expect(said.every((text) => text !== "" && text.length <= 2200)).toBe(true);
    expect(said.map((text) => text.trim()).join(" ")).toBe(long);
    const offer = sheets.find(({ name }) => name === "Offer");
    expect(offer?.cells.B5?.text).toContain("Our notes");
    const answered = readRfqTemplate(opened({}, noted), { items, hidesValues: false });
    expect(answered.answer?.content.notes).toBe("");
    expect(read(bytes).sheets.map(({ name }) => name)).not.toContain("Our notes");
  });

  it("left as it came is unpriced, never 0, and lacks its number", () => {
    const workbook = read(bytes);
    const { refused } = readRfqTemplate(workbook, { items, hidesValues: false });
    expect(refused?.map(({ row, column }) => [row, column])).toEqual([
      [6, "Your quote number"],
      [7, "Date of your quote"],
    ]);
    const { answer } = answerOf({ K20: "" });
    expect(answer?.content.lines[0]?.unitPrice).toBeNull();
  });

  it("takes what a supplier adds and offers instead", () => {
    const { answer } = answerOf({
      ...{ I20: "HGX H200 by Kelso", N20: "rails included" },
      ...{ C22: "Export licence", K22: 900 },
    });
    expect(
      answer?.content.lines.map(({ description, category, quantity }) => [
        description,
        category,
        quantity,
      ]),
    ).toEqual([
      ["HGX H200 by Kelso (rails included)", "server", "4"],
      ["Support, next business day", "support", "4"],
      ["Export licence", "other", "1"],
    ]);
    expect(answerOf({ K22: 900 }).refused).toMatchObject([{ row: 22, mend: "Say what it is." }]);
  });

  it.each([
    ["1.234.567,80", "1234567.8"],
    ["1,234,567.80", "1234567.8"],
    ["1 234,5", "1234.5"],
    ["1.234.567", "1234567"],
    ["0,125", "0.125"],
    ["1\u2019234.50", "1234.5"],
  ])("reads the text %s as %s", (text, value) => {
    expect(answerOf({ K20: text }).answer?.content.lines[0]?.unitPrice).toBe(value);
  });

  it.each(["1,234", "1.234", "12.34.5", "on request", "1 2", "1e5x", "0.12345"])(
    "refuses the text %s, which is no number for sure",
    (text) => {
      expect(answerOf({ K20: text }).refused).toEqual([
        {
          ...{ row: 20, column: "Unit price", value: text },
          mend: "Enter a number with at most 4 decimals.",
        },
      ]);
    },
  );

  it("refuses an item at less than nothing, and takes a rebate that is a row of its own", () => {
    expect(answerOf({ K20: -280_000 }).refused).toEqual([
      {
        ...{ row: 20, column: "Unit price", value: "-280000" },
        mend: "A price is 0 or more. Enter a reduction under \u201cDiscount, %\u201d, or a rebate as a row of its own.",
      },
    ]);
    expect(answerOf({ K20: 0 }).answer?.content.lines[0]?.unitPrice).toBe("0");
    const { answer } = answerOf({ C22: "Project rebate", K22: "-12.5" });
    expect(answer?.content.lines[2]?.unitPrice).toBe("-12.5");
  });

  it("forgives the noise of a spreadsheet’s arithmetic, and no fifth decimal", () => {
    expect(answerOf({ K20: 0.1 + 0.2 }).answer?.content.lines[0]?.unitPrice).toBe("0.3");
    expect(answerOf({ K20: 1.000_05 }).refused).toMatchObject([{ value: "1.00005" }]);
  });

  it("reads dates of the sheet and written ones, and refuses what is none", () => {
    expect(answerOf({ D8: "31.03.2027" }).answer?.content.validUntil).toBe("2027-03-31");
    expect(answerOf({ D8: "2027-03-31" }).answer?.content.validUntil).toBe("2027-03-31");
    expect(answerOf({ D8: "03.04.2027" }).answer?.content.validUntil).toBe("2027-04-03");
    expect(answerOf({ D8: "12/31/2027" }).answer?.content.validUntil).toBe("2027-12-31");
    expect(answerOf({ D8: "27.12.31" }).refused).toMatchObject([{ row: 8 }]);
    expect(answerOf({ D8: "03/04/2027" }).refused).toMatchObject([{ row: 8 }]);
    expect(answerOf({ D8: "31.02.2027" }).refused).toMatchObject([{ row: 8 }]);
    expect(answerOf({ D8: serialOf("2026-11-01") }).refused).toMatchObject([
      { row: 8, mend: expect.stringMatching(/before the quote’s own date/) },
    ]);
  });

  it("misses a row that was removed", () => {
    const more = [...items, testRfqItem({ itemId: "33333333-3333-4333-8333-333333333333" })];
    const { refused } = readRfqTemplate(opened({}), { items: more, hidesValues: false });
    expect(refused).toMatchObject([{ mend: expect.stringMatching(/is missing/) }]);
  });

  it("never becomes a formula, whatever was typed", () => {
    const content = testRfqContent({ title: "=1+1", notes: "" });
    const sheet = read(rfqTemplate({ ...paper, content }).bytes);
    expect(sheet.sheets[0]?.cells.B1).toEqual({ kind: "text", text: "=1+1" });
  });
});
