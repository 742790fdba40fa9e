import type { RfqContent, RfqItem } from "@/lib/schemas/rfq";
import {
  identityKeys,
  identitySheet,
  offerSheet,
  type ReadWorkbook,
  type SheetCell,
  templateForm,
} from "@/lib/schemas/rfq-template";

export const testItemIds = [
  "11111111-1111-4111-8111-111111111111",
  "22222222-2222-4222-8222-222222222222",
] as const;

export const testRfqItem = (item: Partial<RfqItem> = {}): RfqItem => ({
  itemId: testItemIds[0],
  category: "server",
  description: "Servers with 8 H200 each",
  quantity: "4",
  unit: "server",
  recurrence: "one-off",
  months: null,
  neededMonth: "2027-09",
  note: "At most 10.2 kW each",
  ...item,
});

export const testRfqContent = (change: Partial<RfqContent> = {}): RfqContent => ({
  title: "Claims assistant, servers",
  deadlineLocal: "2099-12-15T17:00",
  deadlineZone: "Europe/Berlin",
  deliveryPlace: "Frankfurt am Main",
  incoterm: "DAP",
  paymentTerms: "30 days net",
  currency: "EUR",
  notes: "",
  items: [
    testRfqItem(),
    testRfqItem({
      itemId: testItemIds[1],
      category: "support",
      description: "Support, next business day",
      unit: "server",
      recurrence: "yearly",
      months: 36,
      neededMonth: null,
      note: "",
    }),
  ],
  ...change,
});

type Answered = {
  readonly rfqId: string;
  readonly supplierId: string;
  readonly revision?: number;
  /** Over what is filled in below, by address; null empties a cell. */
  readonly cells?: Readonly<Record<string, string | number | null>>;
};

/** A template of `testRfqContent` as it is read once it is filled in: 4 servers at 280,000 and support. */
export function answeredWorkbook({
  rfqId,
  supplierId,
  revision = 1,
  cells = {},
}: Answered): ReadWorkbook {
  const [server, support] = testItemIds;
  const identity = [templateForm, rfqId, String(revision), supplierId];
  const terms = { A6: "number", A7: "quotedOn", A8: "validUntil", A9: "currency", A14: "freight" };
  const filled = { D6: "ST-77", D7: "2026-12-01", D8: "31.03.2027", D9: "EUR", D14: 4800 };
  const items = { A20: server, K20: 280_000, L20: 2.5, A21: support, K21: "12.000,50" };
  return {
    sheets: [
      { name: offerSheet, cells: toCells({ ...terms, ...filled, ...items, ...cells }) },
      {
        name: identitySheet,
        cells: toCells(
          Object.fromEntries(
            identityKeys.flatMap((key, index) => [
              [`A${index + 1}`, key],
              [`B${index + 1}`, identity[index] ?? ""],
            ]),
          ),
        ),
      },
    ],
  };
}

const toCells = (
  values: Readonly<Record<string, string | number | null>>,
): Readonly<Record<string, SheetCell>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([at, value]): [string, SheetCell][] =>
      value === null
        ? []
        : [[at, { kind: typeof value === "number" ? "number" : "text", text: String(value) }]],
    ),
  );
