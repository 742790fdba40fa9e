import type { QuoteCategory, QuoteStatus, Recurrence } from "@/lib/schemas/quote";

export const categoryNames: Readonly<Record<QuoteCategory, string>> = {
  server: "Server",
  accelerator: "Accelerator",
  network: "Network",
  storage: "Storage",
  rack: "Rack",
  software: "Software",
  support: "Support",
  installation: "Installation",
  service: "Service",
  other: "Other",
};

/** What a line says, on every screen and in every file. */
export const lineFieldNames = {
  category: "Category",
  description: "Description",
  partNumber: "Part number",
  quantity: "Quantity",
  unit: "Unit",
  unitPrice: "Unit price",
  discount: "Discount",
  recurrence: "Paid",
  months: "Months",
  tax: "Tax",
} as const;

export const recurrenceNames: Readonly<Record<Recurrence, string>> = {
  "one-off": "once",
  monthly: "monthly",
  yearly: "yearly",
};

export const statusTones: Readonly<Record<QuoteStatus, "plain" | "good" | "bad" | "accent">> = {
  draft: "plain",
  received: "plain",
  clarified: "plain",
  shortlisted: "accent",
  awarded: "good",
  declined: "bad",
};

const actionTexts: Readonly<Record<string, string>> = {
  create: "entered it",
  save: "changed it",
  receive: "marked it as received",
  clarify: "noted it as clarified",
  shortlist: "shortlisted it",
  award: "awarded it",
  decline: "declined it",
  reopen: "took it back to received",
  attach: "attached a file",
  "remove-attachment": "removed an attachment",
  "restore-attachment": "put an attachment back",
  restore: "took its deletion back",
  "import-lines": "imported lines",
  "undo-import": "undid an import of lines",
};
export const actionText = (action: string): string => actionTexts[action] ?? action;
