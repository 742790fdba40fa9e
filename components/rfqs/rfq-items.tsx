"use client";

import { newId } from "@/components/plans/new-id";
import { EntryCard, EntryHead } from "@/components/quotes/entry-card";
import {
  CategoryCell,
  type EntryError,
  ErrorRow,
  entryCell,
  entryError,
  MenuCell,
  PaidCells,
} from "@/components/quotes/entry-cells";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { maxRfqItems, tooManyItems } from "@/lib/schemas/rfq";
import { emptyItem, type ItemDraft } from "./rfq-draft";

export type RfqItemsProps = {
  readonly items: readonly ItemDraft[];
  readonly onChange: (items: readonly ItemDraft[]) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
};

const heads = [
  ["Category"],
  ["What is needed"],
  ["Quantity"],
  ["Unit"],
  ["Paid"],
  ["Months"],
  ["Needed by"],
  ["Note"],
] as const;

/** What suppliers are asked for, line by line. */
export function RfqItems({ items, onChange, errors, readOnly }: RfqItemsProps) {
  const toast = useToast();
  const change = (at: number, part: Partial<ItemDraft>) =>
    onChange(items.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const add = (at: number, item: ItemDraft) =>
    items.length < maxRfqItems
      ? onChange([...items.slice(0, at), item, ...items.slice(at)])
      : toast.show({ text: tooManyItems });
  const remove = (at: number) => {
    onChange(items.filter((_, index) => index !== at));
    const name = items[at]?.description || `Item ${at + 1}`;
    toast.show({ text: `${name} removed`, undo: () => onChange(items) });
  };
  return (
    <EntryCard
      id="items"
      title="Items"
      noun="item"
      count={items.length}
      addLabel="Add an item"
      onAdd={readOnly ? undefined : () => add(items.length, emptyItem())}
      error={errors.items}
      empty={
        readOnly
          ? "Nothing was asked for yet."
          : "Say what is needed: servers, network, installation, support. From an option of a plan it is filled in."
      }
    >
      <table className="w-full text-left text-sm">
        <EntryHead heads={heads} />
        <tbody>
          {items.map((item, index) => (
            <ItemRow
              key={item.itemId}
              item={item}
              place={index + 1}
              error={entryError(errors, "items", index)}
              readOnly={readOnly}
              onChange={(part) => change(index, part)}
              onDuplicate={() => add(index + 1, { ...item, itemId: newId() })}
              onRemove={() => remove(index)}
            />
          ))}
        </tbody>
      </table>
    </EntryCard>
  );
}

type ItemRowProps = {
  readonly item: ItemDraft;
  /** From 1. */
  readonly place: number;
  readonly error: EntryError | undefined;
  readonly readOnly: boolean;
  readonly onChange: (part: Partial<ItemDraft>) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
};
type TextField = "description" | "quantity" | "unit" | "months" | "neededMonth" | "note";

function ItemRow(props: ItemRowProps) {
  const { item, place, error, readOnly, onChange, onDuplicate, onRemove } = props;
  const row = `item ${place}`;
  const input = (field: TextField, label: string, empty = "", type = "text") => (
    <TextInput
      aria-label={`${label}, ${row}`}
      aria-invalid={error?.field === field ? true : undefined}
      type={type}
      value={item[field]}
      placeholder={empty}
      readOnly={readOnly}
      autoComplete="off"
      className="[&>input]:px-2"
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  );
  return (
    <>
      <tr className="border-line border-t">
        <CategoryCell
          {...{ row, readOnly }}
          value={item.category}
          onChange={(category) => onChange({ category })}
        />
        <td className={`${entryCell} min-w-56`}>{input("description", "What is needed")}</td>
        <td className={`${entryCell} min-w-20`}>{input("quantity", "Quantity", "theirs")}</td>
        <td className={`${entryCell} min-w-22`}>{input("unit", "Unit")}</td>
        <PaidCells
          {...{ row, readOnly }}
          value={item.recurrence}
          onChange={(recurrence) => onChange({ recurrence })}
          months={() => input("months", "Months", "theirs")}
        />
        <td className={`${entryCell} min-w-36`}>
          {input("neededMonth", "Needed by", "", "month")}
        </td>
        <td className={`${entryCell} min-w-44`}>{input("note", "Note")}</td>
        <MenuCell {...{ row, readOnly, onDuplicate, onRemove }} />
      </tr>
      {error && <ErrorRow error={error} columns={9} />}
    </>
  );
}
