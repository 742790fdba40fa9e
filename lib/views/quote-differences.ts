import { quoteTotals } from "@/lib/engine";
import { counted, dateText, exactAmount, exactPercent } from "@/lib/format";
import type { QuoteContent, QuoteLine } from "@/lib/schemas/quote";
import { categoryNames, recurrenceNames } from "./quote-names";
import { totalText } from "./quotes";

export type QuoteDifference = {
  readonly what: string;
  readonly from: string;
  readonly to: string;
};

type Terms = Omit<QuoteContent, "lines">;
const amount = (value: string | null) => (value === null ? "unpriced" : exactAmount(value));
const words = (value: string | null) => value || "none";
const shared = {
  quotedOn: ["Quoted on", (v: string) => dateText(v)],
  validUntil: ["Valid until", (v: string | null) => (v === null ? "not said" : dateText(v))],
  incoterm: ["Incoterm", words],
  paymentTerms: ["Payment terms", words],
  leadTimeWeeks: [
    "Lead time",
    (v: number | null) => (v === null ? "not said" : counted(v, "week")),
  ],
  warrantyMonths: [
    "Warranty",
    (v: number | null) => (v === null ? "not said" : counted(v, "month")),
  ],
  freight: ["Freight", amount],
  duty: ["Duty", (v: string | null) => (v === null ? "none" : exactAmount(v))],
  unrecoverableVat: [
    "Unrecoverable VAT",
    (v: string | null) => (v === null ? "none" : exactAmount(v)),
  ],
  statedTotal: [
    "Supplier\u2019s total",
    (v: string | null) => (v === null ? "not said" : exactAmount(v)),
  ],
  statedTotalHasTax: ["Supplier\u2019s total", (v: boolean) => (v ? "with tax" : "before tax")],
  powerKilowatts: [
    "Power",
    (v: string | null) => (v === null ? "not said" : `${exactAmount(v)} kW`),
  ],
  rackUnits: ["Rack units", (v: number | null) => (v === null ? "not said" : `${v}`)],
  notes: ["Notes", words],
} as const satisfies { readonly [Key in keyof Terms]: readonly [string, (value: never) => string] };

const ofLine = {
  category: ["category", (v: QuoteLine["category"]) => categoryNames[v]],
  description: ["description", words],
  partNumber: ["part number", words],
  quantity: ["quantity", (v: string | null) => (v === null ? "missing" : exactAmount(v))],
  unit: ["unit", words],
  unitPrice: ["unit price", amount],
  discountFraction: ["discount", (v: string | null) => percentText(v)],
  recurrence: ["paid", (v: QuoteLine["recurrence"]) => recurrenceNames[v]],
  months: ["months", (v: number | null) => (v === null ? "not said" : `${v}`)],
  taxFraction: ["tax", (v: string | null) => percentText(v)],
} as const satisfies {
  readonly [Key in keyof QuoteLine]: readonly [string, (value: never) => string];
};

/** "0.035" is "3.5%", exactly. */
export const percentText = (fraction: string | null): string =>
  fraction === null ? "none" : `${exactPercent(fraction)}%`;

type Fields = Readonly<Record<string, readonly [string, (value: never) => string]>>;

function fieldDifferences(fields: Fields, from: object, to: object, of = ""): QuoteDifference[] {
  return Object.entries(fields).flatMap(([key, [name, text]]) => {
    const [a, b] = [from, to].map((one) => (one as Record<string, never>)[key] as never);
    return a === b ? [] : [{ what: `${of}${name}`, from: text(a as never), to: text(b as never) }];
  });
}

/** What a revision says otherwise than the one before: lines by their place, then terms, then the total. */
export function quoteDifferences(
  from: QuoteContent,
  to: QuoteContent,
  currency: string,
): readonly QuoteDifference[] {
  const count = Math.max(from.lines.length, to.lines.length);
  const lines = Array.from({ length: count }, (_, index) => {
    const [a, b] = [from.lines[index], to.lines[index]];
    if (a && b) return fieldDifferences(ofLine, a, b, `Line ${index + 1}, `);
    const [was, is] = [a?.description ?? "not there", b?.description ?? "not there"];
    return [{ what: `Line ${index + 1}`, from: was, to: is }];
  }).flat();
  const [was, is] = [from, to].map((content) => {
    const { cost, lacks } = quoteTotals(content, currency);
    return totalText(cost, lacks);
  }) as [string, string];
  return [
    ...lines,
    ...fieldDifferences(shared, from, to),
    ...(was === is ? [] : [{ what: `Total, ${currency}`, from: was, to: is }]),
  ];
}
