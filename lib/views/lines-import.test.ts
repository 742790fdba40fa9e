import { describe, expect, it } from "vitest";
import type { LinesPreview, QuoteToImport } from "@/lib/schemas/lines-import";
import { testLine } from "@/lib/testing/quote";
import {
  beginsNextText,
  linesText,
  paidOrigin,
  proposedMode,
  remarksOn,
  settledSettings,
  statedTotalText,
  templateText,
  totalAgreement,
  whyNotReady,
} from "./lines-import";

const quote: QuoteToImport = {
  ...{ id: "q", supplierName: "Fennmark", number: "Q-1", currency: "EUR", version: 1, revision: 1 },
  ...{ isReceived: false, isAwarded: false, lineCount: 0, hasPrices: false },
};
const preview: LinesPreview = {
  ...{ format: "csv", sheetNames: ["Lines"], sheet: 0, header: { first: 2, last: 3 }, columns: [] },
  ...{ headerKey: "k", mapping: { description: 0 }, mappingFrom: "proposed", category: "other" },
  ...{ decimal: { value: "comma", isCertain: true }, dates: null, percent: null },
  ...{ lineCount: 1204, refused: [], refusedCount: 0, leftOut: [], leftOutCount: 0 },
  ...{ computedCount: 0, unknownCategories: [], currency: "EUR", linesNet: "1204300.5" },
  ...{ unpricedCount: 0, freight: null, sample: [], differences: [], differenceCount: 0 },
  ...{ guess: true, chosen: {}, guessed: {}, uncategorizedCount: 0, totals: [] },
  ...{ chosenPaid: {}, guessedPaid: {}, unsaidPaid: [], unsaidPaidCount: 0 },
  ...{ statedTotal: null, importedBefore: null, template: null, answersRfq: null },
};
const remarks = (part: Partial<LinesPreview>) =>
  remarksOn({ ...preview, ...part }, quote).map(({ tone, text }) => `${tone}: ${text}`);

