/** What a cell holds beyond plain text and plain numbers. */
export type RichCell =
  | {
      readonly kind: "number";
      readonly value: number;
      readonly percent: boolean;
      readonly currency: string | null;
    }
  /** ISO 8601, without its time of day. */
  | { readonly kind: "date"; readonly text: string }
  /** "#N/A" and its like, what is no number where one is stored, or a formula without its value. */
  | { readonly kind: "error" | "unreadable" | "uncomputed"; readonly text: string }
  | { readonly kind: "computed"; readonly cell: Cell };

/** Null is empty. A number is as stored: its shortest decimal is what was typed. */
export type Cell = string | number | RichCell | null;

export type Row = {
  /** As a spreadsheet counts, from 1. */
  readonly at: number;
  readonly cells: readonly Cell[];
};

/** From 0, inclusive. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

export type Table = { readonly rows: readonly Row[]; readonly merges: readonly Merge[] };

export type Source = {
  readonly format: "csv" | "xlsx";
  readonly sheetNames: readonly string[];
  /** What sets cells apart in a text file. */
  readonly delimiter: string | null;
  readonly read: (sheet: number) => Table;
};

/** "A" for 0, "AA" for 26. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest >= 0 ? columnLetters(rest) : ""}${String.fromCharCode(65 + (index % 26))}`;
}

export const heldIn = (cell: Cell | undefined): Exclude<Cell, undefined> =>
  cell === undefined || cell === ""
    ? null
    : typeof cell === "object" && cell?.kind === "computed"
      ? cell.cell
      : cell;

/** For people to recognise the cell by. */
export function cellText(cell: Cell | undefined): string {
  const value = heldIn(cell);
  if (value === null) return "";
  if (typeof value === "string") return value.trim();
  if (typeof value === "number") return String(value);
  if (value.kind === "number") return String(value.value);
  return value.kind === "computed" ? "" : value.text;
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
