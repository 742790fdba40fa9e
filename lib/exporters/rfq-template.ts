import { deadlineText, monthName } from "@/lib/format";
import { incoterms } from "@/lib/schemas/quote";
import type { RfqItem } from "@/lib/schemas/rfq";
import {
  extraKey,
  extraRows,
  type ItemColumn,
  identityKeys,
  identitySheet,
  itemColumns,
  offerSheet,
  type TermKey,
  templateForm,
  termColumn,
  termKeys,
  termLabels,
} from "@/lib/schemas/rfq-template";
import { categoryNames, recurrenceNames } from "@/lib/views/quote-names";
import { type RfqPaper, rfqFileName } from "./rfq-paper";
import { type Cell, type CellStyle, type Sheet, type Validation, workbookFile } from "./sheets";

const columnNames = Object.keys(itemColumns) as ItemColumn[];
const letterOf = (column: ItemColumn) => itemColumns[column].letter;
const cell = (value: Cell["value"], style: CellStyle): Cell => ({ value, style });
const empty = (style: CellStyle) => cell(null, style);
const between = (range: string, type: string, low: number, high: number, mend: string) => ({
  range,
  xml: `type="${type}" operator="between" error="${mend}"><formula1>${low}</formula1><formula2>${high}</formula2>`,
});

const termStyles: Readonly<Partial<Record<TermKey, CellStyle>>> = {
  quotedOn: "date",
  validUntil: "date",
  leadTimeWeeks: "whole",
  warrantyMonths: "whole",
  freight: "amount",
  duty: "amount",
  statedTotal: "amount",
};

const termHelp: Readonly<Partial<Record<TermKey, string>>> = {
  number: "Needed.",
  quotedOn: "Needed. A date.",
  currency: "Of every amount below.",
  freight: "0 where nothing is charged for it.",
  statedTotal: "Checked against the lines; may stay empty.",
};

const firstTermRow = 6;
const notesName = "Our notes";
const notesWidth = 110;
const headRow = firstTermRow + termKeys.length + 1;

/** The workbook that a supplier fills in and sends back: what is asked is locked, what is offered is open. */
export function rfqTemplate(paper: RfqPaper): {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
} {
  const identity: readonly string[] = [
    templateForm,
    paper.rfqId,
    String(paper.revision),
    paper.supplier.id,
  ];
  const rows = identityKeys.map((key, index): [number, Record<string, Cell>] => [
    index + 1,
    { A: cell(key, "plain"), B: cell(identity[index] ?? "", "plain") },
  ]);
  const hidden: Sheet = { name: identitySheet, isHidden: true, rows: new Map(rows), columns: [] };
  const bytes = workbookFile([offer(paper), ...notesSheet(paper), hidden]);
  return { fileName: rfqFileName(paper, "template", "xlsx"), bytes };
}

function offer(paper: RfqPaper): Sheet {
  const { content, revision, supplier } = paper;
  const rows = new Map<number, Record<string, Cell>>();
  rows.set(1, { B: cell(content.title, "title") });
  const until = deadlineText(content.deadlineLocal, content.deadlineZone);
  rows.set(2, {
    B: cell(`Request for quotation, revision ${revision}, for ${supplier.name}`, "plain"),
  });
  rows.set(3, {
    B: cell(`Answer until ${until}. Fill in the yellow cells and send this file back.`, "label"),
  });
  rows.set(4, {
    B: cell(
      "What you leave empty counts as not said; a price left empty counts as unpriced.",
      "plain",
    ),
  });
  if (content.notes !== "")
    rows.set(5, { B: cell(`Read our notes first: the sheet \u201c${notesName}\u201d.`, "label") });
  for (const [index, key] of termKeys.entries())
    rows.set(firstTermRow + index, termCells(key, paper));
  rows.set(headRow, headCells());
  for (const [index, item] of content.items.entries())
    rows.set(headRow + 1 + index, itemCells(item));
  const heights = new Map([[1, 24]]);
  for (const [index, item] of content.items.entries())
    heights.set(headRow + 1 + index, lineHeight * linesOf(askedText(item)));
  const firstExtra = headRow + 1 + content.items.length;
  for (let index = 0; index < extraRows; index += 1) rows.set(firstExtra + index, extraCells());
  const columns = columnNames.map((name) => ({
    letter: letterOf(name),
    width: itemColumns[name].width,
  }));
  return {
    name: offerSheet,
    rows,
    heights,
    columns: [{ letter: "A", width: 4, isHidden: true }, ...columns],
    validations: validations(firstExtra),
    isProtected: true,
  };
}

/** No row can be taller than 409 points: a longer paragraph goes on in the next. */
const pieces = (paragraph: string): readonly string[] =>
  paragraph.match(/.{1,2200}(?:\s|$)|.{1,2200}/g) ?? [""];