describe("an import", () => {
  it("is ready, or says the one thing that keeps it from being so", () => {
    expect(whyNotReady(preview)).toBeNull();
    expect(whyNotReady({ ...preview, refusedCount: 2 })).toBe(
      "2 rows cannot be read. All rows come in, or none.",
    );
    expect(whyNotReady({ ...preview, unsaidPaid: [4], unsaidPaidCount: 1 })).toBe(
      "1 line with months does not say how often it is paid. Choose it under Paid.",
    );
    expect(whyNotReady({ ...preview, lineCount: 0 })).toMatch(/No row of this sheet is a line/);
    expect(whyNotReady({ ...preview, mapping: {}, refusedCount: 2 })).toMatch(/^Say which column/);
  });

  it("marks what was guessed of how often a line is paid, and says what to choose of one with months alone", () => {
    const line = testLine({ recurrence: "one-off", months: 60 });
    expect(paidOrigin({ line, recurrenceFrom: "unclear" })).toEqual({
      ...{ tone: "warn", text: "60 months but paid once: say monthly or yearly" },
    });
    expect(paidOrigin({ line, recurrenceFrom: "words" })).toEqual({
      tone: "warn",
      text: "guessed",
    });
    expect(remarks({ guessedPaid: { yearly: 2 }, unsaidPaid: [4, 9], unsaidPaidCount: 2 })).toEqual(
      [
        expect.stringMatching(
          /^plain: 2 lines .*unit or description: 2 yearly\. Each guess is marked/,
        ),
        expect.stringMatching(/^warn: 2 lines have months, .* paid \(rows 4 and 9\)\. Choose/),
      ],
    );
  });

  it("says what it is worth, and how many lines have no amount", () => {
    expect(linesText(preview)).toBe("EUR 1,204,300.50 before tax");
    expect(linesText({ ...preview, unpricedCount: 1 })).toBe(
      "EUR 1,204,300.50 before tax, and 1 line without an amount",
    );
  });

  it.each([
    [{ lineCount: 2 }, "replace"],
    [{ lineCount: 2, hasPrices: true }, "add"],
    [{ lineCount: 2, isReceived: true }, "add"],
    [{}, "add"],
  ])("of a quote with %o proposes to %s", (part, mode) => {
    expect(proposedMode({ ...quote, ...part })).toBe(mode);
  });

  it("says that an award does not change by the next revision", () => {
    expect(beginsNextText(quote)).not.toContain("award");
    expect(beginsNextText({ ...quote, isAwarded: true })).toContain("the award does not change");
  });

  it("sends a template to its RFQ, or says that there is none here", () => {
    const template = { rfqId: "r", supplierId: "s" };
    const answersRfq = { rfqId: "r", title: "Servers", supplierName: "Stavra" };
    expect(templateText({ ...preview, template, answersRfq })).toMatch(
      /^This is the template of the RFQ \u201cServers\u201d, made for Stavra\./,
    );
    expect(templateText({ ...preview, template })).toMatch(/not in this organization/);
    expect(templateText(preview)).toBeNull();
    expect(whyNotReady({ ...preview, template, answersRfq })).toMatch(/on the page of its RFQ/);
  });

  it("orders just what was seen", () => {
    expect(settledSettings({ ...preview, header: null })).toMatchObject({ headerRow: 0 });
    expect(settledSettings(preview)).toEqual({
      ...{ sheet: 0, headerRow: 3, mapping: { description: 0 }, decimal: "comma" },
      ...{ dates: null, percent: null, category: "other", guess: true, chosen: {}, chosenPaid: {} },
    });
  });

  it("says of how many lines a category is a guess, and of how many there is none", () => {
    expect(remarks({ guessed: { server: 8, network: 4 }, uncategorizedCount: 3 })).toEqual([
      "plain: 12 lines name no category and got one by words of the description: 8 Server and 4 Network. 3 lines could not be guessed. Each guess is marked below, and can be changed there.",
    ]);
  });

  it("offers the file's total, and says to the cent how far the lines are from it", () => {
    const total = { row: 9, text: "Summe netto", amount: "5057.04", hasTax: false };
    const seen = { ...preview, statedTotal: { ...total, difference: "0" } };
    expect(statedTotalText(seen)).toBe(
      "The file states a total of EUR 5,057.04 (row 9, Summe netto).",
    );
    expect(totalAgreement(seen)).toMatchObject({ agrees: true });
    const off = { ...preview, statedTotal: { ...total, difference: "-0.01" } };
    expect(totalAgreement(off)).toEqual({
      agrees: false,
      text: "It is EUR 0.01 less than the lines and freight add up to.",
    });
    expect(statedTotalText(preview)).toBeNull();
  });

  it("remarks on nothing where there is nothing to say", () => {
    expect(remarks({})).toEqual([]);
  });

  it("remarks on what is not certain, what differs and what is remembered", () => {
    expect(remarks({ decimal: { value: "point", isCertain: false } })).toEqual([
      "warn: No number shows for certain whether decimals have a point. Check the unit prices.",
    ]);
    expect(remarks({ differenceCount: 1, mappingFrom: "remembered" })).toEqual([
      expect.stringMatching(/^warn: 1 line has another total/),
      "plain: Columns as the last time that Fennmark sent these headers.",
    ]);
    expect(remarks({ unknownCategories: ["Foo"], computedCount: 2, freight: "12.5" })).toEqual([
      expect.stringContaining("\u201cFoo\u201d"),
      expect.stringMatching(/^plain: 2 lines have values that the spreadsheet computed/),
      expect.stringContaining("EUR 12.50"),
    ]);
    expect(remarks({ importedBefore: "2026-11-28T10:00:00.000Z" })[0]).toMatch(
      /^warn: This very file came.*28 Nov 2026/,
    );
  });
});
