import { describe, expect, it } from "vitest";
import { csvLines, tableToCsv, tableToTsv } from "./table-csv";
import type { Column, TableView } from "./types";

const view: TableView = {
  id: "t",
  caption: "Cost",
  columns: [
    { id: "name", label: "Option", align: "left" },
    { id: "cost", label: "Cost", unit: "USD", align: "right" },
  ],
  rows: [
    {
      id: "1",
      cells: [
        { text: "=HYPERLINK(1)", sort: "x" },
        { text: "\u22125", sort: -5.25 },
      ],
    },
    {
      id: "2",
      cells: [
        { text: 'Cloud, "H200"', sort: "y" },
        { text: "n/a", sort: null },
      ],
    },
    {
      id: "3",
      cells: [
        { text: "two\nlines", sort: "z" },
        { text: "@now", sort: null },
      ],
    },
  ],
  totals: [
    { text: "All", sort: null },
    { text: "1,000", sort: 1000 },
  ],
};

describe("tableToCsv", () => {
  it("writes numbers as numbers, and the unit in the head", () => {
    const lines = tableToCsv(view).split("\r\n");
    expect(lines[0]).toBe("Option,Cost (USD)");
    expect(lines[1]).toBe("'=HYPERLINK(1),-5.25");
    expect(lines.at(-2)).toBe("All,1000");
  });

  it("quotes separators and line ends, and never hands a formula to a spreadsheet", () => {
    const text = tableToCsv(view);
    expect(text).toContain('"Cloud, ""H200""",n/a');
    expect(text).toContain('"two\nlines",\'@now');
  });
});

describe("a file's columns", () => {
  const [name, cost] = view.columns as [Column, Column];
  const months: TableView = {
    ...view,
    columns: [{ ...name, apart: ["Month", "Date"] }, cost],
    rows: [
      {
        id: "1",
        cells: [
          { text: "1, Jan 2027", sort: 0, apart: [1, "2027-01"] },
          { text: "0.33", sort: 1 / 3 },
        ],
      },
      {
        id: "2",
        cells: [
          { text: "2, Feb 2027", sort: 1, apart: [2, "2027-02"] },
          { text: "284,500", sort: 284_500.123_456_789 },
        ],
      },
    ],
  };

  it("keep a month's number and its date apart, in every row", () => {
    const lines = tableToCsv(months).split("\r\n");
    expect(lines[0]).toBe("Month,Date,Cost (USD)");
    expect(lines[1]).toBe("1,2027-01,0.3333333333");
    expect(lines[3]).toBe("All,,1000");
  });

  it("hold at most ten significant digits", () => {
    expect(tableToCsv(months)).toContain("284500.1235\r\n");
  });
});

describe("tableToTsv", () => {
  it("keeps each row on one line", () => {
    expect(tableToTsv(view).split("\n")).toHaveLength(5);
    expect(tableToTsv(view)).toContain("two lines\t'@now");
  });
});

it("makes a line of a long table when it is asked for, and no sooner", () => {
  let made = 0;
  function* rows() {
    for (; made < 1000; ) {
      made += 1;
      yield { id: String(made), cells: [{ text: String(made), sort: made }] };
    }
  }
  const columns = [{ id: "nth", label: "Nth", align: "left" }] as const;
  const lines = csvLines({ id: "long", caption: "Long", columns, rows: rows() });
  expect([lines.next().value, made]).toEqual(["Nth\r\n", 0]);
  expect([lines.next().value, made]).toEqual(["1\r\n", 1]);
});
