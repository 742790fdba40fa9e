import { counted, exactAmount, instantText, listed } from "@/lib/format";
import type {
  CategoryFrom,
  FileColumn,
  ImportField,
  ImportMode,
  ImportSettings,
  LastLinesImport,
  LeftOutRow,
  LinesPreview,
  QuoteToImport,
  RecurrenceFrom,
  SampleLine,
} from "@/lib/schemas/lines-import";
import { categoryNames, lineFieldNames, recurrenceNames } from "./quote-names";

export const fieldNames: Readonly<Record<ImportField, string>> = {
  ...lineFieldNames,
  startsOn: "First day",
  endsOn: "Last day",
  currency: "Currency",
  lineTotal: "Line total, to check",
  freight: "Freight",
};

const leftOutReasons: Readonly<Record<LeftOutRow["reason"], string>> = {
  total: "a total",
  heading: "a heading or a note",
  "repeated-header": "the header again",
};

/** "Row 12, a total: Sum of hardware". */
export const leftOutText = ({ row, reason, text }: LeftOutRow): string =>
  `Row ${row}, ${leftOutReasons[reason]}: ${text}`;

export const columnTitle = ({ letters, name }: FileColumn): string =>
  name === "" ? letters : `${letters} ${name}`;

/** What the person sees settled goes with the order, so that the job reads the file as the preview did. */
export const settledSettings = (preview: LinesPreview): ImportSettings => ({
  sheet: preview.sheet,
  headerRow: preview.header?.last ?? 0,
  mapping: preview.mapping,
  decimal: preview.decimal.value,
  dates: preview.dates?.value ?? null,
  percent: preview.percent?.value ?? null,
  category: preview.category,
  guess: preview.guess,
  chosen: preview.chosen,
  chosenPaid: preview.chosenPaid,
});

/** How a line came to its category, where the file does not say it. */
export const categoryOrigins: Readonly<Record<CategoryFrom, string>> = {
  ...{ file: "", heading: "by the heading above", words: "guessed", chosen: "chosen" },
  none: "not said",
};

const paidOrigins: Readonly<Record<Exclude<RecurrenceFrom, "unclear">, string>> = {
  ...{ file: "", words: "guessed", chosen: "chosen", none: "" },
};

/** How a line came to be paid once or again; of one with months that nothing is said of, what to choose. */
export function paidOrigin({ line, recurrenceFrom }: Omit<SampleLine, "row" | "categoryFrom">): {
  readonly tone: "warn" | "plain";
  readonly text: string;
} {
  if (recurrenceFrom === "unclear") {
    const term = line.months === null ? "a term" : counted(line.months, "month");
    return { tone: "warn", text: `${term} but paid once: say monthly or yearly` };
  }
  const tone = recurrenceFrom === "words" ? "warn" : "plain";
  return { tone, text: paidOrigins[recurrenceFrom] };
}

/** "3 lines do not say how often they are paid, and were guessed by words of unit or description: 2 yearly, 1 monthly." */
function guessedPaidText({ guessedPaid }: LinesPreview): string | null {
  const counts = Object.entries(guessedPaid) as [keyof typeof recurrenceNames, number][];
  const count = counts.reduce((sum, [, lines]) => sum + lines, 0);
  if (count === 0) return null;
  const each = listed(counts.map(([paid, lines]) => `${lines} ${recurrenceNames[paid]}`));
  const by =
    count === 1 ? "says in no column how often it is" : "say in no column how often they are";
  return `${counted(count, "line")} ${by} paid, and got it by words of unit or description: ${each}. Each guess is marked below, and can be changed there.`;
}

