import type {
  CategoryFrom,
  ImportField,
  RecurrenceFrom,
  RefusedRow,
} from "@/lib/schemas/lines-import";
import type { QuoteCategory, QuoteLine } from "@/lib/schemas/quote";
import { type CellReader, cellReader, type LineManner } from "./cell-reader";
import type { Row } from "./cells";
import { checkedLine } from "./checked-line";
import { currencyIn, meansCurrency } from "./currency-words";
import { guessedCategory } from "./guessed-category";
import { categoryOf } from "./meanings";
import { paidAt } from "./paid-at";
import { otherCurrency } from "./read-cell";

export type LineRead = QuoteLine & {
  readonly categoryFrom: CategoryFrom;
  readonly recurrenceFrom: RecurrenceFrom;
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
    const unit = cells.text("unit") || cells.unitCounted();
    const paid = paidAt(cells, manner, { row: row.at, description, unit });
    const line = draftOf(cells, manner, { category, description, partNumber, unit, ...paid.as });
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
          ? { ...checked.data, categoryFrom, recurrenceFrom: paid.from, lineTotal, freight }
          : null,
      refused,
      unknownCategory: said !== "" && categoryOf(said) === null ? said : null,
    };
  };
}

type Read = Pick<
  QuoteLine,
  "category" | "description" | "partNumber" | "unit" | "recurrence" | "months"
>;

function draftOf(cells: CellReader, manner: LineManner, read: Read): QuoteLine {
  checkCurrency(cells.text("currency"), manner, cells.refuse);
  return {
    ...read,
    quantity: cells.quantity(),
    unitPrice: cells.amount("unitPrice"),
    discountFraction: cells.share("discount"),
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

function checkCurrency(
  text: string,
  { currency }: LineManner,
  refuse: (field: ImportField, mend: string) => void,
): void {
  if (text === "") return;
  const named = currencyIn(text) ?? text;
  if (!meansCurrency(named, currency)) refuse("currency", otherCurrency(named, currency));
}
