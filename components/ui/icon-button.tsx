import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  /** What it does, for those who cannot see the icon. */
  readonly label: string;
  readonly icon: ReactNode;
};

export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={clsx(
        "inline-grid size-8 shrink-0 place-items-center rounded-md border border-transparent text-ink-2",
        "transition-colors duration-80 hover:bg-sunken hover:text-ink aria-expanded:bg-sunken aria-expanded:text-ink",
        "disabled:text-ink-3 disabled:hover:bg-transparent pointer-coarse:size-11",
        className,
      )}
    >
      {icon}
    </button>
  );
}
