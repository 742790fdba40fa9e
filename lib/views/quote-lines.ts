import { type ConvertedSum, convertedAmount, lineNetText } from "@/lib/engine";
import { counted, exactAmount, exactPercent, listed, numberFixed } from "@/lib/format";
import { undatedText } from "@/lib/schemas/exchange-rate";
import type { QuoteCategory, QuoteLine } from "@/lib/schemas/quote";
import type {
  LineGroup,
  LineGrouping,
  LineRates,
  LineSum,
  ListedLine,
} from "@/lib/schemas/quote-lines";
import { awardedPartText } from "./quote-award";
import { categoryNames, lineFieldNames as names, recurrenceNames } from "./quote-names";
import { lackWords } from "./quotes";
import type { Column } from "./types";

export type { LineRates };

/** Description first: it names a line. */
export const lineColumns = (currency: string): readonly Column[] => [
  { id: "description", label: names.description, align: "left" },
  { id: "partNumber", label: names.partNumber, align: "left" },
  { id: "supplier", label: "Supplier", align: "left" },
  { id: "quote", label: "Quote", align: "left" },
  { id: "quantity", label: names.quantity, align: "right" },
  { id: "unitPrice", label: names.unitPrice, align: "right" },
  { id: "converted", label: `Amount, ${currency}`, align: "right" },
  { id: "amount", label: "Amount, as quoted", align: "right" },
  { id: "category", label: names.category, align: "left" },
  { id: "status", label: "Status", align: "left" },
  { id: "discount", label: names.discount, align: "right" },
  { id: "paid", label: names.recurrence, align: "left" },
];

export type LineCell = {
  readonly text: string;
  /** What a spreadsheet takes: numbers in full, without their unit. */
  readonly plain: string;
  /** Missing or not said. */
  readonly isLack?: boolean;
};

const word = (text: string): LineCell => ({ text, plain: text });
const lack = (text: string): LineCell => ({ text, plain: text, isLack: true });

/** Why a line has no amount. */
const lackOf = ({ unitPrice, quantity }: QuoteLine) =>
  lackWords[unitPrice === null ? "unpriced" : quantity === null ? "quantity" : "months"];

const convertedDecimals = 2;

export function lineCell(line: ListedLine, columnId: string, rates: LineRates): LineCell {
  switch (columnId) {
    case "description":
      return word(line.description);
    case "partNumber":
      return word(line.partNumber);
    case "category":
      return word(categoryNames[line.category]);
    case "supplier":
      return word(line.supplierName);
    case "quote":
      return word(`${line.number} ${line.isDraft ? "draft" : `rev ${line.revision}`}`);
    case "status":
      return word(awardedPartText(line.awarded) ?? line.status);
    case "quantity":
      return line.quantity === null
        ? lack("missing")
        : { text: exactAmount(line.quantity), plain: line.quantity };
    case "unitPrice":
      return line.unitPrice === null
        ? lack("unpriced")
        : { text: `${line.currency} ${exactAmount(line.unitPrice)}`, plain: line.unitPrice };
    case "discount":
      return line.discountFraction === null
        ? { text: "none", plain: "", isLack: true }
        : {
            text: `${exactPercent(line.discountFraction)}%`,
            plain: exactPercent(line.discountFraction),
          };
    case "paid":
      return word(paidText(line));
    default:
      return amountCell(line, columnId === "converted" ? rates : null);
  }
}

function paidText({ recurrence, months }: QuoteLine): string {
  const often = recurrenceNames[recurrence];
  return recurrence === "one-off" || months === null
    ? often
    : `${often}, ${counted(months, "month")}`;
}

function amountCell(line: ListedLine, rates: LineRates | null): LineCell {
  const net = lineNetText(line, line.currency);
  if (net === null) return lack(lackOf(line));
  if (rates === null) return { text: `${line.currency} ${exactAmount(net)}`, plain: net };
  if (line.currency === rates.currency) return { text: exactAmount(net), plain: net };
  const factor = rates.factors[line.currency] ?? null;
  if (factor === null) return lack("no rate");
  const amount = convertedAmount(net, factor);
  const plain = amount.toFixed(convertedDecimals);
  return { text: numberFixed(amount, convertedDecimals), plain };
}

/** What lines add up to, with what is left out of it. */
export function sumText(
  sum: ConvertedSum,
  sums: readonly LineSum[],
  { currency, undated }: Pick<LineRates, "currency" | "undated">,
): string {
  const { amount, exact, unpriced, withoutRate } = sum;
  const left = [
    ...(unpriced > 0 ? [`${counted(unpriced, "line")} unpriced`] : []),
    ...(withoutRate > 0 ? [`${counted(withoutRate, "line")} without an exchange rate`] : []),
  ];
  if (amount === null) return left.length > 0 ? left.join(", ") : "nothing to add up";
  const without = undated.filter((code) => sums.some((one) => one.currency === code));
  const how = without.length > 0 ? ` (${listed(without)}: ${undatedText})` : "";
  const number = exact ? exactAmount(exact) : numberFixed(amount, convertedDecimals);
  const text = `${currency} ${number}${how}`;
  return left.length > 0 ? `at least ${text}: ${left.join(", ")}` : text;
}

export const groupingNames: Readonly<Record<LineGrouping, string>> = {
  supplier: "Supplier",
  category: names.category,
  partNumber: names.partNumber,
};

export function groupName(by: LineGrouping, { name }: LineGroup): string {
  if (by === "category") return categoryNames[name as QuoteCategory];
  return name === "" ? "No part number" : name;
}

const fileColumns: readonly (readonly [string, (line: ListedLine) => string])[] = [
  ["Supplier", (line) => line.supplierName],
  ["Quote", (line) => line.number],
  ["Revision", (line) => String(line.revision)],
  ["Status", (line) => line.status],
  ["Line", (line) => String(line.place)],
  [names.category, (line) => categoryNames[line.category]],
  [names.description, (line) => line.description],
  [names.partNumber, (line) => line.partNumber],
  [names.quantity, (line) => line.quantity ?? ""],
  [names.unit, (line) => line.unit],
  ["Currency", (line) => line.currency],
  [names.unitPrice, (line) => line.unitPrice ?? ""],
  [
    `${names.discount} (%)`,
    (line) => (line.discountFraction ? exactPercent(line.discountFraction) : ""),
  ],
  [names.recurrence, (line) => recurrenceNames[line.recurrence]],
  [names.months, (line) => (line.months === null ? "" : String(line.months))],
  [`${names.tax} (%)`, (line) => (line.taxFraction ? exactPercent(line.taxFraction) : "")],
  ["Amount", (line) => amountCell(line, null).plain],
];
const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);
const words: readonly string[] = [
  ...["Supplier", "Quote", "Status"],
  ...[names.category, names.description, names.partNumber, names.unit],
];

export const lineFileHeads = (currency: string): readonly string[] => [
  ...fileColumns.map(([head]) => head),
  `Amount (${currency})`,
];

/** A line as a row of a file; what is no number is kept from being a formula by whoever writes it. */
export const lineFileCells = (
  line: ListedLine,
  rates: LineRates,
): readonly { readonly text: string; readonly isNumber: boolean }[] => [
  ...fileColumns.map(([head, textOf]) => {
    const text = textOf(line);
    return { text, isNumber: !words.includes(head) && isNumber(text) };
  }),
  toFileCell(amountCell(line, rates).plain),
];

const toFileCell = (text: string) => ({ text, isNumber: isNumber(text) });
