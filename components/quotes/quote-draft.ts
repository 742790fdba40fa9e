import { newId } from "@/components/plans/new-id";
import { exactAmount } from "@/lib/format";
import {
  type Incoterm,
  incoterms,
  type QuoteContent,
  type QuoteHead,
  type QuoteLine,
  quoteContent,
  quoteHead,
} from "@/lib/schemas/quote";
import { errorsByPath } from "./errors-by-path";
import { percentEntry, typedDecimal, typedPercent, typedWhole } from "./typed-decimal";

/** A line as it stands in the form: texts, which may be no numbers yet. */
export type LineDraft = Pick<
  QuoteLine,
  "category" | "description" | "partNumber" | "unit" | "recurrence"
> & {
  readonly key: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly months: string;
  readonly tax: string;
};

export type TermsDraft = {
  readonly [name in Exclude<keyof QuoteContent, "lines" | "statedTotalHasTax">]: string;
} & { readonly statedTotalHasTax: boolean };

export type QuoteDraft = {
  readonly head: QuoteHead;
  readonly terms: TermsDraft;
  readonly lines: readonly LineDraft[];
};

export const emptyLine = (): LineDraft => ({
  key: newId(),
  category: "server",
  description: "",
  partNumber: "",
  quantity: "1",
  unit: "",
  unitPrice: "",
  discount: "",
  recurrence: "one-off",
  months: "",
  tax: "",
});

const textOf = (value: string | number | null) => (value === null ? "" : String(value));
const amountEntry = (value: string | null) => (value === null ? "" : exactAmount(value));

export function draftOf(head: QuoteHead, content: QuoteContent): QuoteDraft {
  const { lines, statedTotalHasTax, ...terms } = content;
  const texts = Object.entries(terms).map(([name, value]) => [name, textOf(value)]);
  return {
    head,
    terms: {
      ...Object.fromEntries(texts),
      freight: amountEntry(terms.freight),
      duty: amountEntry(terms.duty),
      unrecoverableVat: amountEntry(terms.unrecoverableVat),
      statedTotal: amountEntry(terms.statedTotal),
      statedTotalHasTax,
    } as TermsDraft,
    lines: lines.map((line, index) => ({
      key: `line-${index}`,
      category: line.category,
      description: line.description,
      partNumber: line.partNumber,
      quantity: amountEntry(line.quantity),
      unit: line.unit,
      unitPrice: amountEntry(line.unitPrice),
      discount: percentEntry(line.discountFraction),
      recurrence: line.recurrence,
      months: textOf(line.months),
      tax: percentEntry(line.taxFraction),
    })),
  };
}

const toLine = ({ key: _key, discount, tax, ...line }: LineDraft, currency: string) => ({
  category: line.category,
  description: line.description,
  partNumber: line.partNumber,
  quantity: typedDecimal(line.quantity),
  unit: line.unit,
  unitPrice: typedDecimal(line.unitPrice, currency),
  discountFraction: typedPercent(discount),
  recurrence: line.recurrence,
  months: line.recurrence === "one-off" ? null : typedWhole(line.months),
  taxFraction: typedPercent(tax),
});

function unchecked({ head: { currency }, terms, lines }: QuoteDraft) {
  return {
    quotedOn: terms.quotedOn,
    validUntil: terms.validUntil || null,
    incoterm: terms.incoterm || null,
    paymentTerms: terms.paymentTerms,
    leadTimeWeeks: typedWhole(terms.leadTimeWeeks),
    warrantyMonths: typedWhole(terms.warrantyMonths),
    freight: typedDecimal(terms.freight, currency),
    duty: typedDecimal(terms.duty, currency),
    unrecoverableVat: typedDecimal(terms.unrecoverableVat, currency),
    statedTotal: typedDecimal(terms.statedTotal, currency),
    statedTotalHasTax: terms.statedTotalHasTax,
    powerKilowatts: typedDecimal(terms.powerKilowatts),
    rackUnits: typedWhole(terms.rackUnits),
    notes: terms.notes,
    lines: lines.map((line) => toLine(line, currency)),
  };
}

export type DraftReading = {
  readonly head: QuoteHead | null;
  readonly content: QuoteContent | null;
  /** What is wrong, by path: "lines.0.unitPrice", "head.number", "validUntil". */
  readonly errors: Readonly<Record<string, string>>;
};

const unreadable = "This cannot be read, or is out of range. Enter a whole number.";

/** The form as the schema reads it, or what to mend. */
export function readDraft(draft: QuoteDraft): DraftReading {
  const head = quoteHead.safeParse(draft.head);
  const content = quoteContent.safeParse(unchecked(draft));
  return {
    head: head.success ? head.data : null,
    content: content.success ? content.data : null,
    errors: {
      ...(head.success ? {} : errorsByPath(head.error.issues, { before: "head.", unreadable })),
      ...(content.success ? {} : errorsByPath(content.error.issues, { unreadable })),
    },
  };
}

const isNumber = (text: string | null) => text !== null && /^-?\d{1,14}(\.\d{1,6})?$/.test(text);

/** The form for the totals beside it: what cannot be read counts as missing until it is mended. */
export function readableContent(draft: QuoteDraft): QuoteContent {
  const raw = unchecked({ ...draft, lines: [] });
  const number = (text: string | null) => (isNumber(text) ? text : null);
  const whole = (value: number | string | null) => (typeof value === "number" ? value : null);
  return {
    ...raw,
    incoterm: incoterms.find((term) => term === raw.incoterm) ?? (null as Incoterm | null),
    leadTimeWeeks: whole(raw.leadTimeWeeks),
    warrantyMonths: whole(raw.warrantyMonths),
    rackUnits: whole(raw.rackUnits),
    freight: number(raw.freight),
    duty: number(raw.duty),
    unrecoverableVat: number(raw.unrecoverableVat),
    statedTotal: number(raw.statedTotal),
    powerKilowatts: number(raw.powerKilowatts),
    lines: draft.lines.map((line) => readableLine(line, draft.head.currency)),
  };
}

/** Each line is read once for as long as nobody changes it: a quote may have thousands. */
const readLines = new WeakMap<LineDraft, { readonly currency: string; readonly line: QuoteLine }>();

function readableLine(draft: LineDraft, currency: string): QuoteLine {
  const read = readLines.get(draft);
  if (read?.currency === currency) return read.line;
  const raw = toLine(draft, currency);
  const number = (text: string | null) => (isNumber(text) ? text : null);
  const line = {
    ...raw,
    quantity: number(raw.quantity),
    unitPrice: number(raw.unitPrice),
    discountFraction: number(raw.discountFraction),
    taxFraction: number(raw.taxFraction),
    months: typeof raw.months === "number" ? raw.months : null,
  };
  readLines.set(draft, { currency, line });
  return line;
}
