"use client";

import { Copy, Ellipsis, Plus, Trash2 } from "lucide-react";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { counted } from "@/lib/format";
import { quoteCategories, recurrences } from "@/lib/schemas/quote";
import { maxRfqItems, tooManyItems } from "@/lib/schemas/rfq";
import { categoryNames, recurrenceNames } from "@/lib/views/quote-names";
import { emptyItem, type ItemDraft } from "./rfq-draft";

export type RfqItemsProps = {
  readonly items: readonly ItemDraft[];
  readonly onChange: (items: readonly ItemDraft[]) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
};

const heads = [
  "Category",
  "What is needed",
  "Quantity",
  "Unit",
  "Paid",
  "Months",
  "Needed by",
  "Note",
];

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
    <section aria-labelledby="items" className="card min-w-0">
      <div className="flex flex-wrap items-center gap-2 px-[18px] py-3">
        <h2 id="items" className="mr-auto text-lg">
          {items.length === 0 ? "Items" : counted(items.length, "item")}
        </h2>
        {!readOnly && (
          <Button
            icon={<Plus aria-hidden size={14} />}
            onClick={() => add(items.length, emptyItem())}
          >
            Add an item
          </Button>
        )}
      </div>
      {errors.items && (
        <div className="px-[18px] pb-3">
          <FieldError>{errors.items}</FieldError>
        </div>
      )}
      {items.length === 0 ? (
        <p className="px-[18px] pb-4 text-ink-2 text-sm">
          {readOnly
            ? "Nothing was asked for yet."
            : "Say what is needed: servers, network, installation, support. From an option of a plan it is filled in."}
        </p>
      ) : (
        <ScrollRegion label="Items, scrolling" className="scrolls-x border-line border-t">
          <table className="w-full text-left text-sm">
            <thead className="bg-sunken text-ink-3 text-xs">
              <tr>
                {heads.map((label) => (
                  <th key={label} scope="col" className="px-1.5 py-2 font-label first:pl-[18px]">
                    {label}
                  </th>
                ))}
                <th scope="col" className="w-10 pr-2">
                  <span className="sr-only">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item, index) => (
                <ItemRow
                  key={item.itemId}
                  item={item}
                  place={index + 1}
                  error={errorOf(errors, index)}
                  readOnly={readOnly}
                  onChange={(part) => change(index, part)}
                  onDuplicate={() => add(index + 1, { ...item, itemId: newId() })}
                  onRemove={() => remove(index)}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}

function errorOf(errors: Readonly<Record<string, string>>, index: number) {
  const before = `items.${index}.`;
  const found = Object.entries(errors).find(([path]) => path.startsWith(before));
  return found && { field: found[0].slice(before.length), message: found[1] };
}

type ItemRowProps = {
  readonly item: ItemDraft;
  /** From 1. */
  readonly place: number;
  readonly error: { readonly field: string; readonly message: string } | undefined;
  readonly readOnly: boolean;
  readonly onChange: (part: Partial<ItemDraft>) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
};
type TextField = "description" | "quantity" | "unit" | "months" | "neededMonth" | "note";
const cell = "px-1.5 py-1.5 align-top";

function ItemRow(props: ItemRowProps) {
  const { item, place, error, readOnly, onChange } = props;
  const input = (field: TextField, label: string, empty = "", type = "text") => (
    <TextInput
      aria-label={`${label}, item ${place}`}
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
        <td className={`${cell} pl-[18px]`}>
          <Select
            aria-label={`Category, item ${place}`}
            value={item.category}
            disabled={readOnly}
            onValueChange={(category) => onChange({ category })}
            options={quoteCategories.map((value) => ({ value, label: categoryNames[value] }))}
            className="w-30"
          />
        </td>
        <td className={`${cell} min-w-56`}>{input("description", "What is needed")}</td>
        <td className={`${cell} min-w-20`}>{input("quantity", "Quantity", "theirs")}</td>
        <td className={`${cell} min-w-22`}>{input("unit", "Unit")}</td>
        <td className={cell}>
          <Select
            aria-label={`Paid, item ${place}`}
            value={item.recurrence}
            disabled={readOnly}
            onValueChange={(recurrence) => onChange({ recurrence })}
            options={recurrences.map((value) => ({ value, label: recurrenceNames[value] }))}
            className="w-26"
          />
        </td>
        <td className={`${cell} min-w-16`}>
          {item.recurrence === "one-off" ? (
            <span className="block py-1.5 text-center text-ink-3">n/a</span>
          ) : (
            input("months", "Months", "theirs")
          )}
        </td>
        <td className={`${cell} min-w-36`}>{input("neededMonth", "Needed by", "", "month")}</td>
        <td className={`${cell} min-w-44`}>{input("note", "Note")}</td>
        <td className="py-1.5 pr-2 align-top">{!readOnly && <ItemMenu {...props} />}</td>
      </tr>
      {error && (
        <tr>
          <td colSpan={9} className="px-[18px] pb-2">
            <FieldError>{error.message}</FieldError>
          </td>
        </tr>
      )}
    </>
  );
}

function ItemMenu({ place, onDuplicate, onRemove }: ItemRowProps) {
  return (
    <Menu
      label={`Actions for item ${place}`}
      items={[
        { label: "Duplicate", icon: <Copy aria-hidden size={14} />, onSelect: onDuplicate },
        {
          label: "Remove",
          icon: <Trash2 aria-hidden size={14} />,
          danger: true,
          onSelect: onRemove,
        },
      ]}
      trigger={(trigger) => (
        <IconButton
          {...trigger}
          label={`Actions for item ${place}`}
          icon={<Ellipsis aria-hidden size={16} />}
        />
      )}
    />
  );
}
