import type {
  CategoryFrom,
  ColumnMapping,
  ImportField,
  LinesReading,
  RefusedRow,
} from "@/lib/schemas/lines-import";
import {
  type QuoteCategory,
  type QuoteLine,
  quoteLine,
  type Recurrence,
} from "@/lib/schemas/quote";
import { type Cell, cellText, columnLetters, heldIn, type Row } from "./cells";
import { currencyIn, meansCurrency } from "./currency-words";
import { monthsBetween, readDay } from "./days";
import { guessedCategory } from "./guessed-category";
import { categoryOf, isIncluded, isUnsaid, monthsOf, recurrenceOf } from "./meanings";
import { type CellReading, otherCurrency, readDecimal, readShare, readText } from "./read-cell";

export type LineManner = {
  readonly mapping: ColumnMapping;
  readonly headers: readonly string[];
  readonly currency: string;
  readonly decimal: LinesReading["decimal"]["value"];
  readonly dates: "day-first" | "month-first";
  readonly percent: "points" | "share";
  readonly category: QuoteCategory;
  /** Where no column says how often it is paid. */
  readonly recurrence: Recurrence;
  /** What a heading above the lines says. */
  readonly headed: QuoteCategory | null;
  readonly guess: boolean;
  /** What a person chose, by row. */
  readonly chosen: ReadonlyMap<number, QuoteCategory>;
};

export type LineRead = QuoteLine & {
  readonly categoryFrom: CategoryFrom;
  readonly lineTotal: string | null;
  readonly freight: string | null;
};

export type RowReading = {
  readonly line: LineRead | null;
  readonly refused: readonly RefusedRow[];
  readonly unknownCategory: string | null;
};

const schemaFields: Partial<Record<keyof QuoteLine, ImportField>> = {
  discountFraction: "discount",
  taxFraction: "tax",
};
const shownCharacters = 80;

/** A row as a line of the quote, or all that keeps it from being one. */
export function toLine(row: Row, manner: LineManner): RowReading {
  const { mapping } = manner;
  const refused: RefusedRow[] = [];
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
  const text = (field: ImportField) => take(field, readText(cellOf(field)), "");
  const number = (field: ImportField, decimals = 4) =>
    take(field, readDecimal(cellOf(field), manner, decimals), null);
  const share = (field: ImportField) => take(field, readShare(cellOf(field), manner), null);

  const counted = quantityOf(cellOf("quantity"));
  const partNumber = text("partNumber");
  const description = text("description") || partNumber;
  const said = text("category");
  const { category, categoryFrom } = categoryAt({ row: row.at, said, description }, manner);
  const recurrence = take(
    "recurrence",
    recurrenceIn(text("recurrence"), manner.recurrence),
    "one-off",
  );
  checkCurrency(text("currency"), manner, refuse);
  const line = {
    category,
    description,
    partNumber,
    quantity: take("quantity", readDecimal(counted.cell, manner, 4), null),
    unit: text("unit") || counted.unit,
    unitPrice: number("unitPrice"),
    discountFraction: share("discount"),
    recurrence,
    months: recurrence === "one-off" ? null : take("months", monthsIn(cellOf, manner), null),
    taxFraction: share("tax"),
  };
  const lineTotal = number("lineTotal", 6);
  const freight = number("freight");
  if (freight?.startsWith("-"))
    refuse("freight", "Freight is 0 or more. Enter a rebate as a line.");
  const checked = quoteLine.safeParse(line);
  if (!checked.success && refused.length === 0)
    for (const { path, message } of checked.error.issues)
      refuse(fieldOf(path[0] as keyof QuoteLine), mendOf(path[0] as keyof QuoteLine, message));
  return {
    line:
      checked.success && refused.length === 0
        ? { ...checked.data, categoryFrom, lineTotal, freight }
        : null,
    refused,
    unknownCategory: said !== "" && categoryOf(said) === null ? said : null,
  };
}

type Sayings = { readonly row: number; readonly said: string; readonly description: string };

/** A person's choice, the row's own word, the heading above it, a guess, and what holds for the rest. */
function categoryAt(
  { row, said, description }: Sayings,
  { chosen, headed, guess, category }: LineManner,
): { readonly category: QuoteCategory; readonly categoryFrom: CategoryFrom } {
  const own = chosen.get(row);
  if (own) return { category: own, categoryFrom: "chosen" };
  const meant = categoryOf(said);
  if (meant) return { category: meant, categoryFrom: "file" };
  if (said === "" && headed) return { category: headed, categoryFrom: "heading" };
  const guessed = guess ? guessedCategory(description) : null;
  if (guessed) return { category: guessed, categoryFrom: "words" };
  return { category, categoryFrom: "none" };
}

const fieldOf = (name: keyof QuoteLine): ImportField => schemaFields[name] ?? (name as ImportField);

const longest: Partial<Record<keyof QuoteLine, number>> = {
  description: 300,
  partNumber: 80,
  unit: 20,
};

function mendOf(name: keyof QuoteLine, message: string): string {
  const most = longest[name];
  if (/^(Too|Invalid)/.test(message))
    return most ? `Shorten it to ${most} characters.` : "Enter a whole number from 1 to 240.";
  return message;
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

function recurrenceIn(text: string, otherwise: Recurrence): CellReading<Recurrence> {
  if (text === "" || isUnsaid(text)) return { value: otherwise };
  const value = recurrenceOf(text);
  return value ? { value } : { mend: "Write once, monthly or yearly." };
}

function monthsIn(
  cellOf: (field: ImportField) => Cell | undefined,
  { dates }: LineManner,
): CellReading<number | null> {
  const months = cellText(cellOf("months"));
  if (months !== "" && !isUnsaid(months) && !isIncluded(months)) {
    const value = monthsOf(months);
    return value === null ? { mend: "Write how many months it is paid, such as 36." } : { value };
  }
  const [first, last] = [cellText(cellOf("startsOn")), cellText(cellOf("endsOn"))];
  if (first === "" || last === "") return { value: null };
  const [from, to] = [readDay(first, dates), readDay(last, dates)];
  const between = from && to && monthsBetween(from, to);
  return between
    ? { value: between }
    : {
        mend: `From ${first} to ${last} is no number of whole months. Correct the dates, or name the months in a column.`,
      };
}

function checkCurrency(
  text: string,
  { currency }: LineManner,
  refuse: (field: ImportField, mend: string) => void,
): void {
  if (text === "") return;
  const named = currencyIn(text) ?? text;
  if (!meansCurrency(named, currency)) refuse("currency", otherCurrency(named, currency));
}
