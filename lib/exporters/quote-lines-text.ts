import { exactPercent } from "@/lib/format";
import type { QuoteLine } from "@/lib/schemas/quote";
import { categoryNames, recurrenceNames } from "@/lib/views/quote-names";

const heads = [
  "Category",
  "Description",
  "Part number",
  "Quantity",
  "Unit",
  "Unit price",
  "Discount",
  "Paid",
  "Months",
  "Tax",
];

const share = (fraction: string | null) => (fraction === null ? "" : `${exactPercent(fraction)}%`);

/** A spreadsheet takes these for a formula; an apostrophe before them, one of the text's own included, keeps them text. */
const guarded = (text: string) =>
  /^\s*['=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
const cell = (text: string) =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const cellsOf = (line: QuoteLine): readonly string[] => [
  categoryNames[line.category],
  guarded(line.description),
  guarded(line.partNumber),
  line.quantity ?? "",
  guarded(line.unit),
  line.unitPrice ?? "",
  share(line.discountFraction),
  recurrenceNames[line.recurrence],
  line.months === null ? "" : String(line.months),
  share(line.taxFraction),
];

/** A quote's lines as CSV, which imports to the same lines. */
export const quoteLinesText = (lines: readonly QuoteLine[]): string =>
  [heads, ...lines.map(cellsOf)].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
