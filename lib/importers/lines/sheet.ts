import { type CellStyle, plain } from "./cell-styles";
import { type Cell, columnLetters, type Merge, type Row, type Table } from "./cells";
import { dayOfSerial } from "./days";
import { most } from "./limits";
import { refuse } from "./refuse";
import { tooLong, unescaped } from "./shared-strings";
import { type Attributes, readXml } from "./xml";

type Book = {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly is1904: boolean;
};

type Open = {
  column: number;
  type: string;
  style: number;
  value: string;
  hasFormula: boolean;
  hasValue: boolean;
};

/** The cells of one sheet, with what is merged. Rows without any are left out. */
export function readSheet(part: Uint8Array, book: Book): Table {
  const rows: Row[] = [];
  const merges: Merge[] = [];
  let at = 0;
  let column = -1;
  let cells: Cell[] = [];
  let cell: Open | null = null;
  let inValue = false;
  const open = (name: string, attributes: Attributes) => {
    if (name === "c") {
      column = attributes.r ? columnOf(attributes.r) : column + 1;
      cell = {
        column,
        type: attributes.t ?? "n",
        style: Number(attributes.s ?? 0),
        value: "",
        hasFormula: false,
        hasValue: false,
      };
    } else if (name === "row") {
      at = attributes.r ? rowOf(attributes.r) : at + 1;
      column = -1;
      cells = [];
    } else if (name === "mergeCell") merges.push(mergeOf(attributes.ref ?? ""));
    else if (cell && name === "f") cell.hasFormula = true;
    else if (cell && (name === "v" || name === "t")) {
      inValue = true;
      cell.hasValue = true;
    } else if (name === "rPh") inValue = false;
    if (merges.length > most.merges)
      refuse(
        `The sheet has more than ${most.merges} merged ranges. Unmerge them, and import the file again.`,
      );
  };
  const text = (piece: string) => {
    if (!inValue || !cell) return;
    cell.value += piece;
    if (cell.value.length > most.cellCharacters) tooLong(`Cell ${columnLetters(cell.column)}${at}`);
  };
  const close = (name: string) => {
    if (name === "v" || name === "t") inValue = false;
    else if (name === "c" && cell) {
      const read = cellOf(cell, book);
      if (read !== null) setCell(cells, cell.column, read);
      cell = null;
    } else if (name === "row" && cells.length > 0) {
      if (rows.length >= most.rows) tooManyRows();
      rows.push({ at, cells });
    }
  };
  readXml(part, { open, text, close });
  return { rows: inOrder(rows), merges };
}

const inOrder = (rows: readonly Row[]): readonly Row[] =>
  rows.every(({ at }, index) => index === 0 || at > (rows[index - 1]?.at ?? 0))
    ? rows
    : refuse(
        "The rows of the sheet are out of order. Open the file in a spreadsheet, save it as a new .xlsx, and import that one.",
      );

export const tooManyRows = (): never =>
  refuse(
    `The sheet has more than ${most.rows} rows. Split it, and import its parts one after another.`,
  );

export const tooManyColumns = (): never =>
  refuse(
    `The sheet has more than ${most.columns} columns with something in them. Delete those without lines, and import the file again.`,
  );

function setCell(cells: Cell[], column: number, cell: Cell): void {
  if (column >= most.columns) tooManyColumns();
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
}

const wrongPlace = (): never =>
  refuse(
    "A cell of the sheet names no place that there is. Open the file in a spreadsheet, save it as a new .xlsx, and import that one.",
  );

/** "BC23" is 54. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const code = place.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column < 1 || column > 16_384 ? wrongPlace() : column - 1;
}

function rowOf(digits: string): number {
  const row = Number(digits);
  return Number.isInteger(row) && row >= 1 && row <= 1_048_576 ? row : wrongPlace();
}

function mergeOf(ref: string): Merge {
  const [, from = "", top = "", to = "", bottom = ""] =
    /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(ref) ?? wrongPlace();
  return {
    left: columnOf(from),
    top: rowOf(top) - 1,
    right: columnOf(to),
    bottom: rowOf(bottom) - 1,
  };
}

function cellOf(open: Open, book: Book): Cell {
  if (!open.hasFormula) return open.hasValue ? storedCell(open, book) : null;
  if (open.value === "" && open.type !== "str") return { kind: "uncomputed", text: "a formula" };
  const cell = storedCell(open, book);
  return { kind: "computed", cell };
}

function storedCell({ type, value, style }: Open, { strings, styles, is1904 }: Book): Cell {
  if (type === "s") return strings[Number(value)] ?? { kind: "unreadable", text: value };
  if (type === "inlineStr" || type === "str") return value === "" ? null : unescaped(value);
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "e") return { kind: "error", text: value };
  if (type === "d") return { kind: "date", text: value.slice(0, 10) };
  if (value === "") return null;
  return numberCell(value, styles[style] ?? plain, is1904);
}

function numberCell(
  text: string,
  { isDate, isPercent, currency }: CellStyle,
  is1904: boolean,
): Cell {
  const value = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text.trim())
    ? Number(text)
    : Number.NaN;
  if (!Number.isFinite(value)) return { kind: "unreadable", text };
  if (isDate) {
    const day = dayOfSerial(value, is1904);
    return day === null ? { kind: "unreadable", text } : { kind: "date", text: day };
  }
  return isPercent || currency ? { kind: "number", value, percent: isPercent, currency } : value;
}
