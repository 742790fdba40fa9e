import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import { type RfqRevision, rfqContent } from "@/lib/schemas/rfq";
import type { Decimal } from "./decimal";

type ItemRow = {
  readonly itemId: string;
  readonly category: string;
  readonly description: string;
  readonly quantity: Decimal | null;
  readonly unit: string;
  readonly recurrence: string;
  readonly months: number | null;
  readonly neededMonth: string | null;
  readonly note: string;
};

/** A revision's row as Prisma reads it, with its items. */
export type RfqRevisionRow = {
  readonly revision: number;
  readonly sentAt: Date | null;
  readonly title: string;
  readonly deadlineLocal: string | null;
  readonly deadlineZone: string;
  readonly deliveryPlace: string;
  readonly incoterm: string | null;
  readonly paymentTerms: string;
  readonly currency: string;
  readonly notes: string;
  readonly items: readonly ItemRow[];
};

export const itemColumns = {
  itemId: true,
  category: true,
  description: true,
  quantity: true,
  unit: true,
  recurrence: true,
  months: true,
  neededMonth: true,
  note: true,
} as const;

export const revisionColumns = {
  revision: true,
  sentAt: true,
  title: true,
  deadlineLocal: true,
  deadlineZone: true,
  deliveryPlace: true,
  incoterm: true,
  paymentTerms: true,
  currency: true,
  notes: true,
  items: { select: itemColumns, orderBy: { position: "asc" } },
} as const;

/** Back to the form the schema knows, parsed on the way out too. */
export function toRfqRevision({ revision, sentAt, items, ...terms }: RfqRevisionRow): RfqRevision {
  const content = rfqContent.parse({
    ...terms,
    items: items.map(({ quantity, ...item }) => ({
      ...item,
      quantity: quantity === null ? null : canonicalDecimal(quantity.toString()),
    })),
  });
  return { ...content, revision, sentAt: sentAt?.toISOString() ?? null };
}
