/** Where things stand in the template that a supplier fills in: written by one room, read by another. */
export const templateForm = "loadline-rfq-1";
export const offerSheet = "Offer";
/** Hidden: what the file is of. One key and its value a row. */
export const identitySheet = "Loadline";
export const identityKeys = ["form", "rfq", "revision", "supplier"] as const;

/** Column A of the offer, hidden, says what a row is: one of these keys, an item's id, or "extra". */
export const termKeys = [
  "number",
  "quotedOn",
  "validUntil",
  "currency",
  "incoterm",
  "paymentTerms",
  "leadTimeWeeks",
  "warrantyMonths",
  "freight",
  "duty",
  "statedTotal",
  "notes",
] as const;
export type TermKey = (typeof termKeys)[number];
export const termLabels: Readonly<Record<TermKey, string>> = {
  number: "Your quote number",
  quotedOn: "Date of your quote",
  validUntil: "Valid until",
  currency: "Currency",
  incoterm: "Incoterm",
  paymentTerms: "Payment terms",
  leadTimeWeeks: "Lead time, weeks",
  warrantyMonths: "Warranty, months",
  freight: "Freight",
  duty: "Duty",
  statedTotal: "Your total without tax",
  notes: "Notes",
};
/** In this column each term's value stands. */
export const termColumn = "D";

export const extraKey = "extra";
export const extraRows = 10;

/** What is asked, then what the supplier fills in. */
export const itemColumns = {
  category: { letter: "B", label: "Category", width: 13 },
  asked: { letter: "C", label: "What is needed", width: 46 },
  quantity: { letter: "D", label: "Quantity", width: 22 },
  unit: { letter: "E", label: "Unit", width: 12 },
  needed: { letter: "F", label: "Needed by", width: 12 },
  paid: { letter: "G", label: "Paid", width: 12 },
  months: { letter: "H", label: "Months", width: 9 },
  offered: { letter: "I", label: "What you offer, if other", width: 32 },
  partNumber: { letter: "J", label: "Part number", width: 18 },
  unitPrice: { letter: "K", label: "Unit price", width: 16 },
  discount: { letter: "L", label: "Discount, %", width: 12 },
  tax: { letter: "M", label: "Tax, %", width: 10 },
  note: { letter: "N", label: "Note", width: 30 },
} as const;
export type ItemColumn = keyof typeof itemColumns;

export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  /** As the file writes it. */
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "error"; readonly text: string };

/** The cells of a sheet that have something in them, by address: "K12". */
export type ReadSheet = {
  readonly name: string;
  readonly cells: Readonly<Record<string, SheetCell>>;
};
export type ReadWorkbook = { readonly sheets: readonly ReadSheet[] };
