import { beforeAll, expect, it } from "vitest";
import type { Column, TableView } from "@/lib/views/types";
import { openPaperFonts } from "../paper-fonts";
import { tableParts } from "./table-columns";

const room = 487;

beforeAll(openPaperFonts);

const tableOf = (columns: readonly Column[], rows: readonly (readonly string[])[]): TableView => ({
  ...{ id: "t", caption: "", columns },
  rows: rows.map((cells, at) => ({
    id: String(at),
    cells: cells.map((text) => ({ text, sort: text })),
  })),
});
const left = (label: string): Column => ({ id: label, label, align: "left" });
const right = (label: string): Column => ({ id: label, label, align: "right" });

it("lets words wrap before it parts a table", () => {
  const source =
    "A long source, of the kind that names who said what and where, in two lines or three";
  const { groups, size } = tableParts(
    tableOf(
      [left("Of"), left("Input"), right("Value"), left("Evidence"), left("Source")],
      [["Own servers", "Server price, one", "318,400 USD/server", "quoted", source]],
    ),
    room,
  );
  expect(groups).toHaveLength(1);
  expect(size).toBe(8.5);
  const widths = groups[0]?.map(({ width }) => width) ?? [];
  expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(room, 0);
  expect(widths[4]).toBeGreaterThan(widths[1] ?? 0);
});

it("sets a table smaller before it parts it, and parts one of sixty months", () => {
  const months = (count: number) => [
    left("Option"),
    ...Array.from({ length: count }, (_, at) => right(String(at))),
  ];
  const row = (count: number) => ["Own", ...Array.from({ length: count }, () => "1,234,567.89")];
  const close = tableParts(tableOf(months(7), [row(7)]), room);
  expect(close.groups).toHaveLength(1);
  expect(close.size).toBeLessThan(8.5);
  const { groups, size } = tableParts(tableOf(months(60), [row(60)]), room);
  expect(groups.length).toBeGreaterThan(1);
  expect(size).toBe(8.5);
  for (const group of groups) {
    expect(group[0]?.index).toBe(0);
    expect(group.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(room + 0.01);
  }
  const shown = groups.flatMap((group) => group.slice(1).map(({ index }) => index));
  expect(shown).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
});