/** "2 lines have months, and nothing says how often they are paid (rows 4, 9). ..." */
function unsaidPaidText({ unsaidPaid, unsaidPaidCount }: LinesPreview): string {
  const shown = unsaidPaid.slice(0, 10);
  const rows = `${shown.length === 1 ? "row" : "rows"} ${listed(shown.map(String))}${unsaidPaidCount > shown.length ? " and more" : ""}`;
  const are =
    unsaidPaidCount === 1
      ? "has months, and nothing says how often it is"
      : "have months, and nothing says how often they are";
  return `${counted(unsaidPaidCount, "line")} ${are} paid (${rows}). Choose monthly, yearly or once under Paid below, or say it in a column of the file. Where the column of months says nothing of the price, choose \u201cNot used\u201d for it.`;
}

/** "12 lines name no category and got one by words of their description: 8 Server, 4 Network." */
function guessText({ guessed, uncategorizedCount }: LinesPreview): string | null {
  const counts = Object.entries(guessed) as [keyof typeof categoryNames, number][];
  const count = counts.reduce((sum, [, lines]) => sum + lines, 0);
  if (count === 0) return null;
  const each = listed(counts.map(([category, lines]) => `${lines} ${categoryNames[category]}`));
  const rest =
    uncategorizedCount > 0 ? ` ${counted(uncategorizedCount, "line")} could not be guessed.` : "";
  const by = count === 1 ? "names no category and got one" : "name no category and got one";
  return `${counted(count, "line")} ${by} by words of the description: ${each}.${rest} Each guess is marked below, and can be changed there.`;
}

/** Above lines that are all, or the first with those that need a choice. */
export const sampleTitle = (shown: number, lineCount: number): string =>
  shown < lineCount ? `${shown} of ${counted(lineCount, "line")}` : "As lines";

/** What the file's own total says beside the lines. */
export function statedTotalText({ statedTotal, currency }: LinesPreview): string | null {
  if (!statedTotal) return null;
  const { row, text, amount, hasTax } = statedTotal;
  const tax = hasTax ? " with tax" : "";
  return `The file states a total of ${currency} ${exactAmount(amount)}${tax} (row ${row}, ${text}).`;
}

/** Whether its lines and freight come to the same. */
export function totalAgreement({
  statedTotal,
  currency,
}: Pick<LinesPreview, "statedTotal" | "currency">): {
  readonly agrees: boolean;
  readonly text: string;
} | null {
  if (!statedTotal) return null;
  const { difference } = statedTotal;
  if (difference === null)
    return { agrees: false, text: "It cannot be held against lines without an amount." };
  if (difference === "0") return { agrees: true, text: "The lines agree with it to the cent." };
  const amount = exactAmount(difference.replace("-", ""));
  const way = difference.startsWith("-") ? "less" : "more";
  return {
    agrees: false,
    text: `It is ${currency} ${amount} ${way} than the lines and freight add up to.`,
  };
}

/** A draft with no price yet, as an RFQ's items make it, waits for the supplier's own lines. */
export const proposedMode = ({
  isReceived,
  lineCount,
  hasPrices,
}: Pick<QuoteToImport, "isReceived" | "lineCount" | "hasPrices">): ImportMode =>
  !isReceived && lineCount > 0 && !hasPrices ? "replace" : "add";

/** "EUR 1,204,300.00 before tax": what the lines would put into the quote. */
export function linesText({ currency, linesNet, unpricedCount }: LinesPreview): string {
  const unpriced =
    unpricedCount > 0 ? `, and ${counted(unpricedCount, "line")} without an amount` : "";
  return `${currency} ${exactAmount(linesNet)} before tax${unpriced}`;
}

/** What an RFQ's own template is, and where it belongs; null for any other file. */
export function templateText({ template, answersRfq }: LinesPreview): string | null {
  if (!template) return null;
  if (!answersRfq)
    return "This is the template of an RFQ that is not in this organization. Ask the supplier for the template that you sent, or for their own list of lines.";
  const of = answersRfq.supplierName ? `, made for ${answersRfq.supplierName}` : "";
  return `This is the template of the RFQ \u201c${answersRfq.title}\u201d${of}. It comes in there without any mapping, its terms with its lines, as a quote that answers the RFQ.`;
}

