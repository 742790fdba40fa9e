"use client";

import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

export type SegmentedOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly disabled?: boolean;
};

export type SegmentedProps<Value extends string> = {
  /** What is chosen here, for those who cannot see it. */
  readonly label: string;
  readonly value: Value;
  readonly onValueChange: (value: Value) => void;
  readonly options: readonly SegmentedOption<Value>[];
  readonly className?: string;
};

/** One of a few, all in sight. Radio buttons underneath: one tab stop, arrows move. */
export function Segmented<Value extends string>({
  label,
  value,
  onValueChange,
  options,
  className,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset
      className={clsx(
        "inline-flex shrink-0 rounded-md border border-control bg-surface text-xs",
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            "relative flex items-center border-control px-2.5 py-1 text-ink-2 not-first-of-type:border-l first-of-type:rounded-l-[5px] last-of-type:rounded-r-[5px] pointer-coarse:min-h-11 pointer-coarse:px-4",
            "transition-colors duration-80 hover:bg-sunken has-checked:bg-ink has-checked:font-label has-checked:text-on-ink has-disabled:text-ink-3",
            "has-focus-visible:z-1 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
            "forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:forced-color-adjust-none",
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onValueChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none opacity-0 outline-none"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
