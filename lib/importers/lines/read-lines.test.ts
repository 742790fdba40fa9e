import { describe, expect, it } from "vitest";
import { splitColumns } from "@/lib/schemas/joined-columns";
import { type ImportSettings, nothingSet } from "@/lib/schemas/lines-import";
import { read } from "./read-lines";
import { type CellGiven, oneSheet, sheetXml, workbookFile } from "./testing/workbook-file";

type More = Partial<ImportSettings> & { readonly currency?: string };

function readFile(bytes: Uint8Array, { currency = "EUR", ...settings }: More = {}) {
  const { reading, lines } = read({
    bytes,
    currency,
    settings: { ...nothingSet, ...settings },
    remembered: [],
  });
  const values = splitColumns(lines);
  const column = (name: keyof typeof values) => [...values[name]];
  return { ...reading, column };
}
const fromText = (text: string, more?: More) => readFile(new TextEncoder().encode(text), more);
const fromSheet = (
  rows: readonly (readonly CellGiven[])[],
  merges: readonly string[] = [],
  more?: More,
) =>
  readFile(
    oneSheet(
      rows,
      merges.length > 0
        ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
        : "",
    ),
    more,
  );

describe("a messy European offer", () => {
  const offer = [
    "Fennmark Systems GmbH;;;;;;;",
    "Angebot 2291;;;;;Datum: 12.11.2026;;",
    "",
    "Pos.;Artikel-Nr.;Bezeichnung;Menge;ME;Einzelpreis (EUR);Rabatt %;Gesamtpreis",
    ";;Server;;;;;",
    "1;FM-8;HGX H200;4 Stk;;289.450,10;3;1.123.066,39",
    ";;Netzwerk;;;;;",
    "2;SW;Switch 400G;2;Stk;30.656,125;;61.312,25",
    "3;INST;Montage;1;;auf Anfrage;;",
    "Summe netto;;;;;;;1.206.735,12",
    "zzgl. MwSt. 19 %;;;;;;;229.279,67",
  ].join("\r\n");

  it("is read to the last digit, with its headings as categories and its totals left out", () => {
    const seen = fromText(offer);
    expect(seen).toMatchObject({
      header: { first: 4, last: 4 },
      mapping: {
        partNumber: 1,
        description: 2,
        quantity: 3,
        unit: 4,
        unitPrice: 5,
        discount: 6,
        lineTotal: 7,
      },
      decimal: { value: "comma", isCertain: true },
      percent: { value: "points", isCertain: true },
      lineCount: 3,
      refusedCount: 0,
      leftOut: [
        { row: 5, reason: "heading" },
        { row: 7, reason: "heading" },
        { row: 10, reason: "total" },
        { row: 11, reason: "total" },
      ],
    });
    expect(seen.column("unitPrice")).toEqual(["289450.1", "30656.125", ""]);
    expect(seen.column("quantity")).toEqual(["4", "2", "1"]);
    expect(seen.column("unit")).toEqual(["Stk", "Stk", ""]);
    expect(seen.column("discountFraction")).toEqual(["0.03", "", ""]);
    expect(seen.column("category")).toEqual(["server", "network", "network"]);
  });

  it("states its total without its tax, and no part or tax as one", () => {
    expect(fromText(offer).totals).toEqual([
      { row: 10, text: "Summe netto", amount: "1206735.12", hasTax: false },
    ]);
    const grand = `${offer}\r\nZwischensumme;;;;;;;9,00\r\nGesamtbetrag;;;;;;;1.436.014,79`;
    expect(fromText(grand.replace("Gesamtbetrag", "Gesamtsumme")).totals).toMatchObject([
      { row: 10 },
      { row: 13, text: "Gesamtsumme", amount: "1436014.79", hasTax: true },
    ]);
  });

  it("is refused in another currency, with the header that says so", () => {
    expect(fromText(offer, { currency: "USD" }).refused).toContainEqual({
      row: 4,
      column: "F Einzelpreis (EUR)",
      value: "Einzelpreis (EUR)",
      mend: expect.stringMatching(/^It is in EUR, and the quote is in USD\./),
    });
  });
});

