import { csvRow, exactPercent, withoutFormula } from "@/lib/format";
import type { QuoteLine } from "@/lib/schemas/quote";
import { categoryNames, lineFieldNames, recurrenceNames } from "@/lib/views/quote-names";

const share = (fraction: string | null) => (fraction === null ? "" : `${exactPercent(fraction)}%`);

type LineField = keyof typeof lineFieldNames;

const textsOf = (line: QuoteLine): Readonly<Record<LineField, string>> => ({
  category: categoryNames[line.category],
  description: withoutFormula(line.description),
  partNumber: withoutFormula(line.partNumber),
  quantity: line.quantity ?? "",
  unit: withoutFormula(line.unit),
  unitPrice: line.unitPrice ?? "",
  discount: share(line.discountFraction),
  recurrence: recurrenceNames[line.recurrence],
  months: line.months === null ? "" : String(line.months),
  tax: share(line.taxFraction),
});

const fields = Object.keys(lineFieldNames) as readonly LineField[];
const cellsOf = (line: QuoteLine): readonly string[] => {
  const texts = textsOf(line);
  return fields.map((field) => texts[field]);
};

/** A quote's lines as CSV, which imports to the same lines. */
export const quoteLinesText = (lines: readonly QuoteLine[]): string =>
  [fields.map((field) => lineFieldNames[field]), ...lines.map(cellsOf)].map(csvRow).join("");
