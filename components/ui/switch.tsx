import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export type SwitchProps = Omit<ComponentProps<"input">, "type" | "role" | "onChange" | "size"> & {
  readonly label: ReactNode;
  readonly onCheckedChange?: (checked: boolean) => void;
};

/** For what takes effect at once; a choice that waits for a save is a checkbox. */
export function Switch({ label, onCheckedChange, className, ...rest }: SwitchProps) {
  return (
    <label
      className={clsx(
        "inline-flex min-h-6 items-center gap-2 text-sm pointer-coarse:min-h-11",
        className,
      )}
    >
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
        role="switch"
        {...rest}
        onChange={(event) => onCheckedChange?.(event.target.checked)}
        className={clsx(
          "relative h-[18px] w-8 shrink-0 appearance-none rounded-full border border-control bg-sunken transition-colors duration-80",
          "before:absolute before:top-0.5 before:left-0.5 before:size-3 before:rounded-full before:border-6 before:border-ink-3 before:transition-transform before:duration-80",
          "checked:border-accent checked:bg-accent checked:before:translate-x-3.5 checked:before:border-on-accent",
        )}
      />
      {label}
    </label>
  );
}
