import type { QuoteLine } from "@/lib/schemas/quote";
import type { RfqContent, SealedAnswer } from "@/lib/schemas/rfq";
import { rfqOf } from "@/lib/views/rfq-items";
import { samplePlans } from "./samples";

const prefix = "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4";
const origin = { planId: `${prefix}d21`, optionId: "on-premises" } as const;
const weeksToAnswer = 6;
const dayMs = 86_400_000;

const unitPrices: Partial<Record<QuoteLine["category"], string>> = {
  server: "305900",
  network: "11200",
  rack: "8400",
  installation: "2900",
  support: "9150",
};

/** An RFQ out of a plan's sizing, sent to two made-up suppliers, with one sealed answer and one question. */
export const sampleRfq = {
  id: `${prefix}d41`,
  origin,
  suppliers: ["Fennmark Systems", "Stavra"],
  question: {
    id: `${prefix}d42`,
    from: "Stavra",
    question: "May the servers come with air cooling?",
    answer: "Yes, up to 40 kW a rack. Say the draw at full load for each server.",
  },
  answer: { id: `${prefix}d43`, from: "Fennmark Systems", content: answerTo },
} as const;

/** Open for some weeks from the day the sample is brought in. */
export function sampleRfqContent(now: Date): RfqContent {
  const plan = samplePlans.find(({ id }) => id === origin.planId)?.plan;
  let items = 0;
  const newId = () => `${prefix}e${String(10 + items++)}`;
  const begun = plan && rfqOf(plan, origin.optionId, { zone: "Europe/Berlin", newId });
  if (!begun || !("content" in begun)) throw new Error("the sample's plan cannot be asked for");
  const until = new Date(now.getTime() + weeksToAnswer * 7 * dayMs).toISOString().slice(0, 10);
  return {
    ...begun.content,
    deadlineLocal: `${until}T17:00`,
    deliveryPlace: "Frankfurt am Main, data hall 2",
    incoterm: "DAP",
    paymentTerms: "30 days net",
    notes: "Made for the sample: no supplier of these names was asked.",
  };
}

function answerTo({ items, currency }: RfqContent, now: Date): SealedAnswer {
  const day = (after: number) => new Date(now.getTime() + after * dayMs).toISOString().slice(0, 10);
  return {
    number: "Q-2344",
    currency,
    content: {
      ...{ quotedOn: day(0), validUntil: day(120), incoterm: "DAP", paymentTerms: "30 days net" },
      ...{ leadTimeWeeks: 15, warrantyMonths: 36, freight: "0", duty: null },
      ...{ unrecoverableVat: null, statedTotal: null, statedTotalHasTax: false },
      ...{ powerKilowatts: null, rackUnits: null, notes: "" },
      lines: items.map(({ category, description, quantity, unit, recurrence, months }) => ({
        ...{ category, description, partNumber: "", quantity, unit },
        ...{ unitPrice: unitPrices[category] ?? null, discountFraction: null },
        ...{ recurrence, months, taxFraction: null },
      })),
    },
  };
}
