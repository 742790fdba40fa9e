import { currencyCodes } from "@/lib/schemas/currency-code";
import { incoterms, type QuoteLine, quoteContent } from "@/lib/schemas/quote";
import type { RfqItem, SealedAnswer } from "@/lib/schemas/rfq";
import {
  extraKey,
  type ItemColumn,
  identityKeys,
  identitySheet,
  itemColumns,
  offerSheet,
  type ReadSheet,
  type ReadWorkbook,
  type SheetCell,
  type TermKey,
  templateForm,
  termColumn,
  termKeys,
  termLabels,
} from "@/lib/schemas/rfq-template";
import {
  type CellReading,
  dateCell,
  decimalCell,
  percentCell,
  textCell,
  wholeCell,
} from "./typed-cell";

export type TemplateIdentity = {
  readonly rfqId: string;
  readonly revision: number;
  readonly supplierId: string;
};

/** Of what the file is; null for a workbook that is no template of ours. */
export function templateIdentity({ sheets }: ReadWorkbook): TemplateIdentity | null {
  const cells = sheets.find(({ name }) => name === identitySheet)?.cells ?? {};
  const said = Object.fromEntries(
    identityKeys.map((_, index) => [cells[`A${index + 1}`]?.text, cells[`B${index + 1}`]?.text]),
  );
  const { form, rfq, revision, supplier } = said;
  if (form !== templateForm || !rfq || !supplier || !/^[1-9]\d{0,5}$/.test(revision ?? ""))
    return null;
  return { rfqId: rfq, revision: Number(revision), supplierId: supplier };
}

export type Refused = {
  readonly row: number;
  readonly column: string;
  /** Null where it must not be shown. */
  readonly value: string | null;
  readonly mend: string;
};

export type TemplateReading =
  | { readonly answer: SealedAnswer; readonly refused: null }
  | { readonly answer: null; readonly refused: readonly Refused[] };

type Given = { readonly items: readonly RfqItem[]; readonly hidesValues: boolean };

/** What a filled-in template says, all of it or nothing. */
export function readRfqTemplate(workbook: ReadWorkbook, given: Given): TemplateReading {
  const sheet = workbook.sheets.find(({ name }) => name === offerSheet);
  if (!sheet) return { answer: null, refused: [noOffer] };
  const reader = new Reader(sheet, given.hidesValues);
  const terms = reader.terms();
  const lines = reader.lines(given.items);
  if (reader.refused.length > 0) return { answer: null, refused: reader.refused };
  const { number, currency, ...rest } = terms;
  const content = quoteContent.safeParse({ ...rest, lines });
  if (number !== null && currency !== null && content.success)
    return { answer: { number, currency, content: content.data }, refused: null };
  const [issue] = content.success ? [] : content.error.issues;
  const key = termKeys.find((one) => one === issue?.path[0]) ?? "number";
  const mend = issue?.message ?? "Correct it.";
  return { answer: null, refused: [reader.refusal(reader.rowOf(key), termLabels[key], mend)] };
}

const noOffer: Refused = {
  row: 1,
  column: offerSheet,
  value: null,
  mend: `The sheet \u201c${offerSheet}\u201d is missing. Fill in the template as it was sent.`,
};

class Reader {
  readonly refused: Refused[] = [];
  private readonly rows = new Map<string, number[]>();
  private readonly sheet: ReadSheet;
  private readonly hidesValues: boolean;

  constructor(sheet: ReadSheet, hidesValues: boolean) {
    this.sheet = sheet;
    this.hidesValues = hidesValues;
    for (const [address, { text }] of Object.entries(sheet.cells)) {
      const [, row] = /^A(\d+)$/.exec(address) ?? [];
      if (row) this.rows.set(text, [...(this.rows.get(text) ?? []), Number(row)]);
    }
  }

  rowOf(key: string): number {
    return this.rows.get(key)?.[0] ?? 1;
  }

  refusal(row: number, column: string, mend: string, cell?: SheetCell): Refused {
    return { row, column, value: this.hidesValues ? null : (cell?.text.slice(0, 60) ?? ""), mend };
  }

  private take<T>(
    row: number,
    letter: string,
    column: string,
    read: (cell?: SheetCell) => CellReading<T>,
  ) {
    const cell = this.sheet.cells[`${letter}${row}`];
    const reading = read(cell);
    if ("value" in reading) return reading.value;
    this.refused.push(this.refusal(row, column, reading.mend, cell));
    return null;
  }

  private term<T>(key: TermKey, read: (cell?: SheetCell) => CellReading<T>) {
    return this.take(this.rowOf(key), termColumn, termLabels[key], read);
  }

  private needed<T>(key: TermKey, mend: string, read: (cell?: SheetCell) => CellReading<T>) {
    return this.term(key, (cell) => {
      const reading = read(cell);
      return "value" in reading && reading.value === null ? { mend } : reading;
    });
  }

