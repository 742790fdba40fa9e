"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { isPercentUnit } from "@/lib/format";
import { missingWord } from "@/lib/schemas/figure";
import type { FieldControlProps } from "./field";
import { entryText, type NumberRule, readNumber } from "./number-text";
import { steppedFrom } from "./step";
import { InputFrame, inputClass } from "./text-input";

export type NumberInputProps = Partial<FieldControlProps> & {
  readonly rule: NumberRule;
  /** In stored units: a fraction is 0..1, and shown as a percentage. Null is missing. */
  readonly value: number | null;
  /** Called when a readable value is left, entered or stepped to. */
  readonly onValueChange: (value: number | null) => void;
  /** The message while what stands here cannot be read, else null. */
  readonly onErrorChange?: (message: string | null) => void;
  readonly unit?: ReactNode;
  readonly mark?: ReactNode;
  /** In stored units; Shift multiplies it by 10. */
  readonly step?: number;
  readonly emptyText?: string;
  readonly label?: string;
  readonly name?: string;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly alignRight?: boolean;
  readonly className?: string;
};

export function NumberInput(props: NumberInputProps) {
  const { rule, value, unit, mark, label, name, disabled, readOnly } = props;
  const entry = useNumberEntry(props);
  return (
    <InputFrame
      unit={unit ?? (isPercentUnit(rule.unit) ? "%" : undefined)}
      mark={mark}
      className={props.className}
    >
      <input
        ref={entry.ref}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        id={props.id}
        name={name}
        aria-label={label}
        aria-describedby={props["aria-describedby"]}
        aria-invalid={props["aria-invalid"] ?? (entry.error ? true : undefined)}
        disabled={disabled}
        readOnly={readOnly}
        value={entry.draft ?? entryText(value, rule.unit)}
        placeholder={props.emptyText ?? missingWord(rule.unit)}
        onChange={(event) => entry.type(event.target.value)}
        onBlur={entry.leave}
        onKeyDown={entry.press}
        className={`${inputClass} placeholder:text-warn placeholder:font-label ${props.alignRight ? "text-right" : ""}`}
      />
    </InputFrame>
  );
}

function useNumberEntry(props: NumberInputProps) {
  const { rule, value, onValueChange, onErrorChange, step } = props;
  const ref = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setErrorState] = useState<string | null>(null);

  // A form that holds an unreadable number must not be sent with the last readable one.
  useEffect(() => ref.current?.setCustomValidity(error ?? ""), [error]);

  const setError = (message: string | null) => {
    if (message === error) return;
    setErrorState(message);
    onErrorChange?.(message);
  };
  const accept = (next: number | null) => {
    setDraft(null);
    setError(null);
    if (next !== value) onValueChange(next);
  };
  const commit = () => {
    if (draft === null) return true;
    const reading = readNumber(draft, rule);
    if (reading.ok) accept(reading.value);
    else setError(reading.message);
    return reading.ok;
  };
  const stepBy = (count: number) => {
    const reading = readNumber(draft ?? entryText(value, rule.unit), rule);
    const from = reading.ok ? reading.value : value;
    accept(steppedFrom(from, count, rule, step));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (props.readOnly || event.altKey || event.ctrlKey || event.metaKey) return;
    const size = event.shiftKey ? 10 : 1;
    if (event.key === "Enter" && !commit()) event.preventDefault();
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      stepBy(event.key === "ArrowUp" ? size : -size);
    }
    if (event.key === "Escape" && draft !== null) {
      event.stopPropagation();
      setDraft(null);
      setError(null);
    }
  };
  const type = (text: string) => {
    setDraft(text);
    setError(null);
  };
  return { ref, draft, error, type, press, leave: commit };
}