describe("a workbook", () => {
  it("unmerges its headers, and finds them on the sheet that has lines", () => {
    const sheet = sheetXml(
      [
        ["Item", null, "Price", null],
        ["Description", "Qty", "Unit", "Total"],
        ["Server", 4, 100.1, 400.4],
      ],
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/></mergeCells>',
    );
    const cover = sheetXml([["Dear customer"], ["Our offer"]]);
    const seen = readFile(
      workbookFile({
        sheets: [
          ["Cover", cover],
          ["Lines", sheet],
        ],
      }),
    );
    expect(seen.sheet).toBe(1);
    expect(seen.columns.map(({ name }) => name)).toContain("Price Total");
    expect(seen.column("description")).toEqual(["Server"]);
  });

  it("takes the shortest decimal of a stored number, and what a spreadsheet shows of a computed one", () => {
    const prices = [0.1, 1234.56, 0.1 + 0.2, 1e-4, 12345678901234].map(
      (price) => ["A", 1, price] as const,
    );
    const seen = fromSheet([["Description", "Quantity", "Unit price"], ...prices]);
    expect(seen.column("unitPrice")).toEqual(["0.1", "1234.56", "0.3", "0.0001", "12345678901234"]);
  });

  it("refuses what fits no price exactly, by row, column and value", () => {
    const { refused } = fromSheet([
      ["Description", "Quantity", "Unit price"],
      ["A", 1, 0.12345],
    ]);
    expect(refused).toEqual([
      {
        row: 2,
        column: "C Unit price",
        value: "0.12345",
        mend: expect.stringMatching(/4 decimals/),
      },
    ]);
  });

  it("flags what formulas came to, and refuses those without a value", () => {
    const computed = { xml: '<c r="@"><f>A1*2</f><v>20</v></c>' };
    const empty = { xml: '<c r="@"><f>A1*2</f></c>' };
    const seen = fromSheet([
      ["Description", "Quantity", "Unit price"],
      ["A", 1, computed],
      ["B", 1, empty],
    ]);
    expect(seen).toMatchObject({
      lineCount: 1,
      computedCount: 1,
      refused: [{ row: 3, mend: expect.stringMatching(/no stored value/) }],
    });
  });

  it("holds a merged category for each of its rows, and shares out no merged price", () => {
    const rows = [
      ["Category", "Description", "Unit price"],
      ["Network", "A", 10],
      [null, "B", 10],
      ["Storage", "C", 30],
      ["Storage", "D", null],
    ];
    const seen = fromSheet(rows, ["A2:A3", "C4:C5"]);
    expect(seen.column("category")).toEqual(["network", "network", "storage"]);
    expect(seen.refused).toMatchObject([{ row: 5, column: "C Unit price" }]);
  });

  it("reads percentages and currencies from the form of the cell, and dates of both systems", () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$\u20ac-407]#,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const cell = (style: number, value: number) => ({
      xml: `<c r="@" s="${style}"><v>${value}</v></c>`,
    });
    const sheet = sheetXml([
      ["Description", "Unit price", "Discount", "Billing", "Start", "End"],
      ["A", cell(2, 10), cell(1, 0.05), "monthly", cell(3, 46388), cell(3, 47483)],
    ]);
    const book = workbookFile({ styles, sheets: [["L", sheet]] });
    const seen = readFile(book);
    expect([seen.column("discountFraction"), seen.column("months")]).toEqual([["0.05"], ["36"]]);
    expect(readFile(book, { currency: "USD" }).refused).toMatchObject([
      { row: 2, column: "B Unit price" },
    ]);
  });
});