  terms() {
    const amount = (key: TermKey) => this.term(key, (cell) => decimalCell(cell, { decimals: 4 }));
    const one = (values: readonly string[], mend: string) => (cell?: SheetCell) => {
      const said = textCell(cell, 40);
      if (!("value" in said) || said.value === null) return said;
      const found = values.find((value) => value === said.value?.toUpperCase());
      return found ? { value: found } : { mend };
    };
    const date = (cell?: SheetCell) => dateCell(cell);
    const text = (key: TermKey, most: number) =>
      this.term(key, (cell) => textCell(cell, most)) ?? "";
    const money = one(currencyCodes, "Enter the code of a currency, such as EUR.");
    return {
      number: this.needed("number", "Enter your number of this quote.", (cell) =>
        textCell(cell, 80),
      ),
      currency: this.needed("currency", "Enter the code of a currency, such as EUR.", money),
      quotedOn: this.needed("quotedOn", "Enter the date of your quote.", date) ?? "",
      validUntil: this.term("validUntil", date),
      incoterm: this.term("incoterm", one(incoterms, `Enter one of ${incoterms.join(", ")}.`)),
      paymentTerms: text("paymentTerms", 300),
      leadTimeWeeks: this.term("leadTimeWeeks", (cell) => wholeCell(cell, 260)),
      warrantyMonths: this.term("warrantyMonths", (cell) => wholeCell(cell, 240)),
      freight: amount("freight"),
      duty: amount("duty"),
      unrecoverableVat: null,
      statedTotal: amount("statedTotal"),
      statedTotalHasTax: false,
      powerKilowatts: null,
      rackUnits: null,
      notes: text("notes", 3000),
    };
  }

  lines(items: readonly RfqItem[]): readonly QuoteLine[] {
    const asked = items.flatMap((item) => {
      const [row, twin] = this.rows.get(item.itemId) ?? [];
      if (row !== undefined && twin === undefined) return [this.line(row, item)];
      const column = itemColumns.asked.label;
      const mend =
        row === undefined
          ? `The row of \u201c${item.description}\u201d is missing. Fill in the template as it was sent.`
          : `The row of \u201c${item.description}\u201d is there twice. Remove one of them.`;
      this.refused.push({ row: twin ?? row ?? 1, column, value: null, mend });
      return [];
    });
    const extra = (this.rows.get(extraKey) ?? [])
      .toSorted((a, b) => a - b)
      .filter((row) => this.isFilled(row));
    return [...asked, ...extra.map((row) => this.line(row, null))];
  }

  private isFilled(row: number): boolean {
    const columns = ["asked", "partNumber", "unitPrice", "note"] as const;
    return columns.some((name) => this.cellAt(row, name)?.text.trim());
  }

  private cellAt(row: number, column: ItemColumn): SheetCell | undefined {
    return this.sheet.cells[`${itemColumns[column].letter}${row}`];
  }

  private at<T>(row: number, column: ItemColumn, read: (cell?: SheetCell) => CellReading<T>) {
    const { letter, label } = itemColumns[column];
    return this.take(row, letter, label, read);
  }

  private line(row: number, item: RfqItem | null): QuoteLine {
    const offered = this.at(row, item ? "offered" : "asked", (cell) => {
      const said = textCell(cell, 300);
      const isLacking = item === null && "value" in said && said.value === null;
      return isLacking ? { mend: "Say what it is." } : said;
    });
    const note = this.at(row, "note", (cell) => textCell(cell, 200));
    const description = offered ?? item?.description ?? "";
    const quantity =
      item?.quantity ?? this.at(row, "quantity", (cell) => decimalCell(cell, { decimals: 4 }));
    const recurs = item !== null && item.recurrence !== "one-off";
    return {
      category: item?.category ?? "other",
      description: (note ? `${description} (${note})` : description).slice(0, 300),
      partNumber: this.at(row, "partNumber", (cell) => textCell(cell, 80)) ?? "",
      quantity: quantity ?? (item ? null : "1"),
      unit: item?.unit ?? this.at(row, "unit", (cell) => textCell(cell, 20)) ?? "",
      unitPrice: this.at(row, "unitPrice", item ? priceCell : rebateOrPriceCell),
      discountFraction: this.at(row, "discount", percentCell),
      recurrence: item?.recurrence ?? "one-off",
      months: recurs
        ? (item.months ?? this.at(row, "months", (cell) => wholeCell(cell, 240, 1)))
        : null,
      taxFraction: this.at(row, "tax", percentCell),
    };
  }
}

const rebateOrPriceCell = (cell?: SheetCell) => decimalCell(cell, { decimals: 4, signed: true });

/** What was asked for costs something; a row that the supplier adds may be a rebate. */
function priceCell(cell?: SheetCell): CellReading<string> {
  const read = rebateOrPriceCell(cell);
  if (!("value" in read) || !read.value?.startsWith("-")) return read;
  return {
    mend: `A price is 0 or more. Enter a reduction under \u201c${itemColumns.discount.label}\u201d, or a rebate as a row of its own.`,
  };
}

const mostTold = 20;

/** Row, column, value and mend of each, in a few lines. */
export function refusedText(refused: readonly Refused[]): string {
  const told = refused.slice(0, mostTold).map(({ row, column, value, mend }) => {
    const said = value === null || value === "" ? "" : `: \u201c${value}\u201d`;
    return `Row ${row}, ${column}${said}. ${mend}`;
  });
  const left = refused.length - told.length;
  return ["Nothing was taken in.", ...told, ...(left > 0 ? [`And ${left} more.`] : [])].join("\n");
}
