import type { CategoryFrom, ImportField, RefusedRow } from "@/lib/schemas/lines-import";
import type { QuoteCategory, QuoteLine, Recurrence } from "@/lib/schemas/quote";
import { type CellReader, cellReader, type LineManner } from "./cell-reader";
import { type Cell, cellText, type Row } from "./cells";
import { checkedLine } from "./checked-line";
import { currencyIn, meansCurrency } from "./currency-words";
import { monthsBetween, readDay } from "./days";
import { guessedCategory } from "./guessed-category";
import { categoryOf, isIncluded, isUnsaid, monthsOf, recurrenceOf } from "./meanings";
import { type CellReading, otherCurrency } from "./read-cell";

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

/** Reads rows as lines of the quote, or all that keeps each from being one. Made once for the rows of a file. */
export function lineReader(manner: LineManner) {
  const cells = cellReader(manner);
  return (row: Row, headed: QuoteCategory | null): RowReading => {
    const refused: RefusedRow[] = [];
    cells.begin(row, refused);
    const partNumber = cells.text("partNumber");
    const description = cells.text("description") || partNumber;
    const said = cells.text("category");
    const { category, categoryFrom } = categoryAt(
      { row: row.at, said, description, headed },
      manner,
    );
    const line = draftOf(cells, manner, { category, description, partNumber });
    const lineTotal = cells.total();
    const freight = cells.amount("freight");
    if (freight?.startsWith("-"))
      cells.refuse("freight", "Freight is 0 or more. Enter a rebate as a line.");
    const checked = checkedLine(line);
    if (!checked.success && refused.length === 0)
      for (const { path, message } of checked.error.issues)
        cells.refuse(
          fieldOf(path[0] as keyof QuoteLine),
          mendOf(path[0] as keyof QuoteLine, message),
        );
    return {
      line:
        checked.success && refused.length === 0
          ? { ...checked.data, categoryFrom, lineTotal, freight }
          : null,
      refused,
      unknownCategory: said !== "" && categoryOf(said) === null ? said : null,
    };
  };
}

type Named = Pick<QuoteLine, "category" | "description" | "partNumber">;

function draftOf(
  cells: CellReader,
  manner: LineManner,
  { category, description, partNumber }: Named,
): QuoteLine {
  const recurrence = cells.take(
    "recurrence",
    recurrenceIn(cells.text("recurrence"), manner.recurrence),
    "one-off",
  );
  checkCurrency(cells.text("currency"), manner, cells.refuse);
  return {
    category,
    description,
    partNumber,
    quantity: cells.quantity(),
    unit: cells.text("unit") || cells.unitCounted(),
    unitPrice: cells.amount("unitPrice"),
    discountFraction: cells.share("discount"),
    recurrence,
    months:
      recurrence === "one-off" ? null : cells.take("months", monthsIn(cells.cellOf, manner), null),
    taxFraction: cells.share("tax"),
  };
}

type Sayings = {
  readonly row: number;
  readonly said: string;
  readonly description: string;
  readonly headed: QuoteCategory | null;
};

/** A person's choice, the row's own word, the heading above it, a guess, and what holds for the rest. */
function categoryAt(
  { row, said, description, headed }: Sayings,
  { chosen, guess, category }: LineManner,
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
