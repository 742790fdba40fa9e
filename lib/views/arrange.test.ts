import { describe, expect, it } from "vitest";
import { plainArrangement } from "@/lib/schemas/saved-view";
import { arrangedColumns, arrangedTable, isSameArrangement, withColumnMoved } from "./arrange";
import type { TableView } from "./types";

const cell = (text: string) => ({ text, sort: text });
const view: TableView = {
  id: "t",
  caption: "Cost",
  columns: ["month", "a", "b", "c"].map((id) => ({ id, label: id, align: "right" })),
  rows: ["Jan 2028", "Feb 2029"].map((name) => ({
    id: name,
    cells: [cell(name), cell("a"), cell("b"), cell("c")],
  })),
  totals: [cell("All months"), cell("A"), cell("B"), cell("C")],
};
const texts = (cells: readonly { text: string }[] | undefined) => cells?.map(({ text }) => text);

describe("arrangedTable", () => {
  it("leaves a table that nobody arranged as it comes", () => {
    expect(arrangedTable(view, plainArrangement)).toEqual(view);
  });

  it("hides and orders columns in head, rows and totals alike, and keeps the first", () => {
    const shown = arrangedTable(view, { hidden: ["a", "month"], order: ["c"], find: "" });
    expect(shown.columns.map(({ id }) => id)).toEqual(["month", "c", "b"]);
    expect(texts(shown.rows[0]?.cells)).toEqual(["Jan 2028", "c", "b"]);
    expect(texts(shown.totals)).toEqual(["All months", "C", "B"]);
  });

  it("keeps the rows whose name has the words", () => {
    const shown = arrangedTable(view, { ...plainArrangement, find: " 2029 " });
    expect(shown.rows.map(({ id }) => id)).toEqual(["Feb 2029"]);
  });

  it("takes no notice of columns that the table does not have", () => {
    const wanted = { hidden: ["gone"], order: ["gone", "b", "b"], find: "" };
    expect(arrangedTable(view, wanted).columns.map(({ id }) => id)).toEqual([
      "month",
      "b",
      "a",
      "c",
    ]);
  });
});

it("moves a column one place, and no further than the ends", () => {
  const moved = (id: string, by: -1 | 1) =>
    withColumnMoved(view.columns, plainArrangement, { id, by });
  expect(moved("b", -1)).toEqual(["b", "a", "c"]);
  expect(moved("b", 1)).toEqual(["a", "c", "b"]);
  expect(moved("a", -1)).toEqual(["a", "b", "c"]);
  expect(moved("gone", 1)).toEqual(["a", "b", "c"]);
});

it("lists every column but the first, hidden ones too", () => {
  const listed = arrangedColumns(view.columns, { hidden: ["b"], order: [] });
  expect(listed.map(({ column, shown }) => [column.id, shown])).toEqual([
    ["a", true],
    ["b", false],
    ["c", true],
  ]);
});

it("tells arrangements apart by what they show", () => {
  const other = { ...plainArrangement, hidden: ["b", "a"] };
  expect(isSameArrangement(other, { ...plainArrangement, hidden: ["a", "b"] })).toBe(true);
  expect(isSameArrangement(other, plainArrangement)).toBe(false);
});
