"use client";

import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useState } from "react";
import { entryText, parseEntry } from "@/components/ui/number-text";
import { InputFrame, inputClass } from "@/components/ui/text-input";
import type { Unit } from "@/lib/schemas/figure";

export type EntryInputProps = Omit<
  ComponentProps<"input">,
  "value" | "onChange" | "size" | "inputMode" | "type"
> & {
  readonly value: number | string | null | undefined;
  /** A number in the stored unit, null for empty, or the text that is no number. */
  readonly onEntry: (value: number | string | null) => void;
  /** The text itself, for who asks back where it can be read two ways. */
  readonly onTyped?: (text: string) => void;
  readonly unit: Unit;
  /** Of the plan: an amount typed in another is refused. */
  readonly currency?: string;
  readonly unitLabel?: ReactNode;
  readonly mark?: ReactNode;
  readonly frameClassName?: string;
};

/** A number as a person types it: what they wrote stays while they write, then it is tidied. */
export function EntryInput({
  value,
  onEntry,
  onTyped,
  unit,
  currency,
  unitLabel,
  mark,
  frameClassName,
  className,
  onFocus,
  onBlur,
  ...rest
}: EntryInputProps) {
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <InputFrame unit={unitLabel} mark={mark} className={frameClassName}>
      <input
        autoComplete="off"
        {...rest}
        type="text"
        inputMode="decimal"
        value={typing ?? entryText(value, unit)}
        onFocus={(event) => {
          setTyping(entryText(value, unit));
          onFocus?.(event);
        }}
        onChange={(event) => {
          setTyping(event.target.value);
          onTyped?.(event.target.value);
          onEntry(parseEntry(event.target.value, unit, currency));
        }}
        onBlur={(event) => {
          setTyping(null);
          onBlur?.(event);
        }}
        className={clsx(inputClass, className)}
      />
    </InputFrame>
  );
}
