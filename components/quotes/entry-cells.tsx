"use client";

import { Copy, Ellipsis, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { Select } from "@/components/ui/select";
import {
  type QuoteCategory,
  quoteCategories,
  type Recurrence,
  recurrences,
} from "@/lib/schemas/quote";
import { categoryNames, recurrenceNames } from "@/lib/views/quote-names";

export const entryCell = "px-1.5 py-1.5 align-top";

/** A row as its fields name it: "line 3". */
type OfRow = { readonly row: string; readonly readOnly: boolean };
type Changes<Value> = { readonly value: Value; readonly onChange: (value: Value) => void };

const categories = quoteCategories.map((value) => ({ value, label: categoryNames[value] }));
const payments = recurrences.map((value) => ({ value, label: recurrenceNames[value] }));

export function CategoryCell({ row, readOnly, value, onChange }: OfRow & Changes<QuoteCategory>) {
  return (
    <td className={`${entryCell} pl-[18px]`}>
      <Select
        aria-label={`Category, ${row}`}
        value={value}
        disabled={readOnly}
        onValueChange={onChange}
        options={categories}
        className="w-30"
      />
    </td>
  );
}

/** How often it is paid, and for how many months where it recurs. */
export function PaidCells(
  props: OfRow & Changes<Recurrence> & { readonly months: () => ReactNode },
) {
  const { row, readOnly, value, onChange, months } = props;
  return (
    <>
      <td className={entryCell}>
        <Select
          aria-label={`Paid, ${row}`}
          value={value}
          disabled={readOnly}
          onValueChange={onChange}
          options={payments}
          className="w-26"
        />
      </td>
      <td className={`${entryCell} min-w-16`}>
        {value === "one-off" ? (
          <span className="block py-1.5 text-center text-ink-3">n/a</span>
        ) : (
          months()
        )}
      </td>
    </>
  );
}

/** What can be done with a row; it stays in sight where the rest scrolls under it. */
export function MenuCell(
  props: OfRow & { readonly onDuplicate: () => void; readonly onRemove: () => void },
) {
  const label = `Actions for ${props.row}`;
  return (
    <td className="bg-surface py-1.5 pr-2 align-top @5xl:sticky @5xl:right-0">
      {!props.readOnly && (
        <Menu
          label={label}
          items={[
            {
              label: "Duplicate",
              icon: <Copy aria-hidden size={14} />,
              onSelect: props.onDuplicate,
            },
            {
              label: "Remove",
              icon: <Trash2 aria-hidden size={14} />,
              danger: true,
              onSelect: props.onRemove,
            },
          ]}
          trigger={(trigger) => (
            <IconButton {...trigger} label={label} icon={<Ellipsis aria-hidden size={16} />} />
          )}
        />
      )}
    </td>
  );
}

export type EntryError = { readonly field: string; readonly message: string };

/** What is wrong in a row, of errors by path: "lines.0.unitPrice". */
export function entryError(
  errors: Readonly<Record<string, string>>,
  rows: string,
  index: number,
): EntryError | undefined {
  const before = `${rows}.${index}.`;
  const found = Object.entries(errors).find(([path]) => path.startsWith(before));
  return found && { field: found[0].slice(before.length), message: found[1] };
}

export function ErrorRow({
  error,
  columns,
}: {
  readonly error: EntryError;
  readonly columns: number;
}) {
  return (
    <tr>
      <td colSpan={columns} className="px-[18px] pb-2">
        <FieldError>{error.message}</FieldError>
      </td>
    </tr>
  );
}
