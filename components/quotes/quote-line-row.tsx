"use client";

import { clsx } from "clsx";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { TextInput } from "@/components/ui/text-input";
import type { LineTotal } from "@/lib/engine";
import { exactAmount } from "@/lib/format";
import { lackWords } from "@/lib/views/quotes";
import {
  CategoryCell,
  type EntryError,
  ErrorRow,
  entryCell,
  MenuCell,
  PaidCells,
} from "./entry-cells";
import { markedRowClass } from "./marked";
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
  readonly error: EntryError | undefined;
  readonly readOnly: boolean;
  /** A figure of an option came from it. */
  readonly isMarked: boolean;
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

export function QuoteLineRow(props: QuoteLineRowProps) {
  const { line, place, total, error, readOnly, onChange, onDuplicate, onRemove } = props;
  const row = `line ${place}`;
  const input = (field: Field, label: string, empty = "", isAmount = true) => (
    <TextInput
      aria-label={`${label}, ${row}`}
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
      <tr
        onKeyDown={props.onKeyDown}
        onPaste={props.onPaste}
        aria-current={props.isMarked ? "true" : undefined}
        className={clsx("border-line border-t", props.isMarked && markedRowClass)}
      >
        <CategoryCell
          {...{ row, readOnly }}
          value={line.category}
          onChange={(category) => onChange({ category })}
        />
        <td className={`${entryCell} min-w-40 @5xl:min-w-44`} data-description={place - 1}>
          {input("description", "Description", "", false)}
        </td>
        <td className={`${entryCell} min-w-22 @5xl:min-w-26`}>
          {input("partNumber", "Part number", "", false)}
        </td>
        <td className={`${entryCell} min-w-18 @5xl:min-w-20`}>
          {input("quantity", "Quantity", "missing")}
        </td>
        <td className={`${entryCell} min-w-30`}>{input("unitPrice", "Unit price", "unpriced")}</td>
        <td className={`${entryCell} min-w-16`}>
          {input("discount", "Discount in percent", "none")}
        </td>
        <PaidCells
          {...{ row, readOnly }}
          value={line.recurrence}
          onChange={(recurrence) => onChange({ recurrence })}
          months={() => input("months", "Months", "missing")}
        />
        <td className={`${entryCell} min-w-16`}>{input("tax", "Tax in percent", "none")}</td>
        <td className="whitespace-nowrap bg-surface px-2 py-3 text-right align-top @5xl:sticky @5xl:right-10">
          {total?.net ? (
            exactAmount(total.net)
          ) : (
            <span className="text-warn">{total?.lack ? lackWords[total.lack] : "unpriced"}</span>
          )}
        </td>
        <MenuCell {...{ row, readOnly, onDuplicate, onRemove }} />
      </tr>
      {error && <ErrorRow error={error} columns={11} />}
    </>
  );
}
