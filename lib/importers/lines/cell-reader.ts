import type {
  ColumnMapping,
  ImportField,
  LinesReading,
  RefusedRow,
} from "@/lib/schemas/lines-import";
import type { QuoteCategory, Recurrence } from "@/lib/schemas/quote";
import { type Cell, cellText, columnLetters, heldIn, type Row } from "./cells";
import { type CellReading, readDecimal, readShare, readText } from "./read-cell";
import { remembering } from "./remembering";

export type LineManner = {
  readonly mapping: ColumnMapping;
  readonly headers: readonly string[];
  readonly currency: string;
  readonly decimal: LinesReading["decimal"]["value"];
  readonly dates: "day-first" | "month-first";
  readonly percent: "points" | "share";
  readonly category: QuoteCategory;
  /** What the header of the prices says of how often it is paid; null where it says nothing. */
  readonly recurrence: Recurrence | null;
  readonly guess: boolean;
  /** What a person chose, by row. */
  readonly chosen: ReadonlyMap<number, QuoteCategory>;
  readonly chosenPaid: ReadonlyMap<number, Recurrence>;
};

const shownCharacters = 80;

export type CellReader = ReturnType<typeof cellReader>;

/** What the cells of the row in hand say; what says nothing readable is refused. */
export function cellReader(manner: LineManner) {
  const { mapping } = manner;
  let row: Row = { at: 0, cells: [] };
  let refused: RefusedRow[] = [];
  const counted = remembering(quantityOf);
  const decimalIn = remembering((cell: Cell | undefined) => readDecimal(cell, manner, 4));
  const longDecimalIn = remembering((cell: Cell | undefined) => readDecimal(cell, manner, 6));
  const shareIn = remembering((cell: Cell | undefined) => readShare(cell, manner));
  const cellOf = (field: ImportField): Cell | undefined => {
    const column = mapping[field];
    return column === undefined ? undefined : row.cells[column];
  };
  const refuse = (field: ImportField, mend: string) => {
    const column = columnName(manner, field);
    refused.push({ row: row.at, column, value: shown(cellOf(field)), mend });
  };
  function take<Value>(field: ImportField, reading: CellReading<Value>, otherwise: Value): Value {
    if ("value" in reading) return reading.value;
    refuse(field, reading.mend);
    return otherwise;
  }
  return {
    begin: (next: Row, refusals: RefusedRow[]) => {
      row = next;
      refused = refusals;
    },
    ...{ cellOf, refuse, take },
    text: (field: ImportField) => take(field, readText(cellOf(field)), ""),
    amount: (field: ImportField) => take(field, decimalIn(cellOf(field)), null),
    total: () => take("lineTotal", longDecimalIn(cellOf("lineTotal")), null),
    share: (field: ImportField) => take(field, shareIn(cellOf(field)), null),
    quantity: () => take("quantity", decimalIn(counted(cellOf("quantity")).cell), null),
    unitCounted: () => counted(cellOf("quantity")).unit,
  };
}

const shown = (cell: Cell | undefined): string => {
  const text = cellText(cell);
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}\u2026` : text;
};

/** "E Unit price": as the spreadsheet calls it, and as its header does. */
export function columnName(
  { mapping, headers }: Pick<LineManner, "mapping" | "headers">,
  field: ImportField,
): string {
  const column = mapping[field];
  return column === undefined ? "" : `${columnLetters(column)} ${headers[column] ?? ""}`.trim();
}

/** "4 pcs" says the unit too. */
function quantityOf(cell: Cell | undefined): { readonly cell: Cell; readonly unit: string } {
  const value = heldIn(cell);
  const [, number, unit] =
    typeof value === "string"
      ? (/^([\d.,'\u2019\s]*\d)\s*(\p{L}[\p{L}.]{0,19})$/u.exec(value.trim()) ?? [])
      : [];
  return number && unit ? { cell: number, unit } : { cell: value, unit: "" };
}
