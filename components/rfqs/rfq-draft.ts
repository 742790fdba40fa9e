import { newId } from "@/components/plans/new-id";
import { errorsByPath } from "@/components/quotes/errors-by-path";
import { typedDecimal, typedWhole } from "@/components/quotes/typed-decimal";
import { exactAmount } from "@/lib/format";
import {
  type RfqContent,
  type RfqItem,
  rfqContent,
  rfqContentOf,
  type StoredRfq,
} from "@/lib/schemas/rfq";

/** An item as it stands in the form: texts, which may be no numbers yet. */
export type ItemDraft = Omit<RfqItem, "quantity" | "months" | "neededMonth"> & {
  readonly quantity: string;
  readonly months: string;
  readonly neededMonth: string;
};

export type RfqDraft = Omit<RfqContent, "items" | "deadlineLocal" | "incoterm"> & {
  readonly deadlineLocal: string;
  readonly incoterm: string;
  readonly items: readonly ItemDraft[];
  readonly isSealed: boolean;
  readonly suppliers: readonly string[];
};

export const emptyItem = (): ItemDraft => ({
  itemId: newId(),
  category: "server",
  description: "",
  quantity: "1",
  unit: "",
  recurrence: "one-off",
  months: "",
  neededMonth: "",
  note: "",
});

export function rfqDraftOf(rfq: StoredRfq): RfqDraft {
  const [newest] = rfq.revisions;
  if (!newest) throw new Error("an RFQ without a revision");
  const { items, ...terms } = rfqContentOf(newest);
  return {
    ...terms,
    deadlineLocal: terms.deadlineLocal ?? "",
    incoterm: terms.incoterm ?? "",
    isSealed: rfq.isSealed,
    suppliers: rfq.suppliers.map(({ name }) => name),
    items: items.map((item) => ({
      ...item,
      quantity: item.quantity === null ? "" : exactAmount(item.quantity),
      months: item.months === null ? "" : String(item.months),
      neededMonth: item.neededMonth ?? "",
    })),
  };
}

export type RfqReading = {
  readonly content: RfqContent | null;
  /** What is wrong, by path: "items.0.quantity", "title". */
  readonly errors: Readonly<Record<string, string>>;
};

/** The form as the schema reads it, or what to mend. */
export function readRfqDraft({ isSealed, suppliers, ...draft }: RfqDraft): RfqReading {
  const read = rfqContent.safeParse({
    ...draft,
    deadlineLocal: draft.deadlineLocal || null,
    incoterm: draft.incoterm || null,
    items: draft.items.map((item) => ({
      ...item,
      quantity: typedDecimal(item.quantity),
      months: item.recurrence === "one-off" ? null : typedWhole(item.months),
      neededMonth: item.neededMonth || null,
    })),
  });
  if (read.success) return { content: read.data, errors: {} };
  const unreadable = "This cannot be read, or is out of range.";
  return { content: null, errors: errorsByPath(read.error.issues, { unreadable }) };
}
