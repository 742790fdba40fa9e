import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "onChange" | "size"> & {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly onCheckedChange?: (checked: boolean) => void;
};

export function Checkbox({ label, help, onCheckedChange, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={clsx(
        "flex min-h-6 items-start gap-2 text-sm pointer-coarse:min-h-11 pointer-coarse:items-center",
        className,
      )}
    >
      <input
        type="checkbox"
        {...rest}
        onChange={(event) => onCheckedChange?.(event.target.checked)}
        className="mt-px size-4 shrink-0 rounded-sm accent-accent"
      />
      <span>
        {label}
        {help && <span className="block text-ink-3 text-xs">{help}</span>}
      </span>
    </label>
  );
}