describe("a row", () => {
  const one = (price: string, more?: More) => {
    const seen = fromText(`Description;Unit price\nServer;${price}\n`, more);
    return seen.refused[0]?.mend ?? seen.column("unitPrice")[0];
  };

  it.each([
    ["1.234,56", "1234.56"],
    ["1 234,56", "1234.56"],
    ["1'234.56", "1234.56"],
    ["\u20ac 99,90", "99.9"],
    ["99,90 EUR", "99.9"],
    ["(12,50)", "-12.5"],
    ["12,50-", "-12.5"],
    ["12,34,567.89", "1234567.89"],
    ["TBD", ""],
    ["auf Anfrage", ""],
  ])("%s is %s", (typed, value) => {
    expect(one(typed)).toBe(value);
  });

  it.each([
    ["included", /^Enter 0 where another/],
    ["$ 99", /^It is in \$, and the quote is in EUR/],
    ["1.2E+05", /^Its digits were lost/],
    ["twelve", /^Write it as a number/],
    ["123456789012345", /at most 14 digits/],
  ])("%s is refused with what to do", (typed, mend) => {
    expect(one(typed)).toMatch(mend);
  });

  it("says when nothing proves the decimal sign, and takes the one that is chosen", () => {
    const text = "Description;Unit price\nA;1.234\nB;5.678\n";
    expect(fromText(text).decimal).toEqual({ value: "comma", isCertain: false });
    expect(fromText(text).column("unitPrice")).toEqual(["1234", "5678"]);
    expect(fromText(text, { decimal: "point" }).column("unitPrice")).toEqual(["1.234", "5.678"]);
  });

  it("is monthly or yearly where the file says so, for so many months", () => {
    const seen = fromText(
      "Description,Unit price,Billing,Term\nA,10,MRC,36\nB,10,annual,3 years\nC,10,one-time,\nD,10,weekly,\n",
    );
    expect([seen.column("recurrence"), seen.column("months")]).toEqual([
      ["monthly", "yearly", "one-off"],
      ["36", "36", ""],
    ]);
    expect(seen.refused).toMatchObject([{ row: 5, column: "C Billing", value: "weekly" }]);
  });

  it("is no line paid once in silence where it has months and nothing says how often they are paid", () => {
    const text =
      "Description;Qty;Unit price;Months\nGPU server;2;300.000,00;\nSupport contract 24x7;2;1.790,00;60\n";
    const seen = fromText(text);
    expect(seen).toMatchObject({ unsaidPaid: [3], unsaidPaidCount: 1, refusedCount: 0 });
    expect([seen.column("recurrenceFrom"), seen.column("months")]).toEqual([
      ["none", "unclear"],
      ["", "60"],
    ]);
    const asked = fromText(text, { chosenPaid: { yearly: [3] } });
    expect(asked).toMatchObject({
      unsaidPaid: [],
      unsaidPaidCount: 0,
      chosenPaid: { yearly: [3] },
    });
    expect([asked.column("recurrence"), asked.column("months")]).toEqual([
      ["one-off", "yearly"],
      ["", "60"],
    ]);
    const once = fromText(text, { chosenPaid: { "one-off": [3] } });
    expect([once.column("recurrenceFrom")[1], once.column("months")[1]]).toEqual(["chosen", ""]);
    expect(fromText(text.replace(";60", ";until 2031"))).toMatchObject({ unsaidPaid: [3] });
  });

  it("is monthly or yearly by a guess where unit or description says so, and no column", () => {
    const seen = fromText(
      "Description,Qty,Unit,Unit price,Months,Billing\nSupport 24x7,2,pc/yr,1790,60,\nSupport pro Jahr,2,,1790,36,\nHosting,1,pc/month,10,12,n/a\nSupport per year,1,,9,,once\n",
    );
    expect([seen.column("recurrence"), seen.column("months")]).toEqual([
      ["yearly", "yearly", "monthly", "one-off"],
      ["60", "36", "12", ""],
    ]);
    expect(seen.column("recurrenceFrom")).toEqual(["words", "words", "words", "file"]);
    expect(seen.guessedPaid).toEqual({ yearly: 2, monthly: 1 });
  });

  it("has the months between its days, whichever way round they are written", () => {
    const header = "Description,Unit price,Billing,Start,End\n";
    expect(fromText(`${header}A,1,monthly,01/02/2027,31/01/2030\n`)).toMatchObject({
      dates: { value: "day-first", isCertain: true },
    });
    expect(fromText(`${header}A,1,monthly,01/02/2027,31/01/2030\n`).column("months")).toEqual([
      "36",
    ]);
    expect(fromText(`${header}A,1,monthly,02/01/2027,01/31/2030\n`).column("months")).toEqual([
      "36",
    ]);
    expect(fromText(`${header}A,1,monthly,2027-02-01,2030-02-14\n`).refusedCount).toBe(1);
  });

  it("names its currency in a column, and is refused in another one", () => {
    const seen = fromText("Description,Unit price,Currency\nA,1,EUR\nB,1,USD\n");
    expect(seen.refused).toMatchObject([{ row: 3, column: "C Currency", value: "USD" }]);
  });

  it("takes the category that was chosen where its own means none, and says which", () => {
    const seen = fromText("Category,Description,Unit price\nGPU node,A,1\nFoo,B,1\n,C,1\n", {
      category: "support",
    });
    expect(seen.column("category")).toEqual(["server", "support", "support"]);
    expect(seen.unknownCategories).toEqual(["Foo"]);
  });
});

