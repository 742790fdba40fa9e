import type { QuoteContent, QuoteHead, QuoteLine } from "@/lib/schemas/quote";

export const testLine = (line: Partial<QuoteLine>): QuoteLine => ({
  category: "server",
  description: "HGX H200, 8 accelerators",
  partNumber: "FM-H200-8",
  quantity: "4",
  unit: "server",
  unitPrice: "289450",
  discountFraction: null,
  recurrence: "one-off",
  months: null,
  taxFraction: null,
  ...line,
});

export const testHead: QuoteHead = {
  supplierName: "Fennmark Systems",
  number: "Q-2291",
  currency: "USD",
};

/** Adds up by hand to 1,233,001.67 of lines and 1,237,801.67 with freight. */
export const testContent = (change: Partial<QuoteContent> = {}): QuoteContent => ({
  quotedOn: "2026-11-02",
  validUntil: "2026-12-18",
  incoterm: "DAP",
  paymentTerms: "30 days net",
  leadTimeWeeks: 16,
  warrantyMonths: 36,
  freight: "4800",
  duty: null,
  unrecoverableVat: null,
  statedTotal: "1237801.67",
  statedTotalHasTax: false,
  powerKilowatts: "40.8",
  rackUnits: 32,
  notes: "",
  lines: [
    testLine({ discountFraction: "0.03" }),
    testLine({
      category: "network",
      description: "Leaf switches, cables",
      quantity: "1",
      unitPrice: "61312.25",
    }),
    testLine({
      category: "installation",
      description: "Racking and burn-in",
      unitPrice: "3155.555",
    }),
    testLine({
      category: "support",
      description: "Next business day",
      quantity: "1",
      unitPrice: "12000.4",
      recurrence: "yearly",
      months: 36,
    }),
  ],
  ...change,
});
