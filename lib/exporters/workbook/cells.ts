/** A number, a text, or a formula, which begins with "=". */
export type Cell = number | string;

export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

/** One row of a sheet with a number for each month. */
export type Row = {
  /** The cell of a month, as other sheets may name it. */
  readonly at: (month: number) => string;
  /** The cells of months `from`..`to`. */
  readonly range: (from: number, to: number) => string;
  readonly all: string;
};

export type SheetWriter = {
  readonly heading: (text: string) => void;
  /** Writes a row; `formula` gives each month's formula without its "=", and may name earlier months of the row. */
  readonly series: (
    label: string,
    unit: string,
    formula: (month: number, row: Row) => string,
  ) => Row;
  /** Writes a row with one number in the first month's column; returns its cell. */
  readonly value: (label: string, unit: string, formula: string) => string;
  readonly months: number;
  /** The row of month indices, 0 first. */
  readonly month: Row;
  readonly sheet: () => Sheet;
};

const firstMonthColumn = 2;

/** A sheet of monthly rows: what it is, its unit, and a column for each month. */
export function sheetWriter(name: string, months: number): SheetWriter {
  const rows: Cell[][] = [];
  const column = (month: number) => columnName(firstMonthColumn + month);
  /** The ends of the horizon are fixed, so that a row's formulas are one formula, copied along. */
  const end = (month: number) => (month === 0 || month === months - 1 ? "$" : "") + column(month);
  const add = (cells: readonly Cell[]): number => rows.push([...cells]);
  const rowAt = (row: number): Row => {
    const range = (from: number, to: number) =>
      `${quoted(name)}!${end(from)}$${row}:${end(to)}$${row}`;
    return {
      at: (month) => `${quoted(name)}!${column(month)}${row}`,
      range,
      all: range(0, months - 1),
    };
  };
  const each = (formula: (month: number) => Cell) =>
    Array.from({ length: months }, (_, month) => formula(month));
  return {
    months,
    month: rowAt(add(["Month", "index", ...each((month) => month)])),
    heading: (text) => void add([text]),
    series: (label, unit, formula) => {
      const row = rowAt(rows.length + 1);
      add([label, unit, ...each((month) => `=${formula(month, row)}`)]);
      return row;
    },
    value: (label, unit, formula) =>
      `${quoted(name)}!$${column(0)}$${add([label, unit, `=${formula}`])}`,
    sheet: () => ({ name, rows }),
  };
}

/** 0 = A. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** Names that a spreadsheet takes: no more than 31 characters, none of []:*?/\, each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const given: string[] = [];
  for (const name of wanted) {
    const plain = name.replace(/[[\]:*?/\\']/g, " ").trim() || "Sheet";
    let unique = plain.slice(0, 31);
    for (let nth = 2; given.some((other) => other.toLowerCase() === unique.toLowerCase()); nth += 1)
      unique = `${plain.slice(0, 27)} ${nth}`;
    given.push(unique);
  }
  return given;
}

/** "0" where there is nothing to add. */
export const sumOf = (terms: readonly string[]): string =>
  terms.length === 0 ? "0" : terms.join("+");

/** Rounding up forgives one part in 10^9. docs/model.md, "Sizing". */
export const roundedUp = (quantity: string): string => `ROUNDUP((${quantity})*(1-0.000000001),0)`;