it("reads columns that a person names, with no header at all", () => {
  const seen = fromText("Server;4;10,50\nSwitch;2;3,25\n", {
    headerRow: 0,
    mapping: { description: 0, quantity: 1, unitPrice: 2 },
  });
  expect(seen).toMatchObject({ header: null, lineCount: 2, mappingFrom: "chosen" });
});

it("proposes what was settled for these headers before, and for no others", () => {
  const bytes = new TextEncoder().encode("Was,Wert\nServer,10\n");
  const { headerKey } = readFile(bytes);
  const kept = {
    headerKey,
    mapping: { description: 0, unitPrice: 1 },
    decimal: null,
    dates: null,
    percent: null,
    category: "rack" as const,
  };
  const again = (text: string) =>
    read({
      bytes: new TextEncoder().encode(text),
      currency: "EUR",
      settings: nothingSet,
      remembered: [kept],
    }).reading;
  expect(again("Was,Wert\nSwitch,20\n")).toMatchObject({
    mappingFrom: "remembered",
    mapping: kept.mapping,
    category: "rack",
  });
  expect(again("Was,Anders\nSwitch,20\n")).toMatchObject({ mappingFrom: "proposed" });
});

describe("a category that the file does not say", () => {
  const file = [
    "Description,Qty,Unit price,Total",
    "GPU server 8 x H200,4,100.00,400.00",
    "Leaf switch,2,10.00,20.00",
    "Widget,1,5.00,5.00",
    "Grand total,7,,425.00",
  ].join("\n");

  it("is guessed by words, counted, and marked as a guess", () => {
    const seen = fromText(file);
    expect(seen.column("category")).toEqual(["server", "network", "other"]);
    expect(seen.column("categoryFrom")).toEqual(["words", "words", "none"]);
    expect(seen).toMatchObject({ guessed: { server: 1, network: 1 }, uncategorizedCount: 1 });
    expect(seen).toMatchObject({
      lineCount: 3,
      totals: [{ row: 5, amount: "425", hasTax: false }],
    });
  });

  it("is what a person chooses, line by line or for all", () => {
    const seen = fromText(file, { chosen: { support: [4], rack: [2] } });
    expect(seen.column("category")).toEqual(["rack", "network", "support"]);
    expect(seen.column("categoryFrom")).toEqual(["chosen", "words", "chosen"]);
    const all = fromText(file, { guess: false, category: "storage" });
    expect(all.column("category")).toEqual(["storage", "storage", "storage"]);
    expect(all.guessed).toEqual({});
  });

  it("is never guessed over what the file's own column says", () => {
    const named = fromText("Category,Description,Qty\nSupport,GPU server,1\n,GPU server,1\n");
    expect(named.column("category")).toEqual(["support", "server"]);
    expect(named.column("categoryFrom")).toEqual(["file", "words"]);
  });
});
