import { expect, it } from "vitest";
import { withShownTexts } from "./shown-texts";
import { tableToCsv } from "./table-csv";
import type { TableView } from "./types";

const table: TableView = {
  id: "inputs",
  caption: "Inputs",
  columns: [
    { id: "input", label: "Input", align: "left" },
    { id: "value", label: "Value", align: "right" },
    { id: "cost", label: "Cost", unit: "USD", align: "right" },
    { id: "count", label: "Count", align: "right" },
  ],
  rows: [
    {
      id: "rate",
      cells: [
        { text: "Discount rate", sort: "Discount rate" },
        { text: "8%", sort: 0.08 },
        { text: "$5", sort: 5 },
        { text: "1,000", sort: 1000 },
      ],
    },
  ],
};

it("puts what a number is of beside it, where its head does not say so", () => {
  expect(tableToCsv(withShownTexts(table)).split("\r\n")).toEqual([
    'Input,Value,"Value, as shown",Cost (USD),Count',
    "Discount rate,0.08,8%,5,1000",
    "",
  ]);
});

it("leaves a table alone whose heads say every unit", () => {
  const plain = { ...table, columns: table.columns.map((one) => ({ ...one, unit: "USD" })) };
  expect(withShownTexts(plain)).toBe(plain);
});
