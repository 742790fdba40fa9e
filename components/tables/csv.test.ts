import { describe, expect, it } from "vitest";
import type { TableView } from "@/lib/views/types";
import { tableToCsv, tableToTsv } from "./csv";

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

describe("tableToTsv", () => {
  it("keeps each row on one line", () => {
    expect(tableToTsv(view).split("\n")).toHaveLength(5);
    expect(tableToTsv(view)).toContain("two lines\t'@now");
  });
});
