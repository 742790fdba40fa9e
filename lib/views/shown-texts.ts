import { textCell } from "./table";
import type { Cell, Column, TableView } from "./types";

/** Digits with their separators: what a file's bare number says as well. */
const bareNumber = /^[-\u2212+]?[\d.,\u2019\s]*$/;

/**
 * The same table for a file: a column whose cells name their units themselves, and whose head names none, is
 * followed by one of the texts, so that no number stands there bare.
 */
export function withShownTexts(table: TableView): TableView {
  const places = table.columns.flatMap((column, place) =>
    saysUnits(column, cellsAt(table, place)) ? [place] : [],
  );
  if (places.length === 0) return table;
  const both = <Part>(parts: readonly Part[], second: (part: Part) => Part) =>
    parts.flatMap((part, place) => (places.includes(place) ? [part, second(part)] : [part]));
  const shown = ({ text }: Cell) => textCell(text);
  return {
    ...table,
    columns: both(table.columns, ({ id, label }) => ({
      ...{ id: `${id}-shown`, label: `${label}, as shown`, align: "left" },
    })),
    rows: table.rows.map((row) => ({ ...row, cells: both(row.cells, shown) })),
    ...(table.totals && { totals: both(table.totals, shown) }),
  };
}

const cellsAt = ({ rows, totals }: TableView, place: number): readonly Cell[] =>
  [...rows.map(({ cells }) => cells), totals ?? []].flatMap((cells) => cells[place] ?? []);

const saysUnits = ({ align, unit, apart }: Column, cells: readonly Cell[]) =>
  align === "right" &&
  unit === undefined &&
  apart === undefined &&
  cells.some(({ sort, text }) => typeof sort === "number" && !bareNumber.test(text));