export const beginsNextText = ({
  revision,
  isAwarded,
}: Pick<QuoteToImport, "revision" | "isAwarded">): string =>
  `Revision ${revision} is kept as it was received: this begins the next one.${isAwarded ? " The quote is awarded, and the award does not change by it." : ""}`;

/** Why Apply cannot be pressed; null where it can. */
export function whyNotReady(preview: LinesPreview): string | null {
  const { lineCount, refusedCount, mapping, template } = preview;
  if (template) return "A template comes in on the page of its RFQ.";
  if (mapping.description === undefined && mapping.partNumber === undefined)
    return "Say which column holds the description or the part number.";
  if (refusedCount > 0)
    return `${counted(refusedCount, "row")} cannot be read. All rows come in, or none.`;
  if (preview.unsaidPaidCount > 0)
    return `${counted(preview.unsaidPaidCount, "line")} with months ${preview.unsaidPaidCount === 1 ? "does" : "do"} not say how often ${preview.unsaidPaidCount === 1 ? "it is" : "they are"} paid. Choose it under Paid.`;
  return lineCount === 0
    ? "No row of this sheet is a line. Choose another sheet or header row."
    : null;
}

export type Remark = { readonly tone: "warn" | "plain"; readonly text: string };

/** What to look at before the lines come in. */
export function remarksOn(preview: LinesPreview, quote: QuoteToImport): readonly Remark[] {
  const {
    decimal,
    dates,
    percent,
    computedCount,
    unknownCategories,
    differenceCount,
    mappingFrom,
    freight,
  } = preview;
  const warn = (when: boolean, text: string): readonly Remark[] =>
    when ? [{ tone: "warn", text }] : [];
  const say = (when: boolean, text: string): readonly Remark[] =>
    when ? [{ tone: "plain", text }] : [];
  const guesses = [guessText(preview), guessedPaidText(preview)];
  return [
    ...guesses.flatMap((text) => (text === null ? [] : say(true, text))),
    ...(preview.unsaidPaidCount === 0 ? [] : warn(true, unsaidPaidText(preview))),
    ...(preview.importedBefore === null ? [] : warn(true, cameBefore(preview.importedBefore))),
    ...warn(
      !decimal.isCertain,
      `No number shows for certain whether decimals have a ${decimal.value}. Check the unit prices.`,
    ),
    ...warn(
      dates?.isCertain === false,
      "No date shows for certain whether the day or the month comes first. Check the months.",
    ),
    ...warn(
      percent?.isCertain === false,
      "Percentages are all at most 1. Check whether 0.05 means 5% or 0.05%.",
    ),
    ...warn(
      differenceCount > 0,
      `${counted(differenceCount, "line")} ${differenceCount === 1 ? "has" : "have"} another total in the file than quantity, price and discount give. They are listed below.`,
    ),
    ...warn(
      unknownCategories.length > 0,
      `No category is meant by ${listed(unknownCategories.slice(0, 5).map((word) => `\u201c${word}\u201d`))}${unknownCategories.length > 5 ? " and more" : ""}: those lines take the category chosen here.`,
    ),
    ...say(
      computedCount > 0,
      `${counted(computedCount, "line")} ${computedCount === 1 ? "has" : "have"} values that the spreadsheet computed. They come in as last saved.`,
    ),
    ...say(
      mappingFrom === "remembered",
      `Columns as the last time that ${quote.supplierName} sent these headers.`,
    ),
    ...say(
      freight !== null,
      `Freight by the line comes to ${preview.currency} ${exactAmount(freight ?? "0")}, and goes into the quote\u2019s freight.`,
    ),
  ];
}

const cameBefore = (at: string): string =>
  `This very file came into this quote on ${instantText(at)}. Its lines would be there twice.`;

export const importedText = ({
  fileName,
  lineCount,
  importedBy,
  importedAt,
}: LastLinesImport): string =>
  `${counted(lineCount, "line")} came from ${fileName}, ${importedBy ?? "by somebody who left"}, ${instantText(importedAt)}.`;
