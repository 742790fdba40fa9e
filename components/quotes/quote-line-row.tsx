"use client";

import { Copy, Ellipsis, Trash2 } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { LineTotal } from "@/lib/engine";
import { exactAmount } from "@/lib/format";
import { quoteCategories, recurrences } from "@/lib/schemas/quote";
import { categoryNames, recurrenceNames } from "@/lib/views/quote-names";
import { lackWords } from "@/lib/views/quotes";
import type { LineDraft } from "./quote-draft";

type Field =
  | "description"
  | "partNumber"
  | "quantity"
  | "unitPrice"
  | "discount"
  | "months"
  | "tax";

export type QuoteLineRowProps = {
  readonly line: LineDraft;
  /** From 1. */
  readonly place: number;
  readonly total: LineTotal | undefined;
  readonly error: { readonly field: string; readonly message: string } | undefined;
  readonly readOnly: boolean;
  readonly onChange: (part: Partial<LineDraft>) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
};

const schemaNames: Partial<Record<Field, string>> = {
  discount: "discountFraction",
  tax: "taxFraction",
};
const cell = "px-1.5 py-1.5 align-top";

export function QuoteLineRow(props: QuoteLineRowProps) {
  const { line, place, total, error, readOnly, onChange } = props;
  const input = (field: Field, label: string, empty = "", isAmount = true) => (
    <TextInput
      aria-label={`${label}, line ${place}`}
      aria-invalid={error?.field === (schemaNames[field] ?? field) ? true : undefined}
      value={line[field]}
      placeholder={empty}
      readOnly={readOnly}
      inputMode={isAmount ? "decimal" : "text"}
      autoComplete="off"
      className={isAmount ? "[&>input]:px-2 [&>input]:text-right" : "[&>input]:px-2"}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  );
  return (
    <>
      <tr onKeyDown={props.onKeyDown} onPaste={props.onPaste} className="border-line border-t">
        <td className={`${cell} pl-[18px]`}>
          <Select
            aria-label={`Category, line ${place}`}
            value={line.category}
            disabled={readOnly}
            onValueChange={(category) => onChange({ category })}
            options={quoteCategories.map((value) => ({ value, label: categoryNames[value] }))}
            className="w-30"
          />
        </td>
        <td className={`${cell} min-w-40 @5xl:min-w-44`} data-description={place - 1}>
          {input("description", "Description", "", false)}
        </td>
        <td className={`${cell} min-w-22 @5xl:min-w-26`}>
          {input("partNumber", "Part number", "", false)}
        </td>
        <td className={`${cell} min-w-18 @5xl:min-w-20`}>
          {input("quantity", "Quantity", "missing")}
        </td>
        <td className={`${cell} min-w-30`}>{input("unitPrice", "Unit price", "unpriced")}</td>
        <td className={`${cell} min-w-16`}>{input("discount", "Discount in percent", "none")}</td>
        <td className={cell}>
          <Select
            aria-label={`Paid, line ${place}`}
            value={line.recurrence}
            disabled={readOnly}
            onValueChange={(recurrence) => onChange({ recurrence })}
            options={recurrences.map((value) => ({ value, label: recurrenceNames[value] }))}
            className="w-26"
          />
        </td>
        <td className={`${cell} min-w-16`}>
          {line.recurrence === "one-off" ? (
            <span className="block py-1.5 text-center text-ink-3">n/a</span>
          ) : (
            input("months", "Months", "missing")
          )}
        </td>
        <td className={`${cell} min-w-16`}>{input("tax", "Tax in percent", "none")}</td>
        <td className="whitespace-nowrap bg-surface px-2 py-3 text-right align-top @5xl:sticky @5xl:right-10">
          {total?.net ? (
            exactAmount(total.net)
          ) : (
            <span className="text-warn">{total?.lack ? lackWords[total.lack] : "unpriced"}</span>
          )}
        </td>
        <td className="bg-surface py-1.5 pr-2 align-top @5xl:sticky @5xl:right-0">
          {!readOnly && <LineMenu {...props} />}
        </td>
      </tr>
      {error && (
        <tr>
          <td colSpan={11} className="px-[18px] pb-2">
            <FieldError>{error.message}</FieldError>
          </td>
        </tr>
      )}
    </>
  );
}

function LineMenu({ place, onDuplicate, onRemove }: QuoteLineRowProps) {
  return (
    <Menu
      label={`Actions for line ${place}`}
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
          label={`Actions for line ${place}`}
          icon={<Ellipsis aria-hidden size={16} />}
        />
      )}
    />
  );
}
