"use client";

import { EntryInput } from "./entry-input";
import { entered } from "./point-list";

export type MonthEntryProps = {
  readonly label: string;
  /** From 0, as a plan has it. */
  readonly month: number;
  readonly onMonth: (month: number) => void;
  readonly invalid: boolean;
  readonly readOnly: boolean;
};

/** A month of the plan, which words count from 1. */
export function MonthEntry({ label, month, onMonth, invalid, readOnly }: MonthEntryProps) {
  return (
    <EntryInput
      aria-label={label}
      {...(invalid && { "aria-invalid": true })}
      unit="months"
      value={typeof month === "number" ? month + 1 : month}
      readOnly={readOnly}
      onEntry={(value) => onMonth(typeof value === "number" ? value - 1 : entered(value))}
      frameClassName="w-20"
    />
  );
}