/** A paragraph a row. */
function notesSheet({ content: { title, notes } }: RfqPaper): readonly Sheet[] {
  if (notes === "") return [];
  const rows = new Map([[1, { A: cell(`Notes to ${title}`, "title") }]]);
  const heights = new Map([[1, 24]]);
  for (const [index, paragraph] of notes.split(/\r?\n/).flatMap(pieces).entries()) {
    rows.set(index + 3, { A: cell(paragraph, "note") });
    heights.set(index + 3, lineHeight * linesOf(paragraph, notesWidth));
  }
  const columns = [{ letter: "A", width: notesWidth }];
  return [{ name: notesName, rows, heights, columns, isProtected: true }];
}

function termCells(key: TermKey, { content }: RfqPaper): Record<string, Cell> {
  const wanted: Readonly<Partial<Record<TermKey, string | null>>> = {
    currency: content.currency,
    incoterm: content.incoterm,
    paymentTerms: content.paymentTerms || null,
  };
  return {
    A: cell(key, "plain"),
    B: cell(termLabels[key], "label"),
    [termColumn]: cell(wanted[key] ?? null, termStyles[key] ?? "text"),
    E: cell(termHelp[key] ?? "", "plain"),
  };
}

function headCells(): Record<string, Cell> {
  const heads = columnNames.map((name) => [letterOf(name), cell(itemColumns[name].label, "head")]);
  return { ...Object.fromEntries(heads), A: cell("", "plain") };
}

const lineHeight = 15;
const askedText = ({ description, note }: RfqItem) =>
  note === "" ? description : `${description}\n${note}`;
/** As many as fit the width of its column, about a character each. */
const linesOf = (text: string, width: number = itemColumns.asked.width) =>
  text.split("\n").reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / width)), 0);

function itemCells(item: RfqItem): Record<string, Cell> {
  const { itemId, category, quantity, unit, neededMonth, recurrence, months } = item;
  const told: Partial<Record<ItemColumn, Cell>> = {
    category: cell(categoryNames[category], "asked"),
    asked: cell(askedText(item), "asked"),
    quantity: quantity === null ? empty("amount") : cell(Number(quantity), "askedNumber"),
    unit: cell(unit, "asked"),
    needed: cell(neededMonth === null ? "" : monthName(neededMonth), "asked"),
    paid: cell(recurrenceNames[recurrence], "asked"),
    months:
      recurrence === "one-off"
        ? cell("", "asked")
        : cell(months, months === null ? "whole" : "askedNumber"),
  };
  return cellsOf({ ...openCells(), ...told }, itemId);
}

const openCells = (): Record<ItemColumn, Cell> => ({
  category: empty("text"),
  asked: empty("text"),
  quantity: empty("amount"),
  unit: empty("text"),
  needed: empty("asked"),
  paid: cell(recurrenceNames["one-off"], "asked"),
  months: empty("asked"),
  offered: empty("text"),
  partNumber: empty("text"),
  unitPrice: empty("amount"),
  discount: empty("percent"),
  tax: empty("percent"),
  note: empty("text"),
});

/** For what belongs to the offer and was not asked. */
const extraCells = () =>
  cellsOf(
    { ...openCells(), category: cell("Added by you", "asked"), offered: empty("asked") },
    extraKey,
  );

const cellsOf = (cells: Record<ItemColumn, Cell>, key: string): Record<string, Cell> => ({
  A: cell(key, "plain"),
  ...Object.fromEntries(columnNames.map((name) => [letterOf(name), cells[name]])),
});

function validations(firstExtra: number): readonly Validation[] {
  const column = (name: ItemColumn, from = headRow + 1, to = firstExtra + extraRows - 1) =>
    `${letterOf(name)}${from}:${letterOf(name)}${to}`;
  const term = (key: TermKey) => `${termColumn}${firstTermRow + termKeys.indexOf(key)}`;
  const most = 99_999_999_999_999;
  const list = (range: string, values: readonly string[]) => ({
    range,
    xml: `type="list"><formula1>"${values.join(",")}"</formula1>`,
  });
  const percent = "Enter a percentage from 0 to 100.";
  const amount = "Enter a number of 0 or more.";
  const dates = [term("quotedOn"), term("validUntil")].map((range) =>
    between(range, "date", 36_526, 73_050, "Enter a date."),
  );
  return [
    ...dates,
    {
      range: term("currency"),
      xml: 'type="textLength" operator="equal" error="Enter a code of three letters, such as EUR."><formula1>3</formula1>',
    },
    list(term("incoterm"), incoterms),
    between(term("leadTimeWeeks"), "whole", 0, 260, "Enter whole weeks."),
    between(term("warrantyMonths"), "whole", 0, 240, "Enter whole months."),
    ...(["freight", "duty", "statedTotal"] as const).map((key) =>
      between(term(key), "decimal", 0, most, amount),
    ),
    between(column("unitPrice", headRow + 1, firstExtra - 1), "decimal", 0, most, amount),
    between(column("unitPrice", firstExtra), "decimal", -most, most, "Enter a number."),
    between(column("discount"), "decimal", 0, 100, percent),
    between(column("tax"), "decimal", 0, 100, percent),
  ];
}
