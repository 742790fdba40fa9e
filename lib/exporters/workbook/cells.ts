import type { LookName } from "./looks";

/** What is computed: its text never comes from what users typed, but for names of sheets, which are quoted. */
export type Formula = {
  /** Without its "=". */
  readonly formula: string;
  /** What it comes to, where that is known: for programs that show a file and compute nothing. */
  readonly value?: number | string;
};

/** A text is always a text, whatever it begins with. */
export type Cell = number | string | Formula | null;

export type SheetRow = {
  readonly cells: readonly Cell[];
  /** Of each cell in turn; the last is that of all that follow. */
  readonly looks: readonly LookName[];
};

export type Sheet = {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** In characters, of each column in turn; the last is that of all that follow. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows that paper repeats, 1-based and inclusive. */
  readonly headRows?: readonly [from: number, to: number];
  /** Columns that are printed, where paper has no room for all of them. */
  readonly printedColumns?: number;
};

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

export const firstMonthColumn = 2;

export type MonthSheet = {
  readonly name: string;
  /** What stands above the rows, as users may have named it. */
  readonly title: string;
  readonly note: string;
  readonly currency: string;
  /** "2027-01" */
  readonly startMonth: string;
  readonly months: number;
};

/** A sheet of monthly rows: what it is, its unit, and a column for each month. */
export function sheetWriter(sheet: MonthSheet): SheetWriter {
  const { name, months, currency } = sheet;
  const rows: SheetRow[] = [];
  const column = (month: number) => columnName(firstMonthColumn + month);
  /** The ends of the horizon are fixed, so that a row's formulas are one formula, copied along. */
  const end = (month: number) => (month === 0 || month === months - 1 ? "$" : "") + column(month);
  const add = (cells: readonly Cell[], looks: readonly LookName[]): number =>
    rows.push({ cells, looks });
  const rowAt = (row: number): Row => {
    const range = (from: number, to: number) =>
      `${quoted(name)}!${end(from)}$${row}:${end(to)}$${row}`;
    return {
      at: (month) => `${quoted(name)}!${column(month)}${row}`,
      range,
      all: range(0, months - 1),
    };
  };
  const each = <T>(of: (month: number) => T) =>
    Array.from({ length: months }, (_, month) => of(month));
  const own = `${quoted(name)}!`;
  /** As somebody would type it: a cell of the same sheet is named without it. */
  const plain = (formula: string) => formula.replaceAll(own, "");
  const unitOf = (unit: string) => (unit === "money" ? currency : unit);
  add([sheet.title], ["title"]);
  add([sheet.note], ["note"]);
  add(["", "Unit", ...monthSerials(sheet)], ["head", "headUnit", "headMonth"]);
  const month = rowAt(
    add(
      ["Months since the start", "months", ...each((index) => index)],
      ["label", "unit", "whole"],
    ),
  );
  return {
    months,
    month,
    heading: (text) => void add([text], ["section"]),
    series: (label, unit, formula) => {
      const row = rowAt(rows.length + 1);
      const looks: readonly LookName[] = ["label", "unit", numberLook(unit)];
      const formulas = each((index) => plain(formula(index, row)));
      rows.push(packedRow([label, unitOf(unit)], { formulas }, looks));
      return row;
    },
    value: (label, unit, formula) => {
      const cells = [label, unitOf(unit), { formula: plain(formula) }];
      return `${quoted(name)}!$${column(0)}$${add(cells, ["label", "unit", numberLook(unit)])}`;
    },
    sheet: () => ({
      name,
      rows,
      widths: [44, 20, 17],
      frozen: { rows: 3, columns: firstMonthColumn },
      headRows: [1, 3],
    }),
  };
}

const between = "\n";

/** Formulas kept as one text: a large plan has hundreds of thousands, and each alone takes several times its length. */
export function packedRow(
  first: readonly Cell[],
  of: { readonly formulas: readonly string[]; readonly values?: readonly (number | string)[] },
  looks: readonly LookName[],
): SheetRow {
  const packed = of.formulas.join(between);
  const { values } = of;
  return {
    looks,
    get cells() {
      const formulas = packed.split(between);
      const cellOf = (formula: string, at: number): Formula => {
        const value = values?.[at];
        return value === undefined ? { formula } : { formula, value };
      };
      return [...first, ...formulas.map(cellOf)];
    },
  };
}

const dayMs = 86_400_000;
/** Days since 30 Dec 1899, which is how spreadsheets count. */
export const dateSerial = (year: number, monthIndex: number, day = 1): number =>
  (Date.UTC(year, monthIndex, day) - Date.UTC(1899, 11, 30)) / dayMs;

/** The first day of each month of a plan. */
export function monthSerials(of: Pick<MonthSheet, "startMonth" | "months">): readonly number[] {
  const [year = 0, month = 1] = of.startMonth.split("-").map(Number);
  return Array.from({ length: of.months }, (_, index) => dateSerial(year, month - 1 + index));
}

function numberLook(unit: string): LookName {
  if (unit === "money") return "amount";
  if (unit === "ratio") return "ratio";
  if (unit === "fraction" || unit.startsWith("of the ")) return "percent";
  return unit === "tokens" || unit === "requests" ? "whole" : "quantity";
}

/** 0 = A. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

const longestSheetName = 31;
/** Excel keeps it for itself. */
const reserved = "history";
const unnameable = /[[\]:*?/\\'\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** A name that a spreadsheet takes, of at most 31 characters without []:*?/\\', and that none of those given has; it is then given too. */
export function nameApart(given: string[], wanted: string, suffix = ""): string {
  const plain = wanted.replace(unnameable, " ").trim() || "Sheet";
  const isTaken = (name: string) =>
    [reserved, ...given].some((other) => other.toLowerCase() === name.toLowerCase());
  const named = (end: string) => `${cut(plain, longestSheetName - end.length)}${end}`;
  let unique = named(suffix);
  for (let nth = 2; isTaken(unique); nth += 1) unique = named(` ${nth}${suffix}`);
  given.push(unique);
  return unique;
}

/** No letter is cut in two. */
function cut(text: string, longest: number): string {
  let short = "";
  for (const letter of text) {
    if (short.length + letter.length > longest) break;
    short += letter;
  }
  return short.trimEnd();
}

/** "0" where there is nothing to add. */
export const sumOf = (terms: readonly string[]): string =>
  terms.length === 0 ? "0" : terms.join("+");

/** Rounding up forgives one part in 10^9. docs/model.md, "Sizing". */
export const roundedUp = (quantity: string): string => `ROUNDUP((${quantity})*(1-0.000000001),0)`;
