import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";

export type SelectOption<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
};

export type SelectProps<Value extends string> = Omit<
  ComponentProps<"select">,
  "value" | "onChange" | "children" | "size"
> & {
  readonly value: Value;
  readonly onValueChange: (value: Value) => void;
  readonly options: readonly SelectOption<Value>[];
  readonly small?: boolean;
};

/** The browser's own list: it scrolls, types ahead and fits a phone with no code of ours. */
export function Select<Value extends string>({
  value,
  onValueChange,
  options,
  small,
  className,
  ...rest
}: SelectProps<Value>) {
  return (
    <span className={clsx("relative inline-grid min-w-0 items-center", className)}>
      <select
        {...rest}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onValueChange(chosen.value);
        }}
        className={clsx(
          "control w-full min-w-0 appearance-none truncate pr-7 pl-2.5",
          small && "h-[26px] text-xs",
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        size={14}
        className="pointer-events-none absolute right-2.5 text-ink-3"
      />
    </span>
  );
}
