import type { QuoteContent, QuoteHead, QuoteLine, QuoteStatus } from "@/lib/schemas/quote";

type SampleQuote = {
  readonly id: string;
  readonly head: QuoteHead;
  readonly status: Exclude<QuoteStatus, "draft" | "awarded">;
  readonly content: QuoteContent;
};

const line = (
  part: Partial<QuoteLine> & Pick<QuoteLine, "category" | "description">,
): QuoteLine => ({
  partNumber: "",
  quantity: "1",
  unit: "",
  unitPrice: null,
  discountFraction: null,
  recurrence: "one-off",
  months: null,
  taxFraction: null,
  ...part,
});

const terms = {
  quotedOn: "2026-11-18",
  incoterm: "DAP",
  paymentTerms: "30 days net",
  warrantyMonths: 36,
  freight: null,
  duty: null,
  unrecoverableVat: null,
  statedTotalHasTax: false,
  notes: "Made for the sample: no supplier of this name offered it.",
} as const;

/** Invented offers, one in euros and one with a price missing, so that the list shows both. */
export const sampleQuotes: readonly SampleQuote[] = [
  {
    id: "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4d31",
    head: { supplierName: "Fennmark Systems", number: "Q-2291", currency: "USD" },
    status: "shortlisted",
    content: {
      ...terms,
      validUntil: "2027-01-29",
      leadTimeWeeks: 17,
      powerKilowatts: "40.8",
      rackUnits: 32,
      statedTotal: "1330400",
      lines: [
        line({
          category: "server",
          description: "HGX H200, 8 GPU",
          quantity: "4",
          unitPrice: "318400",
        }),
        line({ category: "network", description: "Leaf switches and optics", unitPrice: "44300" }),
        line({
          category: "installation",
          description: "Racking and burn-in",
          quantity: "4",
          unitPrice: "3125",
        }),
      ],
    },
  },
  {
    id: "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4d32",
    head: { supplierName: "Oriel Compute", number: "OC-8817", currency: "EUR" },
    status: "shortlisted",
    content: {
      ...terms,
      validUntil: "2026-11-30",
      leadTimeWeeks: 8,
      powerKilowatts: "40.8",
      rackUnits: 32,
      statedTotal: "1087600",
      lines: [
        line({
          category: "server",
          description: "HGX H200, 8 GPU, network and installation included",
          quantity: "4",
          unitPrice: "271900",
        }),
      ],
    },
  },
  {
    id: "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4d33",
    head: { supplierName: "Stavra", number: "S-40412", currency: "USD" },
    status: "clarified",
    content: {
      ...terms,
      validUntil: "2027-01-15",
      leadTimeWeeks: 30,
      powerKilowatts: "43.2",
      rackUnits: 30,
      statedTotal: "1404600",
      lines: [
        line({
          category: "server",
          description: "HGX B200, 8 GPU",
          quantity: "3",
          unitPrice: "462000",
        }),
        line({ category: "network", description: "Switches, to follow" }),
        line({
          category: "installation",
          description: "Rack integration",
          quantity: "3",
          unitPrice: "6200",
        }),
      ],
    },
  },
];
