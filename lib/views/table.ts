import { columnDecimals, numberFixed } from "@/lib/format";
import { monthAt, monthIso } from "./months";
import type { Cell, FigureRef, TableView } from "./types";

/** What a table says where there is no figure: a word, never a blank or a 0. */
const absent: Cell = { text: "n/a", sort: null };

export function textCell(text: string, sort: number | string = text): Cell {
  return { text, sort };
}

/** The heads of a month's number and date, which a file keeps in columns of their own. */
export const monthColumn = {
  id: "month",
  label: "Month",
  align: "left",
  apart: ["Month", "Date"],
} as const;

/** "26, Feb 2029". */
export function monthCell(startMonth: string, index: number): Cell {
  return {
    text: `${index + 1}, ${monthAt(startMonth, index)}`,
    sort: index,
    apart: [index + 1, monthIso(startMonth, index)],
  };
}

type Amount = number | null | undefined;
type AmountCell = (value: Amount, opens?: FigureRef) => Cell;

/**
 * Cells for amounts that are read together, without the sign of a currency that the column's head
 * names: all with as many decimals as the largest of them takes, and never more than `most`.
 */
export function amountCells(together: Iterable<Amount>, most = 2): AmountCell {
  const decimals = Math.min(most, columnDecimals(together));
  return (value, opens) => {
    if (value === null || value === undefined) return absent;
    return { text: numberFixed(value, decimals), sort: value, ...(opens && { opens }) };
  };
}

const priceDecimals = 12;

/** The same for prices, small ones with the decimals that tell them apart. */
export function priceCells(together: Iterable<Amount>): AmountCell {
  return amountCells(together, priceDecimals);
}

/** The same table with these columns alone, in its own order. */
export function withColumns(table: TableView, ids: readonly string[]): TableView {
  const places = table.columns.flatMap(({ id }, place) => (ids.includes(id) ? [place] : []));
  const chosen = <Part>(parts: readonly Part[]) => places.flatMap((place) => parts[place] ?? []);
  return {
    ...table,
    columns: chosen(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: chosen(row.cells) })),
    ...(table.totals && { totals: chosen(table.totals) }),
  };
}
